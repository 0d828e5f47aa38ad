import type { Validity } from '@govmedia-hub/contracts';
import { Link } from 'react-router';
import { DocNumber, ValidityChip } from './ValidityChip.js';

/** One source line: title · 文号 · place · validity; opens the passage. */
export function CitationLine({ documentId, title, docNumber, label, anchor, validity, children }: {
  documentId: string | null; title: string | null; docNumber: string | null; label?: string | null; anchor?: string | null; validity: Validity; children?: React.ReactNode;
}) {
  const name = title ? `《${title.replace(/^《|》$/g, '')}》` : docNumber ?? '未写明名称';
  return (
    <span className="citation">
      {documentId ? <Link className="serif" to={`/documents/${documentId}${anchor ? `#${anchor}` : ''}`}>{name}</Link> : <span className="serif">{name}</span>}
      {docNumber && title && <DocNumber docNumber={docNumber} validity={validity} />}
      {label && <span className="nowrap">{label}</span>}
      <ValidityChip validity={validity} />
      {children}
    </span>
  );
}
