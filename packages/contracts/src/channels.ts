import type { PageQuery } from './paging.js';

/** 发布渠道. The hub itself is always one and needs no settings. */
export const CHANNEL_KINDS = ['wechat_official', 'webhook', 'export'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];
export const CHANNEL_KIND_WORDS: Record<ChannelKind | 'hub', string> = { hub: '本平台', wechat_official: '微信公众号', webhook: '接口推送', export: '导出包（人工发布）' };

/** What a channel needs beside its name; secrets go in and never come back. */
export interface ChannelSettings {
  /** webhook: where signed messages go. */
  url?: string;
  /** wechat_official */
  appId?: string;
  author?: string;
  /** export: what the person on the platform should watch. */
  hints?: string;
}

/** Kept encrypted; an answer never carries them, only whether they are there. */
export interface ChannelSecrets {
  /** webhook: signing key, at least 24 characters. */
  signingKey?: string;
  /** wechat_official */
  appSecret?: string;
  callbackToken?: string;
  /** 消息加解密密钥, 43 characters. */
  encodingAesKey?: string;
}

export interface ChannelView {
  id: string;
  kind: ChannelKind;
  name: string;
  accountId: string;
  accountName: string;
  orgId: string;
  orgName: string;
  active: boolean;
  settings: ChannelSettings;
  /** Names of the secrets that are set. */
  secretsSet: (keyof ChannelSecrets)[];
  secretsSetAt: string | null;
  /** wechat_official: what to enter on the platform as 服务器地址. */
  callbackUrl: string | null;
  frozen: boolean;
  version: number;
}

export interface SaveChannelRequest {
  kind: ChannelKind;
  name: string;
  accountId: string;
  active: boolean;
  settings: ChannelSettings;
  /** Those left out stay as they are. */
  secrets?: ChannelSecrets;
  seenVersion?: number;
}

export interface ChannelTrialView { ok: boolean; message: string }

/** 紧急冻结 of one account, one unit, or everything. */
export const FREEZE_SCOPES = ['account', 'unit', 'city'] as const;
export type FreezeScope = (typeof FREEZE_SCOPES)[number];
export const FREEZE_SCOPE_WORDS: Record<FreezeScope, string> = { account: '一个账号', unit: '一个单位', city: '全市' };

export interface FreezeView {
  id: string;
  scope: FreezeScope;
  subjectId: string | null;
  subjectName: string;
  reason: string;
  byName: string;
  at: string;
  /** The first of two persons who ask for its end. */
  liftRequestedByName: string | null;
  liftRequestedAt: string | null;
  liftedByName: string | null;
  liftedAt: string | null;
  liftReason: string | null;
  /** What waits meanwhile. */
  held: number;
  abilities: { lift: 'at_once' | 'first_of_two' | 'second_of_two' | null };
  version: number;
}

export interface FreezeRequest { scope: FreezeScope; subjectId?: string | null; reason: string }
export interface LiftFreezeRequest { reason: string; seenVersion: number }

/** 投递: one approved revision on its way to one channel. */
export const DELIVERY_STATES = ['queued', 'accepted', 'live', 'failed', 'refused', 'unknown', 'withdrawn', 'cancelled'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
export const DELIVERY_STATE_WORDS: Record<DeliveryState, string> = {
  queued: '待发送', accepted: '渠道已接收', live: '已上线', failed: '未成功', refused: '平台未通过', unknown: '结果不明', withdrawn: '已撤回', cancelled: '已取消',
};

export const WITHDRAWAL_STATES = ['pending', 'by_hand', 'done', 'failed'] as const;
export type WithdrawalState = (typeof WITHDRAWAL_STATES)[number];
export const WITHDRAWAL_STATE_WORDS: Record<WithdrawalState, string> = { pending: '正在撤回', by_hand: '等待人工删除', done: '已撤回', failed: '撤回未成功' };

export const READ_BACK_STATES = ['same', 'differs', 'unreachable'] as const;
export type ReadBackState = (typeof READ_BACK_STATES)[number];
export const READ_BACK_STATE_WORDS: Record<ReadBackState, string> = { same: '与审定文本一致', differs: '与审定文本不一致', unreachable: '无法读取' };

export interface DeliveryView {
  id: string;
  contentId: string;
  publicationId: string | null;
  title: string;
  digest: string;
  orgId: string;
  orgName: string;
  channelId: string | null;
  channelKind: ChannelKind | 'hub';
  channelName: string;
  accountId: string | null;
  accountName: string | null;
  state: DeliveryState;
  /** Waits for its time, in words why it waits otherwise. */
  turn: string;
  /** When it is to go; the moment it was queued for an immediate one. */
  dueAt: string;
  scheduled: boolean;
  queuedByName: string;
  queuedAt: string;
  liveAt: string | null;
  liveUrl: string | null;
  attempts: number;
  nextTryAt: string | null;
  /** What went wrong, in plain words, and what to do. */
  problem: string | null;
  remedy: string | null;
  withdrawal: { state: WithdrawalState; requestedAt: string; reason: string; doneAt: string | null; problem: string | null } | null;
  readBack: { state: ReadBackState; at: string; detail: string | null; handled: boolean } | null;
  /** The hub shows a newer text than this copy. */
  outdated: boolean;
  abilities: { reschedule: boolean; cancel: boolean; retry: boolean; decide: boolean; withdraw: boolean; exportPackage: boolean; reportLive: boolean; confirmRemoval: boolean; readBack: boolean; handleAlarm: boolean };
  version: number;
}

/** Something on the board that waits for a person. */
export const DELIVERY_CONCERNS = ['scheduled', 'waiting', 'by_hand', 'trouble', 'unknown', 'differs', 'withdrawing'] as const;
export type DeliveryConcern = (typeof DELIVERY_CONCERNS)[number];
export const DELIVERY_CONCERN_WORDS: Record<DeliveryConcern, string> = {
  scheduled: '已排期', waiting: '发送中', by_hand: '等待人工', trouble: '未成功', unknown: '结果不明', differs: '线上文本不一致', withdrawing: '撤回未完成',
};

export interface ListDeliveriesQuery extends PageQuery { contentId?: string; channelId?: string; accountId?: string; orgId?: string; state?: DeliveryState; concern?: DeliveryConcern; from?: string; to?: string }

/** 'hub' stands for the hub itself. dueAt null sends at once. */
export interface DeliverContentRequest { digest: string; seenVersion: number; channelIds: string[]; dueAt: string | null }
export interface RescheduleRequest { dueAt: string; seenVersion: number }
export interface DeliveryReasonRequest { reason: string; seenVersion: number }
export interface SeenDeliveryRequest { seenVersion: number }
/** 结果不明 decided by a person who looked on the platform. */
export interface DecideDeliveryRequest { decision: 'live' | 'resubmit' | 'give_up'; url?: string | null; reason: string; seenVersion: number }
export interface ReportLiveRequest { url: string; seenVersion: number }
/** The day and hour at which it was taken down on the platform. */
export interface ConfirmRemovalRequest { removedAt: string; seenVersion: number }
