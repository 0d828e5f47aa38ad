import { LIMITS, ORGANISATION_KINDS, ROLES, type ChangePasswordRequest, type CreateOrganisationRequest, type CreatePersonRequest, type OrganisationKind, type OrganisationView, type PersonView, type Role, type SignInRequest } from '@govmedia-hub/contracts';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength, MinLength } from 'class-validator';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';
import type { OrganisationEntity, PersonEntity } from './organisation.entity.js';

export class SignInDto implements SignInRequest {
  @IsString() @IsNotEmpty() @MaxLength(40) username: string;
  @IsString() @IsNotEmpty() @MaxLength(200) password: string;
}

export class ChangePasswordDto implements ChangePasswordRequest {
  @IsString() @IsNotEmpty() @MaxLength(200) current: string;
  @IsString() @MinLength(LIMITS.passwordMinChars) @MaxLength(200) next: string;
}

export class CreateOrganisationDto implements CreateOrganisationRequest {
  @IsString() @IsNotEmpty() @MaxLength(120) name: string;
  @IsString() @IsNotEmpty() @MaxLength(60) shortName: string;
  @IsIn(ORGANISATION_KINDS) kind: OrganisationKind;
  @IsOptional() @Matches(/^[0-9A-HJ-NPQRTUWXY]{18}$/, { message: '统一社会信用代码应为 18 位。' }) creditCode?: string;
  @IsString() @IsNotEmpty() @MaxLength(60) region: string;
  @IsOptional() @IsUUID() parentId?: string | null;
  @IsOptional() @IsString() @MaxLength(500) duties?: string;
  @IsOptional() @IsString() @MaxLength(200) address?: string;
  @IsOptional() @IsString() @MaxLength(40) phone?: string;
  @IsOptional() @IsBoolean() supervising?: boolean;
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '日期格式应为 YYYY-MM-DD。' }) effectiveFrom: string;
}

export class CreatePersonDto implements CreatePersonRequest {
  @Matches(/^[a-z][a-z0-9-]{2,39}$/, { message: '用户名用 3-40 个小写字母、数字或连字符，以字母开头。' }) username: string;
  @IsString() @IsNotEmpty() @MaxLength(40) name: string;
  @IsString() @IsNotEmpty() @MaxLength(60) post: string;
  @IsUUID() orgId: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(ROLES.length) @IsIn(ROLES, { each: true }) roles: Role[];
  @IsString() @MinLength(LIMITS.passwordMinChars) @MaxLength(200) password: string;
}

export class ListEventsDto extends PageQueryDto {
  @IsOptional() @IsString() @MaxLength(64) subjectId?: string;
  @IsOptional() @IsString() @MaxLength(64) verb?: string;
}

export function toOrganisationView(row: OrganisationEntity): OrganisationView {
  const { id, name, shortName, kind, creditCode, region, parentId, duties, address, phone, supervising, effectiveFrom, effectiveTo } = row;
  return { id, name, shortName, kind, creditCode, region, parentId, duties, address, phone, supervising, effectiveFrom, effectiveTo };
}

export function toPersonView(row: PersonEntity, orgName: string): PersonView {
  const { id, username, name, post, orgId, roles, active } = row;
  return { id, username, name, post, orgId, orgName, roles, active };
}
