import { processProblems, type DeskId, type ReviewProcessDesk, type SaveReviewProcessRequest } from '@govmedia-hub/contracts';
import { REVIEW_PROCESSES } from '../rulebook/rulebook.service.js';
import { processChanges } from './process-changes.js';
import { Processes, type OwnVersion } from './processes.js';

const builtIn = REVIEW_PROCESSES[1]!;
const process = (more: Partial<SaveReviewProcessRequest> = {}) => ({ name: '五关、三审三校', source: '市政府办公室通知', days: { normal: 3, urgent: 1 }, desks: builtIn.desks, ...more });
const without = (desk: DeskId) => builtIn.desks.filter((entry) => entry.desk !== desk);
const changed = (desk: DeskId, more: Partial<ReviewProcessDesk>) => builtIn.desks.map((entry) => (entry.desk === desk ? { ...entry, ...more } : entry));
const fourth: ReviewProcessDesk = { desk: 'review:4', name: '主管单位终审', role: 'supervisor', unit: 'any', after: ['review:3'], apart: 'reviews', days: { normal: 2, urgent: 0 } };

describe('what a review process may be', () => {
  it.each([
    ['the process that came with the hub', process(), []],
    ['a fourth review by the supervising unit', process({ desks: [...builtIn.desks, fourth] }), []],
    ['gates one after the other', process({ desks: changed('gate:text', { after: ['gate:secrecy'] }) }), []],
    ['proofreadings after the reviews', process({ desks: changed('proof:1', { after: ['review:3'] }) }), []],
    ['no law gate', process({ desks: without('gate:law') }), ['缺少法律关。', '初审排在一个不存在的步骤之后。', '一校排在一个不存在的步骤之后。']],
    ['two reviews', process({ desks: without('review:3') }), ['三审不得少于三次，现在只有2次。']],
    ['two proofreadings', process({ desks: without('proof:3') }), ['三校不得少于三次，现在只有2次。']],
    ['one person for two reviews', process({ desks: changed('review:2', { apart: null }) }), ['三审须由不同的人审核，不能取消。']],
    ['one person for two proofreadings', process({ desks: changed('proof:3', { apart: 'reviews' }) }), ['三校须由不同的人校对，不能取消。']],
    ['a second review beside the first', process({ desks: changed('review:2', { after: builtIn.desks.slice(0, 5).map(({ desk }) => desk) }) }), ['复审应在初审之后。']],
    ['a review before a gate', process({ desks: changed('review:1', { after: ['gate:politics', 'gate:law', 'gate:policy', 'gate:secrecy'] }) }), expect.arrayContaining(['初审应在文字关之后。'])],
    ['two desks that wait for each other', process({ desks: builtIn.desks.map((entry) => (entry.desk === 'gate:law' ? { ...entry, after: ['gate:text'] } : entry.desk === 'gate:text' ? { ...entry, after: ['gate:law'] } : entry)) }), expect.arrayContaining(['法律关与别的步骤互相等待，永远轮不到。'])],
    ['a review by writers', process({ desks: changed('review:1', { role: 'operator' }) }), ['初审只能由本单位审核人员、本单位发布人员或者主管单位办理。']],
    ['a gate by the supervising unit', process({ desks: changed('gate:law', { role: 'supervisor', unit: 'any' }) }), ['法律关只能由本单位审核人员办理，他们才能判断检查结果。']],
    ['two steps of one name', process({ desks: changed('review:3', { name: '复审' }) }), ['步骤的名称不能重复。']],
    ['urgent texts that take longer', process({ days: { normal: 2, urgent: 5 } }), ['急件的期限不能长于一般内容。']],
    ['a gate on the same day', process({ desks: changed('gate:law', { days: { normal: 0, urgent: 0 } }) }), []],
    ['a step that takes longer than the text', process({ desks: changed('review:1', { days: { normal: 4, urgent: 1 } }) }), ['初审的期限应为0至3个工作日（急件0至1个），不能长于全文的期限。']],
    ['an urgent step that takes longer', process({ desks: changed('review:1', { days: { normal: 0, urgent: 1 } }) }), ['初审的急件期限不能长于一般内容。']],
    ['no days at all', process({ days: { normal: 0, urgent: 0 } }), ['一般的期限应为1至30个工作日。', '急件的期限应为1至30个工作日。']],
  ])('judges %s', (_, given, expected) => {
    expect(processProblems(given).map(({ message }) => message)).toEqual(expected);
  });

  it('goes by the version that began last, by kind of content, and by the hub\'s own before any', () => {
    const version = (number: number, effectiveFrom: string, kind: OwnVersion['kind'] = 'qa'): OwnVersion => ({ ...process(), kind, number, effectiveFrom });
    const processes = new Processes([version(3, '2026-12-01'), version(4, '2027-01-01'), version(5, '2026-12-01', 'guide')]);
    expect(['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'].map((on) => processes.inForce('qa', on).version)).toEqual(['2', '3', '3', '4']);
    expect(processes.inForce('post', '2027-01-01').version).toBe('2');
    expect(processes.of('qa', { processId: 'own.qa', processVersion: '3' })).toMatchObject({ version: '3', days: { normal: 3 } });
    expect(processes.of('qa', null).version).toBe('1');
    expect(() => processes.of('qa', { processId: 'own.qa', processVersion: '5' })).toThrow();
  });

  it('says in words what a version changes', () => {
    const before = { ...process(), days: { normal: 3, urgent: 1 } };
    expect(processChanges(before, before)).toEqual([]);
    expect(processChanges(before, { ...process({ desks: [...changed('gate:text', { after: ['gate:secrecy'], days: { normal: 0, urgent: 0 } }), fourth], days: { normal: 5, urgent: 1 } }) })).toEqual([
      { step: '整个流程', what: '一般期限', before: '3个工作日', after: '5个工作日' },
      { step: '文字关', what: '次序', before: '送审后即可办理', after: '保密关之后' },
      { step: '文字关', what: '一般期限', before: '按默认期限', after: '当日' },
      { step: '文字关', what: '急件期限', before: '按默认期限', after: '当日' },
      { step: '初审', what: '不能与谁同一人', before: '复审、终审', after: '复审、终审、主管单位终审' },
      { step: '复审', what: '不能与谁同一人', before: '初审、终审', after: '初审、终审、主管单位终审' },
      { step: '终审', what: '不能与谁同一人', before: '初审、复审', after: '初审、复审、主管单位终审' },
      { step: '主管单位终审', what: '新增的步骤', before: null, after: '主管单位，终审之后，2个工作日（急件当日）' },
    ]);
  });
});
