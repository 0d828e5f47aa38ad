import { Body, Controller, Param, ParseUUIDPipe, Query, Req, Res } from '@nestjs/common';
import { endpoints, type AreaChoicesView, type AreaView, type DocumentDraftView, type DocumentSummaryView, type ImportRowView, type Page } from '@govmedia-hub/contracts';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../foundation/clock/clock.js';
import { Database } from '../../foundation/database/database.js';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles, type HubRequest } from '../../foundation/session/handles.js';
import { ConfirmDocumentDto, ListDocumentsDto, RecordValidityChangeDto, ReleaseDocumentsDto, RevokeValidityChangeDto, SetDocumentAreaDto, WithdrawDocumentDto } from './documents.dto.js';
import { DocumentPapers } from './papers/document-papers.service.js';
import { DocumentsReader, registerOfAreas } from './documents.reader.js';
import { DocumentsService } from './documents.service.js';
import { ValidityChangesService } from './validity-changes.service.js';
import { fileAnswer } from '../../foundation/http/file-answer.js';
import { filesOf } from '../../foundation/http/uploaded-files.js';

@Controller()
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly changes: ValidityChangesService,
    private readonly reader: DocumentsReader,
    private readonly papers: DocumentPapers,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Handles(endpoints.importDocuments)
  async import(@CurrentActor() actor: Actor, @Req() request: HubRequest): Promise<ImportRowView[]> {
    return this.documents.importFiles(actor, await filesOf(request));
  }

  @Handles(endpoints.listDocuments)
  list(@CurrentActor() actor: Actor, @Query() query: ListDocumentsDto): Promise<Page<DocumentSummaryView>> {
    return this.database.read((db) => this.reader.list(db, query, this.clock.today(), actor));
  }

  @Handles(endpoints.getDocument)
  get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DocumentDraftView> {
    return this.database.read((db) => this.reader.staffView(db, actor, id, this.clock.today()));
  }

  @Handles(endpoints.confirmDocument)
  confirm(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ConfirmDocumentDto): Promise<DocumentDraftView> {
    return this.documents.confirm(actor, id, body);
  }

  @Handles(endpoints.releaseDocuments)
  release(@CurrentActor() actor: Actor, @Body() body: ReleaseDocumentsDto): Promise<{ released: number }> {
    return this.documents.release(actor, body.documentIds, body.note);
  }

  @Handles(endpoints.setDocumentArea)
  setArea(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SetDocumentAreaDto): Promise<DocumentDraftView> {
    return this.documents.setArea(actor, id, body);
  }

  @Handles(endpoints.listAreas)
  areas(): AreaView[] {
    return registerOfAreas();
  }

  @Handles(endpoints.publicListAreas)
  areaChoices(): Promise<AreaChoicesView> {
    return this.database.read((db) => this.reader.areaChoices(db));
  }

  @Handles(endpoints.withdrawDocument)
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: WithdrawDocumentDto): Promise<DocumentDraftView> {
    return this.documents.withdraw(actor, id, body);
  }

  @Handles(endpoints.recordValidityChange)
  recordChange(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: RecordValidityChangeDto): Promise<DocumentDraftView> {
    return this.changes.record(actor, id, body);
  }

  @Handles(endpoints.revokeValidityChange)
  revokeChange(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('changeId', ParseUUIDPipe) changeId: string, @Body() body: RevokeValidityChangeDto): Promise<DocumentDraftView> {
    return this.changes.revoke(actor, id, changeId, body);
  }

  @Handles(endpoints.publicDownloadDocument)
  async download(@Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    return fileAnswer(reply, await this.papers.word(id));
  }

  @Handles(endpoints.publicDocumentPdf)
  async downloadPdf(@Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    return fileAnswer(reply, await this.papers.pdf(id));
  }

  @Handles(endpoints.publicListDocuments)
  publicList(@Query() query: ListDocumentsDto): Promise<Page<DocumentSummaryView>> {
    return this.database.read((db) => this.reader.list(db, query, this.clock.today(), null));
  }
}
