import type { ContentKind, Gate } from './content-kinds.js';
import type { Role } from './roles.js';

/** 三校. */
export const PROOF_STEP_WORDS = { 1: '一校', 2: '二校', 3: '三校', 4: '四校', 5: '五校' } as const;
/** Three at least; a unit may add a fourth and a fifth. */
export const DESK_STEPS = [1, 2, 3, 4, 5] as const;
export type DeskStep = (typeof DESK_STEPS)[number];

/** One place in the chain at which a named person gives a verdict. */
export type DeskId = `gate:${Gate}` | `review:${DeskStep}` | `proof:${DeskStep}`;
export type DeskLine = 'gate' | 'review' | 'proof';

export interface ReviewProcessDesk {
  desk: DeskId;
  name: string;
  /** Who may: holders of this role, of the text's own unit or of any. */
  role: Role;
  unit: 'own' | 'any';
  /** Desks that must have approved before; desks without one another in this list run beside each other. */
  after: DeskId[];
  /** Desks of one group are closed by different persons; null when the desk stands alone. */
  apart: string | null;
  /** Working days from the day its turn comes, by priority; 0: the same day; null: the deadline rules of the house. Never later than the last day of the whole text. */
  days: Record<Priority, number> | null;
}

/** A step whose turn it is, with its own last day. */
export interface DueStepView { desk: DeskId; name: string; dueOn: string; overdue: boolean }

/** 审核流程: a version of who says what in which order, for some kinds of content. */
export interface ReviewProcessView {
  id: string;
  name: string;
  version: string;
  source: string;
  effectiveFrom: string;
  effectiveTo: string | null;
  kinds: ContentKind[];
  desks: ReviewProcessDesk[];
  /** Working days for all desks together, by priority; null: the deadline rules of the house. */
  days: Record<Priority, number> | null;
}

export interface ReturnReasonView { code: string; words: string; lines: DeskLine[] }
export interface SecrecyGroundView { code: string; words: string }

/** What forms at the desk offer and the server enforces; all of it is versioned data. */
export interface ReviewRulesView {
  returnReasons: { version: string; source: string; effectiveFrom: string; reasons: ReturnReasonView[] };
  secrecyGrounds: { version: string; source: string; effectiveFrom: string; grounds: SecrecyGroundView[] };
  claims: { version: string; source: string; effectiveFrom: string; hours: number };
}

export const PRIORITIES = ['normal', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];
export const PRIORITY_WORDS: Record<Priority, string> = { normal: '一般', urgent: '急件' };

/** 保密审查: why the text may be public, and what the examiner concludes. Kept with the verdict of the secrecy gate. */
export interface SecrecyRecordRequest { ground: string; conclusion: string }
export interface SecrecyRecordView extends SecrecyRecordRequest { groundWords: string; byName: string; forName: string | null; at: string; digest: string }

export interface ClaimView { desk: DeskId; byId: string; byName: string; until: string }
/** Without desks: every desk that is due and open to the person. */
export interface ClaimDesksRequest { desks?: DeskId[] }
export interface SetPriorityRequest { priority: Priority; seenVersion: number }

/** What this person approved of an earlier text and may affirm of this one in one act. */
export interface ReaffirmView { desks: { desk: DeskId; name: string; onBehalfOfId: string | null }[]; held: { desk: DeskId; name: string; why: string }[]; revisionId: string; revisionNumber: number; approvedAt: string }
export interface ReaffirmRequest { digest: string; opinion?: string }

/** 代审: one person acts for another of the same unit on some days. */
export interface DelegationView {
  id: string;
  orgId: string;
  fromId: string;
  fromName: string;
  toId: string;
  toName: string;
  fromOn: string;
  toOn: string;
  reason: string;
  status: 'ahead' | 'live' | 'over' | 'revoked';
  createdAt: string;
  revokedAt: string | null;
  revokedByName: string | null;
  mayRevoke: boolean;
}
export interface CreateDelegationRequest { toId: string; fromOn: string; toOn: string; reason: string }
export interface ColleagueView { id: string; name: string; post: string }
