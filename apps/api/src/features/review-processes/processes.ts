import type { ContentKind, ReviewProcessView } from '@govmedia-hub/contracts';
import { REVIEW_PROCESSES } from '../rulebook/rulebook.service.js';
import type { ReviewProcessVersionEntity } from './review-process.entity.js';

export type OwnVersion = Pick<ReviewProcessVersionEntity, 'kind' | 'number' | 'name' | 'source' | 'effectiveFrom' | 'desks' | 'days'>;

/** The version that begins last wins; of those that begin together, the higher number. */
const later = (a: OwnVersion, b: OwnVersion): number => (a.effectiveFrom === b.effectiveFrom ? b.number - a.number : a.effectiveFrom! < b.effectiveFrom! ? 1 : -1);

const own = ({ kind, number, name, source, effectiveFrom, desks, days }: OwnVersion): ReviewProcessView =>
  ({ id: `own.${kind}`, name, version: String(number), source, effectiveFrom: effectiveFrom ?? '', effectiveTo: null, kinds: [kind], desks, days });

/** Every process there is: those that came with the hub and those that the city put in force. */
export class Processes {
  constructor(private readonly versions: readonly OwnVersion[] = [], private readonly builtIn: readonly ReviewProcessView[] = REVIEW_PROCESSES) {}

  /** The city's version of a kind on a day, or null. */
  ownInForce(kind: ContentKind, on: string): OwnVersion | null {
    return this.versions.filter((version) => version.kind === kind && version.effectiveFrom !== null && version.effectiveFrom <= on).sort(later)[0] ?? null;
  }

  /** The process in force for a kind of content on a day; before the first of all, the first. */
  inForce(kind: ContentKind, on: string): ReviewProcessView {
    const city = this.ownInForce(kind, on);
    if (city) return own(city);
    const ofKind = this.builtIn.filter((process) => process.kinds.includes(kind));
    const found = ofKind.find((process) => process.effectiveFrom <= on && (process.effectiveTo === null || on <= process.effectiveTo)) ?? ofKind[0];
    if (!found) throw new Error(`no review process for ${kind}`);
    return found;
  }

  /** The very version that a text was handed in under. Texts from before versions were kept go by the first. */
  of(kind: ContentKind, fixed: { processId: string; processVersion: string } | null): ReviewProcessView {
    if (fixed === null) return this.builtIn.find((process) => process.kinds.includes(kind))!;
    const city = this.versions.find((version) => `own.${version.kind}` === fixed.processId && String(version.number) === fixed.processVersion);
    const found = city ? own(city) : this.builtIn.find(({ id, version }) => id === fixed.processId && version === fixed.processVersion);
    if (!found) throw new Error(`review process ${fixed.processId} version ${fixed.processVersion} is gone`);
    return found;
  }
}
