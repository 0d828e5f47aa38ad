import { VALIDITY_WORDS, type Validity } from '@govmedia-hub/contracts';
import { Words } from '../elements/elements.js';

/** Colour, word and shape, the same everywhere. */
export function ValidityChip({ validity }: { validity: Validity }) {
  const { label, shape } = VALIDITY_WORDS[validity];
  return (
    <Words className={`validity validity-${validity}`}>
      <Words className="validity-shape" hidden>{shape}</Words>
      <Words className="validity-word">{label}</Words>
    </Words>
  );
}

/** Mark of an answer whose basis has changed. */
export function UnderReviewChip() {
  return (
    <Words className="validity validity-under_review">
      <Words className="validity-shape" hidden>△</Words>
      <Words className="validity-word">依据已变更，正在复核</Words>
    </Words>
  );
}

const ENDED: readonly Validity[] = ['repealed', 'declared_lapsed', 'expired'];

/** 文号, struck through once the document no longer holds. */
export function DocNumber({ number, validity }: { number: string; validity: Validity }) {
  return <Words as={ENDED.includes(validity) ? 'del' : 'span'} className="doc-number">{number}</Words>;
}
