import { Body, Controller, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { endpoints, type IndicatorPackView, type InspectionSummaryView, type InspectionView, type Page } from '@govmedia-hub/contracts';
import type { FastifyReply } from 'fastify';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles } from '../../foundation/session/handles.js';
import { InspectionPapersService, type Paper } from './inspection-papers.service.js';
import { CloseInspectionDto, DecideVerdictDto, DecideVerdictsDto, StartInspectionDto } from './inspections.dto.js';
import { InspectionsService } from './inspections.service.js';

@Controller()
export class InspectionsController {
  constructor(
    private readonly inspections: InspectionsService,
    private readonly papers: InspectionPapersService,
  ) {}

  @Handles(endpoints.listIndicatorPacks)
  packs(): IndicatorPackView[] {
    return this.inspections.packs();
  }

  @Handles(endpoints.startInspection, 201)
  start(@CurrentActor() actor: Actor, @Body() body: StartInspectionDto): Promise<InspectionView> {
    return this.inspections.start(actor, body);
  }

  @Handles(endpoints.listInspections)
  list(@Query() query: PageQueryDto): Promise<Page<InspectionSummaryView>> {
    return this.inspections.list(query);
  }

  @Handles(endpoints.getInspection)
  get(@Param('id', ParseUUIDPipe) id: string): Promise<InspectionView> {
    return this.inspections.get(id);
  }

  @Handles(endpoints.decideVerdict)
  decide(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('verdictId', ParseUUIDPipe) verdictId: string, @Body() body: DecideVerdictDto): Promise<InspectionView> {
    return this.inspections.decide(actor, id, [verdictId], body);
  }

  @Handles(endpoints.decideVerdicts)
  decideMany(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: DecideVerdictsDto): Promise<InspectionView> {
    return this.inspections.decide(actor, id, body.verdictIds, body);
  }

  @Handles(endpoints.closeInspection)
  close(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CloseInspectionDto): Promise<InspectionView> {
    return this.inspections.close(actor, id, body.seenVersion);
  }

  @Handles(endpoints.exportInspection)
  async workbook(@Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    return hand(reply, await this.papers.workbook(id));
  }

  @Handles(endpoints.exportCircular)
  async circular(@Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    return hand(reply, await this.papers.circular(id));
  }
}

/** A file under its Chinese name (RFC 6266, RFC 8187). */
function hand(reply: FastifyReply, paper: Paper): Buffer {
  void reply.header('content-type', paper.contentType).header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(paper.name)}`);
  return paper.bytes;
}
