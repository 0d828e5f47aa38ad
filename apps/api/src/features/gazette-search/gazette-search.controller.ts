import { Controller, Query } from '@nestjs/common';
import { endpoints, type GazetteHitView, type GazetteIssuerView, type Page } from '@govmedia-hub/contracts';
import { Handles } from '../../foundation/session/handles.js';
import { SearchGazetteDto } from './gazette-search.dto.js';
import { GazetteSearchService } from './gazette-search.service.js';

@Controller()
export class GazetteSearchController {
  constructor(private readonly gazette: GazetteSearchService) {}

  @Handles(endpoints.publicSearchGazette)
  search(@Query() query: SearchGazetteDto): Promise<Page<GazetteHitView>> {
    return this.gazette.search(query);
  }

  @Handles(endpoints.publicListGazetteIssuers)
  issuers(): Promise<GazetteIssuerView[]> {
    return this.gazette.issuers();
  }
}
