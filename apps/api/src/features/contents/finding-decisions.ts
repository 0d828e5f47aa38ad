import type { FindingState, Severity } from '@govmedia-hub/contracts';
import type { Finding } from '@govmedia-hub/screening';

/** What is kept of a finding between two screenings. */
export interface KeptFinding {
  id: string;
  findingKey: string;
  severity: Severity;
  message: string;
  state: FindingState;
}

export interface FindingChanges {
  /** New findings. */
  added: Finding[];
  /** Known findings at their place in the new text; `reopen` when the judgement itself is another one. */
  moved: { id: string; finding: Finding; reopen: boolean }[];
  /** Findings whose text is gone. */
  fixed: string[];
}

/**
 * Carries people's decisions over to a new screening: the same finding keeps its decision wherever it moved; a finding
 * that weighs or says something else than when it was decided is open again; what is no longer found is fixed.
 */
export function carryOver(kept: readonly KeptFinding[], found: readonly Finding[]): FindingChanges {
  const known = new Map(kept.map((row) => [row.findingKey, row]));
  const changes: FindingChanges = { added: [], moved: [], fixed: [] };
  for (const finding of found) {
    const row = known.get(finding.key);
    if (!row) changes.added.push(finding);
    else changes.moved.push({ id: row.id, finding, reopen: row.state === 'fixed' || row.severity !== finding.severity || row.message !== finding.message });
    known.delete(finding.key);
  }
  for (const row of known.values()) if (row.state !== 'fixed') changes.fixed.push(row.id);
  return changes;
}

/** Findings that wait for a person: hints wait for nobody. */
export const waits = (finding: { severity: Severity; state: FindingState }): boolean => finding.state === 'open' && finding.severity !== 'note';

/** Findings that keep a gate shut: those that wait, and blocks that a person confirmed and nobody has fixed. */
export const holdsGate = (finding: { severity: Severity; state: FindingState }): boolean => waits(finding) || (finding.severity === 'block' && finding.state === 'confirmed');
