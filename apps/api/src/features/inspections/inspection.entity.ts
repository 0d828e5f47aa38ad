import type { AccountResult, InspectionStatus, Platform } from '@govmedia-hub/contracts';
import type { Evidence, Indicator, IndicatorPack, MachineOutcome } from '@govmedia-hub/inspection';
import { Entity, Index } from 'typeorm';
import { DateColumn, Id, IdColumn, Instant, LongJson, LongText, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** A round: one pack, one monitoring point, every account of the register at that point. */
@Entity('inspections')
export class InspectionEntity {
  @Id() id: string;
  @Text(200) title: string;
  @Text(60) packId: string;
  @Text(40) packVersion: string;
  /** The pack as it was, so that anybody can judge the same facts again. */
  @LongJson() pack: IndicatorPack;
  @Instant() monitoringPointAt: Date;
  @DateColumn() periodFrom: string;
  @Text(16) status: InspectionStatus;
  /** SHA-256 of the canonical facts; also in the event log. */
  @Text(64) factsDigest: string;
  @Whole() accounts: number;
  @Whole() sponsors: number;
  @Whole() passed: number;
  @Whole() failed: number;
  @Whole() pending: number;
  @IdColumn() startedById: string;
  @Instant() startedAt: Date;
  @IdColumn({ nullable: true }) closedById: string | null;
  @Instant({ nullable: true }) closedAt: Date | null;
  @Whole() version: number;
}

/** One account in a round, with the facts it was judged on; post texts stand as digests. */
@Entity('inspection_accounts')
@Index('IDX_inspection_accounts_inspection', ['inspectionId'])
export class InspectionAccountEntity {
  @Id() id: string;
  @IdColumn() inspectionId: string;
  @IdColumn() accountId: string;
  @Text(80) accountName: string;
  @Text(32) platform: Platform;
  @Text(120) sponsorName: string;
  @Text(40) level: string;
  @LongText() facts: string;
  @Text(16) result: AccountResult;
}

@Entity('inspection_verdicts')
@Index('IDX_inspection_verdicts_inspection', ['inspectionId'])
export class InspectionVerdictEntity {
  @Id() id: string;
  @IdColumn() inspectionId: string;
  @IdColumn() accountId: string;
  @Text(24) code: string;
  @Text(120) name: string;
  @Text(16) kind: Indicator['kind'];
  /** What the machine said; never changed. */
  @Text(16) outcome: MachineOutcome;
  @Text(1000) reason: string;
  @LongJson() evidence: Evidence[];
  @NullableText(16) decision: 'confirmed' | 'dismissed' | null;
  @IdColumn({ nullable: true }) decidedById: string | null;
  @NullableText(500) decidedReason: string | null;
  @Instant({ nullable: true }) decidedAt: Date | null;
}
