import type { ContentBlock } from './blocks.js';
import type { EmergencyView } from './emergencies.js';
import type { InterpretationForm, OpennessDecisionView } from './interpretations.js';
import type { ClaimView, DeskId, DeskStep, DueStepView, Priority, ReaffirmView, SecrecyRecordRequest, SecrecyRecordView } from './reviews.js';
import type { ContentKind, Gate } from './content-kinds.js';
import type { Openness, Validity } from './validity.js';

export type { ContentBlock } from './blocks.js';
export * from './content-kinds.js';

export const CONTENT_STATUSES = ['draft', 'in_gates', 'in_review', 'returned', 'approved', 'published', 'withdrawn'] as const;
export type ContentStatus = (typeof CONTENT_STATUSES)[number];
export const CONTENT_STATUS_WORDS: Record<ContentStatus, string> = {
  draft: '草稿', in_gates: '五关审核中', in_review: '三审三校中', returned: '已退回', approved: '待发布', published: '已发布', withdrawn: '已撤回',
};

export const SEVERITIES = ['block', 'warn', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];
export const SEVERITY_WORDS: Record<Severity, string> = { block: '必须处理', warn: '请核对', note: '提示' };

/** Structured parts of a service guide (办事指南). */
export interface GuideParts {
  audience: 'person' | 'enterprise';
  lifeEvent: string;
  conditions: string[];
  materials: { name: string; form: string; copies: number; note: string }[];
  steps: { title: string; detail: string }[];
  timeLimit: { amount: number; unit: 'working_day' | 'day'; text: string };
  fee: { free: boolean; text: string };
  place: string;
  hours: string;
  phone: string;
  onlineUrl: string | null;
  oneVisit: boolean;
}

export interface BoundSourceRequest { documentId: string; anchor: string | null }

export interface BoundSourceView extends BoundSourceRequest {
  title: string;
  docNumber: string | null;
  label: string | null;
  validity: Validity;
  openness: Openness | null;
}

export const FINDING_STATES = ['open', 'confirmed', 'dismissed', 'fixed'] as const;
export type FindingState = (typeof FINDING_STATES)[number];
export const FINDING_STATE_WORDS: Record<FindingState, string> = { open: '待处理', confirmed: '属实', dismissed: '误报', fixed: '已改正' };

export interface FindingView {
  id: string;
  gate: Gate;
  rule: string;
  severity: Severity;
  /** UTF-16 offsets in the revision's canonical text. */
  start: number;
  end: number;
  text: string;
  message: string;
  suggestion: string | null;
  source: string;
  /** Name of the attachment in whose text or name it lies; null for the text itself. */
  attachment: string | null;
  /** Where in the attachment, in words (工作表“名单” B3, 第2页); null in the text itself. */
  place: string | null;
  state: FindingState;
  decidedByName: string | null;
  reason: string | null;
}

export interface GateStateView {
  gate: Gate;
  verdict: 'open' | 'passed' | 'returned';
  byName: string | null;
  /** The person for whom a deputy gave it. */
  forName: string | null;
  at: string | null;
  opinion: string | null;
  /** Canned reasons of a return, in words. */
  reasons: string[];
  digest: string | null;
  lexiconVersion: string | null;
  openFindings: number;
}

/** One of the reviews, or one of the proofreadings: three at least. */
export interface ReviewStateView {
  step: DeskStep;
  /** As the process of the text calls it. */
  name: string;
  decision: 'open' | 'approved' | 'returned';
  byId: string | null;
  byName: string | null;
  /** The person for whom a deputy gave it. */
  forName: string | null;
  at: string | null;
  opinion: string | null;
  /** Canned reasons of a return, in words. */
  reasons: string[];
  digest: string | null;
  lexiconVersion: string | null;
}

export const REVIEW_STEP_WORDS = { 1: '初审', 2: '复审', 3: '终审', 4: '四审', 5: '五审' } as const;

/** A file that goes with a text; it keeps its id as long as it stays attached. */
export interface AttachmentView { id: string; name: string; bytes: number; sha256: string }

export interface RevisionView {
  id: string;
  number: number;
  title: string;
  blocks: ContentBlock[];
  guide: GuideParts | null;
  sources: BoundSourceView[];
  attachments: AttachmentView[];
  /** Plain text on which findings' offsets stand. */
  text: string;
  /** SHA-256 of the canonical revision (text, attachments, bound sources), hex. */
  digest: string;
  lexiconVersion: string;
  /** Saved over a version its writer had not seen: a copy that was kept, never current. */
  conflict: boolean;
  savedAt: string;
  savedByName: string;
}

export interface ContentSummaryView {
  id: string;
  kind: ContentKind;
  title: string;
  orgId: string;
  orgName: string;
  status: ContentStatus;
  topic: string | null;
  authorName: string;
  updatedAt: string;
  openFindings: number;
  blocking: number;
  /** Whose turn it is, in words. */
  turn: string;
  priority: Priority;
  /** Last day for gates, reviews and proofreadings; null while it is not in review. */
  dueOn: string | null;
  /** The steps whose turn it is, each with its own last day. */
  steps: DueStepView[];
  /** The text or one of these steps is past its last day. */
  overdue: boolean;
  version: number;
}

export interface ContentView extends ContentSummaryView {
  revision: RevisionView;
  findings: FindingView[];
  gates: GateStateView[];
  reviews: ReviewStateView[];
  proofs: ReviewStateView[];
  /** The version of the process it goes by: fixed when it is handed in. */
  process: { id: string; name: string; version: string };
  secrecyRecord: SecrecyRecordView | null;
  /** 公开属性; null while nobody decided, and then it cannot be published. */
  openness: OpennessDecisionView | null;
  /** The newest emergency release of it, or null. */
  emergency: EmergencyView | null;
  /** Forms of interpretation that a person named. */
  forms: InterpretationForm[];
  claims: ClaimView[];
  /** What the person who asks approved of an earlier text and may affirm of this one. */
  reaffirm: ReaffirmView | null;
  /** Colleagues for whom the person who asks may act today. */
  actingFor: { id: string; name: string }[];
  /** Persons who wrote any of its text; none of them may review it. */
  authorIds: string[];
  publicationId: string | null;
  publishedAt: string | null;
  withdrawnReason: string | null;
  /** What the person who asks may do now; the server decides again when it is done. */
  abilities: { edit: boolean; submit: boolean; decideFindings: boolean; closeGates: boolean; review: DeskStep | null; proofread: DeskStep | null; /** Desks that are due and open to the person, under the own name. */ desks: DeskId[]; claim: boolean; release: boolean; setPriority: boolean; decideOpenness: boolean; classify: boolean; requestEmergency: boolean; decideEmergency: boolean; publish: boolean; withdraw: boolean };
}

export interface SaveContentRequest {
  kind: ContentKind;
  title: string;
  topic?: string | null;
  blocks: ContentBlock[];
  guide?: GuideParts | null;
  sources: BoundSourceRequest[];
  /** The version the editor saw; required on every save but the first. */
  seenVersion?: number;
}

/** `proofread`: what was learnt from the published library reads too; it takes longer and is left out while somebody types. */
export interface ScreenTextRequest { text: string; documentIds?: string[]; docNumbers?: string[] }
export interface ScreenTextView {
  lexiconVersion: string;
  findings: { gate: Gate; rule: string; severity: Severity; start: number; end: number; text: string; message: string; suggestion: string | null; source: string }[];
}

/** The version that was seen, where the body carries a file or nothing. */
export interface SeenVersionQuery { seenVersion: number }
export interface SubmitContentRequest { seenVersion: number; priority?: Priority }
export interface DecideFindingRequest { decision: 'confirmed' | 'dismissed'; reason: string }
/** A verdict names the digest that was read; a return gives a canned reason or words of its own. */
interface GiveVerdictRequest { digest: string; opinion: string; reasons?: string[]; /** The person for whom a deputy acts. */ onBehalfOfId?: string }
/** The secrecy gate passes only with its record. */
export interface CloseGateRequest extends GiveVerdictRequest { verdict: 'passed' | 'returned'; secrecy?: SecrecyRecordRequest }
export interface ReviewContentRequest extends GiveVerdictRequest { step: DeskStep; decision: 'approved' | 'returned' }
export interface ProofreadContentRequest extends GiveVerdictRequest { step: DeskStep; decision: 'approved' | 'returned' }
export interface PublishContentRequest { digest: string; seenVersion: number }
export interface WithdrawContentRequest { reason: string; seenVersion: number }

export interface ListContentsQuery {
  q?: string;
  kind?: ContentKind;
  status?: ContentStatus;
  orgId?: string;
  /** Only what waits for the person who asks. */
  mine?: 'desk';
  /** Only texts in review with a step past its last day, the latest first. */
  overdue?: 'yes';
  cursor?: string;
  limit?: number;
}
