import { Body, Controller, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { endpoints, type RepostSourceView, type SourceCheckView } from '@govmedia-hub/contracts';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles } from '../../foundation/session/handles.js';
import { AddRepostSourceDto, CheckSourceDto, EndRepostSourceDto } from './repost-sources.dto.js';
import { RepostSourcesService } from './repost-sources.service.js';

@Controller()
export class RepostSourcesController {
  constructor(private readonly sources: RepostSourcesService) {}

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
}
