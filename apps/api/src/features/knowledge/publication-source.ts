import { Injectable } from '@nestjs/common';
import type { QuestionView } from '@govmedia-hub/contracts';
import type { Db } from '../../foundation/database/database.js';
import type { IndexablePublication } from './passages-of-publications.js';

/** Where publications join the index; there are none before the publishing feature stands. */
@Injectable()
export class PublicationSource {
  async live(_db: Db, _id?: string): Promise<IndexablePublication[]> { return []; }
  async liveAmong(_db: Db, _ids: readonly string[]): Promise<Set<string>> { return new Set(); }
  async findQuestion(_db: Db, _id: string): Promise<QuestionView | null> { return null; }
}
