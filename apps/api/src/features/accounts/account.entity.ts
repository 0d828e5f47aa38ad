import type { AccountKind, FilingForm, FilingKind, FilingStatus, FilingCheckView, ObservationKind, Platform } from '@govmedia-hub/contracts';
import { Entity, Index } from 'typeorm';
import { DateColumn, Flag, Id, IdColumn, Instant, LongJson, LongText, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** An account in the register. Its status is read from its dates, so that a notice that ends at midnight needs nobody. */
@Entity('accounts')
@Index('IDX_accounts_live_key', ['liveKey'], { unique: true })
@Index('IDX_accounts_name_key', ['nameKey'])
@Index('IDX_accounts_sponsor', ['sponsorOrgId'])
export class AccountEntity {
  @Id() id: string;
  @Text(80) name: string;
  @Text(80) nameKey: string;
  /** platform:nameKey while the name is taken on its platform, null once cancelled: the database holds one name per platform. */
  @NullableText(120) liveKey: string | null;
  @Text(32) platform: Platform;
  @Text(80) platformAccountId: string;
  @Text(40) accountType: string;
  @Text(16) kind: AccountKind;
  @IdColumn() sponsorOrgId: string;
  @Text(60) filingNo: string;
  @DateColumn() filedOn: string;
  @Text(1000) intro: string;
  @NullableText(500) homepageUrl: string | null;
  @Text(120) certSubject: string;
  @DateColumn({ nullable: true }) openedOn: string | null;
  @LongJson() interactionChannels: string[];
  @Text(40) responsiblePerson: string;
  @Text(40) responsiblePhone: string;
  @Text(120) undertakingDept: string;
  @NullableText(200) successor: string | null;
  @DateColumn({ nullable: true }) closingNoticeFrom: string | null;
  /** First day on which it is closed: the day after its notice has run. */
  @DateColumn({ nullable: true }) closedOn: string | null;
  @DateColumn({ nullable: true }) cancelledOn: string | null;
  @Whole() version: number;
}

/** What an account published, as its operator or a collector recorded it. */
@Entity('account_posts')
@Index('IDX_account_posts_published', ['accountId', 'publishedAt'])
export class AccountPostEntity {
  @Id() id: string;
  @IdColumn() accountId: string;
  @Text(200) title: string;
  @LongText() text: string;
  @NullableText(500) url: string | null;
  /** Null when the post shows no date. */
  @Instant({ nullable: true }) publishedAt: Date | null;
  @Instant() recordedAt: Date;
}

/** 备案: one statement of a unit about an account, on its way through correction and decision. */
@Entity('filings')
@Index('IDX_filings_org', ['orgId'])
@Index('IDX_filings_account', ['accountId'])
@Index('IDX_filings_filing_no', ['filingNo'], { unique: true })
export class FilingEntity {
  @Id() id: string;
  @Text(16) kind: FilingKind;
  @Text(16) status: FilingStatus;
  @IdColumn() orgId: string;
  @IdColumn({ nullable: true }) accountId: string | null;
  @LongJson() form: FilingForm;
  /** As they stood at the submission or the decision; a draft is checked when it is read. */
  @LongJson() checks: FilingCheckView[];
  @NullableText(60) filingNo: string | null;
  @IdColumn() writtenById: string;
  @IdColumn({ nullable: true }) submittedById: string | null;
  @Instant({ nullable: true }) submittedAt: Date | null;
  /** Last day of whoever's turn it is. */
  @DateColumn({ nullable: true }) dueOn: string | null;
  @Instant() createdAt: Date;
  @Whole() version: number;
}

@Entity('filing_steps')
@Index('IDX_filing_steps_filing', ['filingId'])
export class FilingStepEntity {
  @Id() id: string;
  @IdColumn() filingId: string;
  @Instant() at: Date;
  @IdColumn() byId: string;
  @Text(20) verb: string;
  @NullableText(2000) opinion: string | null;
}

/** The last number given in a series of a year: one row, so that approvals queue on it and leave no gap. */
@Entity('filing_series')
export class FilingSeriesEntity {
  /** 'opening-2026'. */
  @Text(24, { primary: true }) id: string;
  @Whole() last: number;
}

/** A trial, an incident or a complaint about an account; a fact of inspections. */
@Entity('account_observations')
@Index('IDX_account_observations_account', ['accountId', 'observedAt'])
export class AccountObservationEntity {
  @Id() id: string;
  @IdColumn() accountId: string;
  @Text(16) kind: ObservationKind;
  @Text(32) subject: string;
  @Text(120) label: string;
  @Text(500) note: string;
  @NullableText(500) url: string | null;
  @Instant() observedAt: Date;
  @Flag({ nullable: true }) ok: boolean | null;
  @IdColumn() recordedById: string;
  @Instant() recordedAt: Date;
}
