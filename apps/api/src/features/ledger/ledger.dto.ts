import { ENDED_VALIDITIES, LEDGER_EXCEPTIONS, NORMATIVE, type DecideLedgerEntryRequest, type DocumentKind, type EndedValidity, type LedgerException, type ListEndedQuery, type ListLedgerQuery, type Normative } from '@govmedia-hub/contracts';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength, Min, ValidateIf } from 'class-validator';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';

const CIVIL = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const notNull = (_request: unknown, value: unknown): boolean => value !== null;

export class ListEndedDto extends PageQueryDto implements ListEndedQuery {
  @IsOptional() @IsString() @MaxLength(100) q?: string;
  @IsOptional() @IsIn(ENDED_VALIDITIES) validity?: EndedValidity;
  @IsOptional() @IsIn(['official', 'law']) kind?: DocumentKind;
  @IsOptional() @IsString() @MaxLength(200) issuer?: string;
}

export class ListLedgerDto extends PageQueryDto implements ListLedgerQuery {
  @IsOptional() @IsString() @MaxLength(100) q?: string;
  @IsOptional() @IsIn(NORMATIVE) normative?: Normative;
  @IsOptional() @IsIn(LEDGER_EXCEPTIONS) exception?: LedgerException;
  @IsOptional() @IsUUID() orgId?: string;
}

export class DecideLedgerEntryDto implements DecideLedgerEntryRequest {
  @IsInt() @Min(0) seenVersion: number;
  @IsIn(['yes', 'no']) normative: 'yes' | 'no';
  @ValidateIf(notNull) @IsString() @IsNotEmpty() @MaxLength(80) legalityReviewNo: string | null;
  @ValidateIf(notNull) @Matches(CIVIL, { message: '日期格式应为 YYYY-MM-DD。' }) legalityReviewedOn: string | null;
}

export class CatalogueQueryDto {
  @IsOptional() @Matches(/^(19|20)\d\d$/, { message: '年份应为四位数字。' }) year?: string;
}
