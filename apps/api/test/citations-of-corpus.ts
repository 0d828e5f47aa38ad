import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { OfficialDocumentDraft } from '@govmedia-hub/official-documents';
import { chooseCited, type CitableDocument } from '../src/features/documents/citation-resolver.js';
import { readLawLine } from '../src/features/documents/readers/law-records.js';
import { keyOf } from '../src/features/documents/title-keys.js';

interface LawLine { title: string; publish?: string | null; status?: string | null; text: string }
export type DrawnCitation = OfficialDocumentDraft['citations'][number];

/** The collection of laws as far as citations need it: titles of all, articles of those that are asked. */
export class CorpusOfLaws {
  readonly laws: LawLine[];
  private readonly lines: string[];
  private readonly drafts = new Map<number, OfficialDocumentDraft>();
  private readonly byTitle = new Map<string, CitableDocument[]>();

  constructor(corpusDir: string) {
    this.lines = gunzipSync(readFileSync(path.join(corpusDir, 'laws.jsonl.gz'))).toString('utf8').split('\n').filter((line) => line.trim() !== '');
    this.laws = this.lines.map((line) => JSON.parse(line) as LawLine);
    for (const [at, law] of this.laws.entries()) {
      const titleKey = keyOf(law.title.replace(/\s+/g, ''));
      const document: CitableDocument = { id: String(at), kind: 'law', status: 'released', title: law.title, titleKey, bodyTitleKey: null, docNumber: null, openness: 'proactive', doubtful: law.status === 'superseded', sortOn: law.publish ?? '' };
      this.byTitle.set(titleKey, [...(this.byTitle.get(titleKey) ?? []), document]);
    }
  }

  draft(at: number): OfficialDocumentDraft | null {
    let draft = this.drafts.get(at) ?? null;
    if (!draft) {
      draft = readLawLine(this.lines[at]!, at + 1)?.draft ?? null;
      if (draft) this.drafts.set(at, draft);
    }
    return draft;
  }

  /** Where a law of that title and day stands in the collection; -1 when it is not there. */
  find(title: string, publishedOn: string): number {
    return this.laws.findIndex((law) => law.title === title && (law.publish ?? '') === publishedOn);
  }

  /** What the hub makes of a citation: the law, and whether it has the article. */
  resolve(citing: number, citation: DrawnCitation): { title: string | null; article: 'none' | 'found' | 'missing' } {
    const titleKey = citation.title === null ? null : keyOf(citation.title);
    const candidates = (titleKey === null ? [] : (this.byTitle.get(titleKey) ?? [])).filter((document) => document.id !== String(citing));
    const chosen = chooseCited({ titleKey, docNumber: citation.docNumber }, candidates);
    if (!chosen) return { title: null, article: 'none' };
    if (citation.article === null) return { title: chosen.title, article: 'none' };
    const has = this.draft(Number(chosen.id))?.sections.some((section) => section.anchor === citation.article!.anchor) ?? false;
    return { title: chosen.title, article: has ? 'found' : 'missing' };
  }
}

/** mulberry32: the same seed gives the same draw everywhere. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One citation of another document from each of as many laws, drawn by a seed. */
export function drawCitations(corpus: CorpusOfLaws, seed: number, count: number): { at: number; nth: number; citation: DrawnCitation }[] {
  const random = seeded(seed);
  const order = corpus.laws.map((_, at) => at);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  const drawn: { at: number; nth: number; citation: DrawnCitation }[] = [];
  for (const at of order) {
    if (drawn.length >= count) break;
    const others = (corpus.draft(at)?.citations ?? []).map((citation, nth) => ({ at, nth, citation })).filter(({ citation }) => !citation.self);
    if (others.length > 0) drawn.push(others[Math.floor(random() * others.length)]!);
  }
  return drawn;
}
