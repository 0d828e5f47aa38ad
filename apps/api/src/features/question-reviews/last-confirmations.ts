import type { QuestionReviewReason } from '@govmedia-hub/contracts';
import { In } from 'typeorm';
import type { Db } from '../../foundation/database/database.js';
import { QuestionConfirmationEntity, type QuestionTaskEntity } from './question-review.entity.js';

const BATCH = 400;

/** How each Q&A was last found still right, by its id. */
export async function lastConfirmations(db: Db, questionIds: readonly string[]): Promise<Map<string, QuestionConfirmationEntity>> {
  const found = new Map<string, QuestionConfirmationEntity>();
  for (let i = 0; i < questionIds.length; i += BATCH) for (const row of await db.find(QuestionConfirmationEntity, { where: { questionId: In(questionIds.slice(i, i + BATCH)) }, order: { turn: 'ASC' } })) found.set(row.questionId, row);
  return found;
}

/** It holds for the text that it was given for, and for no later one. */
export const confirmationOf = (last: QuestionConfirmationEntity | undefined, changedAt: Date): QuestionConfirmationEntity | null => (last && last.confirmedAt >= changedAt ? last : null);

export const causeOf = ({ cause }: QuestionTaskEntity): QuestionReviewReason => cause ?? 'reported';
