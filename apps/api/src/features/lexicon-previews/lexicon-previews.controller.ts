import { Body, Controller, Param, ParseUUIDPipe } from '@nestjs/common';
import { endpoints, PREVIEW_PERIODS, type LexiconPreviewView, type PreviewLexiconRequest, type PreviewPeriod } from '@govmedia-hub/contracts';
import { IsIn } from 'class-validator';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles } from '../../foundation/session/handles.js';
import { LexiconPreviewsService } from './lexicon-previews.service.js';

export class PreviewLexiconDto implements PreviewLexiconRequest {
  @IsIn(PREVIEW_PERIODS) period: PreviewPeriod;
}

@Controller()
export class LexiconPreviewsController {
  constructor(private readonly previews: LexiconPreviewsService) {}

  @Handles(endpoints.previewLexicon, 202)
  async start(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: PreviewLexiconDto): Promise<LexiconPreviewView> {
    return this.previews.get(await this.previews.start(actor, id, body.period));
  }

  @Handles(endpoints.getLexiconPreview)
  get(@Param('id', ParseUUIDPipe) id: string): Promise<LexiconPreviewView> {
    return this.previews.get(id);
  }
}
