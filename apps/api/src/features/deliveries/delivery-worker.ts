import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { OutboxRunner, type Outcome, type OutboxWork } from '../../foundation/outbox/outbox-runner.js';
import { ChannelsReader } from '../channels/channels.reader.js';
import { FreezesService } from '../channels/freezes.service.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { PublishingService } from '../publishing/publishing.service.js';
import type { ReadBackResult, SendResult, Steps, WithdrawResult } from './gateways/channel.gateway.js';
import { DeliveriesReader, READ_BACK, SEND, WITHDRAW } from './deliveries.reader.js';
import { DeliveryStore } from './delivery-store.js';
import type { DeliveryEntity } from './delivery.entity.js';
import { READ_BACK_MINUTES, READ_BACK_PLAN, SEND_PLAN, WAITS, WITHDRAW_PLAN } from './delivery-rules.js';
import { Gateways } from './gateways/gateways.js';

/** Waits without counting as a failure. */
class NotYet extends Error {
  constructor(readonly seconds: number) {
    super('not yet');
  }
}
/** Ended for a reason that trying again does not change. */
class Stopped extends Error {
  constructor(readonly problem: string, readonly remedy: string) {
    super(problem);
  }
}
/** Taken back while it was on its way. */
class CalledBack extends Error {}

const SENDING: readonly DeliveryEntity['state'][] = ['queued', 'accepted', 'unknown'];
const systemOf = (row: DeliveryEntity) => ({ personId: 'system', orgId: row.orgId });

/** What the outbox does with deliveries: send, take back, read back. */
@Injectable()
export class DeliveryWorker implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly runner: OutboxRunner,
    private readonly events: EventLogService,
    private readonly publishing: PublishingService,
    private readonly channels: ChannelsReader,
    private readonly freezes: FreezesService,
    private readonly reader: DeliveriesReader,
    private readonly store: DeliveryStore,
    private readonly gateways: Gateways,
  ) {}

  onModuleInit(): void {
    this.runner.handle({ topic: SEND, plan: SEND_PLAN, run: (work) => this.send(work), failed: (db, id, problem) => this.noteProblem(db, id, problem), giveUp: (db, id, problem) => this.giveUpSending(db, id, problem) });
    this.runner.handle({ topic: WITHDRAW, plan: WITHDRAW_PLAN, run: (work) => this.withdraw(work), failed: (db, id, problem) => this.noteProblem(db, id, problem), giveUp: (db, id, problem) => this.giveUpWithdrawing(db, id, problem) });
    this.runner.handle({ topic: READ_BACK, plan: READ_BACK_PLAN, run: (work) => this.readBack(work), giveUp: (db, id, problem) => this.noteReadBack(db, id, { is: 'unreachable', detail: problem }) });
  }

  private async send(work: OutboxWork): Promise<Outcome> {
    const delivery = await this.database.read((db) => this.reader.get(db, work.subjectId));
    if (!SENDING.includes(delivery.state)) return { then: 'done' };
    try {
      const parcel = await this.database.read(async (db) => {
        if (delivery.state === 'queued' && delivery.startedAt === null) await this.requireSendable(db, delivery);
        return this.reader.parcel(db, delivery);
      });
      const result = await this.gateways.of(delivery.channelKind).send(parcel, this.stepsOf(delivery, work));
      return this.afterSend(delivery.id, result);
    } catch (error) {
      if (error instanceof NotYet) return { then: 'later', at: this.in(error.seconds) };
      if (error instanceof CalledBack) return { then: 'done', record: async (db) => this.store.drop(db, await this.reader.get(db, delivery.id), '发送前已撤回。') };
      if (error instanceof Stopped) return this.afterSend(delivery.id, { is: 'failed', problem: error.problem, remedy: error.remedy });
      throw error;
    }
  }

  /** Approval, freeze, withdrawal, account and the hub's own page, as they are now. */
  private async requireSendable(db: Db, delivery: DeliveryEntity): Promise<void> {
    if (await this.channels.freezeOver(db, delivery.orgId, delivery.accountId)) throw new NotYet(WAITS.frozen);
    const fresh = await this.reader.get(db, delivery.id);
    if (fresh.state === 'cancelled' || fresh.withdrawalState !== null) throw new CalledBack();
    try {
      await this.publishing.approvedText(db, { orgId: delivery.orgId }, delivery.contentId, delivery.digest);
      if (delivery.accountId) await this.store.requireActiveAccount(db, delivery.accountId);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'channels.account_not_active') throw new Stopped('账号已不是正常状态。', '请先办理账号备案。');
      throw new Stopped('正文、审核结论或依据在排队后发生变化，没有发送。', '请重新送审后再投递。');
    }
    if (delivery.channelId !== null && !(await this.channels.get(db, delivery.channelId)).active) throw new Stopped('渠道已停用。', '请启用渠道后重新发送。');
    if (delivery.channelKind === 'hub' || (await this.reader.isOnHub(db, delivery))) return;
    if (await this.reader.hubIsToCome(db, delivery)) throw new NotYet(WAITS.hubFirst);
    throw new Stopped('本平台没有发布这一文本。', '请先在本平台发布，再投递到其他渠道。');
  }

  private stepsOf(delivery: DeliveryEntity, work: OutboxWork): Steps {
    const save = (changes: Partial<DeliveryEntity>, before: (db: Db) => Promise<void> = () => Promise.resolve()): Promise<void> =>
      work.save(async (db) => {
        await before(db);
        const fresh = await this.reader.get(db, delivery.id);
        await this.store.change(db, fresh, changes);
        Object.assign(delivery, fresh);
      });
    return {
      note: (progress) => save({ progress }),
      begin: (progress) => save({ startedAt: delivery.startedAt ?? this.clock.now(), ...(progress ? { progress } : {}) }, (db) => this.requireSendable(db, delivery)),
      reached: work.reached,
    };
  }

  private afterSend(id: string, result: SendResult): Outcome {
    const record = async (db: Db): Promise<void> => {
      const row = await this.reader.get(db, id);
      if (!SENDING.includes(row.state)) return;
      const before = row.state;
      switch (result.is) {
        case 'live': await this.store.live(db, row, result); break;
        case 'accepted': await this.store.change(db, row, { state: 'accepted', progress: result.progress ?? row.progress, problem: null, remedy: null }); break;
        case 'later': await this.store.change(db, row, { problem: result.problem ?? row.problem, remedy: result.remedy ?? row.remedy }); break;
        case 'unknown': await this.store.change(db, row, { state: 'unknown', problem: result.problem, remedy: result.remedy, progress: result.progress ?? row.progress }); break;
        case 'gone': await this.store.change(db, row, { state: 'withdrawn', liveKey: null, problem: result.problem }); break;
        default: await this.store.change(db, row, { state: result.is, liveKey: null, problem: result.problem, remedy: result.remedy, progress: result.progress ?? row.progress, ...(row.withdrawalState === 'pending' ? { withdrawalState: 'done', withdrawnAt: this.clock.now() } : {}) });
      }
      if (row.state !== before) await this.events.record(db, systemOf(row), { verb: `deliveries.${row.state}`, subjectType: 'delivery', subjectId: id, facts: { contentId: row.contentId, channelId: row.channelId, digest: row.digest } });
    };
    if (result.is === 'later') return { then: 'later', at: result.again, record };
    if (result.is === 'accepted' && result.again) return { then: 'later', at: result.again, record };
    if (result.is === 'unknown') return { then: 'later', at: this.in(WAITS.unknown), record };
    return { then: 'done', record };
  }

  private async withdraw(work: OutboxWork): Promise<Outcome> {
    const delivery = await this.database.read((db) => this.reader.get(db, work.subjectId));
    const leftover = delivery.state === 'cancelled' && (delivery.progress.draftMediaId !== undefined || delivery.progress.intent === 'draft');
    if (delivery.withdrawalState !== 'pending' && !leftover) return { then: 'done' };
    // Whether it will stand there is not known yet: first that, then back.
    if ((delivery.state === 'queued' || delivery.state === 'accepted') && delivery.channelKind !== 'export') return { then: 'later', at: this.in(WAITS.unsettled) };
    if (delivery.state === 'unknown') return { then: 'later', at: this.in(WAITS.unknown) };
    const parcel = await this.database.read((db) => this.reader.parcel(db, delivery));
    const result: WithdrawResult = await this.gateways.of(delivery.channelKind).withdraw(parcel, this.stepsOf(delivery, work));
    if (result.is === 'later') return { then: 'later', at: result.again, record: (db) => this.noteProblem(db, delivery.id, result.problem ?? null) };
    return {
      then: 'done',
      record: async (db) => {
        const row = await this.reader.get(db, delivery.id);
        if (leftover) return this.store.change(db, row, { progress: {} });
        if (result.is === 'by_hand') return this.store.change(db, row, { withdrawalState: 'by_hand' });
        await this.store.change(db, row, { state: 'withdrawn', liveKey: null, withdrawalState: 'done', withdrawnAt: this.clock.now(), withdrawalProblem: null });
        await this.events.record(db, systemOf(row), { verb: 'deliveries.withdrawn', subjectType: 'delivery', subjectId: row.id, facts: { contentId: row.contentId, channelId: row.channelId } });
      },
    };
  }

  private async readBack(work: OutboxWork): Promise<Outcome> {
    const delivery = await this.database.read((db) => this.reader.get(db, work.subjectId));
    if (delivery.state !== 'live' || delivery.withdrawalState !== null) return { then: 'done' };
    const parcel = await this.database.read((db) => this.reader.parcel(db, delivery));
    const result = await this.gateways.of(delivery.channelKind).readBack(parcel);
    const next = READ_BACK_MINUTES.after[delivery.readBacks + 1];
    const record = (db: Db): Promise<void> => this.noteReadBack(db, delivery.id, result);
    return next === undefined || result === null ? { then: 'done', record } : { then: 'later', at: new Date(delivery.liveAt!.getTime() + next * 60_000), record };
  }

  /** A difference that nobody has answered yet is an alarm: on the board, and in the event log. */
  async noteReadBack(db: Db, id: string, result: ReadBackResult): Promise<void> {
    const row = await this.reader.get(db, id);
    if (row.state !== 'live' || result === null) return;
    const detail = result.is === 'same' ? null : result.detail.slice(0, 300);
    const news = result.is === 'differs' && (row.readBackState !== 'differs' || row.readBackDetail !== detail);
    await this.store.change(db, row, { readBackState: result.is, readBackAt: this.clock.now(), readBackDetail: detail, readBacks: row.readBacks + 1, ...(news ? { alarmOpinion: null } : {}) });
    if (news) await this.events.record(db, systemOf(row), { verb: 'deliveries.differs', subjectType: 'delivery', subjectId: id, facts: { contentId: row.contentId, channelId: row.channelId, digest: row.digest } });
  }

  private async noteProblem(db: Db, id: string, problem: string | null): Promise<void> {
    const row = await this.reader.get(db, id);
    if (row.withdrawalState === 'pending') await this.store.change(db, row, { withdrawalProblem: problem });
    else await this.store.change(db, row, { problem, remedy: problem === null ? null : '系统会自动再试，不用处理；多次不成时再请处理。' });
  }

  private async giveUpSending(db: Db, id: string, problem: string): Promise<void> {
    const row = await this.reader.get(db, id);
    if (!SENDING.includes(row.state)) return;
    // Where a request may have arrived and the channel knows no key, only a person can tell.
    const unknown = row.progress.intent === 'submit' || row.state === 'accepted';
    const state = unknown ? 'unknown' : 'failed';
    await this.store.change(db, row, { state, liveKey: unknown ? row.liveKey : null, problem: `多次尝试没有成功：${problem}`.slice(0, 300), remedy: unknown ? '请到平台查看是否已发布，再作决定。' : '请检查渠道设置和网络，再重新发送。' });
    await this.events.record(db, systemOf(row), { verb: `deliveries.${state}`, subjectType: 'delivery', subjectId: id, facts: { contentId: row.contentId, channelId: row.channelId, digest: row.digest } });
  }

  private async giveUpWithdrawing(db: Db, id: string, problem: string): Promise<void> {
    const row = await this.reader.get(db, id);
    if (row.withdrawalState !== 'pending') return;
    await this.store.change(db, row, { withdrawalState: 'failed', withdrawalProblem: problem });
    await this.events.record(db, systemOf(row), { verb: 'deliveries.withdrawal_failed', subjectType: 'delivery', subjectId: id, facts: { contentId: row.contentId, channelId: row.channelId } });
  }

  private in(seconds: number): Date {
    return new Date(this.clock.now().getTime() + seconds * 1_000);
  }
}
