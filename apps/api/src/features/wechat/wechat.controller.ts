import { Body, Controller, Header, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { endpoints } from '@govmedia-hub/contracts';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Handles } from '../../foundation/session/handles.js';
import { WechatCallbackService, type CallbackQuery } from './wechat-callback.service.js';

class CallbackQueryDto implements CallbackQuery {
  @IsOptional() @IsString() @MaxLength(64) signature?: string;
  @IsOptional() @IsString() @MaxLength(64) msg_signature?: string;
  @IsOptional() @IsString() @MaxLength(20) timestamp?: string;
  @IsOptional() @IsString() @MaxLength(64) nonce?: string;
  @IsOptional() @IsString() @MaxLength(200) echostr?: string;
  @IsOptional() @IsString() @MaxLength(10) encrypt_type?: string;
  @IsOptional() @IsString() @MaxLength(64) openid?: string;
}

@Controller()
export class WechatController {
  constructor(private readonly callback: WechatCallbackService) {}

  @Handles(endpoints.wechatEcho)
  @Header('content-type', 'text/plain; charset=utf-8')
  echo(@Param('id', ParseUUIDPipe) id: string, @Query() query: CallbackQueryDto): Promise<string> {
    return this.callback.echo(id, query);
  }

  @Handles(endpoints.wechatCallback)
  @Header('content-type', 'text/plain; charset=utf-8')
  receive(@Param('id', ParseUUIDPipe) id: string, @Query() query: CallbackQueryDto, @Body() body: unknown): Promise<string> {
    return this.callback.receive(id, query, typeof body === 'string' ? body : '');
  }
}
