import type { AreaQuery, AreaView } from './areas.js';
import type { ContentKind } from './content-kinds.js';
import type { InterpretationChoice, InterpretationPlanView, OpennessDecisionView } from './interpretations.js';
import type { Openness, Validity } from './validity.js';

export const DOCUMENT_STATUSES = ['draft', 'confirmed', 'released', 'withdrawn', 'named'] as const;
/** confirmed: checked by a person, yet not public by its openness. named: known only by title because another document repeals or amends it. */
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];
export const DOCUMENT_STATUS_WORDS: Record<DocumentStatus, string> = { draft: '待确认', confirmed: '已确认，不公开', released: '已公开', withdrawn: '已撤下', named: '仅知标题' };

export type DocumentKind = 'official' | 'law';

export interface DocumentSummaryView {
  id: string;
  title: string;
  docNumber: string | null;
  issuer: string | null;
  kind: DocumentKind;
  topic: string | null;
  /** For which it was made; null when that is not known. */
  area: AreaView | null;
  signedOn: string | null;
  publishedOn: string | null;
  effectiveOn: string | null;
  expiresOn: string | null;
  openness: Openness | null;
  status: DocumentStatus;
  /** On the civil date of the answer (Asia/Shanghai). */
  validity: Validity;
  /** The unit that keeps the document in this hub. */
  orgId: string | null;
  version: number;
}

export interface SectionView {
  anchor: string;
  parentAnchor: string | null;
  depth: number;
  kind: string;
  /** 第十二条, 一、, （二） */
  label: string;
  heading: string | null;
  text: string;
}

export interface CitationView {
  text: string;
  /** Anchor of the section in which the citation stands. */
  anchor: string;
  title: string | null;
  docNumber: string | null;
  article: string | null;
  resolved: boolean;
  /** resolved, known by title only, article missing, or not in the library. */
  resolution: 'resolved' | 'named' | 'article_missing' | 'not_in_library';
  documentId: string | null;
  targetAnchor: string | null;
  validity: Validity;
}

export interface CitedByView {
  documentId: string;
  title: string;
  docNumber: string | null;
  anchor: string;
  targetAnchor: string | null;
  validity: Validity;
}

export interface ValidityChangeView {
  id: string;
  validity: Validity;
  fromOn: string | null;
  /** The instrument that did it. */
  byDocumentId: string | null;
  byTitle: string | null;
  byDocNumber: string | null;
  text: string;
  /** What an amendment touches; null when it may be anything. */
  anchors: string[] | null;
  /** By a person, not read from the instrument. */
  recorded: boolean;
}

/** A repeal, declared lapse or amendment that the instrument does not say in words a machine reads. */
export interface RecordValidityChangeRequest {
  seenVersion: number;
  validity: Extract<Validity, 'repealed' | 'declared_lapsed' | 'amended'>;
  fromOn: string;
  /** The instrument, confirmed in this library. */
  byDocumentId: string;
  /** Of the articles that an amendment touches; left out, it may be any. */
  anchors?: string[] | null;
  /** The words of the instrument that do it. */
  text: string;
}

/** A change that was read or recorded by mistake counts no more. */
export interface RevokeValidityChangeRequest { seenVersion: number; reason: string }

/** Somewhere that a document or one of its articles is cited. */
export interface CitingPlaceView {
  kind: ContentKind | 'document' | 'question';
  id: string;
  /** Of a text: the item it is edited as. */
  contentId: string | null;
  title: string;
  orgName: string | null;
  /** Where in a citing document. */
  anchor: string | null;
  targetAnchor: string | null;
  /** 第五条 */
  targetLabel: string | null;
  /** Of a document; null for texts. */
  validity: Validity | null;
  /** Of a text: its basis changed. */
  underReview: boolean;
}

/** One state of the text of a document. */
export interface DocumentVersionView {
  /** From 1, the text as first issued. */
  number: number;
  /** The days on which this text holds; toOn is null for the latest. */
  fromOn: string | null;
  toOn: string | null;
  /** The instrument that changed it; null for the first. */
  by: { id: string | null; title: string; docNumber: string | null } | null;
  digest: string;
}

export interface VersionPartView { anchor: string; label: string; heading: string | null; text: string }

/** Two versions side by side, article by article. */
export interface VersionComparisonView {
  document: { id: string; title: string; docNumber: string | null };
  before: DocumentVersionView;
  after: DocumentVersionView;
  rows: {
    /** moved: the same words under another number. */
    kind: 'same' | 'changed' | 'moved' | 'added' | 'removed';
    before: VersionPartView | null;
    after: VersionPartView | null;
    pieces: { kind: 'same' | 'removed' | 'added'; text: string }[];
  }[];
}

/** With the file of the amended text: which instrument changed it. */
export interface RecordVersionQuery { seenVersion: number; byDocumentId: string }
export interface CompareVersionsQuery { from?: number; to?: number }

export interface DocumentView extends DocumentSummaryView {
  addressees: string[];
  jointIssuers: string[];
  attachments: { title: string }[];
  sections: SectionView[];
  citations: CitationView[];
  citedBy: CitedByView[];
  validityChanges: ValidityChangeView[];
  /** States of the text, the first one first; empty when it never changed. */
  versions: DocumentVersionView[];
  /** SHA-256 of the canonical text, hex. */
  digest: string;
  /** Taken out of public sight: residents see this and no text. */
  withdrawnAt: string | null;
  withdrawnReason: string | null;
}

/** What staff see beside the original when they confirm an import. */
export interface DocumentDraftView extends DocumentView {
  originalText: string;
  fileName: string;
  opennessMark: string | null;
  /** With its ground and the person who decided; null on a draft. */
  opennessDecision: OpennessDecisionView | null;
  interpretation: InterpretationPlanView | null;
  problems: { line: number; message: string }[];
  importedByName: string | null;
  importedAt: string;
  confirmedByName: string | null;
  confirmedAt: string | null;
}

export interface ImportRowView {
  file: string;
  status: 'imported' | 'unchanged' | 'refused';
  documentId: string | null;
  document: {
    docNumber: string | null;
    title: string | null;
    issuer: string | null;
    signedOn: string | null;
    openness: Openness | null;
    articles: number;
    citations: { text: string; docNumber: string | null; title: string | null; article: string | null; resolved: boolean; validity: Validity }[];
  } | null;
  problems: { line: number; message: string }[];
}

export interface ConfirmDocumentRequest {
  seenVersion: number;
  title: string;
  docNumber: string | null;
  issuer: string;
  signedOn: string | null;
  publishedOn: string | null;
  effectiveOn: string | null;
  expiresOn: string | null;
  openness: Openness | null;
  /** Ground in the law; left out, the mark in the original is the ground where it says the same. */
  opennessGround?: string;
  opennessReason?: string;
  /** A policy goes public only with a plan for its interpretation or an exemption. */
  interpretation?: InterpretationChoice;
  topic?: string | null;
  /** Code of the area it holds for; left out, what was read at import stands. */
  areaCode?: string | null;
}

/** Of a document that is confirmed already; null: it cannot be told. */
export interface SetDocumentAreaRequest { seenVersion: number; areaCode: string | null }

export interface WithdrawDocumentRequest { seenVersion: number; reason: string }

/** National laws are released in batches by a supervisor, without a look at each original. */
export interface ReleaseDocumentsRequest {
  documentIds: string[];
  note: string;
}

export interface ListDocumentsQuery extends AreaQuery {
  q?: string;
  status?: DocumentStatus;
  validity?: Validity;
  kind?: DocumentKind;
  issuer?: string;
  topic?: string;
  fromOn?: string;
  toOn?: string;
  cursor?: string;
  limit?: number;
}
