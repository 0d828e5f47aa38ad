import type { InspectionView } from '@govmedia-hub/contracts';
import { circularText } from './circular-text.js';
import { sheetsOf } from './workbook-task.js';

const view = (changes: Partial<InspectionView> = {}): InspectionView => ({
  id: 'i1', title: '2026年第一季度政务新媒体检查', packId: 'gbmh-2019-19', packVersion: '2019.1', monitoringPointAt: '2026-03-31T01:00:00.000Z', status: 'closed', accounts: 1, passed: 1, failed: 0, pending: 0, passRate: '100%', sentence: '本次检查1家单位的政务新媒体账号1个，合格1个，不合格0个，合格率100%。',
  startedByName: '褚检查', startedAt: '2026-03-31T02:00:00.000Z', version: 2, factsDigest: 'f'.repeat(64), byPlatform: [{ platform: 'weibo', accounts: 1, passed: 1, failed: 0, pending: 0, passRate: '100%' }],
  items: [{ accountId: 'a1', accountName: '=云溪发布', platform: 'weibo', sponsorName: '云溪市人民政府办公室', result: 'pass', verdicts: [] }], ...changes,
});
const around = { issuer: '云溪市人民政府办公室', on: '2026-04-01', source: '国办秘函〔2019〕19号' };

describe('the text of a circular', () => {
  it('asks for no rectification when nobody failed', () => {
    const texts = circularText(view(), around).flatMap((block) => (block.style === 'table' ? [] : [block.text]));
    expect(texts).toContain('本次检查未确认单项否决问题。');
    expect(texts.some((text) => text.includes('书面报送'))).toBe(false);
    expect(texts.some((text) => text.includes('监测时间点') && text.includes('2026年3月31日9时00分'))).toBe(true);
  });

  it('moves the day to report by off a holiday', () => {
    const failed = view({ passed: 0, failed: 1, items: [{ ...view().items[0]!, result: 'fail', verdicts: [{ id: 'v1', code: 'NM-V2.1', name: '监测时间点前2周内无更新', outcome: 'confirmed', reason: '机器理由', evidence: [], decidedByName: '褚检查', decidedReason: '已核实。' }] }] });
    const texts = circularText(failed, { ...around, on: '2026-09-24' }).flatMap((block) => (block.style === 'table' ? [] : [block.text]));
    // 4 October lies in the National Day holiday, which ends on the 7th.
    expect(texts.find((text) => text.includes('书面报送'))).toContain('于2026年10月8日前');
    expect(texts).toContain('“=云溪发布”（新浪微博，云溪市人民政府办公室）：已核实。');
  });
});

it('a name that begins with = stays a text in the workbook', () => {
  expect(sheetsOf(view(), { name: '指标', source: '来源', note: '说明' })[0]!.rows[0]![1]).toBe('=云溪发布');
});
