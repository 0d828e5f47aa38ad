import { Body, Controller, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { endpoints, type DisclosureCatalogueView, type EndedDocumentView, type LedgerRowView, type Page } from '@govmedia-hub/contracts';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../foundation/clock/clock.js';
import { Database } from '../../foundation/database/database.js';
import { fileAnswer } from '../../foundation/http/file-answer.js';
import { pageOfList } from '../../foundation/http/paging.js';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles } from '../../foundation/session/handles.js';
import { workbook } from '../../foundation/workbook/workbook.js';
import { CatalogueQueryDto, DecideLedgerEntryDto, ListEndedDto, ListLedgerDto } from './ledger.dto.js';
import { catalogueSheets, endedSheet, ledgerSheets } from './ledger-papers.js';
import { LedgerReader } from './ledger.reader.js';
import { LedgerService } from './ledger.service.js';

@Controller()
export class LedgerController {
  constructor(
    private readonly ledger: LedgerService,
    private readonly reader: LedgerReader,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Handles(endpoints.publicListEnded)
  async ended(@Query() query: ListEndedDto): Promise<Page<EndedDocumentView>> {
    return pageOfList(await this.database.read((db) => this.reader.ended(db, query)), query);
  }

  @Handles(endpoints.publicExportEnded)
  async endedWorkbook(@Query() query: ListEndedDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const rows = await this.database.read((db) => this.reader.ended(db, query));
    return fileAnswer(reply, await workbook('失效文件清单', endedSheet(rows, this.clock.today())));
  }

  @Handles(endpoints.listLedger)
  async list(@CurrentActor() actor: Actor, @Query() query: ListLedgerDto): Promise<Page<LedgerRowView>> {
    return pageOfList(await this.database.read((db) => this.reader.ledger(db, actor, query)), query);
  }

  @Handles(endpoints.exportLedger)
  async ledgerWorkbook(@CurrentActor() actor: Actor, @Query() query: ListLedgerDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    return fileAnswer(reply, await workbook('规范性文件台账', ledgerSheets(await this.database.read((db) => this.reader.ledger(db, actor, query)))));
  }

  @Handles(endpoints.decideLedgerEntry)
  decide(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: DecideLedgerEntryDto): Promise<LedgerRowView> {
    return this.ledger.decide(actor, id, body);
  }

  @Handles(endpoints.getDisclosureCatalogue)
  catalogue(@CurrentActor() actor: Actor, @Query() query: CatalogueQueryDto): Promise<DisclosureCatalogueView> {
    return this.database.read((db) => this.reader.catalogue(db, actor, query.year ?? this.clock.today().slice(0, 4)));
  }

  @Handles(endpoints.exportDisclosureCatalogue)
  async catalogueWorkbook(@CurrentActor() actor: Actor, @Query() query: CatalogueQueryDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const catalogue = await this.database.read((db) => this.reader.catalogue(db, actor, query.year ?? this.clock.today().slice(0, 4)));
    return fileAnswer(reply, await workbook(`${catalogue.year}年主动公开目录`, catalogueSheets(catalogue)));
  }
}
