import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { DocumentsReader } from '../documents/documents.reader.js';
import type { IndexedPassage } from './indexed-passage.js';
import { passagesOfDocument } from './passages-of-documents.js';
import { PublicationSource } from './publication-source.js';
import { passagesOfPublication } from './passages-of-publications.js';

/** Documents read at one go; between two goes others are served. */
const BATCH = 20;

/** What residents may find, as the tables have it now. */
@Injectable()
export class IndexTables {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly documents: DocumentsReader,
    private readonly publications: PublicationSource,
  ) {}

  /** Everything, by document and publication. */
  async *all(): AsyncIterableIterator<[owner: string, passages: IndexedPassage[]]> {
    const today = this.clock.today();
    for (let afterId: string | undefined; ; ) {
      const documents = await this.database.read((db) => this.documents.documentsForIndex(db, { afterId, limit: BATCH }, today));
      if (documents.length === 0) break;
      for (const document of documents) yield [`document ${document.id}`, passagesOfDocument(document)];
      afterId = documents.at(-1)!.id;
      await breathe();
    }
    const publications = await this.database.read((db) => this.publications.live(db));
    for (const publication of publications) yield [`publication ${publication.id}`, passagesOfPublication(publication)];
  }

  /** The passages of a document or publication; null when it is neither. */
  async of(type: string, id: string): Promise<IndexedPassage[] | null> {
    return this.database.read((db) => this.passagesOf(db, type, id));
  }

  private async passagesOf(db: Db, type: string, id: string): Promise<IndexedPassage[] | null> {
    if (type === 'document') {
      const document = await this.documents.documentForIndex(db, id, this.clock.today());
      return document ? passagesOfDocument(document) : [];
    }
    if (type !== 'publication') return null;
    const [publication] = await this.publications.live(db, id);
    return publication ? passagesOfPublication(publication) : [];
  }
}
