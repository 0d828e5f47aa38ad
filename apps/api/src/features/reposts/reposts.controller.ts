import { Body, Controller, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { endpoints, type Page, type RepostSourceView, type RepostTaskView, type SourceCheckView } from '@govmedia-hub/contracts';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles } from '../../foundation/session/handles.js';
import { AddRepostSourceDto, CheckSourceDto, CloseRepostTaskDto, CreateRepostTaskDto, EndRepostSourceDto, GiveReceiptDto, ListRepostTasksDto } from './reposts.dto.js';
import { RepostsService } from './reposts.service.js';
import { SourcesService } from './sources.service.js';

@Controller()
export class RepostsController {
  constructor(
    private readonly reposts: RepostsService,
    private readonly sources: SourcesService,
  ) {}

  @Handles(endpoints.listRepostSources)
  listSources(): Promise<RepostSourceView[]> {
    return this.sources.list();
  }

  @Handles(endpoints.checkRepostSource)
  check(@Query() query: CheckSourceDto): Promise<SourceCheckView> {
    return this.sources.check(query.url);
  }

  @Handles(endpoints.addRepostSource, 201)
  addSource(@CurrentActor() actor: Actor, @Body() body: AddRepostSourceDto): Promise<RepostSourceView> {
    return this.sources.add(actor, body);
  }

  @Handles(endpoints.endRepostSource)
  endSource(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: EndRepostSourceDto): Promise<RepostSourceView> {
    return this.sources.end(actor, id, body.effectiveTo);
  }

  @Handles(endpoints.listRepostTasks)
  list(@CurrentActor() actor: Actor, @Query() query: ListRepostTasksDto): Promise<Page<RepostTaskView>> {
    return this.reposts.list(actor, query);
  }

  @Handles(endpoints.getRepostTask)
  get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RepostTaskView> {
    return this.reposts.get(actor, id);
  }

  @Handles(endpoints.createRepostTask, 201)
  create(@CurrentActor() actor: Actor, @Body() body: CreateRepostTaskDto): Promise<RepostTaskView> {
    return this.reposts.create(actor, body);
  }

  @Handles(endpoints.giveReceipt)
  receipt(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: GiveReceiptDto): Promise<RepostTaskView> {
    return this.reposts.receipt(actor, id, body);
  }

  @Handles(endpoints.closeRepostTask)
  close(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CloseRepostTaskDto): Promise<RepostTaskView> {
    return this.reposts.close(actor, id, body);
  }
}
