import { Body, Controller, Param, ParseUUIDPipe, Query, Req, Res } from '@nestjs/common';
import { endpoints, type BackCatalogueRowView, type GazetteIssueSummaryView, type GazetteIssueView, type GazetteItemTextView, type Page } from '@govmedia-hub/contracts';
import type { FastifyReply } from 'fastify';
import { Database } from '../../foundation/database/database.js';
import { fileAnswer } from '../../foundation/http/file-answer.js';
import { filesOf } from '../../foundation/http/uploaded-files.js';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles, type HubRequest } from '../../foundation/session/handles.js';
import { BackCatalogueService } from './back-catalogue.service.js';
import { GazettePapers } from './gazette-papers.service.js';
import { CheckGazetteItemDto, ListGazetteDto, RecordErratumDto, SaveGazetteIssueDto, SeenGazetteIssueDto } from './gazette.dto.js';
import { GazetteReader } from './gazette.reader.js';
import { GazetteService } from './gazette.service.js';

@Controller()
export class GazetteController {
  constructor(
    private readonly gazette: GazetteService,
    private readonly backCatalogue: BackCatalogueService,
    private readonly reader: GazetteReader,
    private readonly papers: GazettePapers,
    private readonly database: Database,
  ) {}

  @Handles(endpoints.listGazetteIssues)
  list(@CurrentActor() actor: Actor, @Query() query: ListGazetteDto): Promise<Page<GazetteIssueSummaryView>> {
    return this.database.read((db) => this.reader.list(db, query, actor));
  }

  @Handles(endpoints.getGazetteIssue)
  get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<GazetteIssueView> {
    return this.database.read((db) => this.reader.issue(db, id, actor));
  }

  @Handles(endpoints.getGazetteItem)
  item(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<GazetteItemTextView> {
    return this.database.read((db) => this.reader.item(db, id, actor));
  }

  @Handles(endpoints.createGazetteIssue)
  create(@CurrentActor() actor: Actor, @Body() body: SaveGazetteIssueDto): Promise<GazetteIssueView> {
    return this.gazette.save(actor, null, body);
  }

  @Handles(endpoints.saveGazetteIssue)
  save(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SaveGazetteIssueDto): Promise<GazetteIssueView> {
    return this.gazette.save(actor, id, body);
  }

  @Handles(endpoints.discardGazetteIssue)
  discard(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SeenGazetteIssueDto): Promise<void> {
    return this.gazette.discard(actor, id, body);
  }

  @Handles(endpoints.signGazetteIssue)
  sign(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SeenGazetteIssueDto): Promise<GazetteIssueView> {
    return this.gazette.sign(actor, id, body);
  }

  @Handles(endpoints.checkGazetteItem)
  check(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CheckGazetteItemDto): Promise<GazetteIssueView> {
    return this.gazette.check(actor, id, body);
  }

  @Handles(endpoints.recordErratum)
  recordErratum(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: RecordErratumDto): Promise<GazetteIssueView> {
    return this.gazette.recordErratum(actor, id, body);
  }

  @Handles(endpoints.confirmErratum)
  confirmErratum(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<GazetteIssueView> {
    return this.gazette.confirmErratum(actor, id);
  }

  @Handles(endpoints.importBackCatalogue)
  async import(@CurrentActor() actor: Actor, @Req() request: HubRequest): Promise<BackCatalogueRowView[]> {
    return this.backCatalogue.import(actor, (await filesOf(request))[0]!.bytes.toString('utf8'));
  }

  @Handles(endpoints.getGazetteProof)
  async proof(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    return fileAnswer(reply, await this.papers.issuePdf(id, actor));
  }

  @Handles(endpoints.publicListGazetteIssues)
  publicList(@Query() query: ListGazetteDto): Promise<Page<GazetteIssueSummaryView>> {
    return this.database.read((db) => this.reader.list(db, query, null));
  }

  @Handles(endpoints.publicGetGazetteIssue)
  publicIssue(@Param('id', ParseUUIDPipe) id: string): Promise<GazetteIssueView> {
    return this.database.read((db) => this.reader.issue(db, id, null));
  }

  @Handles(endpoints.publicGetGazetteItem)
  publicItem(@Param('id', ParseUUIDPipe) id: string): Promise<GazetteItemTextView> {
    return this.database.read((db) => this.reader.item(db, id, null));
  }

  @Handles(endpoints.publicGazetteIssuePdf)
  async issuePdf(@Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    return fileAnswer(reply, await this.papers.issuePdf(id, null));
  }

  @Handles(endpoints.publicGazetteIssueText)
  async issueText(@Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    return fileAnswer(reply, await this.papers.issueTextFile(id));
  }

  @Handles(endpoints.publicGazetteItemPdf)
  async itemPdf(@Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    return fileAnswer(reply, await this.papers.itemPdf(id));
  }

  @Handles(endpoints.publicGazetteItemText)
  async itemText(@Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    return fileAnswer(reply, await this.papers.itemTextFile(id));
  }
}
