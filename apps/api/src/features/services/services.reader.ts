import { Injectable } from '@nestjs/common';
import type { GuideSummaryView } from '@govmedia-hub/contracts';
import type { Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { PublishingReader } from '../publishing/publishing.reader.js';
import { isGuide, toGuideSummaryView, type GuidePublication } from './services.dto.js';

@Injectable()
export class ServicesReader {
  constructor(private readonly publishing: PublishingReader) {}

  /** Every live guide, in the order of titles. */
  async all(db: Db): Promise<GuidePublication[]> {
    const found: GuidePublication[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await this.publishing.list(db, { kind: 'guide', limit: 100, cursor });
      for (const { id } of page.items) {
        const publication = await this.publishing.get(db, id);
        if (isGuide(publication)) found.push(publication);
      }
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    return found.sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : a.id < b.id ? -1 : 1));
  }

  /** @throws DomainError services.not_found */
  async get(db: Db, id: string): Promise<GuidePublication> {
    const publication = await this.publishing.get(db, id).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'publishing.not_found') return null;
      throw error;
    });
    if (!publication || !isGuide(publication)) throw new DomainError('services.not_found', { id });
    return publication;
  }

  /** Live guides that rest on a document: the policy's side of the two-way link. */
  async guidesAbout(db: Db, documentId: string): Promise<GuideSummaryView[]> {
    const about = (await this.publishing.publicationsAbout(db, documentId)).filter(({ kind }) => kind === 'guide');
    const found: GuideSummaryView[] = [];
    for (const { id } of about) found.push(toGuideSummaryView(await this.get(db, id)));
    return found;
  }
}
