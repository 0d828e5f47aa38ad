import type { Validity } from '@govmedia-hub/contracts';

/** The dates of a document that decide how it stands. */
export interface ForceDates {
  signedOn: string | null;
  publishedOn: string | null;
  effectiveOn: string | null;
  /** Last day in force. */
  expiresOn: string | null;
  /** The source doubts that this is the text in force. */
  doubtful: boolean;
  /** Known by its title only. */
  named: boolean;
}

/** A repeal, lapse or amendment by a confirmed instrument. */
export interface ForceChange {
  validity: Extract<Validity, 'repealed' | 'declared_lapsed' | 'amended'>;
  /** First day on which it counts; null when no date is known, then it counts at once. */
  fromOn: string | null;
}

/**
 * How a document stands on a civil date of Asia/Shanghai. An end (repeal, declared lapse, expiry) outweighs an amendment;
 * among ends a repeal outweighs a lapse, and a lapse an expiry. Without any date, and for doubtful sources, nothing is vouched for.
 */
export function validityOn(dates: ForceDates, changes: readonly ForceChange[], day: string): Validity {
  const counts = (validity: ForceChange['validity']): boolean => changes.some((change) => change.validity === validity && (change.fromOn === null || change.fromOn <= day));
  if (counts('repealed')) return 'repealed';
  if (counts('declared_lapsed')) return 'declared_lapsed';
  if (dates.named) return 'unknown';
  if (dates.expiresOn !== null && dates.expiresOn < day) return 'expired';
  const begins = dates.effectiveOn ?? dates.publishedOn ?? dates.signedOn;
  if (begins === null) return 'unknown';
  if (begins > day) return 'not_yet_in_force';
  if (dates.doubtful) return 'unknown';
  return counts('amended') ? 'amended' : 'in_force';
}

/** The day a change begins to count: its own, else the day its instrument takes effect. */
export function changeBegins(fromOn: string | null, instrument: Pick<ForceDates, 'effectiveOn' | 'publishedOn' | 'signedOn'>): string | null {
  return fromOn ?? instrument.effectiveOn ?? instrument.publishedOn ?? instrument.signedOn;
}

/** Dates that contradict each other, in words for the person who confirms; empty when they agree. */
export function contradictions(dates: Pick<ForceDates, 'signedOn' | 'publishedOn' | 'effectiveOn' | 'expiresOn'>): string[] {
  const { signedOn, publishedOn, effectiveOn, expiresOn } = dates;
  const found: string[] = [];
  if (signedOn && publishedOn && publishedOn < signedOn) found.push('发布日期早于成文日期');
  if (signedOn && effectiveOn && effectiveOn < signedOn) found.push('施行日期早于成文日期');
  if (effectiveOn && expiresOn && expiresOn < effectiveOn) found.push('有效期截止早于施行日期');
  if (!effectiveOn && signedOn && expiresOn && expiresOn < signedOn) found.push('有效期截止早于成文日期');
  return found;
}
