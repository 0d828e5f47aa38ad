import { EMERGENCY_STATUSES, LIMITS, type DecideEmergencyRequest, type EmergencyStatus, type ListEmergenciesQuery, type RequestEmergencyRequest } from '@govmedia-hub/contracts';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, Min } from 'class-validator';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';

const DIGEST = /^[0-9a-f]{64}$/;

export class RequestEmergencyDto implements RequestEmergencyRequest {
  @Matches(DIGEST) digest: string;
  @IsInt() @Min(0) seenVersion: number;
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.reasonChars) reason: string;
}

export class DecideEmergencyDto implements DecideEmergencyRequest {
  @Matches(DIGEST) digest: string;
  @IsIn(['release', 'refuse']) decision: 'release' | 'refuse';
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.reasonChars) opinion: string;
}

export class ListEmergenciesDto extends PageQueryDto implements ListEmergenciesQuery {
  @IsOptional() @IsIn(EMERGENCY_STATUSES) status?: EmergencyStatus;
  @IsOptional() @IsIn(['yes']) overdue?: 'yes';
}
