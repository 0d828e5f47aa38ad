import fc from 'fast-check';
import { isWorkingDay, workingDaysBetween } from './calendar.js';
import { addDays, addMonths, dayNumber, fromDayNumber } from './civil-dates.js';
import { pauseUntil, readClock } from './clocks.js';
import { DEADLINE_RULE_IDS, DEADLINE_RULES, findDeadlineRule, ruleText } from './deadline-rules.js';
import { deadline, mergePauses, type DeadlineUnit } from './deadlines.js';

const anyDay = fc.integer({ min: dayNumber('2019-01-02'), max: dayNumber('2026-06-01') }).map(fromDayNumber);
const anyPause = fc.tuple(anyDay, fc.nat(20)).map(([from, length]) => ({ from, to: addDays(from, length), reason: '等待补正' }));

describe('a deadline in working days', () => {
  it('is explained step by step, with the make-up day counted and the holiday left out', () => {
    const due = deadline({ receivedOn: '2026-09-18', rule: { amount: 5, unit: 'working_day' } });
    expect(due).toEqual({
      dueOn: '2026-09-24',
      confirmed: true,
      steps: [
        { on: '2026-09-18', text: '2026年9月18日（星期五）收到，当日不计入' },
        { on: '2026-09-18', text: '期限为5个工作日' },
        { on: '2026-09-20', text: '第1个工作日为2026年9月20日（星期日）' },
        { on: '2026-09-19', text: '2026年9月19日周末，不计入' },
        { on: '2026-09-20', text: '2026年9月20日国庆节调休上班，计入' },
        { on: '2026-09-24', text: '第5个工作日为2026年9月24日（星期四）' },
        { on: '2026-09-24', text: '截止日为2026年9月24日（星期四）' },
      ],
    });
    expect(deadline({ receivedOn: '2026-09-24', rule: { amount: 5, unit: 'working_day' } }).steps.map((step) => step.text)).toContain('2026年10月1日至2026年10月7日国庆节放假，共7日，不计入');
  });

  it('stands still while the applicant corrects the papers', () => {
    const due = deadline({ receivedOn: '2025-03-03', rule: { amount: 5, unit: 'working_day' }, pauses: [{ from: '2025-03-05', to: '2025-03-11', reason: '等待补正' }] });
    expect(due.dueOn).toBe('2025-03-17');
    expect(due.steps.map((step) => step.text)).toContain('2025年3月5日至2025年3月11日暂停计时（等待补正），共7日，不计入');
  });

  it('grows by an extension with its reason', () => {
    const due = deadline({ receivedOn: '2025-03-03', rule: { amount: 20, unit: 'working_day' }, extensions: [{ amount: 20, reason: '经负责人同意延长' }] });
    expect(workingDaysBetween('2025-03-03', due.dueOn)).toBe(40);
    expect(due.steps.map((step) => step.text)).toContain('延长20个工作日：经负责人同意延长');
  });

  it('says that a year is not known yet when it runs into it', () => {
    const due = deadline({ receivedOn: '2026-12-28', rule: { amount: 5, unit: 'working_day' } });
    expect(due).toMatchObject({ dueOn: '2027-01-04', confirmed: false });
    expect(due.steps.some((step) => step.text.startsWith('2027年放假安排尚未录入'))).toBe(true);
  });

  it('has exactly its number of unpaused working days between receipt and due day, whatever the pauses', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 40 }), fc.array(anyPause, { maxLength: 4 }), (receivedOn, amount, pauses) => {
      const { dueOn } = deadline({ receivedOn, rule: { amount, unit: 'working_day' }, pauses });
      let counted = 0;
      for (let on = addDays(receivedOn, 1); dayNumber(on) <= dayNumber(dueOn); on = addDays(on, 1)) if (isWorkingDay(on) && !pauses.some((pause) => pause.from <= on && on <= pause.to)) counted += 1;
      expect(counted).toBe(amount);
      expect(isWorkingDay(dueOn)).toBe(true);
      expect(pauses.some((pause) => pause.from <= dueOn && dueOn <= pause.to)).toBe(false);
    }));
  });
});

describe('a deadline in days or months', () => {
  it('moves to the next working day when it ends in a holiday', () => {
    const due = deadline({ receivedOn: '2025-09-21', rule: { amount: 10, unit: 'day' } });
    expect(due.dueOn).toBe('2025-10-09');
    expect(due.steps.at(-2)!.text).toBe('2025年10月1日（星期三）：国庆节、中秋节放假，顺延至2025年10月9日（星期四）');
  });

  it('ends on the last day of a shorter month', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(deadline({ receivedOn: '2023-01-31', rule: { amount: 1, unit: 'month' } }).dueOn).toBe('2023-02-28');
    expect(addMonths('2024-11-30', 3)).toBe('2025-02-28');
  });

  it('is due the same day when the rule says at once', () => {
    expect(deadline({ receivedOn: '2025-10-01', rule: { amount: 0, unit: 'day' } }).dueOn).toBe('2025-10-01');
  });

  it('never comes earlier for a longer term, a pause or a later receipt', () => {
    const unit = fc.constantFrom<DeadlineUnit>('working_day', 'day', 'month');
    fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 12 }), unit, anyPause, fc.nat(10), (receivedOn, amount, kind, pause, later) => {
      const due = (from: string, more: number, pauses: (typeof pause)[]): number => dayNumber(deadline({ receivedOn: from, rule: { amount: amount + more, unit: kind }, pauses }).dueOn);
      expect(due(receivedOn, 1, [])).toBeGreaterThanOrEqual(due(receivedOn, 0, []));
      expect(due(receivedOn, 0, [pause])).toBeGreaterThanOrEqual(due(receivedOn, 0, []));
      expect(due(addDays(receivedOn, later), 0, [])).toBeGreaterThanOrEqual(due(receivedOn, 0, []));
    }));
  });
});

it('overlapping pauses are counted once', () => {
  expect(mergePauses([{ from: '2025-03-10', to: '2025-03-12', reason: '征求第三方意见' }, { from: '2025-03-05', to: '2025-03-11', reason: '等待补正' }])).toEqual([{ from: '2025-03-05', to: '2025-03-12', reason: '等待补正、征求第三方意见' }]);
  expect(() => mergePauses([{ from: '2025-03-10', to: '2025-03-09', reason: '等待补正' }])).toThrow(RangeError);
});

describe('a running clock', () => {
  const rule = { amount: 5, unit: 'working_day' } as const;
  it('says how much is left, that it is due today, and how late it is', () => {
    expect(readClock({ receivedOn: '2025-03-03', rule, on: '2025-03-05' })).toMatchObject({ state: 'running', left: 3, dueOn: '2025-03-10', text: '还剩3个工作日，2025年3月10日到期' });
    expect(readClock({ receivedOn: '2025-03-03', rule, on: '2025-03-10' })).toMatchObject({ state: 'due_today', left: 0 });
    expect(readClock({ receivedOn: '2025-03-03', rule, on: '2025-03-12' })).toMatchObject({ state: 'overdue', left: -2, text: '已超期2个工作日' });
  });

  it('names no due day while paused, and goes on when the correction has come', () => {
    const paused = readClock({ receivedOn: '2025-03-03', rule, on: '2025-04-01', pauses: [{ from: '2025-03-05', to: null, reason: '等待补正' }] });
    expect(paused).toMatchObject({ state: 'paused', dueOn: null, left: null });
    const resumed = readClock({ receivedOn: '2025-03-03', rule, on: '2025-04-02', pauses: [{ from: '2025-03-05', to: pauseUntil('2025-04-02'), reason: '等待补正' }] });
    expect(resumed).toMatchObject({ state: 'running', dueOn: '2025-04-08' });
  });

  it('is not saved by a pause that began after it had run out', () => {
    expect(readClock({ receivedOn: '2025-03-03', rule, on: '2025-03-20', pauses: [{ from: '2025-03-18', to: null, reason: '等待补正' }] }).state).toBe('overdue');
  });
});

describe('the rules', () => {
  it('are one in force for every id, each with source and version', () => {
    for (const id of DEADLINE_RULE_IDS) expect(findDeadlineRule(id, '2025-01-01')).toMatchObject({ id, version: '1' });
    expect(DEADLINE_RULES.every((rule) => rule.source.length > 3)).toBe(true);
    expect(findDeadlineRule('disclosure.answer', '2019-05-14')).toBeNull();
    expect(ruleText(findDeadlineRule('disclosure.answer', '2025-01-01')!)).toBe('政府信息公开申请答复：20个工作日（《中华人民共和国政府信息公开条例》第三十三条，2019年5月15日起）');
  });
});
