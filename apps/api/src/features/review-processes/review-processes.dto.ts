import { CONTENT_KINDS, DESK_STEPS, GATES, LIMITS, MOST_REVIEW_DAYS, ROLES, type CancelReviewProcessRequest, type ContentKind, type DeskId, type MakeReviewProcessEffectiveRequest, type ReviewProcessDesk, type Role, type SaveReviewProcessRequest, type StartReviewProcessRequest } from '@govmedia-hub/contracts';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsNotEmpty, IsObject, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';

const DESKS: DeskId[] = [...GATES.map((gate): DeskId => `gate:${gate}`), ...DESK_STEPS.flatMap((step): DeskId[] => [`review:${step}`, `proof:${step}`])];

export class StartReviewProcessDto implements StartReviewProcessRequest {
  @IsIn(CONTENT_KINDS) kind: ContentKind;
  @IsOptional() @IsIn(CONTENT_KINDS) copyOf?: ContentKind;
}

class ProcessDaysDto {
  @IsInt() @Min(0) normal: number;
  @IsInt() @Min(0) urgent: number;
}

class StepDaysDto {
  @IsInt() @Min(0) @Max(MOST_REVIEW_DAYS) normal: number;
  @IsInt() @Min(0) @Max(MOST_REVIEW_DAYS) urgent: number;
}

class ProcessDeskDto implements ReviewProcessDesk {
  @IsIn(DESKS) desk: DeskId;
  @IsString() @MaxLength(40) name: string;
  @IsIn(ROLES) role: Role;
  @IsIn(['own', 'any']) unit: 'own' | 'any';
  @IsArray() @ArrayMaxSize(DESKS.length) @IsIn(DESKS, { each: true }) after: DeskId[];
  @ValidateIf((desk: ProcessDeskDto) => desk.apart !== null) @IsString() @IsNotEmpty() @MaxLength(20) apart: string | null;
  @ValidateIf((desk: ProcessDeskDto) => desk.days !== null) @IsObject() @ValidateNested() @Type(() => StepDaysDto) days: StepDaysDto | null;
}

/** Only the shape; what a process must have is said by processProblems, to the form and to the server alike. */
export class SaveReviewProcessDto implements SaveReviewProcessRequest {
  @IsInt() @Min(0) seenVersion: number;
  @IsString() @MaxLength(60) name: string;
  @IsString() @MaxLength(500) source: string;
  @IsObject() @ValidateNested() @Type(() => ProcessDaysDto) days: ProcessDaysDto;
  @IsArray() @ArrayMaxSize(DESKS.length) @ValidateNested({ each: true }) @Type(() => ProcessDeskDto) desks: ProcessDeskDto[];
}

export class SeenProcessDto {
  @IsInt() @Min(0) seenVersion: number;
}

export class MakeProcessEffectiveDto extends SeenProcessDto implements MakeReviewProcessEffectiveRequest {
  @Matches(/^\d{4}-\d\d-\d\d$/) effectiveFrom: string;
  @IsOptional() @IsString() @MaxLength(LIMITS.reasonChars) note?: string;
}

export class CancelProcessDto extends SeenProcessDto implements CancelReviewProcessRequest {
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.reasonChars) reason: string;
}
