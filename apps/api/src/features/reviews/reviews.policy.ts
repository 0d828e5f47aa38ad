import type { ContentStatus, DeskId, DeskLine, ErrorCode, Gate } from '@govmedia-hub/contracts';
import type { ReviewProcess, ReviewProcessDesk } from '../rulebook/rulebook.service.js';

/** What has been said in the current round. */
export interface Verdict {
  desk: DeskId;
  verdict: 'passed' | 'approved' | 'returned';
  digest: string;
  byId: string;
  /** For whom a deputy gave it. */
  forId: string | null;
}

export interface TextUnderReview {
  status: ContentStatus;
  digest: string;
  authorIds: readonly string[];
  verdicts: readonly Verdict[];
  process: ReviewProcess;
}

/** Who acts: every account of the one human being, and the person in whose name. */
export interface Acting { accounts: readonly string[]; forId: string | null }

export const lineOf = (desk: DeskId): DeskLine => desk.slice(0, desk.indexOf(':')) as DeskLine;
export const gateOf = (desk: DeskId): Gate | null => (lineOf(desk) === 'gate' ? (desk.slice(5) as Gate) : null);

const good = (verdict: Verdict): boolean => verdict.verdict !== 'returned';
/** Everybody who answers for a verdict: who gave it, and for whom. */
const answerFor = (verdict: Verdict): string[] => [verdict.byId, ...(verdict.forId === null ? [] : [verdict.forId])];
const overlap = (left: readonly string[], right: readonly string[]): boolean => left.some((id) => right.includes(id));

/** Desks that have not approved, in the order of the process. */
export function openDesks({ process, verdicts }: Pick<TextUnderReview, 'process' | 'verdicts'>): ReviewProcessDesk[] {
  return process.desks.filter(({ desk }) => !verdicts.some((verdict) => verdict.desk === desk && good(verdict)));
}

/** Open desks whose turn it is: all that must come before has approved. */
export function dueDesks(text: Pick<TextUnderReview, 'process' | 'verdicts'>): ReviewProcessDesk[] {
  const open = openDesks(text);
  return open.filter((desk) => !desk.after.some((before) => open.some((other) => other.desk === before)));
}

export const openGates = (text: Pick<TextUnderReview, 'process' | 'verdicts'>): Gate[] => openDesks(text).flatMap(({ desk }) => gateOf(desk) ?? []);

/** The group of desks that must be closed by different persons. */
const apartFrom = (process: ReviewProcess, desk: ReviewProcessDesk): DeskId[] => (desk.apart === null ? [] : process.desks.filter((other) => other.apart === desk.apart && other.desk !== desk.desk).map((other) => other.desk));

/** True when every desk of the process has approved exactly this digest, no author among them and nobody twice in a group. */
export function fullyApproved(text: TextUnderReview): boolean {
  const { digest, authorIds, verdicts, process } = text;
  return openDesks(text).length === 0
    && verdicts.every((verdict) => good(verdict) && verdict.digest === digest && !overlap(answerFor(verdict), authorIds))
    && process.desks.every((desk) => {
      const own = verdicts.filter((verdict) => verdict.desk === desk.desk).flatMap(answerFor);
      return !verdicts.some((other) => apartFrom(process, desk).includes(other.desk) && overlap(own, answerFor(other)));
    });
}

export interface Asked { digest: string; good: boolean; /** A person affirms what they approved before: the order binds only what is new. */ again?: boolean }

/** Why these persons may not close this desk now, or null. `holding` counts the findings that keep a gate shut. */
export function whyNot(text: TextUnderReview, deskId: DeskId, { accounts, forId }: Acting, asked: Asked, holding = 0): ErrorCode | null {
  const desk = text.process.desks.find((entry) => entry.desk === deskId);
  if (!desk || (text.status !== 'in_gates' && text.status !== 'in_review')) return 'contents.move_not_allowed';
  const open = openDesks(text);
  const missing = asked.again ? [] : desk.after.filter((before) => open.some((other) => other.desk === before));
  if (missing.some((before) => lineOf(before) === 'gate')) return 'reviews.gates_open';
  if (asked.digest !== text.digest) return 'reviews.digest_changed';
  const persons = [...accounts, ...(forId === null ? [] : [forId])];
  if (overlap(persons, text.authorIds)) return 'reviews.own_text';
  if (lineOf(deskId) === 'gate' && text.verdicts.some((verdict) => verdict.desk === deskId)) return 'reviews.gate_already_closed';
  const apart = apartFrom(text.process, desk);
  const mine = text.verdicts.some((verdict) => (apart.includes(verdict.desk) || (desk.apart !== null && verdict.desk === deskId)) && overlap(persons, answerFor(verdict)));
  if (mine) return 'reviews.same_person_twice';
  if (missing.length > 0 || text.verdicts.some((verdict) => verdict.desk === deskId)) return 'reviews.step_out_of_order';
  return asked.good && holding > 0 ? 'reviews.open_findings' : null;
}
