import { GAZETTE_LIMITS, VALIDITIES, type SearchGazetteQuery, type Validity } from '@govmedia-hub/contracts';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';

const CIVIL = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const date = { message: '日期格式应为 YYYY-MM-DD。' };

export class SearchGazetteDto extends PageQueryDto implements SearchGazetteQuery {
  @IsOptional() @IsString() @MaxLength(100) q?: string;
  @IsOptional() @IsString() @MaxLength(200) issuer?: string;
  @IsOptional() @Matches(CIVIL, date) fromOn?: string;
  @IsOptional() @Matches(CIVIL, date) toOn?: string;
  @IsOptional() @IsIn(VALIDITIES) validity?: Validity;
  @IsOptional() @Type(() => Number) @IsInt() @Min(GAZETTE_LIMITS.firstYear) @Max(GAZETTE_LIMITS.lastYear) year?: number;
}
