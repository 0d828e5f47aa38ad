import { Body, Controller, Param, ParseUUIDPipe, Query, Req, Res } from '@nestjs/common';
import { endpoints, type LexiconComparisonView, type LexiconDetailView, type LexiconEntryView, type LexiconImportView, type LexiconView, type Page } from '@govmedia-hub/contracts';
import type { FastifyReply } from 'fastify';
import { fileAnswer } from '../../foundation/http/file-answer.js';
import { filesOf } from '../../foundation/http/uploaded-files.js';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles, type HubRequest } from '../../foundation/session/handles.js';
import { LexiconSheets } from './lexicon-sheets.js';
import { CancelLexiconVersionDto, CompareLexiconVersionsDto, CreateLexiconDto, ImportLexiconDto, ListLexiconEntriesDto, MakeLexiconEffectiveDto, RemoveLexiconEntryDto, RollBackLexiconDto, SaveLexiconEntryDto, SeenLexiconVersionDto, StartLexiconDraftDto, TemplateQueryDto } from './lexicons.dto.js';
import { LexiconsReader } from './lexicons.reader.js';
import { LexiconsService } from './lexicons.service.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

/** Every change answers with the whole lexicon and its versions. */
@Controller()
export class LexiconsController {
  constructor(
    private readonly lexicons: LexiconsService,
    private readonly reader: LexiconsReader,
    private readonly sheets: LexiconSheets,
  ) {}

  @Handles(endpoints.listLexicons)
  list(): Promise<LexiconView[]> {
    return this.reader.list();
  }

  @Handles(endpoints.createLexicon, 201)
  async create(@CurrentActor() actor: Actor, @Body() body: CreateLexiconDto): Promise<LexiconDetailView> {
    return this.reader.detail(await this.lexicons.create(actor, body));
  }

  @Handles(endpoints.getLexiconTemplate)
  async template(@Query() query: TemplateQueryDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    return fileAnswer(reply, await this.sheets.template(query.kind));
  }

  @Handles(endpoints.getLexicon)
  get(@Id() id: string): Promise<LexiconDetailView> {
    return this.reader.detail(id);
  }

  @Handles(endpoints.importLexicon)
  async import(@CurrentActor() actor: Actor, @Id() id: string, @Query() query: ImportLexiconDto, @Req() request: HubRequest): Promise<LexiconImportView> {
    return this.lexicons.importSheet(actor, id, (await filesOf(request))[0]!, query);
  }

  @Handles(endpoints.startLexiconDraft, 201)
  async startDraft(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: StartLexiconDraftDto): Promise<LexiconDetailView> {
    return this.lexicons.startDraft(actor, id, body.source).then(() => this.reader.detail(id));
  }

  @Handles(endpoints.listLexiconEntries)
  entries(@Id() id: string, @Query() query: ListLexiconEntriesDto): Promise<Page<LexiconEntryView>> {
    return this.reader.entries(id, query);
  }

  @Handles(endpoints.saveLexiconEntry)
  async saveEntry(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: SaveLexiconEntryDto): Promise<LexiconDetailView> {
    return this.reader.detail(await this.lexicons.saveEntry(actor, id, body));
  }

  @Handles(endpoints.removeLexiconEntry)
  async removeEntry(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: RemoveLexiconEntryDto): Promise<LexiconDetailView> {
    return this.reader.detail(await this.lexicons.removeEntry(actor, id, body.seenVersion, body.key));
  }

  @Handles(endpoints.discardLexiconDraft)
  async discard(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: SeenLexiconVersionDto): Promise<LexiconDetailView> {
    return this.reader.detail(await this.lexicons.discard(actor, id, body.seenVersion));
  }

  @Handles(endpoints.compareLexiconVersions)
  compare(@Id() id: string, @Query() query: CompareLexiconVersionsDto): Promise<LexiconComparisonView> {
    return this.reader.comparison(id, query);
  }

  @Handles(endpoints.exportLexiconVersion)
  async workbook(@Id() id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    return fileAnswer(reply, await this.sheets.workbook(id));
  }

  @Handles(endpoints.makeLexiconEffective)
  async makeEffective(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: MakeLexiconEffectiveDto): Promise<LexiconDetailView> {
    return this.reader.detail(await this.lexicons.makeEffective(actor, id, body));
  }

  @Handles(endpoints.cancelLexiconVersion)
  async cancel(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: CancelLexiconVersionDto): Promise<LexiconDetailView> {
    return this.reader.detail(await this.lexicons.cancel(actor, id, body.seenVersion, body.reason));
  }

  @Handles(endpoints.rollBackLexicon, 201)
  async rollBack(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: RollBackLexiconDto): Promise<LexiconDetailView> {
    return this.reader.detail(await this.lexicons.rollBack(actor, id, body));
  }
}
