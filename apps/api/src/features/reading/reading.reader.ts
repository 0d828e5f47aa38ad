import { Injectable } from '@nestjs/common';
import { articleLabel } from '@govmedia-hub/chinese-text';
import type { CitingPlaceView, PublicDocumentView } from '@govmedia-hub/contracts';
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

  /** Of a withdrawn document only the notice. @throws DomainError documents.not_found also for documents that never were for residents */
  document(id: string): Promise<PublicDocumentView> {
    return this.database.read(async (db) => {
      const document = await this.documents.publicView(db, id, this.clock.today());
      if (document.status === 'withdrawn') return { ...document, publications: [], questions: [], guides: [] };
      const publications = (await this.publishing.publicationsAbout(db, id)).filter((publication) => publication.kind !== 'guide');
      return { ...document, publications, questions: await this.publishing.questionsAbout(db, id), guides: await this.services.guidesAbout(db, id) };
    });
  }

  /** Who cites a document, or one article with what it holds: public texts first, then documents. @throws DomainError documents.not_found */
  citing(id: string, anchor: string | null): Promise<CitingPlaceView[]> {
    return this.database.read(async (db) => {
      const { places, anchors, labels } = await this.documents.citingDocuments(db, id, anchor, this.clock.today());
      const texts = await this.publishing.citing(db, id, anchors);
      const label = (target: string | null): string | null => (target === null ? null : (labels.get(target) ?? articleLabel(target)));
      return [
        ...texts.map((place) => ({ ...place, targetLabel: label(place.targetAnchor) })),
        ...places.map(({ documentId, title, anchor: at, targetAnchor, validity }): CitingPlaceView => ({ kind: 'document', id: documentId, contentId: null, title, orgName: null, anchor: at, targetAnchor, targetLabel: label(targetAnchor), validity, underReview: false })),
      ];
    });
  }
}
