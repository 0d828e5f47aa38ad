import { Entity, Index } from 'typeorm';
import { DateColumn, Flag, Id, IdColumn, Instant, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** A duty that the supervising unit gave to a unit, or whose term it set; one for each matter and unit. */
@Entity('disclosure_duties')
@Index('IDX_disclosure_duties_unit', ['itemCode', 'orgId'], { unique: true })
export class DisclosureDutyEntity {
  @Id() id: string;
  @Text(40) itemCode: string;
  @IdColumn() orgId: string;
  /** In place of the catalogue's; null: as the catalogue says. */
  @Whole({ nullable: true }) months: number | null;
  /** False once it was taken back. */
  @Flag() active: boolean;
  /** From this day on the unit has it. */
  @DateColumn() fromOn: string;
  @IdColumn() assignedById: string;
  @Instant() assignedAt: Date;
  @Whole() version: number;
}

/** Something that a unit made public, recorded by hand: a document of the library or an address elsewhere. */
@Entity('disclosure_entries')
@Index('IDX_disclosure_entries_unit', ['orgId', 'itemCode'])
export class DisclosureEntryEntity {
  @Id() id: string;
  @Text(40) itemCode: string;
  @IdColumn() orgId: string;
  @Text(200) title: string;
  @IdColumn({ nullable: true }) documentId: string | null;
  @NullableText(500) address: string | null;
  @DateColumn() publishedOn: string;
  @IdColumn() recordedById: string;
  @Instant() recordedAt: Date;
  /** Set when it was recorded by mistake or is gone. */
  @Instant({ nullable: true }) removedAt: Date | null;
  @IdColumn({ nullable: true }) removedById: string | null;
}
