import { Controller, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { endpoints, type MediaView } from '@govmedia-hub/contracts';
import type { FastifyReply } from 'fastify';
import { mediaAnswer } from '../../foundation/http/media-answer.js';
import { filesOf } from '../../foundation/http/uploaded-files.js';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles, type HubRequest } from '../../foundation/session/handles.js';
import { MediaService } from './media.service.js';

@Controller()
export class MediaController {
  constructor(private readonly media: MediaService) {}

  @Handles(endpoints.uploadMedia, 201)
  async upload(@CurrentActor() actor: Actor, @Req() request: HubRequest): Promise<MediaView[]> {
    return this.media.takeIn(actor, await filesOf(request));
  }

  @Handles(endpoints.getMedia)
  async get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Req() request: HubRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    return mediaAnswer(request, reply, await this.media.file(actor, id));
  }
}
