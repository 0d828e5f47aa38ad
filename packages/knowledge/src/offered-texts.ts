import type { PassageStore } from './passage-store.js';
import type { Common } from './passage-table.js';

/** A title or a known question, with what it leads to. */
export interface OfferedText { text: string; id: string; common: Common }

/**
 * Every title once for each document and kind, and every question: read by documents, so that of their passages only those of
 * Q&As are made. Null now and then: others may be served.
 */
export function* offeredTexts(store: PassageStore): IterableIterator<OfferedText | null> {
  let looked = 0;
  for (const documentId of store.documentIds()) {
    const titled = new Set<string>();
    for (const slot of store.slotsOf(documentId)) {
      const common = store.commonAt(slot);
      if (common.kind === 'qa') for (const text of store.at(slot).questions) yield { text, id: store.idAt(slot), common };
      else if (!titled.has(common.kind)) {
        titled.add(common.kind);
        yield { text: common.title, id: store.idAt(slot), common };
      }
      if (++looked % 500 === 0 && titled.size === 0) yield null;
    }
    if (looked >= 500) {
      looked = 0;
      yield null;
    }
  }
}
