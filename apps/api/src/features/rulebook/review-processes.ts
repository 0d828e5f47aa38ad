import { CONTENT_KINDS, GATES, GATE_WORDS, PROOF_STEP_WORDS, REVIEW_STEP_WORDS, type DeskId, type DeskStep, type ReviewProcessDesk, type ReviewProcessView } from '@govmedia-hub/contracts';

export type { ReviewProcessDesk, ReviewProcessView as ReviewProcess } from '@govmedia-hub/contracts';

const STEPS = [1, 2, 3] as const satisfies readonly DeskStep[];
const gates: ReviewProcessDesk[] = GATES.map((gate) => ({ desk: `gate:${gate}`, name: GATE_WORDS[gate], role: 'reviewer', unit: 'own', after: [], apart: null, days: null }));
const allGates: DeskId[] = gates.map(({ desk }) => desk);

/** Three desks in their order, by three persons, once every gate has passed. */
const line = (kind: 'review' | 'proof', words: Record<DeskStep, string>, apart: string): ReviewProcessDesk[] =>
  STEPS.map((step) => ({ desk: `${kind}:${step}`, name: words[step], role: 'reviewer', unit: 'own', after: step === 1 ? allGates : [`${kind}:${(step - 1) as 1 | 2}`], apart, days: null }));

/** Versions of the process that come with the hub, oldest first; cities put their own after them, by kind of content. The first desk list still binds what was handed in while it was in force. */
export const REVIEW_PROCESSES: readonly ReviewProcessView[] = [
  {
    id: 'standard', name: '五关三审', version: '1', source: '国办发〔2018〕123号（分级分类审核、先审后发）；本系统默认流程', effectiveFrom: '2018-12-07', effectiveTo: '2025-12-31', kinds: [...CONTENT_KINDS], days: null,
    desks: [...gates, ...line('review', REVIEW_STEP_WORDS, 'reviews')],
  },
  {
    id: 'standard', name: '五关、三审三校', version: '2', source: '国办发〔2018〕123号（分级分类审核、先审后发）；三审三校按新闻出版通行做法和地方规定，一人不得办理三审中的两审', effectiveFrom: '2026-01-01', effectiveTo: null, kinds: [...CONTENT_KINDS], days: null,
    desks: [...gates, ...line('review', REVIEW_STEP_WORDS, 'reviews'), ...line('proof', PROOF_STEP_WORDS, 'proofs')],
  },
];
