import fc from 'fast-check';
import { percentage } from './percentages.js';
import { roundSummary, tally, type CountedAccount } from './round-summaries.js';
import { drawSample } from './sampling.js';
import { updateWarning } from './update-watch.js';

describe('percentages as published circulars print them', () => {
  it.each([
    [507, 3086, 1, '16.4%'], [507, 3086, 2, '16.43%'], [381, 634, 1, '60.1%'], [388, 636, 0, '61%'], [388, 636, 2, '61.01%'],
    [591, 4935, 0, '12%'], [591, 4935, 2, '11.98%'], [591 - 25, 591, 2, '95.77%'], [314 - 55, 314, 2, '82.48%'], [140 - 36, 140, 0, '74%'], [140 - 36, 140, 2, '74.29%'],
    [1, 3, 2, '33.33%'], [2, 3, 2, '66.67%'], [1, 200, 0, '1%'], [1, 1000, 2, '0.10%'], [15, 15, 2, '100%'], [0, 15, 2, '0%'],
  ])('%i of %i with %i decimals is %s', (part, whole, decimals, text) => {
    expect(percentage(part, whole, decimals)).toBe(text);
  });

  it('of nothing is none, and of broken numbers refused', () => {
    expect(percentage(0, 0)).toBeNull();
    expect(() => percentage(-1, 3)).toThrow(RangeError);
  });

  it('never strays more than half of the last decimal', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(3), fc.nat(), (whole, decimals, seed) => {
      const part = seed % (whole + 1);
      expect(Math.abs(Number(percentage(part, whole, decimals)!.slice(0, -1)) - (part / whole) * 100)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
    }));
  });
});

describe('the summary of a round', () => {
  const counted = (n: number, result: CountedAccount['result'], platform = 'wechat_official', level = '市级部门'): CountedAccount[] => Array.from({ length: n }, () => ({ result, platform, level }));
  it('counts by platform and level and says the result in one sentence', () => {
    const summary = roundSummary([...counted(9, 'pass'), ...counted(1, 'fail', 'toutiao'), ...counted(3, 'pass', 'weibo', '镇街'), ...counted(2, 'fail', 'weibo', '镇街')], { sponsors: 12 });
    expect(summary.sentence).toBe('本次检查12家单位的政务新媒体账号15个，合格12个，不合格3个，合格率80.00%。');
    expect(summary.byPlatform.map((each) => [each.platform, each.accounts, each.passRate])).toEqual([['wechat_official', 9, '100%'], ['weibo', 5, '60.00%'], ['toutiao', 1, '0%']]);
    expect(summary.byLevel).toEqual([expect.objectContaining({ level: '市级部门', accounts: 10 }), expect.objectContaining({ level: '镇街', failed: 2 })]);
  });

  it('gives no rate while nothing is decided, and only that of the decided afterwards', () => {
    expect(roundSummary(counted(4, 'pending'))).toMatchObject({ passRate: null, sentence: '本次检查政务新媒体账号4个，待确认4个。' });
    expect(roundSummary([...counted(3, 'pass'), ...counted(1, 'fail'), ...counted(2, 'pending')]).sentence).toBe('本次检查政务新媒体账号6个，合格3个，不合格1个，待确认2个，已定结果的账号合格率75.00%。');
  });

  it('prints a sample as the circular of Gansu 2021 Q2 does', () => {
    const summary = roundSummary([...counted(566, 'pass'), ...counted(25, 'fail')], { registered: 4935, samplingDecimals: 0 });
    expect(summary.sentence).toBe('本次抽查政务新媒体账号591个，占应查4935个的12%，合格566个，不合格25个，合格率95.77%。');
  });

  it('the tallies of the parts add up to the whole', () => {
    const any = fc.record({ result: fc.constantFrom<CountedAccount['result']>('pass', 'fail', 'pending'), platform: fc.constantFrom('a', 'b', 'c'), level: fc.constantFrom('x', 'y') });
    fc.assert(fc.property(fc.array(any, { maxLength: 60 }), (accounts) => {
      const { byPlatform, byLevel, passed, failed, pending } = roundSummary(accounts);
      for (const parts of [byPlatform, byLevel]) {
        expect([parts.reduce((sum, each) => sum + each.passed, 0), parts.reduce((sum, each) => sum + each.failed, 0), parts.reduce((sum, each) => sum + each.pending, 0)]).toEqual([passed, failed, pending]);
      }
      expect(tally(accounts).accounts).toBe(passed + failed + pending);
    }));
  });
});

describe('drawing a sample', () => {
  const frame = Array.from({ length: 60 }, (_, at) => ({ id: `account-${String(at).padStart(2, '0')}`, stratum: at < 40 ? 'wechat_official' : at < 57 ? 'weibo' : 'toutiao' }));
  it('is the same for the same seed in any order, and another for another seed', () => {
    const drawn = drawSample(frame, 20, '2026年第一季度');
    expect(drawSample([...frame].reverse(), 20, '2026年第一季度')).toEqual(drawn);
    expect(drawSample(frame, 20, '2026年第二季度').ids).not.toEqual(drawn.ids);
    expect(drawn.strata).toEqual([
      { stratum: 'toutiao', frame: 3, drawn: 1, ratio: '33.3%' },
      { stratum: 'wechat_official', frame: 40, drawn: 13, ratio: '32.5%' },
      { stratum: 'weibo', frame: 17, drawn: 6, ratio: '35.3%' },
    ]);
  });

  it('has the size asked for, no account twice, and a share of every stratum near its weight', () => {
    fc.assert(fc.property(fc.nat(60), fc.string(), (size, seed) => {
      const { ids, strata } = drawSample(frame, size, seed);
      expect(ids).toHaveLength(size);
      expect(new Set(ids).size).toBe(size);
      for (const stratum of strata) {
        expect(stratum.drawn).toBeLessThanOrEqual(stratum.frame);
        expect(Math.abs(stratum.drawn - (stratum.frame * size) / 60)).toBeLessThan(2);
        if (size >= 3) expect(stratum.drawn).toBeGreaterThan(0);
      }
    }));
  });

  it('gives every account about the same chance', () => {
    const times = new Map<string, number>();
    for (let round = 0; round < 2000; round += 1) for (const id of drawSample(frame, 20, `种子${round}`).ids) times.set(id, (times.get(id) ?? 0) + 1);
    const weights = frame.filter((unit) => unit.stratum === 'wechat_official').map((unit) => times.get(unit.id)! / 2000);
    for (const chance of weights) expect(Math.abs(chance - 13 / 40)).toBeLessThan(0.06);
  });

  it('refuses more than there are and an account given twice', () => {
    expect(() => drawSample(frame, 61, 'x')).toThrow(RangeError);
    expect(() => drawSample([frame[0]!, frame[0]!], 1, 'x')).toThrow(RangeError);
  });
});

describe('the watch over updates', () => {
  const watched = { kind: 'publishing', status: 'active', openedOn: '2020-05-01', lastPostAt: '2026-03-01T01:00:00.000Z' } as const;
  it.each([
    ['2026-03-07T01:00:00.000Z', 'none', 6], ['2026-03-08T00:59:59.999Z', 'none', 6], ['2026-03-08T01:00:00.000Z', 'early', 7], ['2026-03-11T01:00:00.000Z', 'urgent', 10],
    ['2026-03-15T01:00:00.000Z', 'urgent', 14], ['2026-03-15T01:00:00.001Z', 'overdue', 14],
  ])('at %s it says %s after %i days', (at, level, silentDays) => {
    expect(updateWarning(watched, at)).toMatchObject({ level, silentDays });
  });

  it('names the instant by which to update', () => {
    expect(updateWarning(watched, '2026-03-11T05:00:00Z')).toEqual({ level: 'urgent', silentDays: 10, limitAt: '2026-03-15T01:00:00.000Z', text: '已10天未更新，请于2026年3月15日9时00分前更新' });
  });

  it('counts from opening when nothing was posted, and leaves service and closing accounts alone', () => {
    expect(updateWarning({ ...watched, lastPostAt: null, openedOn: '2026-03-01' }, '2026-03-12T01:00:00Z')).toMatchObject({ level: 'urgent', silentDays: 11 });
    expect(updateWarning({ ...watched, kind: 'service' }, '2026-06-01T00:00:00Z')).toMatchObject({ level: 'none', silentDays: null });
    expect(updateWarning({ ...watched, status: 'closing_notice' }, '2026-06-01T00:00:00Z').level).toBe('none');
    expect(updateWarning({ ...watched, lastPostAt: null, openedOn: null }, '2026-06-01T00:00:00Z').silentDays).toBeNull();
  });
});
