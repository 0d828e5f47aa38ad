import { Body, Controller, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { endpoints, type DisclosureItemsView, type StaffDisclosureItemsView } from '@govmedia-hub/contracts';
import type { FastifyReply } from 'fastify';
import { Database } from '../../foundation/database/database.js';
import { fileAnswer } from '../../foundation/http/file-answer.js';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles } from '../../foundation/session/handles.js';
import { workbook } from '../../foundation/workbook/workbook.js';
import { disclosureSheets } from './disclosure-papers.js';
import { AssignDisclosureDutyDto, EndDisclosureDutyDto, ListDisclosureItemsDto, RecordDisclosureDto } from './disclosure.dto.js';
import { DisclosureReader } from './disclosure.reader.js';
import { DisclosureService } from './disclosure.service.js';

@Controller()
export class DisclosureController {
  constructor(
    private readonly disclosure: DisclosureService,
    private readonly reader: DisclosureReader,
    private readonly database: Database,
  ) {}

  @Handles(endpoints.publicListDisclosureItems)
  forResidents(@Query() query: ListDisclosureItemsDto): Promise<DisclosureItemsView> {
    return this.database.read((db) => this.reader.forResidents(db, query));
  }

  @Handles(endpoints.listDisclosureItems)
  list(@CurrentActor() actor: Actor, @Query() query: ListDisclosureItemsDto): Promise<StaffDisclosureItemsView> {
    return this.database.read((db) => this.reader.forStaff(db, actor, query));
  }

  @Handles(endpoints.exportDisclosureItems)
  async workbook(@CurrentActor() actor: Actor, @Query() query: ListDisclosureItemsDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    return fileAnswer(reply, await workbook('主动公开目录', disclosureSheets(await this.database.read((db) => this.reader.forStaff(db, actor, query)))));
  }

  @Handles(endpoints.assignDisclosureDuty)
  assign(@CurrentActor() actor: Actor, @Body() body: AssignDisclosureDutyDto): Promise<StaffDisclosureItemsView> {
    return this.disclosure.assign(actor, body);
  }

  @Handles(endpoints.endDisclosureDuty)
  end(@CurrentActor() actor: Actor, @Body() body: EndDisclosureDutyDto): Promise<StaffDisclosureItemsView> {
    return this.disclosure.end(actor, body);
  }

  @Handles(endpoints.recordDisclosure)
  record(@CurrentActor() actor: Actor, @Body() body: RecordDisclosureDto): Promise<StaffDisclosureItemsView> {
    return this.disclosure.record(actor, body);
  }

  @Handles(endpoints.removeDisclosure)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StaffDisclosureItemsView> {
    return this.disclosure.remove(actor, id);
  }
}
