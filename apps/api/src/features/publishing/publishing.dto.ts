import { CONTENT_KINDS, LIMITS, type ContentKind, type CreateCorrectionRequest, type ListPublicationsQuery, type PublicationSummaryView, type PublicationView, type PublishContentRequest, type QuestionView, type Validity, type WithdrawContentRequest } from '@govmedia-hub/contracts';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength, Min } from 'class-validator';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';
import { toAttachmentView } from '../contents/contents.reader.js';
import { isUnderReview, refOfQuestion, refsOf, type Bases } from './basis-changes.js';
import type { PublicationEntity, PublicationQuestionEntity } from './publication.entity.js';

export class PublishContentDto implements PublishContentRequest {
  @Matches(/^[0-9a-f]{64}$/) digest: string;
  @IsInt() @Min(0) seenVersion: number;
}

export class WithdrawContentDto implements WithdrawContentRequest {
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.reasonChars) reason: string;
  @IsInt() @Min(0) seenVersion: number;
}

export class CreateCorrectionDto implements CreateCorrectionRequest {
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.opinionChars) wrong: string;
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.opinionChars) right: string;
  @IsOptional() @IsString() @MaxLength(LIMITS.opinionChars) note?: string | null;
}

export class ListPublicationsDto extends PageQueryDto implements ListPublicationsQuery {
  @IsOptional() @IsIn(CONTENT_KINDS) kind?: ContentKind;
  @IsOptional() @IsString() @MaxLength(60) topic?: string;
  @IsOptional() @IsUUID() documentId?: string;
  @IsOptional() @IsString() @MaxLength(100) q?: string;
}

/** What views need beside the rows: names, and how documents stand on the day of the answer. */
export interface Surroundings extends Bases { orgNames: ReadonlyMap<string, string>; corrections?: ReadonlyMap<string, Pick<PublicationView, 'corrections' | 'corrects'>> }

const validityIn = (around: Surroundings, documentId: string): Validity => around.standings.get(documentId)?.validity ?? 'unknown';

export function toPublicationSummary(row: PublicationEntity, around: Surroundings): PublicationSummaryView {
  return {
    id: row.id, kind: row.kind, title: row.title, excerpt: row.status === 'withdrawn' ? '' : row.excerpt, orgName: around.orgNames.get(row.orgId) ?? '', topic: row.topic,
    publishedAt: row.publishedAt.toISOString(), status: row.status, underReview: row.status === 'published' && isUnderReview(row, refsOf(row), around),
  };
}

/** Of a withdrawn text only the notice is shown: what it was, when and why it was taken back. */
export function toPublicationView(row: PublicationEntity, around: Surroundings): PublicationView {
  const live = row.status === 'published';
  return {
    ...toPublicationSummary(row, around),
    blocks: live ? row.blocks : [],
    guide: live ? row.guide : null,
    sources: live ? row.sources.map((source) => ({ ...source, validity: validityIn(around, source.documentId), openness: 'proactive' as const })) : [],
    attachments: live ? (row.attachments ?? []).map(toAttachmentView) : [],
    ...(around.corrections?.get(row.contentId) ?? { corrections: [], corrects: null }),
    digest: row.digest,
    reviewedOn: row.reviewedOn,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    withdrawnReason: row.withdrawnReason,
  };
}

/** @param labels of passages, keyed by 'documentId anchor': a question may rest on an article that its publication is not bound to as a whole */
export function toQuestionView(row: PublicationQuestionEntity, publication: PublicationEntity, around: Surroundings, labels: ReadonlyMap<string, string>): QuestionView {
  const source = publication.sources.find((entry) => entry.documentId === row.documentId && entry.anchor === row.anchor) ?? publication.sources.find((entry) => entry.documentId === row.documentId);
  return {
    id: row.id, publicationId: row.publicationId, question: row.question, answer: row.answer, topic: row.topic, orgName: around.orgNames.get(publication.orgId) ?? '', reviewedOn: publication.reviewedOn,
    sources: source ? [{ documentId: row.documentId, title: source.title, docNumber: source.docNumber, anchor: row.anchor, label: row.anchor ? labels.get(`${row.documentId} ${row.anchor}`) ?? null : null, validity: validityIn(around, row.documentId) }] : [],
    underReview: isUnderReview(publication, [refOfQuestion(row)], around),
  };
}
