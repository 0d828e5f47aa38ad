import { LIMITS, type CloseGateRequest, type ReviewContentRequest } from '@govmedia-hub/contracts';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';

const DIGEST = /^[0-9a-f]{64}$/;

export class CloseGateDto implements CloseGateRequest {
  @Matches(DIGEST) digest: string;
  @IsIn(['passed', 'returned']) verdict: 'passed' | 'returned';
  @IsString() @MaxLength(LIMITS.opinionChars) opinion: string;
}

export class ReviewContentDto implements ReviewContentRequest {
  @Matches(DIGEST) digest: string;
  @IsIn([1, 2, 3]) step: 1 | 2 | 3;
  @IsIn(['approved', 'returned']) decision: 'approved' | 'returned';
  @IsString() @MaxLength(LIMITS.opinionChars) opinion: string;
}
