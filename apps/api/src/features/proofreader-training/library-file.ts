import { once } from 'node:events';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../foundation/clock/clock.js';
import { Database } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DocumentsReader } from '../documents/documents.reader.js';
import { PublishingReader } from '../publishing/publishing.reader.js';

/** Documents or publications read at one go; between two goes others are served. */
const BATCH = 20;

export interface WrittenLibrary {
  file: string;
  characters: number;
  documents: number;
  publications: number;
}

/** The published library, in the order of ids, as a file that a worker can read: what residents may read, and nothing else. */
@Injectable()
export class LibraryFile {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly documents: DocumentsReader,
    private readonly publications: PublishingReader,
  ) {}

  /** How many documents and publications residents may read now. */
  size(): Promise<number> {
    return this.database.read(async (db) => (await this.documents.countForIndex(db)) + (await this.publications.countPublished(db)));
  }

  /** Writes the library into a folder; the caller throws the file away. */
  async write(folder: string): Promise<WrittenLibrary> {
    mkdirSync(folder, { recursive: true });
    const written: WrittenLibrary = { file: join(folder, `library-${newId()}.jsonl`), characters: 0, documents: 0, publications: 0 };
    const out = createWriteStream(written.file, { mode: 0o600 });
    const put = async (text: string): Promise<void> => {
      written.characters += text.length;
      if (!out.write(`${JSON.stringify(text)}\n`)) await once(out, 'drain');
    };
    try {
      const today = this.clock.today();
      for (let afterId: string | undefined; ; ) {
        const documents = await this.database.read((db) => this.documents.documentsForIndex(db, { afterId, limit: BATCH }, today));
        for (const { title, sections } of documents) await put([title, ...sections.flatMap(({ heading, text }) => (heading ? [heading, text] : [text]))].join('\n'));
        written.documents += documents.length;
        if (documents.length < BATCH) break;
        afterId = documents.at(-1)!.id;
        await breathe();
      }
      for (let afterId: string | undefined; ; ) {
        const texts = await this.database.read((db) => this.publications.publishedTexts(db, { afterId, limit: BATCH }));
        for (const { text } of texts) await put(text);
        written.publications += texts.length;
        if (texts.length < BATCH) break;
        afterId = texts.at(-1)!.id;
        await breathe();
      }
      out.end();
      await once(out, 'finish');
    } catch (error) {
      out.destroy();
      rmSync(written.file, { force: true });
      throw error;
    }
    return written;
  }
}

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
