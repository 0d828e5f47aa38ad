import { ACCOUNT_KINDS, ACCOUNT_STATUSES, FILING_KINDS, FILING_STATUSES, LIMITS, OBSERVATION_KINDS, PLATFORMS, type AccountKind, type AccountObservationView, type AccountPostView, type AccountStatus, type AccountSummaryView, type AccountView, type DecideFilingRequest, type FilingForm, type FilingKind, type FilingStatus, type FilingView, type ListAccountsQuery, type ObservationKind, type Platform, type RecordObservationRequest, type RecordPostRequest, type SaveFilingRequest, type SubmitFilingRequest, type WithdrawFilingRequest } from '@govmedia-hub/contracts';
import { statusOn, updateWarning } from '@govmedia-hub/inspection';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsNotEmpty, IsNotEmptyObject, IsOptional, IsString, IsUrl, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';
import type { AccountEntity, AccountObservationEntity, AccountPostEntity, FilingEntity, FilingStepEntity } from './account.entity.js';
import { turnSentence } from './filing.workflow.js';

const CIVIL_DATE = { message: '日期格式应为 YYYY-MM-DD。' };
const WEB_ADDRESS = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };

export class FilingFormDto implements FilingForm {
  @IsString() @IsNotEmpty() @MaxLength(80) accountName: string;
  @IsIn(PLATFORMS) platform: Platform;
  @IsString() @IsNotEmpty() @MaxLength(40) accountType: string;
  @IsString() @MaxLength(80) platformAccountId: string;
  @IsIn(ACCOUNT_KINDS) accountKind: AccountKind;
  @IsOptional() @IsUrl(WEB_ADDRESS) @MaxLength(500) homepageUrl: string | null;
  @IsString() @MaxLength(1000) intro: string;
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/, CIVIL_DATE) openedOn: string | null;
  @IsString() @IsNotEmpty() @MaxLength(120) certSubject: string;
  @IsString() @MaxLength(120) undertakingDept: string;
  @IsIn(['self', 'contracted']) operationMode: 'self' | 'contracted';
  @IsOptional() @IsString() @MaxLength(120) operatorOrg: string | null;
  @IsString() @MaxLength(40) leaderInCharge: string;
  @IsString() @MaxLength(40) responsiblePerson: string;
  @IsString() @MaxLength(40) responsiblePhone: string;
  @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @MaxLength(40, { each: true }) interactionChannels: string[];
  @IsString() @MaxLength(80) updateFrequency: string;
  @IsString() @MaxLength(LIMITS.opinionChars) reason: string;
  @IsOptional() @IsString() @MaxLength(200) successor?: string | null;
}

export class SaveFilingDto implements SaveFilingRequest {
  @IsIn(FILING_KINDS) kind: FilingKind;
  @IsOptional() @IsUUID() accountId?: string | null;
  @IsNotEmptyObject() @ValidateNested() @Type(() => FilingFormDto) form: FilingFormDto;
  @IsOptional() @IsInt() seenVersion?: number;
}

export class WithdrawFilingDto implements WithdrawFilingRequest {
  @IsInt() seenVersion: number;
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.reasonChars) reason: string;
}

export class SubmitFilingDto implements SubmitFilingRequest {
  @IsInt() seenVersion: number;
}

export class DecideFilingDto implements DecideFilingRequest {
  @IsInt() seenVersion: number;
  @IsIn(['approve', 'return', 'reject']) decision: DecideFilingRequest['decision'];
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.opinionChars) opinion: string;
}

export class ListFilingsDto extends PageQueryDto {
  @IsOptional() @IsIn(FILING_STATUSES) status?: FilingStatus;
}

export class ListAccountsDto extends PageQueryDto implements ListAccountsQuery {
  @IsOptional() @IsString() @MaxLength(80) q?: string;
  @IsOptional() @IsIn(PLATFORMS) platform?: Platform;
  @IsOptional() @IsUUID() orgId?: string;
  @IsOptional() @IsIn(ACCOUNT_STATUSES) status?: AccountStatus;
}

export class VerifyAccountDto {
  @IsString() @IsNotEmpty() @MaxLength(200) q: string;
}

export class RecordPostDto implements RecordPostRequest {
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.titleChars) title: string;
  @IsString() @MaxLength(LIMITS.screenChars) text: string;
  @IsOptional() @IsUrl(WEB_ADDRESS) @MaxLength(500) url?: string | null;
  @IsOptional() @IsISO8601({ strict: true, strictSeparator: true }) publishedAt: string | null;
}

export class RecordObservationDto implements RecordObservationRequest {
  @IsIn(OBSERVATION_KINDS) kind: ObservationKind;
  @IsString() @IsNotEmpty() @MaxLength(32) subject: string;
  @IsString() @IsNotEmpty() @MaxLength(120) label: string;
  @IsString() @MaxLength(LIMITS.reasonChars) note: string;
  @IsOptional() @IsUrl(WEB_ADDRESS) @MaxLength(500) url?: string | null;
  @IsISO8601({ strict: true, strictSeparator: true }) observedAt: string;
  @IsOptional() @IsBoolean() ok?: boolean | null;
}

/** Status of a row on a civil date, from its dates alone. */
type Dated = Pick<AccountEntity, 'filedOn' | 'closingNoticeFrom' | 'closedOn' | 'cancelledOn'>;

/** What residents see of an account, as one statement reads it. */
export type PublicAccountRow = Pick<AccountEntity, 'id' | 'name' | 'platform' | 'accountType' | 'kind' | 'sponsorOrgId' | 'filingNo' | 'intro' | 'homepageUrl' | 'successor'> & Dated & { sponsorName: string };

export function accountStatusOn(row: Dated, on: string): AccountStatus {
  return statusOn({ status: 'active', closingNoticeFrom: row.closingNoticeFrom, closedOn: row.closedOn, cancelledOn: row.cancelledOn }, on);
}

const since = (row: Dated, status: AccountStatus): string => ({ active: row.filedOn, closing_notice: row.closingNoticeFrom, closed: row.closedOn, cancelled: row.cancelledOn })[status] ?? row.filedOn;

export function toAccountSummaryView(row: Omit<PublicAccountRow, 'sponsorName'>, sponsorName: string, today: string): AccountSummaryView {
  const { id, name, platform, accountType, kind, sponsorOrgId, filingNo, filedOn, intro, homepageUrl, successor } = row;
  const status = accountStatusOn(row, today);
  return { id, name, platform, accountType, kind, sponsorOrgId, sponsorName, filingNo, filedOn, status, statusSince: since(row, status), intro, homepageUrl, successor };
}

export function toAccountView(row: AccountEntity, around: { sponsorName: string; today: string; now: Date; lastPostAt: Date | null; filings: FilingEntity[] }): AccountView {
  const { platformAccountId, certSubject, openedOn, interactionChannels, responsiblePerson, responsiblePhone, undertakingDept, kind, version } = row;
  const summary = toAccountSummaryView(row, around.sponsorName, around.today);
  const lastPostAt = around.lastPostAt?.toISOString() ?? null;
  const warning = updateWarning({ kind, status: summary.status, openedOn, lastPostAt }, around.now.toISOString());
  return {
    ...summary, platformAccountId, certSubject, openedOn, interactionChannels, responsiblePerson, responsiblePhone, undertakingDept, lastPostAt,
    silentDays: warning.silentDays, warning: warning.level,
    filings: around.filings.map((filing) => ({ id: filing.id, kind: filing.kind, status: filing.status, filingNo: filing.filingNo, at: (filing.submittedAt ?? filing.createdAt).toISOString() })),
    version,
  };
}

export function toFilingView(row: FilingEntity, around: { orgName: string; supervisorName: string; checks: FilingView['checks']; steps: FilingStepEntity[]; people: Map<string, string> }): FilingView {
  const { id, kind, status, orgId, accountId, form, dueOn, filingNo, version } = row;
  return {
    id, kind, status, orgId, orgName: around.orgName, accountId, form, checks: around.checks,
    steps: around.steps.map((step) => ({ at: step.at.toISOString(), byName: around.people.get(step.byId) ?? '', verb: step.verb, opinion: step.opinion })),
    turn: turnSentence(row, { applicant: around.orgName, supervisor: around.supervisorName }),
    dueOn, filingNo, submittedAt: row.submittedAt?.toISOString() ?? null, version,
  };
}

export function toPostView(row: AccountPostEntity): AccountPostView {
  const { id, accountId, title, url } = row;
  return { id, accountId, title, url, publishedAt: row.publishedAt?.toISOString() ?? null };
}

export function toObservationView(row: AccountObservationEntity, recordedByName: string): AccountObservationView {
  const { id, accountId, kind, subject, label, note, url, ok } = row;
  return { id, accountId, kind, subject, label, note, url, ok, observedAt: row.observedAt.toISOString(), recordedByName, recordedAt: row.recordedAt.toISOString() };
}
