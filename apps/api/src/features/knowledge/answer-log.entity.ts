import { Entity, Index } from 'typeorm';
import { Flag, Id, IdColumn, Instant, LongJson, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** A question and what was answered, with the version of the index that answered, so that it can be replayed. */
@Entity('answer_log')
@Index('IDX_answer_log_asked', ['answered', 'askedAt'])
export class AnswerLogEntity {
  @Id() id: string;
  @Instant() askedAt: Date;
  /** Personal data masked. */
  @Text(600) question: string;
  /** Keyed digest of the question as typed; equal questions can be counted without keeping them. */
  @Text(64) questionDigest: string;
  @Flag() answered: boolean;
  /** Thousandths. */
  @Whole() confidence: number;
  @NullableText(150) passageId: string | null;
  @LongJson() hits: { id: string; score: number }[];
  @Text(120) indexVersion: string;
  /** The area that the answer was kept to, or in which it had to hold; null: any. */
  @NullableText(9) area: string | null;
  @NullableText(9) heldIn: string | null;
  /** How a model's rephrasing ended: shown, or why not; null when none was asked. */
  @NullableText(40) rephrasing: string | null;
}

@Entity('answer_feedback')
@Index('IDX_answer_feedback_answer', ['answerId'])
export class AnswerFeedbackEntity {
  @Id() id: string;
  @IdColumn() answerId: string;
  @Flag() helpful: boolean;
  /** Personal data masked. */
  @NullableText(500) why: string | null;
  @Instant() at: Date;
}
