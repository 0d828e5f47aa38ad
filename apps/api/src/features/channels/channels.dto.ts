import { CHANNEL_KINDS, FREEZE_SCOPES, LIMITS, type ChannelKind, type ChannelSecrets, type ChannelSettings, type FreezeRequest, type FreezeScope, type LiftFreezeRequest, type SaveChannelRequest } from '@govmedia-hub/contracts';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';

export class ChannelSettingsDto implements ChannelSettings {
  @IsOptional() @IsString() @MaxLength(500) url?: string;
  @IsOptional() @Matches(/^wx[0-9a-f]{16}$/, { message: 'AppID 以 wx 开头，共 18 位。' }) appId?: string;
  @IsOptional() @IsString() @MaxLength(16) author?: string;
  @IsOptional() @IsString() @MaxLength(1_000) hints?: string;
}

export class ChannelSecretsDto implements ChannelSecrets {
  @IsOptional() @IsString() @MinLength(24) @MaxLength(200) signingKey?: string;
  @IsOptional() @Matches(/^[0-9a-zA-Z]{32}$/, { message: 'AppSecret 为 32 位字母和数字。' }) appSecret?: string;
  @IsOptional() @Matches(/^[0-9a-zA-Z]{3,32}$/, { message: 'Token 为 3 到 32 位字母和数字。' }) callbackToken?: string;
  @IsOptional() @Matches(/^[0-9a-zA-Z]{43}$/, { message: '消息加解密密钥为 43 位字母和数字。' }) encodingAesKey?: string;
}

export class SaveChannelDto implements SaveChannelRequest {
  @IsIn(CHANNEL_KINDS) kind: ChannelKind;
  @IsString() @IsNotEmpty() @MaxLength(80) name: string;
  @IsUUID() accountId: string;
  @IsBoolean() active: boolean;
  @ValidateNested() @Type(() => ChannelSettingsDto) settings: ChannelSettingsDto;
  @IsOptional() @ValidateNested() @Type(() => ChannelSecretsDto) secrets?: ChannelSecretsDto;
  @IsOptional() @IsInt() @Min(0) seenVersion?: number;
}

export class FreezeDto implements FreezeRequest {
  @IsIn(FREEZE_SCOPES) scope: FreezeScope;
  @IsOptional() @IsUUID() subjectId?: string | null;
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.reasonChars) reason: string;
}

export class LiftFreezeDto implements LiftFreezeRequest {
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.reasonChars) reason: string;
  @IsInt() @Min(0) seenVersion: number;
}
