import { Body, Controller, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { endpoints, type ContentDraftView, type ContentLockView, type PreviewView } from '@govmedia-hub/contracts';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles } from '../../foundation/session/handles.js';
import { DraftsService } from './drafts.service.js';
import { LocksService } from './locks.service.js';
import { PreviewsService } from './previews.service.js';
import { HoldLockDto, KeepDraftDto, PreviewContentDto, ReleaseLockDto } from './writing.dto.js';

@Controller()
export class WritingController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly locks: LocksService,
    private readonly previews: PreviewsService,
  ) {}

  @Handles(endpoints.listContentDrafts)
  list(@CurrentActor() actor: Actor): Promise<ContentDraftView[]> {
    return this.drafts.list(actor);
  }

  @Handles(endpoints.getContentDraft)
  get(@CurrentActor() actor: Actor, @Param('place') place: string): Promise<ContentDraftView> {
    return this.drafts.get(actor, place);
  }

  @Handles(endpoints.keepContentDraft)
  keep(@CurrentActor() actor: Actor, @Param('place') place: string, @Body() body: KeepDraftDto): Promise<ContentDraftView> {
    return this.drafts.keep(actor, place, body);
  }

  @Handles(endpoints.dropContentDraft, 204)
  drop(@CurrentActor() actor: Actor, @Param('place') place: string): Promise<void> {
    return this.drafts.drop(actor, place);
  }

  @Handles(endpoints.holdContentLock)
  hold(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: HoldLockDto): Promise<ContentLockView> {
    return this.locks.hold(actor, id, body);
  }

  @Handles(endpoints.releaseContentLock, 204)
  release(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: ReleaseLockDto): Promise<void> {
    return this.locks.release(actor, id, query.window);
  }

  @Handles(endpoints.previewContent)
  preview(@CurrentActor() actor: Actor, @Body() body: PreviewContentDto): Promise<PreviewView> {
    return this.previews.preview(actor, body);
  }
}
