import { Injectable } from '@nestjs/common';
import type { QuestionView } from '@govmedia-hub/contracts';
import type { Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { PublishingReader, questionIdOf } from '../publishing/publishing.reader.js';
import type { IndexablePublication } from './passages-of-publications.js';

/** Live publications as the index and its check ask for them. */
@Injectable()
export class PublicationSource {
  constructor(private readonly publishing: PublishingReader) {}

  /** All that are live, or the one asked for when it is. */
  async live(db: Db, id?: string): Promise<IndexablePublication[]> {
    return (await this.publishing.publishedForIndex(db, id)).map((publication) => ({
      ...publication,
      questionIds: new Map(publication.blocks.flatMap((block, position): [number, string][] => (block.type === 'qa' ? [[position, questionIdOf(publication.id, position)]] : []))),
    }));
  }

  /** Those of the publications that residents may see now. */
  liveAmong(db: Db, ids: readonly string[]): Promise<Set<string>> {
    return this.publishing.liveAmong(db, ids);
  }

  /** A question as it stands now; null when it was withdrawn or reworded away. */
  async findQuestion(db: Db, id: string): Promise<QuestionView | null> {
    try {
      return await this.publishing.getQuestion(db, id);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'publishing.not_found') return null;
      throw error;
    }
  }
}
