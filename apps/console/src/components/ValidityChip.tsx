import { VALIDITY_WORDS, type Validity } from '@govmedia-hub/contracts';

const TONES: Record<Validity, string> = { not_yet_in_force: 'accent', in_force: 'good', amended: 'amber', repealed: 'grey', declared_lapsed: 'grey', expired: 'grey', unknown: 'amber' };

/** How a document stands, with colour, word and shape. */
export function ValidityChip({ validity }: { validity: Validity }) {
  const { label, shape } = VALIDITY_WORDS[validity];
  return <span className={`chip tone-${TONES[validity]}`}><span aria-hidden="true">{shape}</span> {label}</span>;
}

/** A 文号; struck where the document no longer holds. */
export function DocNumber({ docNumber, validity }: { docNumber: string | null; validity?: Validity }) {
  if (!docNumber) return <span className="quiet">无文号</span>;
  const gone = validity === 'repealed' || validity === 'declared_lapsed' || validity === 'expired';
  return gone ? <s className="nowrap quiet">{docNumber}</s> : <span className="nowrap">{docNumber}</span>;
}
