import type { DecideFilingRequest, FilingKind, FilingStatus } from '@govmedia-hub/contracts';
import { chineseDate, type DeadlineRuleId } from '@govmedia-hub/working-days';

export type FilingMove = 'save' | 'submit' | 'withdraw' | DecideFilingRequest['decision'];

interface Step {
  from: readonly FilingStatus[];
  /** Null keeps the status. */
  to: FilingStatus | null;
  /** The word that the history shows. */
  verb: string;
  /** What the event log says. */
  event: string;
  /** Whose turn it then is runs by this rule; null when nobody waits. */
  clock: DeadlineRuleId | null;
}

/** Every move of a filing; what is not in the table is refused. */
export const FILING_MOVES: Record<FilingMove, Step> = {
  save: { from: ['draft', 'correction'], to: null, verb: '保存', event: 'filings.saved', clock: null },
  submit: { from: ['draft', 'correction'], to: 'submitted', verb: '提交', event: 'filings.submitted', clock: 'filing.review' },
  withdraw: { from: ['draft', 'submitted', 'correction'], to: 'withdrawn', verb: '撤回', event: 'filings.withdrawn', clock: null },
  approve: { from: ['submitted'], to: 'approved', verb: '同意备案', event: 'filings.approved', clock: null },
  return: { from: ['submitted'], to: 'correction', verb: '退回补正', event: 'filings.returned', clock: 'filing.correction' },
  reject: { from: ['submitted'], to: 'rejected', verb: '不同意', event: 'filings.rejected', clock: null },
};

/** True when the move starts from this status. */
export const canMove = (move: FilingMove, status: FilingStatus): boolean => FILING_MOVES[move].from.includes(status);

/** Whose turn it is, in one sentence. */
export function turnSentence(filing: { status: FilingStatus; dueOn: string | null; filingNo: string | null }, names: { applicant: string; supervisor: string }): string {
  const by = filing.dueOn === null ? '' : `，最迟${chineseDate(filing.dueOn)}`;
  switch (filing.status) {
    case 'draft': return `等待${names.applicant}提交`;
    case 'submitted': return `等待${names.supervisor}审核${by}`;
    case 'correction': return `等待${names.applicant}补正${by}`;
    case 'approved': return `已备案，编号${filing.filingNo ?? ''}`;
    case 'rejected': return '不同意，已办结';
    case 'withdrawn': return '已撤回';
  }
}

/** How filing numbers are written: data of this city, to be replaced by its own. */
export const FILING_NUMBERS: { version: string; source: string; effectiveFrom: string; prefix: Record<FilingKind, string>; digits: number } = {
  version: '1',
  source: '本系统默认编号规则',
  effectiveFrom: '2018-12-07',
  prefix: { opening: '云新媒备', change: '云新媒变', closing: '云新媒停', cancellation: '云新媒销' },
  digits: 4,
};

/** '云新媒备〔2026〕0001号'. */
export function filingNumber(kind: FilingKind, year: number, serial: number): string {
  return `${FILING_NUMBERS.prefix[kind]}〔${year}〕${String(serial).padStart(FILING_NUMBERS.digits, '0')}号`;
}
