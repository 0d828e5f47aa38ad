import type { Validity } from '@govmedia-hub/contracts';
import { Link, Words } from '../elements/elements.js';
import { partName, titled } from '../words/names.js';
import { DocNumber, ValidityChip } from './validity-chip.js';

export interface SourceChipProps {
  to: string;
  title: string;
  docNumber: string | null;
  label: string | null;
  validity: Validity;
}

/** 文号 · 第N条 · validity; opens the passage. */
export function SourceChip({ to, title, docNumber, label, validity }: SourceChipProps) {
  return (
    <Link to={to} className="source-chip">
      {docNumber ? <DocNumber number={docNumber} validity={validity} /> : <Words className="doc-title">{titled(title)}</Words>}
      {label ? <Words className="source-label">{partName(label)}</Words> : null}
      <ValidityChip validity={validity} />
    </Link>
  );
}
