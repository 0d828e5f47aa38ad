import { Entity, Index } from 'typeorm';
import { Id, IdColumn, Instant } from '../../foundation/database/columns.js';

/** 更正: a text of its own, reviewed like any other, that says what an earlier publication got wrong. */
@Entity('corrections')
@Index('IDX_corrections_content', ['contentId'])
@Index('IDX_corrections_correction', ['correctionContentId'], { unique: true })
export class CorrectionEntity {
  @Id() id: string;
  /** What is corrected. */
  @IdColumn() contentId: string;
  @IdColumn() correctionContentId: string;
  @IdColumn() createdById: string;
  @Instant() createdAt: Date;
}
