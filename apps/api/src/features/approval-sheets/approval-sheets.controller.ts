import { Controller, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { endpoints } from '@govmedia-hub/contracts';
import type { FastifyReply } from 'fastify';
import { fileAnswer } from '../../foundation/http/file-answer.js';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles } from '../../foundation/session/handles.js';
import { ApprovalSheetsService } from './approval-sheets.service.js';

@Controller()
export class ApprovalSheetsController {
  constructor(private readonly sheets: ApprovalSheetsService) {}

  @Handles(endpoints.exportApprovalSheet)
  async sheet(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    return fileAnswer(reply, await this.sheets.sheet(actor, id));
  }
}
