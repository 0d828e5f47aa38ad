import { Injectable } from '@nestjs/common';
import type { PublicDocumentView } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import { Database } from '../../foundation/database/database.js';
import { DocumentsReader } from '../documents/documents.reader.js';
import { PublishingReader } from '../publishing/publishing.reader.js';
import { ServicesReader } from '../services/services.reader.js';

/** Puts a policy and what was published about it on one page; the two ends of the link are kept lower down. */
@Injectable()
export class ReadingReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly documents: DocumentsReader,
    private readonly publishing: PublishingReader,
    private readonly services: ServicesReader,
  ) {}

  /** @throws DomainError documents.not_found also for documents that are not for residents */
  document(id: string): Promise<PublicDocumentView> {
    return this.database.read(async (db) => {
      const document = await this.documents.publicView(db, id, this.clock.today());
      const publications = (await this.publishing.publicationsAbout(db, id)).filter((publication) => publication.kind !== 'guide');
      return { ...document, publications, questions: await this.publishing.questionsAbout(db, id), guides: await this.services.guidesAbout(db, id) };
    });
  }
}
