import type { LexiconVersionStatus } from '@govmedia-hub/contracts';

/** What of a version decides when it is used. */
export interface DatedVersion {
  number: number;
  draftOf: string | null;
  effectiveFrom: string | null;
  effectiveTo: string | null;
}

const covers = (version: DatedVersion, on: string): boolean => version.draftOf === null && version.effectiveFrom !== null && version.effectiveFrom <= on && (version.effectiveTo === null || on <= version.effectiveTo);

/**
 * The version of one lexicon that is used on a civil day, or null: of those whose days hold it, the one that began last; of those
 * that began together, the one with the higher number. After the last day of a version the one before it is used again.
 */
export function versionOn<T extends DatedVersion>(versions: readonly T[], on: string): T | null {
  let found: T | null = null;
  for (const version of versions) {
    if (covers(version, on) && (!found || version.effectiveFrom! > found.effectiveFrom! || (version.effectiveFrom === found.effectiveFrom && version.number > found.number))) found = version;
  }
  return found;
}

/** How a version stands on a day beside the others of its lexicon. */
export function statusOn(version: DatedVersion, versions: readonly DatedVersion[], on: string): LexiconVersionStatus {
  if (version.draftOf !== null || version.effectiveFrom === null) return 'draft';
  if (version.effectiveFrom > on) return 'scheduled';
  if (version.effectiveTo !== null && version.effectiveTo < on) return 'ended';
  return versionOn(versions, on)?.number === version.number ? 'in_force' : 'superseded';
}
