import { DOCUMENT_STATUSES, INTERPRETATION_FORMS, LIMITS, OPENNESS, VALIDITIES, type CitationView, type CitedByView, type CompareVersionsQuery, type ConfirmDocumentRequest, type DocumentDraftView, type DocumentKind, type DocumentStatus, type DocumentSummaryView, type DocumentVersionView, type DocumentView, type InterpretationChoice, type InterpretationExemptionRequest, type InterpretationForm, type InterpretationPlanRequest, type InterpretationPlanView, type ListDocumentsQuery, type Openness, type OpennessDecisionView, type RecordValidityChangeRequest, type RecordVersionQuery, type ReleaseDocumentsRequest, type RevokeValidityChangeRequest, type SectionView, type SetDocumentAreaRequest, type Validity, type ValidityChangeView, type WithdrawDocumentRequest } from '@govmedia-hub/contracts';
import { areaOfCode, describedArea } from '@govmedia-hub/official-documents';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength, Min, ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';
import { groundOf } from '../rulebook/rulebook.service.js';
import type { ResolvedCitation } from './citation-resolver.js';
import type { DocumentCitationEntity, DocumentEntity, DocumentSectionEntity } from './document.entity.js';
import type { CountingChange } from './validity-reader.js';

const CIVIL = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const date = { message: '日期格式应为 YYYY-MM-DD。' };
const AREA_CODE = /^\d{6}(?:\d{3})?$/;
const areaWords = { message: '地域应为行政区划代码，6位或9位数字。' };
const notNull = (_request: unknown, value: unknown): boolean => value !== null;

/** A code that the register of areas holds. */
const KnownArea = (): PropertyDecorator => ValidateBy({ name: 'knownArea', validator: { validate: (value) => typeof value === 'string' && areaOfCode(value) !== null, defaultMessage: () => '没有这个地域，请从地域名录中选择。' } });

export class ListDocumentsDto extends PageQueryDto implements ListDocumentsQuery {
  @IsOptional() @IsString() @MaxLength(100) q?: string;
  @IsOptional() @IsIn(DOCUMENT_STATUSES) status?: DocumentStatus;
  @IsOptional() @IsIn(VALIDITIES) validity?: Validity;
  @IsOptional() @IsIn(['official', 'law']) kind?: DocumentKind;
  @IsOptional() @IsString() @MaxLength(200) issuer?: string;
  @IsOptional() @IsString() @MaxLength(60) topic?: string;
  @IsOptional() @Matches(AREA_CODE, areaWords) area?: string;
  @IsOptional() @Matches(AREA_CODE, areaWords) heldIn?: string;
  @IsOptional() @Matches(CIVIL, date) fromOn?: string;
  @IsOptional() @Matches(CIVIL, date) toOn?: string;
}

class InterpretationPlanDto implements InterpretationPlanRequest {
  @IsOptional() @IsUUID() ownerOrgId?: string;
  @IsArray() @ArrayMaxSize(10) @IsIn(INTERPRETATION_FORMS, { each: true }) forms: InterpretationForm[];
  @IsOptional() @Matches(CIVIL, date) dueOn?: string;
}

class InterpretationExemptionDto implements InterpretationExemptionRequest {
  @IsString() @IsNotEmpty() @MaxLength(24) kind: string;
  @IsString() @MaxLength(LIMITS.reasonChars) reason: string;
}

export class InterpretationChoiceDto implements InterpretationChoice {
  @IsOptional() @ValidateNested() @Type(() => InterpretationPlanDto) plan?: InterpretationPlanDto;
  @IsOptional() @ValidateNested() @Type(() => InterpretationExemptionDto) exemption?: InterpretationExemptionDto;
}

export class ConfirmDocumentDto implements ConfirmDocumentRequest {
  @IsInt() seenVersion: number;
  @IsString() @IsNotEmpty() @MaxLength(500) title: string;
  @ValidateIf(notNull) @IsString() @MaxLength(80) docNumber: string | null;
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.titleChars) issuer: string;
  @ValidateIf(notNull) @Matches(CIVIL, date) signedOn: string | null;
  @ValidateIf(notNull) @Matches(CIVIL, date) publishedOn: string | null;
  @ValidateIf(notNull) @Matches(CIVIL, date) effectiveOn: string | null;
  @ValidateIf(notNull) @Matches(CIVIL, date) expiresOn: string | null;
  @ValidateIf(notNull) @IsIn(OPENNESS) openness: Openness | null;
  @IsOptional() @IsString() @MaxLength(24) opennessGround?: string;
  @IsOptional() @IsString() @MaxLength(LIMITS.reasonChars) opennessReason?: string;
  @IsOptional() @ValidateNested() @Type(() => InterpretationChoiceDto) interpretation?: InterpretationChoiceDto;
  @IsOptional() @ValidateIf(notNull) @IsString() @MaxLength(60) topic?: string | null;
  @IsOptional() @ValidateIf(notNull) @KnownArea() areaCode?: string | null;
}

export class SetDocumentAreaDto implements SetDocumentAreaRequest {
  @IsInt() seenVersion: number;
  @ValidateIf(notNull) @KnownArea() areaCode: string | null;
}

export class WithdrawDocumentDto implements WithdrawDocumentRequest {
  @IsInt() seenVersion: number;
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.reasonChars) reason: string;
}

export class RecordValidityChangeDto implements RecordValidityChangeRequest {
  @IsInt() seenVersion: number;
  @IsIn(['repealed', 'declared_lapsed', 'amended']) validity: RecordValidityChangeRequest['validity'];
  @Matches(CIVIL, date) fromOn: string;
  @IsUUID() byDocumentId: string;
  @IsOptional() @ValidateIf(notNull) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) @IsString({ each: true }) @MaxLength(100, { each: true }) anchors?: string[] | null;
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.reasonChars) text: string;
}

export class RecordVersionDto implements RecordVersionQuery {
  @Type(() => Number) @IsInt() seenVersion: number;
  @IsUUID() byDocumentId: string;
}

export class CompareVersionsDto implements CompareVersionsQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) from?: number;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) to?: number;
}

export class RevokeValidityChangeDto implements RevokeValidityChangeRequest {
  @IsInt() seenVersion: number;
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.reasonChars) reason: string;
}

export class ReleaseDocumentsDto implements ReleaseDocumentsRequest {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(5_000) @IsUUID(undefined, { each: true }) documentIds: string[];
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.reasonChars) note: string;
}

/** Columns of a list row; the long texts stay in the table. */
export const SUMMARY_COLUMNS = ['id', 'title', 'docNumber', 'issuer', 'areaCode', 'kind', 'topic', 'signedOn', 'publishedOn', 'effectiveOn', 'expiresOn', 'openness', 'status', 'orgId', 'version', 'doubtful', 'sortOn'] as const;
export type SummaryRow = Pick<DocumentEntity, (typeof SUMMARY_COLUMNS)[number]>;

export function toSummaryView(row: SummaryRow, validity: Validity): DocumentSummaryView {
  const { id, title, docNumber, issuer, areaCode, kind, topic, signedOn, publishedOn, effectiveOn, expiresOn, openness, status, orgId, version } = row;
  return { id, title, docNumber, issuer, kind, topic, area: describedArea(areaCode), signedOn, publishedOn, effectiveOn, expiresOn, openness, status, validity, orgId, version };
}

export function toSectionView({ anchor, parentAnchor, depth, kind, label, heading, text }: DocumentSectionEntity): SectionView {
  return { anchor, parentAnchor, depth, kind, label, heading, text };
}

export function toCitationView(row: DocumentCitationEntity, { resolution, document, validity }: ResolvedCitation): CitationView {
  const { text, anchor, title, docNumber, article, targetAnchor } = row;
  return { text, anchor, title, docNumber, article, resolved: resolution === 'resolved', resolution, documentId: document && resolution !== 'named' ? document.id : null, targetAnchor, validity };
}

export function toValidityChangeView({ row, by, fromOn }: CountingChange, shown: boolean): ValidityChangeView {
  return { id: row.id, validity: row.validity, fromOn, byDocumentId: shown ? by.id : null, byTitle: by.title, byDocNumber: by.docNumber, text: row.text, anchors: row.anchors, recorded: row.recordedAt !== null };
}

export interface DocumentParts {
  row: DocumentEntity;
  validity: Validity;
  sections: DocumentSectionEntity[];
  citations: CitationView[];
  citedBy: CitedByView[];
  changes: ValidityChangeView[];
  versions: DocumentVersionView[];
}

export function toDocumentView({ row, validity, sections, citations, citedBy, changes, versions }: DocumentParts): DocumentView {
  const { addressees, jointIssuers, attachments, digest } = row;
  return { ...toSummaryView(row, validity), addressees, jointIssuers, attachments, sections: sections.map(toSectionView), citations, citedBy, validityChanges: changes, versions, digest: digest ?? '', withdrawnAt: row.withdrawnAt?.toISOString() ?? null, withdrawnReason: row.withdrawnReason };
}

function decisionOf(row: DocumentEntity, names: Map<string, string>): OpennessDecisionView | null {
  if (row.openness === null || row.opennessGround === null || row.confirmedAt === null) return null;
  const ground = groundOf(row.opennessGround);
  return { openness: row.openness, ground: row.opennessGround, groundWords: ground?.words ?? row.opennessGround, groundSource: ground?.source ?? '', reason: row.opennessReason ?? '', decidedByName: names.get(row.confirmedById ?? '') ?? '', decidedAt: row.confirmedAt.toISOString() };
}

export function toDocumentDraftView(parts: DocumentParts, names: Map<string, string>, interpretation: InterpretationPlanView | null): DocumentDraftView {
  const { row } = parts;
  return {
    ...toDocumentView(parts),
    originalText: row.originalText ?? row.text, fileName: row.fileName, opennessMark: row.opennessMark, opennessDecision: decisionOf(row, names), interpretation, problems: row.problems,
    importedByName: names.get(row.importedById ?? '') ?? null, importedAt: row.importedAt.toISOString(),
    confirmedByName: names.get(row.confirmedById ?? '') ?? null, confirmedAt: row.confirmedAt?.toISOString() ?? null,
  };
}
