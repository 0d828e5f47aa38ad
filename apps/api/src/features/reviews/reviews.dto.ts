import { DESK_STEPS, GATES, LIMITS, PRIORITIES, type ClaimDesksRequest, type CloseGateRequest, type DeskId, type DeskStep, type Priority, type ProofreadContentRequest, type ReaffirmRequest, type ReviewContentRequest, type SecrecyRecordRequest, type SetPriorityRequest, type SubmitContentRequest } from '@govmedia-hub/contracts';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength, Min, ValidateNested } from 'class-validator';

const DIGEST = /^[0-9a-f]{64}$/;
const DESKS: DeskId[] = [...GATES.map((gate): DeskId => `gate:${gate}`), ...DESK_STEPS.flatMap((step): DeskId[] => [`review:${step}`, `proof:${step}`])];

class GiveVerdictDto {
  @Matches(DIGEST) digest: string;
  @IsString() @MaxLength(LIMITS.opinionChars) opinion: string;
  @IsOptional() @IsArray() @ArrayMaxSize(10) @IsString({ each: true }) @MaxLength(40, { each: true }) reasons?: string[];
  @IsOptional() @IsUUID() onBehalfOfId?: string;
}

class SecrecyRecordDto implements SecrecyRecordRequest {
  @IsString() @MaxLength(24) ground: string;
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.reasonChars) conclusion: string;
}

export class CloseGateDto extends GiveVerdictDto implements CloseGateRequest {
  @IsIn(['passed', 'returned']) verdict: 'passed' | 'returned';
  @IsOptional() @ValidateNested() @Type(() => SecrecyRecordDto) secrecy?: SecrecyRecordDto;
}

export class ReviewContentDto extends GiveVerdictDto implements ReviewContentRequest {
  @IsIn(DESK_STEPS) step: DeskStep;
  @IsIn(['approved', 'returned']) decision: 'approved' | 'returned';
}

export class ProofreadContentDto extends ReviewContentDto implements ProofreadContentRequest {}

export class SubmitContentDto implements SubmitContentRequest {
  @IsInt() @Min(0) seenVersion: number;
  @IsOptional() @IsIn(PRIORITIES) priority?: Priority;
}

export class SetPriorityDto implements SetPriorityRequest {
  @IsIn(PRIORITIES) priority: Priority;
  @IsInt() @Min(0) seenVersion: number;
}

export class ReaffirmDto implements ReaffirmRequest {
  @Matches(DIGEST) digest: string;
  @IsOptional() @IsString() @MaxLength(LIMITS.opinionChars) opinion?: string;
}

export class ClaimDesksDto implements ClaimDesksRequest {
  @IsOptional() @IsArray() @ArrayNotEmpty() @IsIn(DESKS, { each: true }) desks?: DeskId[];
}
