import { DELIVERY_CONCERNS, DELIVERY_STATES, LIMITS, type ConfirmRemovalRequest, type DecideDeliveryRequest, type DeliverContentRequest, type DeliveryConcern, type DeliveryReasonRequest, type DeliveryState, type DeliveryView, type ListDeliveriesQuery, type ReportLiveRequest, type RescheduleRequest, type SeenDeliveryRequest } from '@govmedia-hub/contracts';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUrl, IsUUID, Matches, MaxLength, Min } from 'class-validator';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';
import type { OutboxEntity } from '../../foundation/outbox/outbox.entity.js';
import { hasRole, type Actor } from '../../foundation/session/actor.js';
import type { DeliveryEntity } from './delivery.entity.js';
import { DELIVERY_MOVES, type DeliveryMove } from './delivery.workflow.js';

const WEB_ADDRESS = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };

export class SeenDeliveryDto implements SeenDeliveryRequest {
  @IsInt() @Min(0) seenVersion: number;
}
export class DeliverContentDto extends SeenDeliveryDto implements DeliverContentRequest {
  @Matches(/^[0-9a-f]{64}$/) digest: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @Matches(/^(hub|[0-9a-f-]{36})$/, { each: true }) channelIds: string[];
  @IsOptional() @IsISO8601() dueAt: string | null;
}
export class RescheduleDto extends SeenDeliveryDto implements RescheduleRequest {
  @IsISO8601() dueAt: string;
}
export class DeliveryReasonDto extends SeenDeliveryDto implements DeliveryReasonRequest {
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.reasonChars) reason: string;
}
export class DecideDeliveryDto extends DeliveryReasonDto implements DecideDeliveryRequest {
  @IsIn(['live', 'resubmit', 'give_up']) decision: 'live' | 'resubmit' | 'give_up';
  @IsOptional() @IsUrl(WEB_ADDRESS) @MaxLength(500) url?: string | null;
}
export class ReportLiveDto extends SeenDeliveryDto implements ReportLiveRequest {
  @IsUrl(WEB_ADDRESS) @MaxLength(500) url: string;
}
export class ConfirmRemovalDto extends SeenDeliveryDto implements ConfirmRemovalRequest {
  @IsISO8601() removedAt: string;
}
export class ListDeliveriesDto extends PageQueryDto implements ListDeliveriesQuery {
  @IsOptional() @IsUUID() contentId?: string;
  @IsOptional() @IsUUID() channelId?: string;
  @IsOptional() @IsUUID() accountId?: string;
  @IsOptional() @IsUUID() orgId?: string;
  @IsOptional() @IsIn(DELIVERY_STATES) state?: DeliveryState;
  @IsOptional() @IsIn(DELIVERY_CONCERNS) concern?: DeliveryConcern;
  @IsOptional() @IsISO8601() from?: string;
  @IsOptional() @IsISO8601() to?: string;
}

interface Surroundings {
  channelName: string; accountName: string | null; orgName: string; queuedByName: string; entry: OutboxEntity | null;
  publication: { id: string; status: 'published' | 'withdrawn'; digest: string } | null; now: Date; frozen: boolean;
}

/** 'M月D日 14:30' in Shanghai. */
export function momentInWords(at: Date): string {
  const local = new Date(at.getTime() + 8 * 3_600_000);
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日 ${local.toISOString().slice(11, 16)}`;
}

function turnOf(row: DeliveryEntity, around: Surroundings): string {
  if (row.withdrawalState === 'pending') return '正在撤回';
  if (row.withdrawalState === 'by_hand') return '请到平台删除，再回来登记';
  if (row.withdrawalState === 'failed') return '撤回未成功，请到平台处理';
  switch (row.state) {
    case 'queued':
      if (around.frozen) return '已紧急冻结，解冻后发送';
      if (row.dueAt > around.now) return `定于${momentInWords(row.dueAt)}发送`;
      return around.entry && around.entry.attempts > 0 && around.entry.dueAt > around.now ? `${momentInWords(around.entry.dueAt)}再试` : '等待发送';
    case 'accepted': return row.channelKind === 'export' ? '请导出后到平台发布，再填回链接' : '等待平台给出发布结果';
    case 'live': return row.readBackState === 'differs' && row.alarmOpinion === null ? '线上文本与审定文本不一致，请核对' : '已上线';
    case 'failed': return '未成功，请处理后重新发送';
    case 'refused': return '平台未通过，请按原因修改';
    case 'unknown': return '请到平台查看是否已发布，再作决定';
    case 'withdrawn': return '已撤回';
    case 'cancelled': return '已取消';
  }
}

function abilitiesOf(row: DeliveryEntity, actor: Actor): DeliveryView['abilities'] {
  const publisher = actor.orgId === row.orgId && hasRole(actor, 'publisher');
  const desk = publisher || (actor.orgId === row.orgId && hasRole(actor, 'operator'));
  const may = (move: DeliveryMove): boolean => DELIVERY_MOVES[move].includes(row.state);
  const untouched = row.startedAt === null;
  return {
    reschedule: publisher && may('reschedule') && untouched, cancel: (publisher || hasRole(actor, 'supervisor')) && may('cancel') && untouched, retry: publisher && may('retry'), decide: publisher && may('decide'),
    withdraw: (publisher || hasRole(actor, 'supervisor')) && row.channelKind !== 'hub' && may('withdraw') && row.withdrawalState === null,
    exportPackage: desk && row.channelKind === 'export' && (row.state === 'accepted' || row.state === 'live'), reportLive: desk && row.channelKind === 'export' && may('report_live') && row.withdrawalState === null,
    confirmRemoval: desk && (row.withdrawalState === 'by_hand' || row.withdrawalState === 'failed'), readBack: desk && row.state === 'live' && row.channelKind !== 'hub', handleAlarm: publisher && row.state === 'live' && row.readBackState === 'differs' && row.alarmOpinion === null,
  };
}

export function toDeliveryView(row: DeliveryEntity, actor: Actor, around: Surroundings): DeliveryView {
  return {
    id: row.id, contentId: row.contentId, publicationId: around.publication?.id ?? null, title: row.title, digest: row.digest, orgId: row.orgId, orgName: around.orgName, channelId: row.channelId, channelKind: row.channelKind,
    channelName: around.channelName, accountId: row.accountId, accountName: around.accountName, state: row.state, turn: row.progress.replaces && (row.state === 'queued' || row.state === 'accepted') ? `更正后的文本：${turnOf(row, around)}` : turnOf(row, around), dueAt: row.dueAt.toISOString(), scheduled: row.scheduled, queuedByName: around.queuedByName,
    queuedAt: row.queuedAt.toISOString(), liveAt: row.liveAt?.toISOString() ?? null, liveUrl: row.liveUrl, attempts: around.entry?.attempts ?? 0, nextTryAt: around.entry && around.entry.attempts > 0 ? around.entry.dueAt.toISOString() : null,
    problem: row.problem, remedy: row.remedy,
    withdrawal: row.withdrawalState === null || row.withdrawalAt === null ? null : { state: row.withdrawalState, requestedAt: row.withdrawalAt.toISOString(), reason: row.withdrawalReason ?? '', doneAt: row.withdrawnAt?.toISOString() ?? null, problem: row.withdrawalProblem },
    readBack: row.readBackState === null || row.readBackAt === null ? null : { state: row.readBackState, at: row.readBackAt.toISOString(), detail: row.readBackDetail, handled: row.alarmOpinion !== null },
    outdated: row.state === 'live' && around.publication !== null && around.publication.digest !== row.digest, abilities: abilitiesOf(row, actor), version: row.version,
  };
}
