import type { Validity } from './validity.js';

export const GAZETTE_STATUSES = ['draft', 'signed'] as const;
export type GazetteStatus = (typeof GAZETTE_STATUSES)[number];
export const GAZETTE_STATUS_WORDS: Record<GazetteStatus, string> = { draft: '编辑中', signed: '已签发' };

/** composed: made of documents of the library; back_catalogue: taken in as it was printed. */
export const GAZETTE_ORIGINS = ['composed', 'back_catalogue'] as const;
export type GazetteOrigin = (typeof GAZETTE_ORIGINS)[number];

/** How the text of an item came here. */
export const GAZETTE_TEXT_STATES = ['library', 'typed', 'ocr_unchecked', 'ocr_checked'] as const;
export type GazetteTextState = (typeof GAZETTE_TEXT_STATES)[number];
export const GAZETTE_TEXT_STATE_WORDS: Record<GazetteTextState, string> = { library: '文件库正文', typed: '录入文本', ocr_unchecked: '扫描识别，未校对', ocr_checked: '扫描识别，已校对' };

/** Sections of a gazette that are offered first; any other name may be given. */
export const GAZETTE_SECTIONS = ['市政府文件', '市政府办公室文件', '部门文件', '人事任免', '大事记'] as const;

export interface GazetteIssueSummaryView {
  id: string;
  /** 云溪市人民政府公报; issues of former years may have borne another name. */
  masthead: string;
  year: number;
  issueNo: number;
  /** 总第几期; null when it is not counted. */
  totalNo: number | null;
  /** Residents see a signed issue from this day on. */
  publishedOn: string;
  status: GazetteStatus;
  origin: GazetteOrigin;
  items: number;
}

export interface GazetteErratumView {
  id: string;
  itemId: string | null;
  text: string;
  at: string;
  recordedByName: string | null;
  /** Residents see it once another person has confirmed it; null before. */
  confirmedAt: string | null;
  confirmedByName: string | null;
  /** Recorded by the one who looks: somebody else confirms it. */
  own: boolean;
}

export interface GazetteItemView {
  id: string;
  section: string;
  /** The document in the library; null when only the gazette has its text. */
  documentId: string | null;
  title: string;
  docNumber: string | null;
  issuer: string | null;
  signedOn: string | null;
  /** On the day of the answer; unknown when it is not in the library. */
  validity: Validity;
  textState: GazetteTextState;
  /** The document was taken out of public sight after it was printed: residents see its title and no text. */
  withdrawn: boolean;
  /** SHA-256 (hex) of the text file of the item, UTF-8. */
  digest: string;
}

export interface GazetteIssueView extends GazetteIssueSummaryView {
  sections: { name: string; items: GazetteItemView[] }[];
  errata: GazetteErratumView[];
  /** SHA-256 (hex) of the text file of the whole issue, UTF-8. */
  digest: string;
  savedByName: string | null;
  signedByName: string | null;
  signedAt: string | null;
  version: number;
}

export interface GazetteItemTextView extends GazetteItemView {
  issue: GazetteIssueSummaryView;
  /** '' when withdrawn. */
  text: string;
  errata: GazetteErratumView[];
  /** Version of the issue. */
  version: number;
}

/** A found item with the issue it stands in, and the words that were looked for in what stands around them. */
export interface GazetteHitView extends GazetteItemView { issue: GazetteIssueSummaryView; /** '' when it was found otherwise than by words of its text. */ excerpt: string; /** Exact spans of the excerpt. */ highlights: { start: number; end: number }[] }

export interface SaveGazetteIssueRequest {
  /** 0 for a new issue. */
  seenVersion: number;
  year: number;
  issueNo: number;
  totalNo: number | null;
  publishedOn: string;
  sections: { name: string; documentIds: string[] }[];
}
export interface SeenGazetteIssueRequest { seenVersion: number }
/** The text as it was compared with the scan, corrected where it was wrong. */
export interface CheckGazetteItemRequest { seenVersion: number; text: string }
export interface RecordErratumRequest { itemId: string | null; text: string }
export interface ListGazetteQuery { year?: number; status?: GazetteStatus; cursor?: string; limit?: number }
/** A unit whose documents the gazette prints, and how many. */
export interface GazetteIssuerView { name: string; items: number }

/** issuer: the whole name of the unit. */
export interface SearchGazetteQuery { q?: string; issuer?: string; fromOn?: string; toOn?: string; validity?: Validity; year?: number; cursor?: string; limit?: number }

/** One line of a back-catalogue file that was taken in or refused. */
export interface BackCatalogueRowView { line: number; status: 'imported' | 'unchanged' | 'refused'; issue: string | null; title: string | null; message: string | null }

/** What an issue may be numbered and hold; the same for what is composed and what is taken in. */
export const GAZETTE_LIMITS = { firstYear: 1949, lastYear: 2200, issueNo: 999, totalNo: 100_000, sectionChars: 60, textChars: 1_000_000 } as const;
