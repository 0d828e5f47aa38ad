import type { Validity } from '@govmedia-hub/contracts';
import type { Passage } from '@govmedia-hub/knowledge';

/** A passage of the index with where it comes from and where its link leads. */
export interface IndexedPassage {
  passage: Passage;
  /** The document of an article; the first basis of a publication; null when it has none. */
  documentId: string | null;
  publicationId: string | null;
  questionId: string | null;
  /** Documents whose validity it lives by. */
  basis: readonly string[];
  anchor: string;
  label: string;
  /** Short text of its own for an answer (a guide's time, fee and place); null where the text itself answers. */
  summary: string | null;
  docNumber: string | null;
  /** Code of the area for which it was made. */
  area: string | null;
  title: string;
  link: string;
}

/** From the most to the least fit to answer. */
const FITNESS: readonly Validity[] = ['in_force', 'amended', 'unknown', 'not_yet_in_force', 'expired', 'declared_lapsed', 'repealed'];

/** The validity of what rests on several documents: the worst of them; without a basis there is nothing to lapse. */
export function worstValidity(basis: readonly string[], validityOf: (documentId: string) => Validity): Validity {
  return basis.map(validityOf).reduce<Validity>((worst, one) => (FITNESS.indexOf(one) > FITNESS.indexOf(worst) ? one : worst), 'in_force');
}
