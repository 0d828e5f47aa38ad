import { Injectable } from '@nestjs/common';
import { canonicalDocumentNumber } from '@govmedia-hub/chinese-text';
import type { GazetteHitView, GazetteIssuerView, Page, SearchGazetteQuery } from '@govmedia-hub/contracts';
import { Database } from '../../foundation/database/database.js';
import { pageOfList } from '../../foundation/http/paging.js';
import { GazetteReader } from '../gazette/gazette.reader.js';
import { GazetteIndex } from './gazette-index.js';

/** What the gazette has printed, found by its words with the product's own engine, or by number; the tables say what residents may see of it. */
@Injectable()
export class GazetteSearchService {
  constructor(
    private readonly database: Database,
    private readonly reader: GazetteReader,
    private readonly index: GazetteIndex,
  ) {}

  /** Units to choose from. */
  issuers(): Promise<GazetteIssuerView[]> {
    return this.database.read((db) => this.reader.issuers(db));
  }

  /** By number the very one, by words the best first, without either the latest issue first. */
  async search(query: SearchGazetteQuery): Promise<Page<GazetteHitView>> {
    const typed = query.q?.trim() ?? '';
    const number = canonicalDocumentNumber(typed);
    const matches = typed === '' || number ? null : new Map((await this.index.find(typed)).map((match) => [match.id, match]));
    return this.database.read(async (db) => {
      const found = await this.reader.find(db, query, { number, ids: matches && [...matches.keys()] });
      const page = pageOfList(found, query);
      const items = await this.reader.hits(db, page.items);
      return { ...page, items: items.map((item) => ({ ...item, excerpt: matches?.get(item.id)?.excerpt ?? '', highlights: matches?.get(item.id)?.highlights ?? [] })) };
    });
  }
}
