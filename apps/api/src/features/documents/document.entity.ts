import type { DocumentKind, DocumentStatus, Openness, Validity, VersionPartView } from '@govmedia-hub/contracts';
import { Entity, Index } from 'typeorm';
import { DateColumn, Flag, Id, IdColumn, Instant, LongJson, LongText, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** A policy document, a law, or a document known only by its title. */
@Entity('documents')
@Index('IDX_documents_digest', ['digest'], { unique: true })
@Index('IDX_documents_unique_number', ['uniqueNumber'], { unique: true })
@Index('IDX_documents_number', ['docNumber'])
@Index('IDX_documents_title_key', ['titleKey'])
@Index('IDX_documents_body_title_key', ['bodyTitleKey'])
@Index('IDX_documents_status', ['status', 'sortOn'])
export class DocumentEntity {
  @Id() id: string;
  @Text(12) kind: DocumentKind;
  @Text(12) status: DocumentStatus;
  @Text(500) title: string;
  /** Comparison key of the title, cut to fit an index. */
  @Text(180) titleKey: string;
  /** Key of the title of the body that a covering notice prints: laws and offices cite the body, not the notice. */
  @NullableText(180) bodyTitleKey: string | null;
  @NullableText(80) docNumber: string | null;
  /** The 文号 of an official document in the library; null for laws (one decision may renumber many) and for known titles. */
  @NullableText(80) uniqueNumber: string | null;
  @NullableText(200) issuer: string | null;
  /** Of the register of areas: for which it was made; null when that is not known. */
  @NullableText(9) areaCode: string | null;
  @LongJson() jointIssuers: string[];
  @LongJson() addressees: string[];
  @LongJson() attachments: { title: string }[];
  @NullableText(60) topic: string | null;
  @DateColumn({ nullable: true }) signedOn: string | null;
  @DateColumn({ nullable: true }) publishedOn: string | null;
  @DateColumn({ nullable: true }) effectiveOn: string | null;
  /** Last day in force. */
  @DateColumn({ nullable: true }) expiresOn: string | null;
  @NullableText(12) openness: Openness | null;
  @NullableText(200) opennessMark: string | null;
  /** Ground in the law on which the person who confirmed set the attribute. */
  @NullableText(24) opennessGround: string | null;
  @NullableText(500) opennessReason: string | null;
  /** The source itself doubts that this is the text in force; its validity is then not vouched for. */
  @Flag() doubtful: boolean;
  /** SHA-256 of the canonical text, hex; null for known titles. */
  @NullableText(64) digest: string | null;
  @LongText() text: string;
  /** As read from the file; null when it is the canonical text. */
  @LongText({ nullable: true }) originalText: string | null;
  @Text(255) fileName: string;
  @LongJson() problems: { line: number; message: string }[];
  /** signedOn, publishedOn or effectiveOn, '' when none is known; what lists are sorted by. */
  @Text(10) sortOn: string;
  @IdColumn({ nullable: true }) orgId: string | null;
  @NullableText(36) importedById: string | null;
  @Instant() importedAt: Date;
  @NullableText(36) confirmedById: string | null;
  @Instant({ nullable: true }) confirmedAt: Date | null;
  /** Why a batch of laws was released without a look at each. */
  @NullableText(500) releaseNote: string | null;
  @Instant({ nullable: true }) withdrawnAt: Date | null;
  @NullableText(500) withdrawnReason: string | null;
  @Whole() version: number;
}

/** A node of the section and article tree, in reading order. */
@Entity('document_sections')
@Index('IDX_document_sections_anchor', ['documentId', 'anchor'], { unique: true })
export class DocumentSectionEntity {
  @Id() id: string;
  @IdColumn() documentId: string;
  @Whole() position: number;
  @Text(100) anchor: string;
  @NullableText(100) parentAnchor: string | null;
  @Whole() depth: number;
  @Text(12) kind: string;
  @Text(40) label: string;
  @NullableText(300) heading: string | null;
  @LongText() text: string;
}

/** A citation as the document makes it; which document it means is found when it is read, because the library grows. */
@Entity('document_citations')
@Index('IDX_document_citations_document', ['documentId', 'position'])
@Index('IDX_document_citations_number', ['docNumber'])
@Index('IDX_document_citations_title', ['titleKey'])
export class DocumentCitationEntity {
  @Id() id: string;
  @IdColumn() documentId: string;
  @Whole() position: number;
  @Text(100) anchor: string;
  @Text(500) text: string;
  @NullableText(300) title: string | null;
  @NullableText(180) titleKey: string | null;
  @NullableText(80) docNumber: string | null;
  @NullableText(60) article: string | null;
  @NullableText(100) targetAnchor: string | null;
  /** The document speaks of itself. */
  @Flag() own: boolean;
}

/** What one document does to another; it counts only once the instrument is confirmed, and from its day on. */
@Entity('validity_changes')
@Index('IDX_validity_changes_document', ['documentId'])
@Index('IDX_validity_changes_instrument', ['byDocumentId'])
export class ValidityChangeEntity {
  @Id() id: string;
  @IdColumn() documentId: string;
  @IdColumn() byDocumentId: string;
  @Text(20) validity: Extract<Validity, 'repealed' | 'declared_lapsed' | 'amended'>;
  /** Null: from the day the instrument itself takes effect. */
  @DateColumn({ nullable: true }) fromOn: string | null;
  /** Where the instrument says so; '' when a person recorded it. */
  @Text(100) anchor: string;
  @LongText() text: string;
  /** Anchors of the document that an amendment touches; null when it may be any. */
  @LongJson({ nullable: true }) anchors: string[] | null;
  /** Recorded by a person; null when read from the instrument. */
  @NullableText(36) recordedById: string | null;
  @Instant({ nullable: true }) recordedAt: Date | null;
  /** Found to be wrong: it counts no more. */
  @Instant({ nullable: true }) revokedAt: Date | null;
  @NullableText(36) revokedById: string | null;
  @NullableText(500) revokedReason: string | null;
}

/** One state of the text of a document; none while it never changed. The latest is also the document's own text. */
@Entity('document_versions')
@Index('IDX_document_versions_number', ['documentId', 'number'], { unique: true })
export class DocumentVersionEntity {
  @Id() id: string;
  @IdColumn() documentId: string;
  @Whole() number: number;
  @DateColumn({ nullable: true }) fromOn: string | null;
  /** The instrument; null for the text as first issued. */
  @IdColumn({ nullable: true }) byDocumentId: string | null;
  @Text(64) digest: string;
  @LongText() text: string;
  @LongJson() parts: VersionPartView[];
  @Text(255) fileName: string;
  @NullableText(36) recordedById: string | null;
  @Instant() recordedAt: Date;
}
