import { COVERAGE_STATES, INTERPRETATION_FORMS, type CoverageQuery, type CoverageState, type InterpretationForm } from '@govmedia-hub/contracts';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';

export class CoverageDto extends PageQueryDto implements CoverageQuery {
  @IsOptional() @IsIn(COVERAGE_STATES) state?: CoverageState;
  @IsOptional() @IsUUID() orgId?: string;
  @IsOptional() @IsIn(INTERPRETATION_FORMS) form?: InterpretationForm;
  @IsOptional() @IsString() @MaxLength(100) q?: string;
}
