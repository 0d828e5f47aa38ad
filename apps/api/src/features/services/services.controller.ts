import { Controller, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { endpoints, type GuideSummaryView, type GuideView, type Page } from '@govmedia-hub/contracts';
import { Handles } from '../../foundation/session/handles.js';
import { ListGuidesDto } from './services.dto.js';
import { ServicesService } from './services.service.js';

@Controller()
export class ServicesController {
  constructor(private readonly services: ServicesService) {}

  @Handles(endpoints.publicListGuides)
  list(@Query() query: ListGuidesDto): Promise<Page<GuideSummaryView>> {
    return this.services.list(query);
  }

  @Handles(endpoints.publicGetGuide)
  get(@Param('id', ParseUUIDPipe) id: string): Promise<GuideView> {
    return this.services.get(id);
  }
}
