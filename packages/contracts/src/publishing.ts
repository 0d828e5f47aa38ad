import type { AttachmentView, BoundSourceView, ContentBlock, ContentKind, GuideParts } from './contents.js';
import type { Validity } from './validity.js';

export interface PublicationSummaryView {
  id: string;
  kind: ContentKind;
  title: string;
  excerpt: string;
  orgName: string;
  topic: string | null;
  publishedAt: string;
  status: 'published' | 'withdrawn';
  /** True when a basis is no longer in force: 依据已变更，正在复核. */
  underReview: boolean;
}

export interface PublicationView extends PublicationSummaryView {
  blocks: ContentBlock[];
  guide: GuideParts | null;
  sources: BoundSourceView[];
  /** Files to download; none of a withdrawn text. */
  attachments: AttachmentView[];
  digest: string;
  reviewedOn: string;
  withdrawnAt: string | null;
  /** 更正 of this text that residents may read, oldest first. */
  corrections: CorrectionLinkView[];
  /** What this text corrects, when it is itself a correction. */
  corrects: CorrectionLinkView | null;
  withdrawnReason: string | null;
}

export interface CorrectionLinkView { id: string; title: string; publishedAt: string }

/** What was wrong and what is right; becomes the draft of a notice. */
export interface CreateCorrectionRequest { wrong: string; right: string; note?: string | null }

/** One reviewed question and answer, wherever it was published. */
export interface QuestionView {
  id: string;
  publicationId: string;
  question: string;
  answer: string;
  topic: string | null;
  orgName: string;
  reviewedOn: string;
  sources: { documentId: string; title: string; docNumber: string | null; anchor: string | null; label: string | null; validity: Validity }[];
  underReview: boolean;
}

export interface ListPublicationsQuery { kind?: ContentKind; topic?: string; documentId?: string; q?: string; cursor?: string; limit?: number }
