import {
  ACCOUNT_RESULT_WORDS, ACCOUNT_STATUS_WORDS, CONTENT_STATUS_WORDS, DOCUMENT_STATUS_WORDS, FILING_STATUS_WORDS, INDICATOR_OUTCOME_WORDS, INSPECTION_STATUS_WORDS, LEXICON_VERSION_STATUS_WORDS, REVIEW_PROCESS_STATUS_WORDS, TASK_STATUS_WORDS, TICKET_STATUS_WORDS,
  type AccountResult, type AccountStatus, type ContentStatus, type DocumentStatus, type FilingStatus, type IndicatorOutcome, type InspectionStatus, type LexiconVersionStatus, type ReviewProcessStatus, type TaskStatus, type TicketStatus,
} from '@govmedia-hub/contracts';

export type Tone = 'accent' | 'good' | 'amber' | 'seal' | 'grey';
type Look = readonly [Tone, string];

const CONTENT: Record<ContentStatus, Look> = { draft: ['grey', '○'], in_gates: ['accent', '◔'], in_review: ['accent', '◑'], returned: ['amber', '↩'], approved: ['accent', '◕'], published: ['good', '●'], withdrawn: ['seal', '✕'] };
const DOCUMENT: Record<DocumentStatus, Look> = { draft: ['amber', '△'], confirmed: ['grey', '⊘'], released: ['good', '●'], withdrawn: ['seal', '✕'], named: ['grey', '○'] };
const FILING: Record<FilingStatus, Look> = { draft: ['grey', '○'], submitted: ['accent', '◔'], correction: ['amber', '↩'], approved: ['good', '●'], rejected: ['seal', '✕'], withdrawn: ['grey', '○'] };
const TICKET: Record<TicketStatus, Look> = { waiting: ['amber', '○'], accepted: ['accent', '◑'], answered: ['good', '●'], closed: ['grey', '●'] };
const TASK: Record<TaskStatus, Look> = { open: ['amber', '△'], closed: ['good', '●'] };
const ACCOUNT: Record<AccountStatus, Look> = { active: ['good', '●'], closing_notice: ['amber', '◐'], closed: ['grey', '○'], cancelled: ['grey', '○'] };
const INSPECTION: Record<InspectionStatus, Look> = { confirming: ['amber', '◔'], closed: ['good', '●'] };
const RESULT: Record<AccountResult, Look> = { pass: ['good', '●'], fail: ['seal', '✕'], pending: ['amber', '△'] };
const OUTCOME: Record<IndicatorOutcome, Look> = { clear: ['good', '·'], suspected: ['amber', '△'], undecidable: ['grey', '？'], not_applicable: ['grey', '–'], confirmed: ['seal', '✕'], dismissed: ['good', '○'] };
const LEXICON_VERSION: Record<LexiconVersionStatus, Look> = { draft: ['amber', '△'], scheduled: ['accent', '◌'], in_force: ['good', '●'], superseded: ['grey', '○'], ended: ['grey', '○'] };
const REVIEW_PROCESS: Record<ReviewProcessStatus, Look> = { draft: ['amber', '△'], scheduled: ['accent', '◌'], in_force: ['good', '●'], superseded: ['grey', '○'] };

/** A status with colour, shape and word; the same fact looks the same everywhere. */
export function StatusTag({ tone, shape, children }: { tone: Tone; shape: string; children: React.ReactNode }) {
  return <span className={`chip tone-${tone}`}><span aria-hidden="true">{shape}</span> {children}</span>;
}

const tag = <K extends string>(looks: Record<K, Look>, words: Record<K, string>) =>
  function Tag({ is }: { is: K }) {
    return <StatusTag tone={looks[is][0]} shape={looks[is][1]}>{words[is]}</StatusTag>;
  };

export const ContentStatusTag = tag(CONTENT, CONTENT_STATUS_WORDS);
export const DocumentStatusTag = tag(DOCUMENT, DOCUMENT_STATUS_WORDS);
export const FilingStatusTag = tag(FILING, FILING_STATUS_WORDS);
export const TicketStatusTag = tag(TICKET, TICKET_STATUS_WORDS);
export const TaskStatusTag = tag(TASK, TASK_STATUS_WORDS);
export const AccountStatusTag = tag(ACCOUNT, ACCOUNT_STATUS_WORDS);
export const InspectionStatusTag = tag(INSPECTION, INSPECTION_STATUS_WORDS);
export const AccountResultTag = tag(RESULT, ACCOUNT_RESULT_WORDS);
export const OutcomeTag = tag(OUTCOME, INDICATOR_OUTCOME_WORDS);
export const LexiconVersionTag = tag(LEXICON_VERSION, LEXICON_VERSION_STATUS_WORDS);
export const ReviewProcessTag = tag(REVIEW_PROCESS, REVIEW_PROCESS_STATUS_WORDS);
