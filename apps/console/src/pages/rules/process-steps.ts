import { DESK_STEPS, LEAST_STEPS, PROOF_STEP_WORDS, REVIEW_STEP_WORDS, type DeskId, type DeskStep, type ReviewProcessDesk } from '@govmedia-hub/contracts';

export type Line = 'gate' | 'review' | 'proof';
export const lineOf = (desk: DeskId): Line => desk.slice(0, desk.indexOf(':')) as Line;
const of = (desks: readonly ReviewProcessDesk[], line: Line): ReviewProcessDesk[] => desks.filter(({ desk }) => lineOf(desk) === line);

export const mayAdd = (desks: readonly ReviewProcessDesk[], line: 'review' | 'proof'): boolean => of(desks, line).length < DESK_STEPS.length;
export const mayRemove = (desks: readonly ReviewProcessDesk[], line: 'review' | 'proof'): boolean => of(desks, line).length > LEAST_STEPS;

/** One more step at the end of a line; what came after the last step comes after the new one. */
export function addStep(desks: readonly ReviewProcessDesk[], line: 'review' | 'proof'): ReviewProcessDesk[] {
  const last = of(desks, line).at(-1)!;
  const step = (Number(last.desk.split(':')[1]) + 1) as DeskStep;
  const added: ReviewProcessDesk = { desk: `${line}:${step}`, name: (line === 'review' ? REVIEW_STEP_WORDS : PROOF_STEP_WORDS)[step], role: last.role, unit: last.unit, after: [last.desk], apart: last.apart, days: last.days };
  return desks.flatMap((desk) => (desk.desk === last.desk ? [desk, added] : [{ ...desk, after: desk.after.map((before) => (before === last.desk ? added.desk : before)) }]));
}

/** Takes the last step of a line away; what came after it comes after the one before. */
export function removeStep(desks: readonly ReviewProcessDesk[], line: 'review' | 'proof'): ReviewProcessDesk[] {
  const [before, last] = of(desks, line).slice(-2) as [ReviewProcessDesk, ReviewProcessDesk];
  return desks.filter(({ desk }) => desk !== last.desk).map((desk) => ({ ...desk, after: [...new Set(desk.after.map((id) => (id === last.desk ? before.desk : id)))] }));
}

export interface Apart { gates: boolean; lines: boolean }

/** Whether the gates are kept by different persons, and whether who reviewed may not proofread. */
export function apartOf(desks: readonly ReviewProcessDesk[]): Apart {
  return { gates: of(desks, 'gate').some(({ apart }) => apart !== null), lines: of(desks, 'review')[0]?.apart === of(desks, 'proof')[0]?.apart };
}

export function setApart(desks: readonly ReviewProcessDesk[], { gates, lines }: Apart): ReviewProcessDesk[] {
  const groups: Record<Line, string | null> = { gate: gates ? 'gates' : null, review: lines ? 'persons' : 'reviews', proof: lines ? 'persons' : 'proofs' };
  return desks.map((desk) => ({ ...desk, apart: groups[lineOf(desk.desk)] }));
}
