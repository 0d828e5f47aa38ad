/** How a passage's document stands on a civil date. */
export type PassageValidity = 'not_yet_in_force' | 'in_force' | 'amended' | 'repealed' | 'declared_lapsed' | 'expired' | 'unknown';

export type PassageKind = 'article' | 'qa' | 'guide' | 'interpretation' | 'document';

/** Only these may carry an answer. */
export const ANSWERING: ReadonlySet<PassageValidity> = new Set<PassageValidity>(['in_force', 'amended']);

/** One thing that can be found: an article of a policy, a reviewed Q&A, a service guide, a part of an interpretation. */
export interface Passage {
  id: string;
  kind: PassageKind;
  documentId: string;
  /** Title of the document it belongs to. */
  title: string;
  /** 第五条, 二、…, 申请材料; for a Q&A the title of its basis. */
  heading: string;
  /** The body; for a Q&A the answer. Highlights are spans of it. */
  text: string;
  /** Q&A: the question first, then other ways to ask it. */
  questions: readonly string[];
  docNumber: string | null;
  issuer: string | null;
  topics: readonly string[];
  /** For a Q&A: the validity of its basis, the worst of several. */
  validity: PassageValidity;
  /** 'YYYY-MM-DD', first and last civil day on which it may answer; null when open. */
  validFrom: string | null;
  validTo: string | null;
  /** 'YYYY-MM-DD', for the filter by date; null when unknown. */
  publishedOn: string | null;
  /** For a Q&A: the passage that it rests on, by id; what that says belongs to what the Q&A answers. */
  basisId?: string | null;
  /** Passed its reviews and is published. A passage that is not reviewed never answers. */
  reviewed: boolean;
}

/** The validity on a civil day: what the caller says, checked against the passage's own dates. */
export function validityOn(passage: Pick<Passage, 'validity' | 'validFrom' | 'validTo'>, on: string, stated: PassageValidity = passage.validity): PassageValidity {
  if (!ANSWERING.has(stated)) return stated;
  if (passage.validFrom !== null && on < passage.validFrom) return 'not_yet_in_force';
  if (passage.validTo !== null && on > passage.validTo) return 'expired';
  return stated;
}
