import type { LexiconEntry, LexiconKind } from '@govmedia-hub/contracts';
import { builtInLexicons, createScreener, type Screener } from '@govmedia-hub/screening';
import { ownRegisters } from '../lexicons/own-registers.reader.js';
import { count, emptyTally, onlyIn, type Tally, type TriedText } from './preview-tally.js';

/** Both versions of a lexicon; entries as they are stored. */
export interface PreviewLexicon { id: string; kind: LexiconKind; name: string; before: string[]; after: string[] }
export type PreviewJob = { session: string; lexicon?: PreviewLexicon; asOf: string; texts: TriedText[] };
/** `lost`: this thread does not hold the lexicon of the session; send it along. */
export type PreviewBatch = { lost: true } | { lost: false; added: Tally; removed: Tally; library: Tally };

let ready: { session: string; before: Screener; after: Screener } | null = null;

/** Runs in a worker thread, which keeps both versions compiled from one batch to the next. */
export async function run({ session, lexicon, asOf, texts }: PreviewJob): Promise<PreviewBatch> {
  if (ready?.session !== session) {
    if (!lexicon) return { lost: true };
    ready = { session, before: compile(lexicon, lexicon.before), after: compile(lexicon, lexicon.after) };
  }
  const batch = { lost: false as const, added: emptyTally(), removed: emptyTally(), library: emptyTally() };
  for (const text of texts) {
    const before = ready.before.screenTerms(text.text, asOf);
    const after = ready.after.screenTerms(text.text, asOf);
    const added = onlyIn(after, before);
    if (text.where === 'document') count(batch.library, text, added);
    else {
      count(batch.added, text, added);
      count(batch.removed, text, onlyIn(before, after));
    }
  }
  return batch;
}

function compile({ id, kind, name }: PreviewLexicon, chunks: readonly string[]): Screener {
  const entries = chunks.flatMap((text) => JSON.parse(text) as LexiconEntry[]);
  return createScreener({ ...builtInLexicons, own: ownRegisters('preview', [{ id, kind, name, number: 0, source: '', entries }]) });
}
