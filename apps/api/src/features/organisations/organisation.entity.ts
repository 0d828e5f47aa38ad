import type { OrganisationKind, Role } from '@govmedia-hub/contracts';
import { Entity, Index } from 'typeorm';
import { DateColumn, Flag, Id, IdColumn, Instant, LongJson, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** A unit, effective-dated: a reform ends one row and begins another. */
@Entity('organisations')
@Index('IDX_organisations_credit_code', ['creditCode'])
export class OrganisationEntity {
  @Id() id: string;
  @Text(120) name: string;
  @Text(60) shortName: string;
  @Text(24) kind: OrganisationKind;
  @Text(18) creditCode: string;
  @Text(60) region: string;
  @IdColumn({ nullable: true }) parentId: string | null;
  @Text(500) duties: string;
  @Text(200) address: string;
  @Text(40) phone: string;
  /** 主管单位: supervises the new media of this city. */
  @Flag() supervising: boolean;
  @DateColumn() effectiveFrom: string;
  @DateColumn({ nullable: true }) effectiveTo: string | null;
}

/** A member of staff with the post and the roles held now. */
@Entity('people')
@Index('IDX_people_username', ['username'], { unique: true })
export class PersonEntity {
  @Id() id: string;
  @Text(40) username: string;
  @Text(40) name: string;
  @Text(60) post: string;
  @IdColumn() orgId: string;
  @LongJson() roles: Role[];
  @Text(200) passwordHash: string;
  @Flag() active: boolean;
  @Whole() failedSignIns: number;
  @Instant({ nullable: true }) lockedUntil: Date | null;
  @Instant() createdAt: Date;
}

/** A signed-in browser. Only the digest of the cookie value is kept. */
@Entity('sessions')
@Index('IDX_sessions_person', ['personId'])
export class SessionEntity {
  /** SHA-256 of the cookie value, hex. */
  @Text(64, { primary: true }) id: string;
  @IdColumn() personId: string;
  @Text(64) csrfToken: string;
  @Instant() createdAt: Date;
  @Instant() lastSeenAt: Date;
  @Instant() expiresAt: Date;
  @NullableText(10) closedReason: string | null;
}
