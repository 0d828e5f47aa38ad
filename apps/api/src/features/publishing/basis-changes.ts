import { ANSWERING_VALIDITIES } from '@govmedia-hub/contracts';
import { civilDate } from '../../foundation/clock/clock.js';
import type { BasisChange, Standing } from '../documents/documents.reader.js';
import type { PublicationEntity, PublicationQuestionEntity } from './publication.entity.js';

/** What a text, or one question of it, rests on. */
export interface BasisRef { documentId: string; anchor: string | null }

/** A public text as far as its standing is concerned. */
export type StandingText = Pick<PublicationEntity, 'id' | 'kind' | 'sources' | 'blocks' | 'changedAt' | 'reviewedOn'>;

export interface Bases {
  /** The civil date of the answer. */
  today: string;
  standings: ReadonlyMap<string, Standing>;
  /** 'publicationId changeKey' of amendments that a reviewer found to leave the text right. */
  reaffirmed: ReadonlySet<string>;
}

export const reaffirmationKey = (publicationId: string, changeKey: string): string => `${publicationId} ${changeKey}`;

export const refOfQuestion = ({ documentId, anchor }: Pick<PublicationQuestionEntity, 'documentId' | 'anchor'>): BasisRef => ({ documentId, anchor });

/** Questions and answers rest on the article each of them names; other texts on all they are bound to. */
export function refsOf(text: Pick<PublicationEntity, 'kind' | 'sources' | 'blocks'>): BasisRef[] {
  const bound = text.sources.map(({ documentId, anchor }) => ({ documentId, anchor }));
  const asked = text.blocks.flatMap((block): BasisRef[] => {
    if (block.type !== 'qa') return [];
    const documentId = block.documentId ?? bound[0]?.documentId;
    return documentId ? [{ documentId, anchor: block.anchor ?? bound.find((source) => source.documentId === documentId)?.anchor ?? null }] : [];
  });
  if (text.kind !== 'qa' || asked.length === 0) return [...bound, ...asked];
  return [...asked, ...bound.filter((source) => !asked.some((ref) => ref.documentId === source.documentId))];
}

/** Whether a change touches what the reference names; a reference to a whole document is touched by any. */
export const touches = (ref: BasisRef, documentId: string, change: Pick<BasisChange, 'anchors'>): boolean =>
  ref.documentId === documentId && (change.anchors === null || ref.anchor === null || change.anchors.has(ref.anchor));

/** An amendment is settled by a text reviewed from its first day on and in the knowledge of it, or by a reviewer who found the text still right; an end never. */
export function isSettled(text: Pick<StandingText, 'id' | 'changedAt' | 'reviewedOn'>, change: BasisChange, reaffirmed: Bases['reaffirmed']): boolean {
  if (change.change !== 'amended') return false;
  if (reaffirmed.has(reaffirmationKey(text.id, change.key))) return true;
  const since = change.fromOn !== null && change.fromOn > civilDate(change.knownAt) ? change.fromOn : civilDate(change.knownAt);
  return text.reviewedOn >= since && text.changedAt > change.knownAt;
}

/** True when what the references rest on may no longer carry an answer: 依据已变更，正在复核. */
export function isUnderReview(text: Pick<StandingText, 'id' | 'changedAt' | 'reviewedOn'>, refs: readonly BasisRef[], bases: Bases): boolean {
  return refs.some((ref) => {
    const standing = bases.standings.get(ref.documentId);
    if (!standing || !ANSWERING_VALIDITIES.includes(standing.validity)) return true;
    return standing.changes.some((change) => (change.fromOn === null || change.fromOn <= bases.today) && change.change === 'amended' && touches(ref, ref.documentId, change) && !isSettled(text, change, bases.reaffirmed));
  });
}

/** Changes of one document, those of days to come among them, that a text has still to follow; an end covers the amendments before it. */
export function unsettledChanges(text: StandingText, documentId: string, bases: Bases): BasisChange[] {
  const refs = refsOf(text);
  const open = (bases.standings.get(documentId)?.changes ?? []).filter((change) => refs.some((ref) => touches(ref, documentId, change)) && !isSettled(text, change, bases.reaffirmed));
  const ends = open.filter((change) => change.change !== 'amended' && (change.fromOn === null || change.fromOn <= bases.today));
  return ends.length > 0 ? open.filter((change) => change.change !== 'amended') : open;
}
