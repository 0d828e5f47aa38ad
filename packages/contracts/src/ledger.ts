import type { DocumentKind, DocumentSummaryView } from './documents.js';
import type { Validity } from './validity.js';

/** Ways in which a document ends. */
export const ENDED_VALIDITIES = ['repealed', 'declared_lapsed', 'expired'] as const satisfies readonly Validity[];
export type EndedValidity = (typeof ENDED_VALIDITIES)[number];

/** One line of 失效文件清单. */
export interface EndedDocumentView {
  id: string;
  title: string;
  docNumber: string | null;
  issuer: string | null;
  kind: DocumentKind;
  validity: EndedValidity;
  /** First day without force; null when no date is known. */
  endedOn: string | null;
  /** What ended it; null when its own term ran out. */
  by: { id: string | null; title: string; docNumber: string | null } | null;
  /** False when only its title is known: there is no page to open. */
  hasText: boolean;
}

export interface ListEndedQuery { q?: string; validity?: EndedValidity; kind?: DocumentKind; issuer?: string; cursor?: string; limit?: number }

export const LEDGER_EXCEPTIONS = ['issued_not_public', 'public_not_reviewed'] as const;
export type LedgerException = (typeof LEDGER_EXCEPTIONS)[number];
export const LEDGER_EXCEPTION_WORDS: Record<LedgerException, string> = { issued_not_public: '发而未公开', public_not_reviewed: '公开而未审核' };

/** Whether a document is 行政规范性文件; 'undecided' until a person says so. */
export const NORMATIVE = ['yes', 'no', 'undecided'] as const;
export type Normative = (typeof NORMATIVE)[number];
export const NORMATIVE_WORDS: Record<Normative, string> = { yes: '规范性文件', no: '不是规范性文件', undecided: '未认定' };

/** One line of 规章和行政规范性文件台账. */
export interface LedgerRowView {
  document: DocumentSummaryView;
  orgName: string | null;
  normative: Normative;
  /** Its number has the form of a normative document (…规〔年份〕…); a hint, no decision. */
  looksNormative: boolean;
  legalityReviewNo: string | null;
  legalityReviewedOn: string | null;
  exceptions: LedgerException[];
  /** By whom and when the entry was last decided. */
  decidedByName: string | null;
  decidedAt: string | null;
  /** Of the entry; 0 while nobody decided it. */
  version: number;
}

export interface ListLedgerQuery { q?: string; normative?: Normative; exception?: LedgerException; orgId?: string; cursor?: string; limit?: number }

export interface DecideLedgerEntryRequest {
  seenVersion: number;
  normative: Exclude<Normative, 'undecided'>;
  legalityReviewNo: string | null;
  legalityReviewedOn: string | null;
}

/** How a unit keeps its 主动公开目录: what it made public, how quickly, and where it fell silent. */
export interface DisclosureUnitView {
  orgId: string;
  orgName: string;
  released: number;
  /** Made public within the term of the rulebook. */
  inTime: number;
  /** Later than the term, or not public though its term has run out. */
  late: LateDisclosureView[];
  /** Without a date that tells, so that nothing can be said. */
  undated: number;
  topics: { topic: string; released: number; latestOn: string | null }[];
  latestOn: string | null;
  /** True when the unit made nothing public for longer than the limit. */
  silent: boolean;
}

export interface LateDisclosureView { id: string; title: string; docNumber: string | null; signedOn: string; dueOn: string; publishedOn: string | null }

export interface DisclosureCatalogueView {
  year: string;
  /** The rules that were applied, with their sources. */
  rules: string[];
  units: DisclosureUnitView[];
}
