import type { Platform } from './accounts.js';

export const INSPECTION_STATUSES = ['confirming', 'closed'] as const;
export type InspectionStatus = (typeof INSPECTION_STATUSES)[number];
export const INSPECTION_STATUS_WORDS: Record<InspectionStatus, string> = { confirming: '待人工确认', closed: '已定结果' };

export const INDICATOR_OUTCOMES = ['clear', 'suspected', 'undecidable', 'not_applicable', 'confirmed', 'dismissed'] as const;
export type IndicatorOutcome = (typeof INDICATOR_OUTCOMES)[number];
export const INDICATOR_OUTCOME_WORDS: Record<IndicatorOutcome, string> = {
  clear: '未发现', suspected: '疑似，待确认', undecidable: '无法判定', not_applicable: '不适用', confirmed: '属实', dismissed: '经核实不成立',
};

export const ACCOUNT_RESULTS = ['pass', 'fail', 'pending'] as const;
export type AccountResult = (typeof ACCOUNT_RESULTS)[number];
export const ACCOUNT_RESULT_WORDS: Record<AccountResult, string> = { pass: '合格', fail: '不合格', pending: '待确认' };

export interface IndicatorView {
  code: string;
  name: string;
  kind: 'veto' | 'deduction' | 'bonus';
  trigger: string;
  source: string;
  /** found, partly_found or unverified: how sure the reconstruction from public notices is. */
  confidence: string;
  detectedBy: 'machine' | 'human' | 'both';
}

export interface IndicatorPackView {
  id: string;
  name: string;
  version: string;
  source: string;
  effectiveFrom: string;
  effectiveTo: string | null;
  note: string;
  indicators: IndicatorView[];
}

export interface StartInspectionRequest {
  packId: string;
  /** ISO instant; the window is counted back from here, never from now. */
  monitoringPointAt: string;
  title?: string;
}

export interface InspectionSummaryView {
  id: string;
  title: string;
  packId: string;
  packVersion: string;
  monitoringPointAt: string;
  status: InspectionStatus;
  accounts: number;
  passed: number;
  failed: number;
  pending: number;
  /** '95.77 %', or null while nothing is decided. */
  passRate: string | null;
  /** The result in one sentence. */
  sentence: string;
  startedByName: string;
  startedAt: string;
  version: number;
}

export interface InspectionView extends InspectionSummaryView {
  factsDigest: string;
  byPlatform: { platform: Platform; accounts: number; passed: number; failed: number; pending: number; passRate: string | null }[];
  items: InspectionAccountView[];
}

export interface InspectionAccountView {
  accountId: string;
  accountName: string;
  platform: Platform;
  sponsorName: string;
  result: AccountResult;
  verdicts: IndicatorVerdictView[];
}

export interface IndicatorVerdictView {
  id: string;
  code: string;
  name: string;
  outcome: IndicatorOutcome;
  reason: string;
  evidence: { label: string; value: string; url: string | null; at: string | null }[];
  decidedByName: string | null;
  decidedReason: string | null;
}

export interface DecideVerdictRequest { decision: 'confirmed' | 'dismissed'; reason: string }
/** The same decision and reason for each of these verdicts of one round. */
export interface DecideVerdictsRequest extends DecideVerdictRequest { verdictIds: string[] }
export interface CloseInspectionRequest { seenVersion: number }
