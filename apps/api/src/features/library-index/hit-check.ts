import { Injectable } from '@nestjs/common';
import { ANSWERING_VALIDITIES, type QuestionView, type Validity } from '@govmedia-hub/contracts';
import type { Db } from '../../foundation/database/database.js';
import { DocumentsReader } from '../documents/documents.reader.js';
import { PublicationSource } from './publication-source.js';
import { worstValidity, type IndexedPassage } from './indexed-passage.js';

export interface Standing {
  /** Null: withdrawn or no longer public. */
  validityOf(passageId: string): Validity | null;
  questionOf(passageId: string): QuestionView | null;
}

/** Looks up the few hits of an answer in the tables before they leave: the index may lag, the tables do not. */
@Injectable()
export class HitCheck {
  constructor(
    private readonly documents: DocumentsReader,
    private readonly publications: PublicationSource,
  ) {}

  async standing(db: Db, entries: readonly IndexedPassage[], today: string): Promise<Standing> {
    const documentIds = [...new Set(entries.flatMap(({ basis }) => basis))];
    const validities = documentIds.length === 0 ? new Map<string, Validity>() : await this.documents.validityOf(db, documentIds, today);
    const released = new Set<string>();
    for (const id of new Set(entries.flatMap((entry) => (entry.publicationId === null && entry.documentId !== null ? [entry.documentId] : [])))) {
      if (await this.documents.findReleased(db, id)) released.add(id);
    }
    const live = await this.publications.liveAmong(db, [...new Set(entries.flatMap(({ publicationId }) => publicationId ?? []))]);
    const questions = new Map<string, QuestionView>();
    for (const { passage, questionId, publicationId } of entries) {
      if (questionId === null || publicationId === null || !live.has(publicationId)) continue;
      const question = await this.publications.findQuestion(db, questionId);
      if (question) questions.set(passage.id, question);
    }
    const byId = new Map(entries.map((entry) => [entry.passage.id, entry]));
    return {
      validityOf: (passageId) => {
        const entry = byId.get(passageId)!;
        const there = entry.publicationId === null ? released.has(entry.documentId!) : live.has(entry.publicationId) && (entry.questionId === null || questions.has(passageId));
        if (!there) return null;
        const worst = worstValidity(entry.basis, (id) => validities.get(id) ?? 'unknown');
        return questions.get(passageId)?.underReview && ANSWERING_VALIDITIES.includes(worst) ? 'unknown' : worst;
      },
      questionOf: (passageId) => questions.get(passageId) ?? null,
    };
  }
}
