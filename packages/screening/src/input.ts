/** A policy document that the text explains or rests on. */
export interface BoundSource {
  documentId: string;
  title: string;
  docNumber: string | null;
  validity: string;
  /** 'proactive' is the only openness that may be published from. */
  openness: string | null;
  text: string;
}

export type TextKind = 'interpretation' | 'qa' | 'post' | 'notice' | 'document';

export interface ScreeningInput {
  text: string;
  kind?: TextKind;
  sources?: BoundSource[];
  attachments?: { name: string; text: string }[];
  /** Civil day, 'YYYY-MM-DD', on which rules and names must apply. */
  asOf: string;
}

export type Validity = 'not_yet_in_force' | 'in_force' | 'amended' | 'repealed' | 'declared_lapsed' | 'expired' | 'unknown';

export interface LibraryEntry {
  documentId: string | null;
  title: string;
  docNumber: string | null;
  validity: Validity;
  /** Anchors ('art-12', 'art-12-1'); null when the document is only known by title. */
  articles: ReadonlySet<string> | null;
}

/** What the law gate asks of the library. Keys are those of chinese-text: canonicalDocumentNumber and titleKey. */
export interface LibraryIndex {
  byDocNumber(canonical: string): LibraryEntry | null;
  byTitle(titleKey: string): LibraryEntry[];
}

/** A library that knows nothing: every citation is unknown. */
export const emptyLibrary: LibraryIndex = { byDocNumber: () => null, byTitle: () => [] };
