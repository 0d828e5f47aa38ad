import { Injectable } from '@nestjs/common';
import type { GuideSummaryView, GuideView, ListGuidesQuery, Page } from '@govmedia-hub/contracts';
import { Database } from '../../foundation/database/database.js';
import { pageOfList } from '../../foundation/http/paging.js';
import { LibraryIndexService } from '../library-index/library-index.service.js';
import { toGuideSummaryView, toGuideView } from './services.dto.js';
import { ServicesReader } from './services.reader.js';

/** Service guides for residents: what is needed, where, how long and what it costs, with the basis as it stands today. */
@Injectable()
export class ServicesService {
  constructor(
    private readonly database: Database,
    private readonly reader: ServicesReader,
    private readonly library: LibraryIndexService,
  ) {}

  /** With words the guides that say them, best first; without, all in the order of their titles. */
  async list(query: ListGuidesQuery): Promise<Page<GuideSummaryView>> {
    const all = await this.database.read((db) => this.reader.all(db));
    const narrowed = all.filter(({ guide }) => (!query.audience || guide.audience === query.audience) && (!query.lifeEvent || guide.lifeEvent === query.lifeEvent));
    const words = query.q?.trim();
    if (!words) return pageOfList(narrowed.map(toGuideSummaryView), query);
    const byId = new Map(narrowed.map((guide) => [guide.id, guide]));
    const texts = new Map(narrowed.map(({ id, title, topic, orgName, guide }) => [id, [title, guide.lifeEvent, topic ?? '', orgName, ...guide.conditions, ...guide.materials.map(({ name }) => name)].join('\n')]));
    return pageOfList(this.library.rank(words, texts).map((id) => toGuideSummaryView(byId.get(id)!)), query);
  }

  /** @throws DomainError services.not_found also when the guide was withdrawn */
  async get(id: string): Promise<GuideView> {
    return toGuideView(await this.database.read((db) => this.reader.get(db, id)));
  }
}
