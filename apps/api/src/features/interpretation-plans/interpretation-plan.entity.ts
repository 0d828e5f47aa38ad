import type { InterpretationForm } from '@govmedia-hub/contracts';
import { Entity, Index } from 'typeorm';
import { DateColumn, Id, IdColumn, Instant, LongJson, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** How a policy is interpreted, or why it is not: one row each, made when the policy goes public. */
@Entity('interpretation_plans')
@Index('IDX_interpretation_plans_document', ['documentId'], { unique: true })
@Index('IDX_interpretation_plans_due', ['dueOn'])
export class InterpretationPlanEntity {
  @Id() id: string;
  @IdColumn() documentId: string;
  @IdColumn({ nullable: true }) ownerOrgId: string | null;
  @LongJson() forms: InterpretationForm[];
  /** The day the policy went public; the term runs from it. */
  @DateColumn() releasedOn: string;
  @DateColumn({ nullable: true }) dueOn: string | null;
  @NullableText(24) exemptionKind: string | null;
  @Text(500) reason: string;
  @IdColumn() decidedById: string;
  @Instant() decidedAt: Date;
  @Whole() version: number;
}
