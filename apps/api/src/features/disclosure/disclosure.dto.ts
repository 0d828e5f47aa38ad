import { DISCLOSURE_LIMITS, DISCLOSURE_STATES, type AssignDisclosureDutyRequest, type DisclosureState, type EndDisclosureDutyRequest, type ListDisclosureItemsQuery, type RecordDisclosureRequest } from '@govmedia-hub/contracts';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';

const CIVIL = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const notNull = (_request: unknown, value: unknown): boolean => value !== null;

export class ListDisclosureItemsDto implements ListDisclosureItemsQuery {
  @IsOptional() @IsString() @MaxLength(40) topic?: string;
  @IsOptional() @IsUUID() orgId?: string;
  @IsOptional() @IsIn(DISCLOSURE_STATES) state?: DisclosureState;
}

export class EndDisclosureDutyDto implements EndDisclosureDutyRequest {
  @IsInt() @Min(0) seenVersion: number;
  @IsString() @IsNotEmpty() @MaxLength(40) itemCode: string;
  @IsUUID() orgId: string;
}

export class AssignDisclosureDutyDto extends EndDisclosureDutyDto implements AssignDisclosureDutyRequest {
  @ValidateIf(notNull) @IsInt() @Min(1) @Max(DISCLOSURE_LIMITS.months) months: number | null;
}

export class RecordDisclosureDto implements RecordDisclosureRequest {
  @IsString() @IsNotEmpty() @MaxLength(40) itemCode: string;
  @IsUUID() orgId: string;
  @IsString() @IsNotEmpty() @MaxLength(DISCLOSURE_LIMITS.titleChars) title: string;
  @ValidateIf(notNull) @IsUUID() documentId: string | null;
  @ValidateIf(notNull) @Matches(/^https?:\/\/[^\s/]+/, { message: '网址应以 http:// 或 https:// 开头。' }) @MaxLength(DISCLOSURE_LIMITS.addressChars) address: string | null;
  @Matches(CIVIL, { message: '日期格式应为 YYYY-MM-DD。' }) publishedOn: string;
}
