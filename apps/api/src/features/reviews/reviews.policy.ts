import { GATES, type ContentStatus, type ErrorCode, type Gate } from '@govmedia-hub/contracts';

export const STEPS = [1, 2, 3] as const;
export type Step = (typeof STEPS)[number];

/** What has been said in the current round. */
export interface Verdict {
  gate: Gate | null;
  step: Step | null;
  verdict: 'passed' | 'approved' | 'returned';
  digest: string;
  byId: string;
}

export interface TextUnderReview {
  status: ContentStatus;
  digest: string;
  authorIds: readonly string[];
  verdicts: readonly Verdict[];
}

export const openGates = (verdicts: readonly Verdict[]): Gate[] => GATES.filter((gate) => !verdicts.some((entry) => entry.gate === gate && entry.verdict === 'passed'));

/** The review step that is due, or null when all three have approved. */
export const nextStep = (verdicts: readonly Verdict[]): Step | null => STEPS.find((step) => !verdicts.some((entry) => entry.step === step && entry.verdict === 'approved')) ?? null;

/** True when all five gates and three reviews by three persons stand on exactly this digest. */
export function fullyApproved({ digest, authorIds, verdicts }: TextUnderReview): boolean {
  const reviews = verdicts.filter((entry) => entry.step !== null && entry.verdict === 'approved');
  const persons = new Set(reviews.map((entry) => entry.byId));
  return openGates(verdicts).length === 0 && nextStep(verdicts) === null && persons.size === STEPS.length
    && verdicts.every((entry) => entry.verdict !== 'returned' && entry.digest === digest && !authorIds.includes(entry.byId));
}

/** Why this person may not close this gate now, or null. `holding` counts the gate's findings that keep it shut. */
export function whyNotClose(text: TextUnderReview, gate: Gate, personId: string, request: { digest: string; verdict: 'passed' | 'returned' }, holding: number): ErrorCode | null {
  if (text.status !== 'in_gates') return 'contents.move_not_allowed';
  if (request.digest !== text.digest) return 'reviews.digest_changed';
  if (text.authorIds.includes(personId)) return 'reviews.own_text';
  if (text.verdicts.some((entry) => entry.gate === gate)) return 'reviews.gate_already_closed';
  return request.verdict === 'passed' && holding > 0 ? 'reviews.open_findings' : null;
}

/** Why this person may not take this review step now, or null: three steps, three persons, none an author. */
export function whyNotReview(text: TextUnderReview, step: Step, personId: string, request: { digest: string }): ErrorCode | null {
  if (text.status === 'in_gates') return 'reviews.gates_open';
  if (text.status !== 'in_review') return 'contents.move_not_allowed';
  if (request.digest !== text.digest) return 'reviews.digest_changed';
  if (text.authorIds.includes(personId)) return 'reviews.own_text';
  if (text.verdicts.some((entry) => entry.step !== null && entry.byId === personId)) return 'reviews.same_person_twice';
  return nextStep(text.verdicts) === step ? null : 'reviews.step_out_of_order';
}
