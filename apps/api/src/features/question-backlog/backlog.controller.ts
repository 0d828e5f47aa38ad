import { Body, Controller, Param, Query } from '@nestjs/common';
import { endpoints, type BacklogQuestionView, type LowRatedAnswerView, type Page } from '@govmedia-hub/contracts';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles } from '../../foundation/session/handles.js';
import { DecideBacklogDto, ListBacklogDto } from './backlog.dto.js';
import { BacklogService } from './backlog.service.js';

@Controller()
export class BacklogController {
  constructor(private readonly backlog: BacklogService) {}

  @Handles(endpoints.listBacklog)
  list(@Query() query: ListBacklogDto): Promise<Page<BacklogQuestionView>> {
    return this.backlog.list(query);
  }

  @Handles(endpoints.decideBacklog)
  decide(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: DecideBacklogDto): Promise<BacklogQuestionView> {
    return this.backlog.decide(actor, id, body);
  }

  @Handles(endpoints.listLowRatedAnswers)
  lowRated(@Query() query: PageQueryDto): Promise<Page<LowRatedAnswerView>> {
    return this.backlog.lowRated(query);
  }
}
