import { Body, Controller, Header, Inject, Param, ParseUUIDPipe, Query, Req, Res } from '@nestjs/common';
import { endpoints, type ContentView, type Page, type PublicationSummaryView, type PublicationView, type QuestionView } from '@govmedia-hub/contracts';
import type { FastifyReply } from 'fastify';
import type { Feed } from 'feed';
import { Clock } from '../../foundation/clock/clock.js';
import { SETTINGS } from '../../foundation/config/settings.module.js';
import type { Settings } from '../../foundation/config/settings.js';
import { Database } from '../../foundation/database/database.js';
import { mediaAnswer } from '../../foundation/http/media-answer.js';
import { fileAnswer } from '../../foundation/http/file-answer.js';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles, type HubRequest } from '../../foundation/session/handles.js';
import { AttachmentsService } from '../contents/attachments.service.js';
import { MediaService } from '../media/media.service.js';
import { DecideEmergencyDto, RequestEmergencyDto } from '../emergencies/emergencies.service.js';
import { ReviewDesk } from '../reviews/reviews.reader.js';
import { EmergencyReleaseService } from './emergency-release.service.js';
import { CorrectionsService } from './corrections.service.js';
import { feedOf } from './feeds.js';
import { CreateCorrectionDto, ListPublicationsDto, PublishContentDto, WithdrawContentDto } from './publishing.dto.js';
import { PublishingReader } from './publishing.reader.js';
import { PublishingService } from './publishing.service.js';
import { sitemapOf } from './sitemap.js';

const FEED_ITEMS = 50;

@Controller()
export class PublishingController {
  constructor(
    private readonly publishing: PublishingService,
    private readonly emergency: EmergencyReleaseService,
    private readonly reader: PublishingReader,
    private readonly corrections: CorrectionsService,
    private readonly attachments: AttachmentsService,
    private readonly media: MediaService,
    private readonly desk: ReviewDesk,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Handles(endpoints.publishContent)
  publish(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: PublishContentDto): Promise<ContentView> {
    return this.publishing.publish(actor, id, body).then(() => this.desk.view(actor, id));
  }

  @Handles(endpoints.requestEmergency)
  requestEmergency(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: RequestEmergencyDto): Promise<ContentView> {
    return this.emergency.request(actor, id, body).then(() => this.desk.view(actor, id));
  }

  @Handles(endpoints.decideEmergency)
  decideEmergency(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: DecideEmergencyDto): Promise<ContentView> {
    return this.emergency.decide(actor, id, body).then(() => this.desk.view(actor, id));
  }

  @Handles(endpoints.withdrawContent)
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: WithdrawContentDto): Promise<ContentView> {
    return this.publishing.withdraw(actor, id, body).then(() => this.desk.view(actor, id));
  }

  @Handles(endpoints.createCorrection, 201)
  correct(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CreateCorrectionDto): Promise<ContentView> {
    return this.corrections.draft(actor, id, body).then((draftId) => this.desk.view(actor, draftId));
  }

  @Handles(endpoints.publicListPublications)
  list(@Query() query: ListPublicationsDto): Promise<Page<PublicationSummaryView>> {
    return this.database.read((db) => this.reader.list(db, query));
  }

  @Handles(endpoints.publicGetPublication)
  get(@Param('id', ParseUUIDPipe) id: string): Promise<PublicationView> {
    return this.database.read((db) => this.reader.get(db, id));
  }

  @Handles(endpoints.publicGetAttachment)
  async attachment(@Param('id', ParseUUIDPipe) id: string, @Param('attachmentId', ParseUUIDPipe) attachmentId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    return fileAnswer(reply, await this.attachments.stored(await this.database.read((db) => this.reader.attachment(db, id, attachmentId)), attachmentId));
  }

  @Handles(endpoints.publicGetMedia)
  async mediaOf(@Param('id', ParseUUIDPipe) id: string, @Param('mediaId', ParseUUIDPipe) mediaId: string, @Req() request: HubRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    return mediaAnswer(request, reply, await this.media.stored(await this.database.read((db) => this.reader.media(db, id, mediaId))));
  }

  @Handles(endpoints.publicListQuestions)
  questions(@Query() query: ListPublicationsDto): Promise<Page<QuestionView>> {
    return this.database.read((db) => this.reader.listQuestions(db, query));
  }

  @Handles(endpoints.publicGetQuestion)
  question(@Param('id') id: string): Promise<QuestionView> {
    return this.database.read((db) => this.reader.getQuestion(db, id));
  }

  @Handles(endpoints.publicSitemap)
  @Header('content-type', 'application/xml; charset=utf-8')
  sitemap(): Promise<string> {
    return this.database.read(async (db) => sitemapOf(await this.reader.sitemap(db), this.settings.publicUrl));
  }

  @Handles(endpoints.publicFeedJson)
  @Header('content-type', 'application/feed+json; charset=utf-8')
  feedJson(): Promise<string> {
    return this.feed().then((feed) => feed.json1());
  }

  @Handles(endpoints.publicFeedAtom)
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  feedAtom(): Promise<string> {
    return this.feed().then((feed) => feed.atom1());
  }

  private feed(): Promise<Feed> {
    return this.database.read(async (db) => feedOf(await this.reader.latest(db, FEED_ITEMS), this.settings.publicUrl, this.clock.now()));
  }
}
