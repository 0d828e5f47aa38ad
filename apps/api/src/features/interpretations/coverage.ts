import { COVERAGE_STATES, INTERPRETATION_FORMS, type CoverageRowView, type CoverageState, type InterpretationForm } from '@govmedia-hub/contracts';

/** What is public about one policy. */
export interface Interpreted { id: string; contentId: string; title: string; forms: readonly InterpretationForm[]; publishedOn: string }
export interface Promised { forms: readonly InterpretationForm[]; dueOn: string | null; exempt: boolean }

/** Forms that a text shows by its kind and its blocks, beside those a person named. A text without any mark is a plain article. */
export function formsOf(kind: string, blockTypes: readonly string[], named: readonly InterpretationForm[]): InterpretationForm[] {
  const found = new Set<InterpretationForm>(named);
  if (kind === 'qa' || blockTypes.includes('qa')) found.add('qa');
  if (blockTypes.some((type) => type === 'picture' || type === 'image' || type === 'chart')) found.add('picture');
  if (blockTypes.includes('audio')) found.add('audio');
  if (blockTypes.includes('video')) found.add('video');
  if (kind === 'interpretation' && blockTypes.some((type) => type === 'paragraph' || type === 'list' || type === 'table' || type === 'heading')) found.add('text');
  return INTERPRETATION_FORMS.filter((form) => found.has(form));
}

/** Covered when every promised form is public; overdue from the day after the last day. */
export function stateOf(plan: Promised | null, published: readonly Interpreted[], today: string): CoverageState {
  if (plan === null) return published.length > 0 ? 'covered' : 'no_plan';
  if (plan.exempt) return published.length > 0 ? 'covered' : 'exempt';
  const there = new Set(published.flatMap((entry) => entry.forms));
  if (plan.forms.every((form) => there.has(form))) return 'covered';
  return plan.dueOn !== null && today > plan.dueOn ? 'overdue' : 'waiting';
}

export function cellsOf(plan: Promised | null, published: readonly Interpreted[]): CoverageRowView['cells'] {
  return INTERPRETATION_FORMS.map((form) => ({
    form, planned: plan !== null && plan.forms.includes(form),
    publications: published.filter((entry) => entry.forms.includes(form)).map(({ id, contentId, title, publishedOn }) => ({ id, contentId, title, publishedOn, late: plan !== null && plan.dueOn !== null && publishedOn > plan.dueOn })),
  }));
}

export const countStates = (rows: readonly { state: CoverageState }[]): Record<CoverageState, number> =>
  Object.fromEntries(COVERAGE_STATES.map((state) => [state, rows.filter((row) => row.state === state).length])) as Record<CoverageState, number>;
