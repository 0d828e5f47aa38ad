import { Body, Controller, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { endpoints, type CoverageRowView, type CoverageView, type OpennessRulesView } from '@govmedia-hub/contracts';
import type { FastifyReply } from 'fastify';
import { fileAnswer } from '../../foundation/http/file-answer.js';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles } from '../../foundation/session/handles.js';
import { InterpretationChoiceDto } from '../documents/documents.reader.js';
import { OPENNESS_RULES } from '../rulebook/rulebook.service.js';
import { CoverageDto } from './interpretations.dto.js';
import { InterpretationsService } from './interpretations.service.js';

@Controller()
export class InterpretationsController {
  constructor(private readonly interpretations: InterpretationsService) {}

  @Handles(endpoints.getOpennessRules)
  rules(): OpennessRulesView {
    return OPENNESS_RULES;
  }

  @Handles(endpoints.listInterpretationCoverage)
  coverage(@CurrentActor() actor: Actor, @Query() query: CoverageDto): Promise<CoverageView> {
    return this.interpretations.coverage(actor, query);
  }

  @Handles(endpoints.exportInterpretationCoverage)
  async workbook(@CurrentActor() actor: Actor, @Query() query: CoverageDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    return fileAnswer(reply, await this.interpretations.workbook(actor, query));
  }

  @Handles(endpoints.setInterpretationPlan)
  plan(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: InterpretationChoiceDto): Promise<CoverageRowView> {
    return this.interpretations.plan(actor, id, body);
  }
}
