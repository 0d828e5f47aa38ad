import type { ContentBlock, ContentKind, GuideParts } from '@govmedia-hub/contracts';
import { Entity, Index } from 'typeorm';
import type { FrozenAttachment } from '../contents/contents.reader.js';
import { DateColumn, Id, IdColumn, Instant, LongJson, LongText, NullableText, Text, Whole } from '../../foundation/database/columns.js';

export interface PublishedSource {
  documentId: string;
  anchor: string | null;
  title: string;
  docNumber: string | null;
  label: string | null;
}

/** What residents read: a snapshot of an approved revision. Its id outlives corrections. */
@Entity('publications')
@Index('IDX_publications_content', ['contentId'], { unique: true })
@Index('IDX_publications_list', ['status', 'kind', 'publishedAt'])
export class PublicationEntity {
  @Id() id: string;
  @IdColumn() contentId: string;
  @IdColumn() revisionId: string;
  @Text(16) kind: ContentKind;
  @IdColumn() orgId: string;
  @Text(200) title: string;
  @NullableText(60) topic: string | null;
  @Text(200) excerpt: string;
  @LongJson() blocks: ContentBlock[];
  @LongJson({ nullable: true }) guide: GuideParts | null;
  @LongJson() sources: PublishedSource[];
  /** Null on publications from before there were attachments. */
  @LongJson({ nullable: true }) attachments: FrozenAttachment[] | null;
  @LongText() text: string;
  @Text(64) digest: string;
  @DateColumn() reviewedOn: string;
  @Text(12) status: 'published' | 'withdrawn';
  @Instant() publishedAt: Date;
  /** Last publishing or withdrawal. */
  @Instant() changedAt: Date;
  @Instant({ nullable: true }) withdrawnAt: Date | null;
  @NullableText(500) withdrawnReason: string | null;
  @Whole() version: number;
}

/** Which documents a publication rests on; asked from the document's side. */
@Entity('publication_sources')
@Index('IDX_publication_sources_document', ['documentId'])
@Index('IDX_publication_sources_publication', ['publicationId'])
export class PublicationSourceEntity {
  @Id() id: string;
  @IdColumn() publicationId: string;
  @IdColumn() documentId: string;
}

/** One reviewed question of a publication, so that questions can be listed wherever they were published. */
@Entity('publication_questions')
@Index('IDX_publication_questions_publication', ['publicationId', 'position'], { unique: true })
@Index('IDX_publication_questions_list', ['topic', 'publishedAt'])
export class PublicationQuestionEntity {
  /** The publication's id and the number of the block; lives as long as the publication. */
  @Text(48, { primary: true }) id: string;
  @IdColumn() publicationId: string;
  @Whole() position: number;
  @Text(500) question: string;
  @LongText() answer: string;
  @NullableText(60) topic: string | null;
  @IdColumn() documentId: string;
  @NullableText(100) anchor: string | null;
  @Instant() publishedAt: Date;
}

/** A reviewer found that a text is still right after an amendment of its basis. */
@Entity('publication_reaffirmations')
@Index('IDX_publication_reaffirmations_change', ['publicationId', 'changeKey'], { unique: true })
export class PublicationReaffirmationEntity {
  @Id() id: string;
  @IdColumn() publicationId: string;
  @IdColumn() documentId: string;
  /** Key of the change of the document. */
  @Text(36) changeKey: string;
  @IdColumn() personId: string;
  @Instant() at: Date;
}
