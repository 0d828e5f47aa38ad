import type { CitationView, DocumentStatus, Validity } from '@govmedia-hub/contracts';
import { In } from 'typeorm';
import type { Db } from '../../foundation/database/database.js';
import { DocumentEntity, DocumentSectionEntity } from './document.entity.js';
import { only } from './title-keys.js';
import { validitiesOf } from './validity-reader.js';

/** What of a citation decides which document it means. */
export interface CitedTarget {
  titleKey: string | null;
  docNumber: string | null;
  targetAnchor: string | null;
  /** The citing document itself is meant. */
  own: boolean;
}

/** A document as far as a citation needs it. */
export type CitableDocument = Pick<DocumentEntity, 'id' | 'kind' | 'status' | 'title' | 'titleKey' | 'bodyTitleKey' | 'docNumber' | 'openness' | 'doubtful' | 'sortOn'>;

export interface ResolvedCitation {
  resolution: CitationView['resolution'];
  document: CitableDocument | null;
  validity: Validity;
}

const RANK: Record<DocumentStatus, number> = { released: 0, confirmed: 1, draft: 2, named: 3, withdrawn: 4 };
const BATCH = 400;

export const isPublic = (document: Pick<DocumentEntity, 'status' | 'openness'>): boolean => document.status === 'released' && document.openness === 'proactive';

/**
 * The document a citation means among candidates of the same number or title: the number decides, then the title;
 * a different number is a different document. Released texts go before drafts, texts before known titles, later before earlier.
 */
export function chooseCited(citation: Pick<CitedTarget, 'titleKey' | 'docNumber'>, candidates: readonly CitableDocument[]): CitableDocument | null {
  const sameTitle = (document: CitableDocument): boolean => citation.titleKey !== null && (document.titleKey === citation.titleKey || document.bodyTitleKey === citation.titleKey);
  const best = (documents: CitableDocument[]): CitableDocument | null =>
    documents.sort((a, b) => RANK[a.status] - RANK[b.status] || Number(a.doubtful) - Number(b.doubtful) || (a.sortOn < b.sortOn ? 1 : a.sortOn > b.sortOn ? -1 : 0) || (a.id < b.id ? -1 : 1))[0] ?? null;
  const usable = candidates.filter((document) => document.status !== 'withdrawn');
  if (citation.docNumber !== null) {
    const numbered = usable.filter((document) => document.docNumber === citation.docNumber);
    if (numbered.length > 0) return best(numbered.filter(sameTitle)) ?? best(numbered);
  }
  return best(usable.filter((document) => sameTitle(document) && (citation.docNumber === null || document.docNumber === null || document.kind === 'law')));
}

/** Finds candidates for many citations in few queries. */
export async function findCandidates(db: Db, citations: readonly Pick<CitedTarget, 'titleKey' | 'docNumber'>[]): Promise<CitableDocument[]> {
  const found = new Map<string, CitableDocument>();
  const ask = async (column: 'titleKey' | 'bodyTitleKey' | 'docNumber', keys: Set<string>): Promise<void> => {
    const wanted = [...keys];
    for (let i = 0; i < wanted.length; i += BATCH) {
      const rows = await db.find(DocumentEntity, { where: { [column]: In(wanted.slice(i, i + BATCH)) }, select: only('id', 'kind', 'status', 'title', 'titleKey', 'bodyTitleKey', 'docNumber', 'openness', 'doubtful', 'sortOn') });
      for (const row of rows) found.set(row.id, row);
    }
  };
  const titles = new Set(citations.flatMap((citation) => (citation.titleKey === null ? [] : [citation.titleKey])));
  await ask('titleKey', titles);
  await ask('bodyTitleKey', titles);
  await ask('docNumber', new Set(citations.flatMap((citation) => (citation.docNumber === null ? [] : [citation.docNumber]))));
  return [...found.values()];
}

/**
 * Resolves citations of one document against the library as it is now. With `publicOnly`, texts that residents may not read
 * are as if they were not there; known titles stay, for their repeal stands in a public text.
 */
export async function resolveCitations(db: Db, citing: CitableDocument, citations: readonly CitedTarget[], day: string, publicOnly: boolean): Promise<ResolvedCitation[]> {
  const candidates = (await findCandidates(db, citations)).filter((document) => document.id !== citing.id && (!publicOnly || isPublic(document) || document.status === 'named'));
  const byKey = new Map<string, CitableDocument[]>();
  for (const document of candidates) for (const key of [document.titleKey, document.bodyTitleKey, document.docNumber]) if (key !== null) byKey.set(key, [...(byKey.get(key) ?? []), document]);
  const chosen = citations.map((citation) => {
    if (citation.own) return citing;
    const near = new Set([...(byKey.get(citation.docNumber ?? '') ?? []), ...(byKey.get(citation.titleKey ?? '') ?? [])]);
    return chooseCited(citation, [...near]);
  });
  const ids = [...new Set(chosen.flatMap((document) => (document ? [document.id] : [])))];
  const validities = await validitiesOf(db, ids, day);
  const anchors = await anchorsOf(db, citations.flatMap((citation, i) => (citation.targetAnchor !== null && chosen[i] && chosen[i].status !== 'named' ? [{ documentId: chosen[i].id, anchor: citation.targetAnchor }] : [])));
  return citations.map((citation, i) => {
    const document = chosen[i]!;
    if (!document) return { resolution: 'not_in_library', document: null, validity: 'unknown' };
    const validity = validities.get(document.id) ?? 'unknown';
    if (document.status === 'named') return { resolution: 'named', document, validity };
    const missing = citation.targetAnchor !== null && !anchors.has(`${document.id} ${citation.targetAnchor}`);
    return { resolution: missing ? 'article_missing' : 'resolved', document, validity };
  });
}

async function anchorsOf(db: Db, wanted: { documentId: string; anchor: string }[]): Promise<Set<string>> {
  const found = new Set<string>();
  const byDocument = new Map<string, Set<string>>();
  for (const { documentId, anchor } of wanted) byDocument.set(documentId, (byDocument.get(documentId) ?? new Set()).add(anchor));
  for (const [documentId, anchors] of byDocument) {
    const list = [...anchors];
    for (let i = 0; i < list.length; i += BATCH) {
      const rows = await db.find(DocumentSectionEntity, { where: { documentId, anchor: In(list.slice(i, i + BATCH)) }, select: only('id', 'anchor') });
      for (const row of rows) found.add(`${documentId} ${row.anchor}`);
    }
  }
  return found;
}
