import { LIMITS, type CreateDelegationRequest } from '@govmedia-hub/contracts';
import { IsNotEmpty, IsString, IsUUID, Matches, MaxLength } from 'class-validator';

const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/;

export class CreateDelegationDto implements CreateDelegationRequest {
  @IsUUID() toId: string;
  @Matches(CIVIL_DATE) fromOn: string;
  @Matches(CIVIL_DATE) toOn: string;
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.reasonChars) reason: string;
}
