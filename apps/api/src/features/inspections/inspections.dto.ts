import { LIMITS, type CloseInspectionRequest, type DecideVerdictRequest, type DecideVerdictsRequest, type IndicatorPackView, type IndicatorVerdictView, type InspectionAccountView, type InspectionSummaryView, type InspectionView, type Platform, type StartInspectionRequest } from '@govmedia-hub/contracts';
import { decidedOutcome, roundSummary, type AccountResult, type CountedAccount, type IndicatorPack } from '@govmedia-hub/inspection';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { InspectionAccountEntity, InspectionEntity, InspectionVerdictEntity } from './inspection.entity.js';

export class StartInspectionDto implements StartInspectionRequest {
  @IsString() @IsNotEmpty() @MaxLength(60) packId: string;
  @IsISO8601({ strict: true, strictSeparator: true }) monitoringPointAt: string;
  @IsOptional() @IsString() @MaxLength(LIMITS.titleChars) title?: string;
}

export class DecideVerdictDto implements DecideVerdictRequest {
  @IsIn(['confirmed', 'dismissed']) decision: DecideVerdictRequest['decision'];
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.reasonChars) reason: string;
}

export class DecideVerdictsDto extends DecideVerdictDto implements DecideVerdictsRequest {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(1_000) @IsUUID(undefined, { each: true }) verdictIds: string[];
}

export class CloseInspectionDto implements CloseInspectionRequest {
  @IsInt() seenVersion: number;
}

export function toPackView(pack: IndicatorPack): IndicatorPackView {
  const { id, name, version, source, effectiveFrom, effectiveTo, note } = pack;
  return {
    id, name, version, source, effectiveFrom, effectiveTo, note,
    indicators: pack.indicators.map((each) => ({ code: each.code, name: each.name, kind: each.kind, trigger: each.trigger, source: each.source, confidence: each.confidence, detectedBy: each.detectedBy })),
  };
}

/** Counts as the summary engine reads them, when the accounts themselves are not at hand. */
function counted(row: InspectionEntity): CountedAccount[] {
  const many = (count: number, result: AccountResult): CountedAccount[] => Array.from({ length: count }, () => ({ result, platform: '', level: '' }));
  return [...many(row.passed, 'pass'), ...many(row.failed, 'fail'), ...many(row.pending, 'pending')];
}

export function toInspectionSummaryView(row: InspectionEntity, startedByName: string): InspectionSummaryView {
  const { id, title, packId, packVersion, status, accounts, passed, failed, pending, version } = row;
  const { passRate, sentence } = roundSummary(counted(row), { sponsors: row.sponsors });
  return { id, title, packId, packVersion, monitoringPointAt: row.monitoringPointAt.toISOString(), status, accounts, passed, failed, pending, passRate, sentence, startedByName, startedAt: row.startedAt.toISOString(), version };
}

export function toVerdictView(row: InspectionVerdictEntity, people: Map<string, string>): IndicatorVerdictView {
  const { id, code, name, reason, evidence, decidedReason } = row;
  const outcome = decidedOutcome(row, row.decision ? [{ code, decision: row.decision }] : []);
  return { id, code, name, outcome, reason, evidence, decidedByName: row.decidedById ? (people.get(row.decidedById) ?? '') : null, decidedReason };
}

export function toInspectionView(row: InspectionEntity, items: InspectionAccountEntity[], verdicts: InspectionVerdictEntity[], people: Map<string, string>): InspectionView {
  const byAccount = new Map<string, InspectionVerdictEntity[]>(items.map((item) => [item.accountId, []]));
  for (const verdict of verdicts) byAccount.get(verdict.accountId)?.push(verdict);
  const { byPlatform } = roundSummary(items);
  return {
    ...toInspectionSummaryView(row, people.get(row.startedById) ?? ''),
    factsDigest: row.factsDigest,
    byPlatform: byPlatform.map((each) => ({ ...each, platform: each.platform as Platform })),
    items: items.map((item): InspectionAccountView => ({
      accountId: item.accountId, accountName: item.accountName, platform: item.platform, sponsorName: item.sponsorName, result: item.result,
      verdicts: (byAccount.get(item.accountId) ?? []).map((verdict) => toVerdictView(verdict, people)),
    })),
  };
}
