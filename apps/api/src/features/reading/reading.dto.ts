import { IsOptional, IsString, MaxLength } from 'class-validator';

export class CitingQueryDto {
  @IsOptional() @IsString() @MaxLength(100) anchor?: string;
}
