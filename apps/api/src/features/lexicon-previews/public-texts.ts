import { Injectable } from '@nestjs/common';
import { civilDate } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { DocumentsReader } from '../documents/documents.reader.js';
import { PublishingReader } from '../publishing/publishing.reader.js';
import type { TriedText } from './preview-tally.js';

interface Span { fromOn: string; toOn: string }

/** Rows read at once; documents are long. */
const ROWS = 100;
const DOCUMENTS = 20;
/** Characters that one batch carries to the worker. */
const CHARS = 400_000;
const DAY_MS = 86_400_000;

const midnight = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

/** What is public, batch by batch: posts of accounts in a span of days, publications live in it, released documents. */
@Injectable()
export class PublicTexts {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsReader,
    private readonly publishing: PublishingReader,
    private readonly documents: DocumentsReader,
  ) {}

  async count(db: Db, { fromOn, toOn }: Span): Promise<{ posts: number; publications: number; documents: number }> {
    return {
      posts: await this.accounts.countPostsBetween(db, midnight(fromOn), new Date(midnight(toOn).getTime() + DAY_MS)),
      publications: await this.publishing.countPublicSince(db, midnight(fromOn)),
      documents: await this.documents.countReleased(db),
    };
  }

  async *batches({ fromOn, toOn }: Span): AsyncGenerator<TriedText[]> {
    const from = midnight(fromOn);
    const to = new Date(midnight(toOn).getTime() + DAY_MS);
    yield* this.walk((db, afterId) => this.accounts.postsBetween(db, from, to, { afterId, limit: ROWS }), ({ id, title, text, publishedAt }): TriedText => ({ where: 'post', id, title, on: publishedAt ? civilDate(publishedAt) : null, text: `${title}\n${text}` }), ROWS);
    yield* this.walk((db, afterId) => this.publishing.publicSince(db, from, { afterId, limit: ROWS }), ({ id, title, text, publishedAt }): TriedText => ({ where: 'publication', id, title, on: civilDate(publishedAt), text }), ROWS);
    yield* this.walk((db, afterId) => this.documents.releasedTexts(db, { afterId, limit: DOCUMENTS }), ({ id, title, text }): TriedText => ({ where: 'document', id, title, on: null, text }), DOCUMENTS);
  }

  private async *walk<T extends { id: string }>(read: (db: Db, afterId: string) => Promise<T[]>, toText: (row: T) => TriedText, limit: number): AsyncGenerator<TriedText[]> {
    for (let afterId = ''; ; ) {
      const rows = await this.database.read((db) => read(db, afterId));
      let batch: TriedText[] = [];
      let chars = 0;
      for (const row of rows) {
        const text = toText(row);
        if (batch.length > 0 && chars + text.text.length > CHARS) {
          yield batch;
          batch = [];
          chars = 0;
        }
        batch.push(text);
        chars += text.text.length;
      }
      if (batch.length > 0) yield batch;
      if (rows.length < limit) return;
      afterId = rows.at(-1)!.id;
    }
  }
}
