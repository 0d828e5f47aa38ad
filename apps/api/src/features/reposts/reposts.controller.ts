import { Body, Controller, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { endpoints, type Page, type RepostTaskView } from '@govmedia-hub/contracts';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles } from '../../foundation/session/handles.js';
import { CloseRepostTaskDto, CreateRepostTaskDto, GiveReceiptDto, ListRepostTasksDto } from './reposts.dto.js';
import { RepostsService } from './reposts.service.js';

@Controller()
export class RepostsController {
  constructor(private readonly reposts: RepostsService) {}

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
