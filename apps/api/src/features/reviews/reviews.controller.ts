import { Body, Controller, Param, ParseEnumPipe, ParseUUIDPipe, Query, Req, Res } from '@nestjs/common';
import { endpoints, GATES, type ContentSummaryView, type ContentView, type Gate, type Page, type ReviewRulesView, type RevisionView } from '@govmedia-hub/contracts';
import type { FastifyReply } from 'fastify';
import { fileAnswer } from '../../foundation/http/file-answer.js';
import { filesOf } from '../../foundation/http/uploaded-files.js';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles, type HubRequest } from '../../foundation/session/handles.js';
import { ClassifyContentDto, DecideFindingDto, DecideOpennessDto, ListContentsDto, SaveContentDto, SeenVersionDto } from '../contents/contents.reader.js';
import { AttachmentsService } from '../contents/attachments.service.js';
import { OpennessService } from '../contents/openness.service.js';
import { ContentsService } from '../contents/contents.service.js';
import { ReviewDesk } from './reviews.reader.js';
import { REVIEW_RULES } from '../rulebook/rulebook.service.js';
import { ClaimsService } from './claims.service.js';
import { ClaimDesksDto, CloseGateDto, ProofreadContentDto, ReaffirmDto, ReviewContentDto, SetPriorityDto, SubmitContentDto } from './reviews.dto.js';
import { ReviewsService } from './reviews.service.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

/** The desk: every answer is the whole item with its verdicts, so that no screen has to guess what may be done next. */
@Controller()
export class ReviewsController {
  constructor(
    private readonly contents: ContentsService,
    private readonly attachments: AttachmentsService,
    private readonly reviews: ReviewsService,
    private readonly openness: OpennessService,
    private readonly claims: ClaimsService,
    private readonly desk: ReviewDesk,
  ) {}

  @Handles(endpoints.listContents)
  list(@CurrentActor() actor: Actor, @Query() query: ListContentsDto): Promise<Page<ContentSummaryView>> {
    return this.desk.list(actor, query);
  }

  @Handles(endpoints.createContent, 201)
  async create(@CurrentActor() actor: Actor, @Body() body: SaveContentDto): Promise<ContentView> {
    return this.desk.view(actor, await this.contents.create(actor, body));
  }

  @Handles(endpoints.getContent)
  get(@CurrentActor() actor: Actor, @Id() id: string): Promise<ContentView> {
    return this.desk.view(actor, id);
  }

  @Handles(endpoints.saveContent)
  save(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: SaveContentDto): Promise<ContentView> {
    return this.contents.save(actor, id, body).then(() => this.desk.view(actor, id));
  }

  @Handles(endpoints.submitContent)
  submit(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: SubmitContentDto): Promise<ContentView> {
    return this.reviews.submit(actor, id, body).then(() => this.desk.view(actor, id));
  }

  @Handles(endpoints.listRevisions)
  revisions(@CurrentActor() actor: Actor, @Id() id: string): Promise<RevisionView[]> {
    return this.desk.revisions(actor, id);
  }

  @Handles(endpoints.attachFiles, 201)
  async attach(@CurrentActor() actor: Actor, @Id() id: string, @Query() query: SeenVersionDto, @Req() request: HubRequest): Promise<ContentView> {
    await this.attachments.attach(actor, id, await filesOf(request), query.seenVersion);
    return this.desk.view(actor, id);
  }

  @Handles(endpoints.detachFile)
  detach(@CurrentActor() actor: Actor, @Id() id: string, @Param('attachmentId', ParseUUIDPipe) attachmentId: string, @Query() query: SeenVersionDto): Promise<ContentView> {
    return this.attachments.detach(actor, id, attachmentId, query.seenVersion).then(() => this.desk.view(actor, id));
  }

  @Handles(endpoints.getAttachment)
  async attachment(@CurrentActor() actor: Actor, @Id() id: string, @Param('attachmentId', ParseUUIDPipe) attachmentId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    return fileAnswer(reply, await this.attachments.file(actor, id, attachmentId));
  }

  @Handles(endpoints.decideFinding)
  decideFinding(@CurrentActor() actor: Actor, @Id() id: string, @Param('findingId', ParseUUIDPipe) findingId: string, @Body() body: DecideFindingDto): Promise<ContentView> {
    return this.contents.decideFinding(actor, id, findingId, body).then(() => this.desk.view(actor, id));
  }

  @Handles(endpoints.closeGate)
  closeGate(@CurrentActor() actor: Actor, @Id() id: string, @Param('gate', new ParseEnumPipe(Object.fromEntries(GATES.map((gate) => [gate, gate])))) gate: Gate, @Body() body: CloseGateDto): Promise<ContentView> {
    return this.reviews.closeGate(actor, id, gate, body).then(() => this.desk.view(actor, id));
  }

  @Handles(endpoints.reviewContent)
  review(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: ReviewContentDto): Promise<ContentView> {
    return this.reviews.review(actor, id, body).then(() => this.desk.view(actor, id));
  }

  @Handles(endpoints.proofreadContent)
  proofread(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: ProofreadContentDto): Promise<ContentView> {
    return this.reviews.proofread(actor, id, body).then(() => this.desk.view(actor, id));
  }

  @Handles(endpoints.reaffirmContent)
  reaffirm(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: ReaffirmDto): Promise<ContentView> {
    return this.reviews.reaffirm(actor, id, body).then(() => this.desk.view(actor, id));
  }

  @Handles(endpoints.claimDesks)
  claim(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: ClaimDesksDto): Promise<ContentView> {
    return this.claims.claim(actor, id, body).then(() => this.desk.view(actor, id));
  }

  @Handles(endpoints.releaseDesks)
  release(@CurrentActor() actor: Actor, @Id() id: string): Promise<ContentView> {
    return this.claims.release(actor, id).then(() => this.desk.view(actor, id));
  }

  @Handles(endpoints.setPriority)
  setPriority(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: SetPriorityDto): Promise<ContentView> {
    return this.claims.setPriority(actor, id, body).then(() => this.desk.view(actor, id));
  }

  @Handles(endpoints.decideOpenness)
  decideOpenness(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: DecideOpennessDto): Promise<ContentView> {
    return this.openness.decide(actor, id, body).then(() => this.desk.view(actor, id));
  }

  @Handles(endpoints.classifyContent)
  classify(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: ClassifyContentDto): Promise<ContentView> {
    return this.openness.classify(actor, id, body).then(() => this.desk.view(actor, id));
  }

  @Handles(endpoints.getReviewRules)
  rules(): ReviewRulesView {
    return REVIEW_RULES;
  }
}
