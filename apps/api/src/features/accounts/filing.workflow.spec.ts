import { FILING_STATUSES } from '@govmedia-hub/contracts';
import { canMove, FILING_MOVES, filingNumber, turnSentence, type FilingMove } from './filing.workflow.js';

describe('the way of a filing', () => {
  const moves = Object.keys(FILING_MOVES) as FilingMove[];
  it.each([
    ['draft', ['save', 'submit', 'withdraw']], ['correction', ['save', 'submit', 'withdraw']], ['submitted', ['withdraw', 'approve', 'return', 'reject']], ['approved', []], ['rejected', []], ['withdrawn', []],
  ] as const)('from %s only %j is possible', (status, possible) => {
    expect(moves.filter((move) => canMove(move, status))).toEqual(possible);
  });

  it('has a sentence for whose turn it is at every stop', () => {
    const names = { applicant: '云溪市民政局', supervisor: '云溪市人民政府办公室' };
    const said = FILING_STATUSES.map((status) => turnSentence({ status, dueOn: '2026-11-30', filingNo: '云新媒备〔2026〕0001号' }, names));
    expect(said).toEqual(['等待云溪市民政局提交', '等待云溪市人民政府办公室审核，最迟2026年11月30日', '等待云溪市民政局补正，最迟2026年11月30日', '已备案，编号云新媒备〔2026〕0001号', '不同意，已办结', '已撤回']);
  });

  it('writes filing numbers of each kind in its own series', () => {
    expect(filingNumber('opening', 2026, 1)).toBe('云新媒备〔2026〕0001号');
    expect(filingNumber('closing', 2027, 12345)).toBe('云新媒停〔2027〕12345号');
  });
});
