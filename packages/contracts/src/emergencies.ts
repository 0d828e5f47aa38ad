import type { PageQuery } from './paging.js';

export const EMERGENCY_STATUSES = ['requested', 'released', 'settled', 'refused'] as const;
export type EmergencyStatus = (typeof EMERGENCY_STATUSES)[number];
export const EMERGENCY_STATUS_WORDS: Record<EmergencyStatus, string> = { requested: '等待主管单位同意', released: '已应急发布，待补审', settled: '已补审', refused: '未同意' };
export const EMERGENCY_ENDS = ['approved', 'replaced', 'withdrawn'] as const;
export type EmergencyEnd = (typeof EMERGENCY_ENDS)[number];
export const EMERGENCY_END_WORDS: Record<EmergencyEnd, string> = { approved: '补审完成', replaced: '已由审定的新文本取代', withdrawn: '已撤回' };

/** 应急发布: two persons and a reason; the approval follows, by a last day. */
export interface EmergencyView {
  id: string;
  contentId: string;
  title: string;
  orgId: string;
  orgName: string;
  digest: string;
  status: EmergencyStatus;
  reason: string;
  requestedByName: string;
  requestedAt: string;
  decidedByName: string | null;
  decidedAt: string | null;
  opinion: string | null;
  /** Last day for the approval that follows. */
  dueOn: string | null;
  overdue: boolean;
  endedAt: string | null;
  endedBy: EmergencyEnd | null;
}
export interface RequestEmergencyRequest { digest: string; seenVersion: number; reason: string }
export interface DecideEmergencyRequest { digest: string; decision: 'release' | 'refuse'; opinion: string }
export interface ListEmergenciesQuery extends PageQuery { status?: EmergencyStatus; overdue?: 'yes' }
