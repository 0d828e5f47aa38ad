import { Controller, Param, ParseUUIDPipe, Query, Req } from '@nestjs/common';
import { endpoints, type DocumentDraftView, type VersionComparisonView } from '@govmedia-hub/contracts';
import { filesOf } from '../../../foundation/http/uploaded-files.js';
import type { Actor } from '../../../foundation/session/actor.js';
import { CurrentActor, Handles, type HubRequest } from '../../../foundation/session/handles.js';
import { DocumentVersionsReader } from './document-versions.reader.js';
import { DocumentVersionsService } from './document-versions.service.js';
import { CompareVersionsDto, RecordVersionDto } from '../documents.dto.js';

@Controller()
export class DocumentVersionsController {
  constructor(
    private readonly versions: DocumentVersionsService,
    private readonly reader: DocumentVersionsReader,
  ) {}

  @Handles(endpoints.recordVersion)
  async record(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: RecordVersionDto, @Req() request: HubRequest): Promise<DocumentDraftView> {
    return this.versions.record(actor, id, await filesOf(request), query);
  }

  @Handles(endpoints.compareVersions)
  compare(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: CompareVersionsDto): Promise<VersionComparisonView> {
    return this.reader.compareForStaff(actor, id, query);
  }

  @Handles(endpoints.publicCompareVersions)
  publicCompare(@Param('id', ParseUUIDPipe) id: string, @Query() query: CompareVersionsDto): Promise<VersionComparisonView> {
    return this.reader.compareForResidents(id, query);
  }
}
