import { Injectable } from '@nestjs/common';
import { DESK_STEPS, GATES, type ContentSummaryView, type ContentView, type DeskId, type DeskStep, type DueStepView, type EmergencyView, type GateStateView, type ListContentsQuery, type Page, type ReaffirmView, type ReviewStateView } from '@govmedia-hub/contracts';
import { In, type SelectQueryBuilder } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { errorTitle } from '../../foundation/errors/error-titles.js';
import { pageOf, pageOfList } from '../../foundation/http/paging.js';
import { hasRole, requireSight, type Actor } from '../../foundation/session/actor.js';
import { type ContentEntity, ContentsReader, statusAfter, toSummaryView, turnOf, waits } from '../contents/contents.reader.js';
import { DelegationsService } from '../delegations/delegations.service.js';
import { EmergenciesService } from '../emergencies/emergencies.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { ReviewProcessesReader } from '../review-processes/review-processes.reader.js';
import { groundOf, returnReasonWords, secrecyGroundWords } from '../rulebook/rulebook.service.js';
import { casesOf, caseOf, processFor } from './review-cases.js';
import { liveClaims } from './review-claims.js';
import { dueDesks, openGates, whyNot, type TextUnderReview } from './reviews.policy.js';
import { ReviewsService } from './reviews.service.js';
import { stepClocks, type TextOnTheClock } from './step-clocks.js';
import { ContentVerdictEntity, type ReviewCaseEntity } from './verdict.entity.js';

type Given = TextUnderReview & { rows: ContentVerdictEntity[] };
type InWork = { text: TextOnTheClock; entry: ReviewCaseEntity | null };

/** Items as people see them at their desk: text, findings, verdicts, and what this person may do next. */
@Injectable()
export class ReviewDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly contents: ContentsReader,
    private readonly reviews: ReviewsService,
    private readonly organisations: OrganisationsService,
    private readonly delegations: DelegationsService,
    private readonly emergencies: EmergenciesService,
    private readonly processes: ReviewProcessesReader,
  ) {}

  /** @throws DomainError contents.not_found, access.other_organisation */
  view(actor: Actor, id: string): Promise<ContentView> {
    return this.database.read(async (db) => {
      const row = await this.contents.get(db, id);
      requireSight(actor, row.orgId);
      const text = await this.reviews.underReview(db, row);
      const claims = await liveClaims(db, row, this.clock.now());
      const actingFor = await this.delegations.actingFor(db, actor.personId);
      const accounts = await this.organisations.accountsOf(db, actor.personId);
      const emergency = await this.emergencies.of(db, id);
      const revision = await this.contents.revisionView(db, await this.contents.revision(db, row.revisionId));
      const findings = await this.contents.findingViews(db, id);
      const names = await this.organisations.peopleNames(db, [row.authorId, row.opennessById, ...text.rows.flatMap((entry) => [entry.byId, entry.forId]), ...claims.map((claim) => claim.byId), ...actingFor]);
      const units = await this.organisations.namesOf(db, [row.orgId]);
      const nameOf = (personId: string | null): string | null => (personId === null ? null : names.get(personId) ?? '');
      const given = (desk: DeskId) => {
        const entry = text.rows.find((verdict) => verdict.desk === desk);
        const said = {
          byName: nameOf(entry?.byId ?? null), forName: nameOf(entry?.forId ?? null), at: entry?.at.toISOString() ?? null, opinion: entry?.opinion ?? null, reasons: returnReasonWords(entry?.reasons ?? []),
          digest: entry?.digest ?? null, lexiconVersion: entry?.lexiconVersion ?? null,
        };
        return { entry, said };
      };
      const step = (line: 'review' | 'proof') => DESK_STEPS.flatMap((number): ReviewStateView[] => {
        const place = text.process.desks.find(({ desk }) => desk === `${line}:${number}`);
        if (!place) return [];
        const { entry, said } = given(place.desk);
        return [{ step: number, name: place.name, decision: entry ? (entry.verdict as 'approved' | 'returned') : 'open', byId: entry?.byId ?? null, ...said }];
      });
      const secrecy = given('gate:secrecy');
      return {
        ...summary(row, { ...text, verdicts: text.rows }, await caseOf(db, row), this.clock.today(), units.get(row.orgId) ?? '', names.get(row.authorId) ?? ''),
        revision,
        findings,
        gates: GATES.map((gate): GateStateView => {
          const { entry, said } = given(`gate:${gate}`);
          return { gate, verdict: entry ? (entry.verdict as 'passed' | 'returned') : 'open', ...said, openFindings: findings.filter((finding) => finding.gate === gate && waits(finding)).length };
        }),
        reviews: step('review'),
        proofs: step('proof'),
        process: { id: text.process.id, name: text.process.name, version: text.process.version },
        secrecyRecord: secrecy.entry?.secrecyGround
          ? { ground: secrecy.entry.secrecyGround, groundWords: secrecyGroundWords(secrecy.entry.secrecyGround), conclusion: secrecy.entry.secrecyConclusion ?? '', byName: secrecy.said.byName ?? '', forName: secrecy.said.forName, at: secrecy.said.at!, digest: secrecy.entry.digest }
          : null,
        openness: row.openness === null || row.opennessGround === null || row.opennessAt === null ? null : {
          openness: row.openness, ground: row.opennessGround, groundWords: groundOf(row.opennessGround)?.words ?? row.opennessGround, groundSource: groundOf(row.opennessGround)?.source ?? '', reason: row.opennessReason ?? '',
          decidedByName: nameOf(row.opennessById) ?? '', decidedAt: row.opennessAt.toISOString(),
        },
        emergency,
        forms: row.forms ?? [],
        claims: claims.map((claim) => ({ desk: claim.desk, byId: claim.byId, byName: names.get(claim.byId) ?? '', until: claim.until.toISOString() })),
        reaffirm: await this.reaffirmView(db, actor, row),
        actingFor: actingFor.map((personId) => ({ id: personId, name: names.get(personId) ?? '' })),
        authorIds: row.authorIds,
        publicationId: row.publicationId,
        publishedAt: row.publishedAt?.toISOString() ?? null,
        withdrawnReason: row.withdrawnReason,
        abilities: abilitiesOf(actor, row, text, { accounts, actingFor, claims, emergency }),
      };
    });
  }

  revisions(actor: Actor, id: string): ReturnType<ContentsReader['revisionViews']> {
    return this.database.read(async (db) => {
      requireSight(actor, (await this.contents.get(db, id)).orgId);
      return this.contents.revisionViews(db, id);
    });
  }

  /** The desk of a person: overdue steps first, then pressing texts, then by the last day of the step. */
  list(actor: Actor, query: ListContentsQuery): Promise<Page<ContentSummaryView>> {
    return this.database.read(async (db) => {
      const builder = this.contents.listing(db, actor, query);
      if (query.overdue === 'yes') return this.overdue(db, builder, query);
      if (query.mine !== 'desk') {
        const page = await pageOf(builder, 'content', 'updatedAt', query);
        return { items: await this.summaries(db, page.rows), nextCursor: page.nextCursor, total: page.total };
      }
      const atDesks = ['in_gates', 'in_review'];
      // Whether a text waits for this very person depends on who said what, so the few that are in work are looked at one by one.
      const rows = await builder.andWhere(`(content.orgId = :deskOrgId AND content.status IN (:...inWork)${hasRole(actor, 'supervisor') ? ' OR content.status IN (:...atDesks)' : ''})`, { deskOrgId: actor.orgId, inWork: ['draft', 'returned', ...atDesks, 'approved'], atDesks }).orderBy('content.updatedAt', 'ASC').addOrderBy('content.id', 'ASC').getMany();
      const texts = await this.textsOf(db, rows);
      const accounts = await this.organisations.accountsOf(db, actor.personId);
      const actingFor = await this.delegations.actingFor(db, actor.personId);
      const waiting = rows.filter((row) => waitsFor(actor, row, texts.get(row.id)!.text, accounts, actingFor));
      const today = this.clock.today();
      const rank = (row: ContentEntity): string => {
        const { text, entry } = texts.get(row.id)!;
        const mine = desksOpenTo(actor, row, text, accounts, actingFor);
        const steps = stepClocks(text, entry, today).filter(({ desk }) => mine.includes(desk));
        return `${steps.some(({ overdue }) => overdue) ? 0 : 1}${entry?.priority === 'urgent' ? 0 : 1}${firstDay(steps) ?? entry?.dueOn ?? '9999-12-31'}`;
      };
      const page = pageOfList(ranked(waiting, rank), query);
      return { ...page, items: await this.summaries(db, page.items) };
    });
  }

  /** Texts with a step past its last day, the one that waits longest first: there are few in work, so each is looked at. */
  private async overdue(db: Db, builder: SelectQueryBuilder<ContentEntity>, query: ListContentsQuery): Promise<Page<ContentSummaryView>> {
    const rows = await builder.andWhere('content.status IN (:...atDesks)', { atDesks: ['in_gates', 'in_review'] }).orderBy('content.id', 'ASC').getMany();
    const texts = await this.textsOf(db, rows);
    const today = this.clock.today();
    const late = new Map(rows.map((row) => [row.id, stepClocks(texts.get(row.id)!.text, texts.get(row.id)!.entry, today).filter(({ overdue }) => overdue)]));
    const page = pageOfList(ranked(rows.filter((row) => late.get(row.id)!.length > 0), (row) => firstDay(late.get(row.id)!)!), query);
    return { ...page, items: await this.summaries(db, page.items) };
  }

  private async summaries(db: Db, rows: readonly ContentEntity[]): Promise<ContentSummaryView[]> {
    const texts = await this.textsOf(db, rows);
    const people = await this.organisations.peopleNames(db, rows.map((row) => row.authorId));
    const units = await this.organisations.namesOf(db, rows.map((row) => row.orgId));
    const today = this.clock.today();
    return rows.map((row) => summary(row, texts.get(row.id)!.text, texts.get(row.id)!.entry, today, units.get(row.orgId) ?? '', people.get(row.authorId) ?? ''));
  }

  /** Texts with the verdicts of their current rounds, by item. */
  private async textsOf(db: Db, rows: readonly ContentEntity[]): Promise<Map<string, InWork>> {
    const cases = await casesOf(db, rows);
    const verdicts = new Map<string, ContentVerdictEntity[]>(rows.map((row) => [row.id, []]));
    const rounds = new Map(rows.map((row) => [row.id, row.round]));
    const ids = [...rounds.keys()];
    for (let i = 0; i < ids.length; i += 400)
      for (const verdict of await db.findBy(ContentVerdictEntity, { contentId: In(ids.slice(i, i + 400)) })) if (verdict.round === rounds.get(verdict.contentId)) verdicts.get(verdict.contentId)!.push(verdict);
    const today = this.clock.today();
    const processes = await this.processes.all(db);
    return new Map(rows.map((row) => {
      const entry = cases.get(row.id) ?? null;
      return [row.id, { entry, text: { status: row.status, digest: row.digest, authorIds: row.authorIds, verdicts: verdicts.get(row.id)!, process: processFor(row, entry, today, processes) } }];
    }));
  }

  /** What the person may affirm, beside the newest text that they approved. */
  private async reaffirmView(db: Db, actor: Actor, row: ContentEntity): Promise<ReaffirmView | null> {
    if (row.status !== 'in_gates' && row.status !== 'in_review') return null;
    const { desks, held } = await this.reviews.affirmable(db, actor, row, row.digest);
    const before = [...desks, ...held].map((entry) => entry.before).sort((a, b) => b.at.getTime() - a.at.getTime())[0];
    const revision = before ? await this.contents.findRevision(db, row.id, before.digest) : null;
    if (desks.length === 0 || !before || !revision) return null;
    return {
      desks: desks.map(({ desk, name, onBehalfOfId }) => ({ desk, name, onBehalfOfId })), held: held.map(({ desk, name, why }) => ({ desk, name, why: errorTitle(why) })),
      revisionId: revision.id, revisionNumber: revision.number, approvedAt: before.at.toISOString(),
    };
  }
}

const firstDay = (steps: readonly DueStepView[]): string | null => steps.map(({ dueOn }) => dueOn).sort()[0] ?? null;

function ranked(rows: readonly ContentEntity[], rank: (row: ContentEntity) => string): ContentEntity[] {
  return rows.map((row) => ({ row, rank: rank(row) })).sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0)).map(({ row }) => row);
}

function summary(row: ContentEntity, text: TextOnTheClock, entry: ReviewCaseEntity | null, today: string, orgName: string, authorName: string): ContentSummaryView {
  const inWork = row.status === 'in_gates' || row.status === 'in_review';
  const steps = stepClocks(text, entry, today);
  return {
    ...toSummaryView(row, turnOf(row.status, { gatesOpen: openGates(text).length, waiting: dueDesks(text).map(({ name }) => name) }), orgName, authorName),
    priority: entry?.priority ?? 'normal', dueOn: inWork && entry ? entry.dueOn : null, steps, overdue: inWork && entry !== null && (entry.dueOn < today || steps.some(({ overdue }) => overdue)),
  };
}

/** Desks that are due and that this person may close, in the own name or in that of somebody they stand in for. */
function desksOpenTo(actor: Actor, row: ContentEntity, text: TextUnderReview, accounts: readonly string[], actingFor: readonly string[]): DeskId[] {
  return dueDesks(text).filter(({ desk, role, unit }) => hasRole(actor, role) && (unit === 'any' || actor.orgId === row.orgId) && [null, ...actingFor].some((forId) => whyNot(text, desk, { accounts, forId }, { digest: row.digest, good: false }) === null)).map(({ desk }) => desk);
}

function waitsFor(actor: Actor, row: ContentEntity, text: TextUnderReview, accounts: readonly string[], actingFor: readonly string[]): boolean {
  if (row.status === 'draft' || row.status === 'returned') return row.authorIds.includes(actor.personId);
  if (row.status === 'approved') return actor.orgId === row.orgId && hasRole(actor, 'publisher');
  return desksOpenTo(actor, row, text, accounts, actingFor).length > 0;
}

function abilitiesOf(actor: Actor, row: ContentEntity, text: Given, { accounts, actingFor, claims, emergency }: { emergency: EmergencyView | null; accounts: readonly string[]; actingFor: readonly string[]; claims: readonly { desk: DeskId; byId: string }[] }): ContentView['abilities'] {
  const own = actor.orgId === row.orgId;
  const inWork = row.status === 'in_gates' || row.status === 'in_review';
  const isAuthor = row.authorIds.some((id) => accounts.includes(id));
  const operator = own && hasRole(actor, 'operator');
  const reviewer = own && hasRole(actor, 'reviewer') && !isAuthor;
  const open = desksOpenTo(actor, row, text, accounts, actingFor);
  const desks = open.filter((desk) => !claims.some((claim) => claim.desk === desk && claim.byId !== actor.personId));
  const stepAt = (line: 'review' | 'proof'): DeskStep | null => DESK_STEPS.find((step) => desks.includes(`${line}:${step}`)) ?? null;
  const live = row.publicationId !== null && row.withdrawnReason === null;
  const mine = claims.some((claim) => claim.byId === actor.personId);
  return {
    edit: operator,
    submit: operator && statusAfter(row.status, 'submit') !== null,
    decideFindings: operator || reviewer,
    closeGates: desks.some((desk) => desk.startsWith('gate:')),
    review: stepAt('review'),
    proofread: stepAt('proof'),
    desks,
    claim: desks.length > 0 && !mine,
    release: mine,
    setPriority: own && hasRole(actor, 'reviewer', 'publisher') && inWork,
    decideOpenness: own && hasRole(actor, 'reviewer', 'publisher') && !row.authorIds.includes(actor.personId),
    classify: own && hasRole(actor, 'operator', 'reviewer', 'publisher') && (row.kind === 'interpretation' || row.kind === 'qa'),
    requestEmergency: own && hasRole(actor, 'publisher') && inWork && !isAuthor && (emergency === null || emergency.status === 'settled' || emergency.status === 'refused' || (emergency.status === 'requested' && emergency.digest !== row.digest)),
    decideEmergency: hasRole(actor, 'supervisor') && inWork && !isAuthor && emergency?.status === 'requested' && emergency.digest === row.digest,
    publish: own && hasRole(actor, 'publisher') && row.status === 'approved',
    withdraw: live && ((own && hasRole(actor, 'publisher')) || hasRole(actor, 'supervisor')),
  };
}
