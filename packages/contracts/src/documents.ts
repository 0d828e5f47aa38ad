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
  validity: Validity;
  fromOn: string | null;
  /** The instrument that did it. */
  byDocumentId: string | null;
  byTitle: string | null;
  byDocNumber: string | null;
  text: string;
}

export interface DocumentView extends DocumentSummaryView {
  addressees: string[];
  jointIssuers: string[];
  attachments: { title: string }[];
  sections: SectionView[];
  citations: CitationView[];
  citedBy: CitedByView[];
  validityChanges: ValidityChangeView[];
  /** SHA-256 of the canonical text, hex. */
  digest: string;
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
  withdrawnAt: string | null;
  withdrawnReason: string | null;
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
}

export interface WithdrawDocumentRequest { seenVersion: number; reason: string }

/** National laws are released in batches by a supervisor, without a look at each original. */
export interface ReleaseDocumentsRequest {
  documentIds: string[];
  note: string;
}

export interface ListDocumentsQuery {
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
