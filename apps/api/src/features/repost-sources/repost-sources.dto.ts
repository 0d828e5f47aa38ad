import { REPOST_SOURCE_KINDS, type AddRepostSourceRequest, type EndRepostSourceRequest, type RepostSourceKind } from '@govmedia-hub/contracts';
import { IsIn, IsNotEmpty, IsString, IsUrl, Matches, MaxLength } from 'class-validator';

const WEB_ADDRESS = { protocols: ['http', 'https'], require_protocol: true };
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export class AddRepostSourceDto implements AddRepostSourceRequest {
  @IsString() @IsNotEmpty() @MaxLength(80) name: string;
  @Matches(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, { message: '请填写域名，例如 news.example.cn，不带 http://。' }) @MaxLength(120) host: string;
  @IsIn(REPOST_SOURCE_KINDS) kind: RepostSourceKind;
  @IsString() @IsNotEmpty() @MaxLength(300) basis: string;
  @Matches(DATE, { message: '日期格式应为 YYYY-MM-DD。' }) effectiveFrom: string;
}
export class EndRepostSourceDto implements EndRepostSourceRequest {
  @Matches(DATE, { message: '日期格式应为 YYYY-MM-DD。' }) effectiveTo: string;
}
export class CheckSourceDto {
  @IsUrl(WEB_ADDRESS) @MaxLength(500) url: string;
}
