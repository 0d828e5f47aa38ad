import { Injectable } from '@nestjs/common';
import type { DecideVerdictRequest, IndicatorPackView, InspectionSummaryView, InspectionView, Page, PageQuery, Platform, StartInspectionRequest } from '@govmedia-hub/contracts';
import { accountResult, canDecide, canonicalFacts, findPack, INDICATOR_PACKS, judgeRound, tally, type AccountFacts, type IndicatorPack, type InspectionFacts, type Verdict } from '@govmedia-hub/inspection';
import { civilDate, Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { pageOf, toPage } from '../../foundation/http/paging.js';
import type { Actor } from '../../foundation/session/actor.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { factsDigest, InspectionFactsGatherer, sha256 } from './inspection-facts.js';
import { InspectionAccountEntity, InspectionEntity, InspectionVerdictEntity } from './inspection.entity.js';
import { toInspectionSummaryView, toInspectionView, toPackView } from './inspections.dto.js';

const ROWS_PER_INSERT = 50;
const QUARTERS = ['一', '二', '三', '四'];

@Injectable()
export class InspectionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly organisations: OrganisationsService,
    private readonly gatherer: InspectionFactsGatherer,
  ) {}

  packs(): IndicatorPackView[] {
    return INDICATOR_PACKS.map(toPackView);
  }

  /**
   * Runs a round over every account of the register at the monitoring point; hits are suspicions until an inspector confirms them.
   * @throws DomainError inspections.monitoring_point_in_future, inspections.pack_not_found
   */
  async start(actor: Actor, request: StartInspectionRequest): Promise<InspectionView> {
    const point = new Date(request.monitoringPointAt);
    if (point > this.clock.now()) throw new DomainError('inspections.monitoring_point_in_future');
    const pack = findPack(INDICATOR_PACKS, request.packId, civilDate(point));
    if (!pack) throw new DomainError('inspections.pack_not_found', { packId: request.packId });
    const facts = await this.gatherer.gather(point);
    const verdicts = judgeRound(facts, pack);
    const row = this.draft(actor, request, pack, facts, verdicts);
    await this.database.transaction(async (db) => {
      await this.insert(db, row, facts, verdicts);
      const verdictsDigest = sha256(JSON.stringify(verdicts));
      await this.events.record(db, actor, { verb: 'inspections.started', subjectType: 'inspection', subjectId: row.id, facts: { packId: pack.id, packVersion: pack.version, monitoringPointAt: point.toISOString(), factsDigest: row.factsDigest, verdictsDigest, accounts: row.accounts } });
    });
    return this.get(row.id);
  }

  list(query: PageQuery): Promise<Page<InspectionSummaryView>> {
    return this.database.read(async (db) => {
      const page = await pageOf(db.createQueryBuilder(InspectionEntity, 'inspection'), 'inspection', 'id', query);
      const people = await this.organisations.peopleNames(db, page.rows.map((row) => row.startedById));
      return toPage(page, (row) => toInspectionSummaryView(row, people.get(row.startedById) ?? ''));
    });
  }

  get(id: string): Promise<InspectionView> {
    return this.database.read((db) => this.view(db, id));
  }

  /** The round as it stands in the tables. @throws DomainError inspections.not_found */
  async find(db: Db, id: string): Promise<InspectionEntity> {
    const row = await db.findOneBy(InspectionEntity, { id });
    if (!row) throw new DomainError('inspections.not_found', { id });
    return row;
  }

  /**
   * An inspector's word on verdicts of a round, all of them or none; the last word holds.
   * @throws DomainError inspections.item_not_found, inspections.move_not_allowed
   */
  decide(actor: Actor, id: string, verdictIds: readonly string[], { decision, reason }: DecideVerdictRequest): Promise<InspectionView> {
    const wanted = [...new Set(verdictIds)];
    return this.database.transaction(async (db) => {
      await this.find(db, id);
      // Takes the round's row first: decisions queue on it, and each counts what the ones before it left.
      const { affected } = await db.createQueryBuilder().update(InspectionEntity).set({ version: () => 'version + 1' }).where('id = :id AND status = :status', { id, status: 'confirming' }).execute();
      if (affected !== 1) throw new DomainError('inspections.move_not_allowed', {}, '检查已定结果，不能再改判。');
      const verdicts = new Map((await this.verdicts(db, id)).map((verdict) => [verdict.id, verdict]));
      const touched = new Set<string>();
      for (const verdictId of wanted) {
        const verdict = verdicts.get(verdictId);
        if (!verdict) throw new DomainError('inspections.item_not_found', { id: verdictId });
        if (!canDecide(verdict.outcome)) throw new DomainError('inspections.move_not_allowed', { outcome: verdict.outcome, id: verdictId }, '不适用的指标不需要确认。');
        await db.update(InspectionVerdictEntity, { id: verdictId }, { decision, decidedById: actor.personId, decidedReason: reason, decidedAt: this.clock.now() });
        touched.add(verdict.accountId);
        await this.events.record(db, actor, { verb: 'inspections.verdict_decided', subjectType: 'inspection', subjectId: id, facts: { verdictId, accountId: verdict.accountId, code: verdict.code, machine: verdict.outcome, decision } });
      }
      await this.recount(db, id, [...touched]);
      return this.view(db, id);
    });
  }

  /** Settles the results. @throws DomainError inspections.move_not_allowed while an account is pending, inspections.changed_meanwhile */
  close(actor: Actor, id: string, seenVersion: number): Promise<InspectionView> {
    return this.database.transaction(async (db) => {
      const row = await this.find(db, id);
      if (row.status === 'closed') throw new DomainError('inspections.move_not_allowed', {}, '检查已定结果。');
      if (row.pending > 0) throw new DomainError('inspections.move_not_allowed', { pending: row.pending }, `还有${row.pending}个账号待确认。`);
      const { affected } = await db.update(InspectionEntity, { id, version: seenVersion, status: 'confirming' }, { status: 'closed', closedById: actor.personId, closedAt: this.clock.now(), version: seenVersion + 1 });
      if (affected !== 1) throw new DomainError('inspections.changed_meanwhile', { current: await this.view(db, id) });
      const items = await this.items(db, id);
      const resultsDigest = sha256(JSON.stringify(items.map((item) => [item.accountId, item.result]).sort()));
      await this.events.record(db, actor, { verb: 'inspections.closed', subjectType: 'inspection', subjectId: id, facts: { factsDigest: row.factsDigest, resultsDigest, passed: row.passed, failed: row.failed } });
      return this.view(db, id);
    });
  }

  /** Judges the kept facts again with the kept pack. @returns whether the facts still have their digest and every machine verdict comes out the same */
  async replay(id: string): Promise<{ sameFacts: boolean; sameVerdicts: boolean }> {
    return this.database.read(async (db) => {
      const row = await this.find(db, id);
      const facts: InspectionFacts = { monitoringPointAt: row.monitoringPointAt.toISOString(), periodFrom: row.periodFrom, accounts: (await this.items(db, id)).map((item) => JSON.parse(item.facts) as AccountFacts) };
      const told = (verdict: Pick<Verdict, 'accountId' | 'code' | 'outcome' | 'reason'>): string => JSON.stringify([verdict.accountId, verdict.code, verdict.outcome, verdict.reason]);
      const again = judgeRound(facts, row.pack).map(told).sort();
      const kept = (await this.verdicts(db, id)).map(told).sort();
      return { sameFacts: factsDigest(facts) === row.factsDigest, sameVerdicts: JSON.stringify(again) === JSON.stringify(kept) };
    });
  }

  private draft(actor: Actor, request: StartInspectionRequest, pack: IndicatorPack, facts: InspectionFacts & { periodFrom: string }, verdicts: Verdict[]): InspectionEntity {
    const point = new Date(facts.monitoringPointAt);
    const results = tally(facts.accounts.map((each) => ({ result: accountResult(verdicts.filter((verdict) => verdict.accountId === each.account.id)) })));
    return {
      id: newId(), title: request.title?.trim() || defaultTitle(point), packId: pack.id, packVersion: pack.version, pack, monitoringPointAt: point, periodFrom: facts.periodFrom, status: 'confirming', factsDigest: factsDigest(facts),
      accounts: results.accounts, sponsors: new Set(facts.accounts.map((each) => each.account.sponsorName)).size, passed: results.passed, failed: results.failed, pending: results.pending,
      startedById: actor.personId, startedAt: this.clock.now(), closedById: null, closedAt: null, version: 1,
    };
  }

  private async insert(db: Db, row: InspectionEntity, facts: InspectionFacts, verdicts: Verdict[]): Promise<void> {
    await db.insert(InspectionEntity, row);
    const items = facts.accounts.map((each): InspectionAccountEntity => {
      const { id, name, platform, sponsorName, level } = each.account;
      const [kept] = (JSON.parse(canonicalFacts({ ...facts, accounts: [each] })) as InspectionFacts).accounts;
      return { id: newId(), inspectionId: row.id, accountId: id, accountName: name, platform: platform as Platform, sponsorName, level, facts: JSON.stringify(kept), result: accountResult(verdicts.filter((verdict) => verdict.accountId === id)) };
    });
    const rows = verdicts.map((verdict): InspectionVerdictEntity => ({ ...verdict, id: newId(), inspectionId: row.id, decision: null, decidedById: null, decidedReason: null, decidedAt: null }));
    for (let at = 0; at < items.length; at += ROWS_PER_INSERT) await db.insert(InspectionAccountEntity, items.slice(at, at + ROWS_PER_INSERT));
    for (let at = 0; at < rows.length; at += ROWS_PER_INSERT) await db.insert(InspectionVerdictEntity, rows.slice(at, at + ROWS_PER_INSERT));
  }

  /** The results of accounts after a decision, and the round's counts. */
  private async recount(db: Db, id: string, accountIds: readonly string[]): Promise<void> {
    for (const accountId of accountIds) {
      const verdicts = await db.findBy(InspectionVerdictEntity, { inspectionId: id, accountId });
      const result = accountResult(verdicts, verdicts.flatMap(({ code, decision }) => (decision ? [{ code, decision }] : [])));
      await db.update(InspectionAccountEntity, { inspectionId: id, accountId }, { result });
    }
    const { passed, failed, pending } = tally(await this.items(db, id));
    await db.update(InspectionEntity, { id }, { passed, failed, pending });
  }

  private items(db: Db, id: string): Promise<InspectionAccountEntity[]> {
    return db.find(InspectionAccountEntity, { where: { inspectionId: id }, order: { id: 'ASC' } });
  }

  private verdicts(db: Db, id: string): Promise<InspectionVerdictEntity[]> {
    return db.find(InspectionVerdictEntity, { where: { inspectionId: id }, order: { id: 'ASC' } });
  }

  private async view(db: Db, id: string): Promise<InspectionView> {
    const row = await this.find(db, id);
    const [items, verdicts] = [await this.items(db, id), await this.verdicts(db, id)];
    const people = await this.organisations.peopleNames(db, [row.startedById, ...verdicts.map((verdict) => verdict.decidedById)]);
    return toInspectionView(row, items, verdicts, people);
  }
}

/** '2026年第四季度政务新媒体检查'. */
function defaultTitle(point: Date): string {
  const [year, month] = civilDate(point).split('-').map(Number) as [number, number];
  return `${year}年第${QUARTERS[Math.floor((month - 1) / 3)]}季度政务新媒体检查`;
}
