import { Injectable } from '@nestjs/common';
import { GATES, type ContentSummaryView, type ContentView, type GateStateView, type ListContentsQuery, type Page, type ReviewStateView } from '@govmedia-hub/contracts';
import { In } from 'typeorm';
import { Database, type Db } from '../../foundation/database/database.js';
import { pageOf, pageOfList } from '../../foundation/http/paging.js';
import { hasRole, requireSight, type Actor } from '../../foundation/session/actor.js';
import { type ContentEntity, ContentsReader, statusAfter, toSummaryView, turnOf, waits } from '../contents/contents.reader.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { nextStep, openGates, STEPS, whyNotReview, type TextUnderReview } from './reviews.policy.js';
import { ReviewsService } from './reviews.service.js';
import { ContentVerdictEntity } from './verdict.entity.js';

/** Items as people see them at their desk: text, findings, verdicts, and what this person may do next. */
@Injectable()
export class ReviewDesk {
  constructor(
    private readonly database: Database,
    private readonly contents: ContentsReader,
    private readonly reviews: ReviewsService,
    private readonly organisations: OrganisationsService,
  ) {}

  /** @throws DomainError contents.not_found, access.other_organisation */
  view(actor: Actor, id: string): Promise<ContentView> {
    return this.database.read(async (db) => {
      const row = await this.contents.get(db, id);
      requireSight(actor, row.orgId);
      const text = await this.reviews.underReview(db, row);
      const [revision, findings, names, orgNames] = [
        await this.contents.revisionView(db, await this.contents.revision(db, row.revisionId)),
        await this.contents.findingViews(db, id),
        await this.organisations.peopleNames(db, [row.authorId, ...text.rows.map((entry) => entry.byId)]),
        await this.organisations.namesOf(db, [row.orgId]),
      ];
      return {
        ...toSummaryView(row, turnOf(row.status, { gatesOpen: openGates(text.verdicts).length, nextStep: nextStep(text.verdicts) }), orgNames.get(row.orgId) ?? '', names.get(row.authorId) ?? ''),
        revision,
        findings,
        gates: GATES.map((gate): GateStateView => {
          const entry = text.rows.find((verdict) => verdict.gate === gate);
          return {
            gate, verdict: entry ? (entry.verdict as 'passed' | 'returned') : 'open', byName: entry ? names.get(entry.byId) ?? '' : null, at: entry?.at.toISOString() ?? null, opinion: entry?.opinion ?? null,
            digest: entry?.digest ?? null, lexiconVersion: entry?.lexiconVersion ?? null, openFindings: findings.filter((finding) => finding.gate === gate && waits(finding)).length,
          };
        }),
        reviews: STEPS.map((step): ReviewStateView => {
          const entry = text.rows.find((verdict) => verdict.step === step);
          return {
            step, decision: entry ? (entry.verdict as 'approved' | 'returned') : 'open', byId: entry?.byId ?? null, byName: entry ? names.get(entry.byId) ?? '' : null, at: entry?.at.toISOString() ?? null,
            opinion: entry?.opinion ?? null, digest: entry?.digest ?? null, lexiconVersion: entry?.lexiconVersion ?? null,
          };
        }),
        authorIds: row.authorIds,
        publicationId: row.publicationId,
        publishedAt: row.publishedAt?.toISOString() ?? null,
        withdrawnReason: row.withdrawnReason,
        abilities: abilitiesOf(actor, row, text),
      };
    });
  }

  revisions(actor: Actor, id: string): ReturnType<ContentsReader['revisionViews']> {
    return this.database.read(async (db) => {
      requireSight(actor, (await this.contents.get(db, id)).orgId);
      return this.contents.revisionViews(db, id);
    });
  }

  list(actor: Actor, query: ListContentsQuery): Promise<Page<ContentSummaryView>> {
    return this.database.read(async (db) => {
      const builder = this.contents.listing(db, actor, query);
      if (query.mine !== 'desk') {
        const page = await pageOf(builder, 'content', 'updatedAt', query);
        return { items: await this.summaries(db, page.rows), nextCursor: page.nextCursor, total: page.total };
      }
      // Whether a text waits for this very person depends on who said what, so the few that are in work are looked at one by one.
      const rows = await builder.andWhere('content.orgId = :deskOrgId AND content.status IN (:...inWork)', { deskOrgId: actor.orgId, inWork: ['draft', 'returned', 'in_gates', 'in_review', 'approved'] }).orderBy('content.updatedAt', 'ASC').addOrderBy('content.id', 'ASC').getMany();
      const verdicts = await this.verdictsOf(db, rows);
      const page = pageOfList(rows.filter((row) => waitsFor(actor, row, verdicts.get(row.id) ?? [])), query);
      return { ...page, items: await this.summaries(db, page.items) };
    });
  }

  private async summaries(db: Db, rows: readonly ContentEntity[]): Promise<ContentSummaryView[]> {
    const verdicts = await this.verdictsOf(db, rows);
    const people = await this.organisations.peopleNames(db, rows.map((row) => row.authorId));
    const units = await this.organisations.namesOf(db, rows.map((row) => row.orgId));
    return rows.map((row) => {
      const given = verdicts.get(row.id) ?? [];
      return toSummaryView(row, turnOf(row.status, { gatesOpen: openGates(given).length, nextStep: nextStep(given) }), units.get(row.orgId) ?? '', people.get(row.authorId) ?? '');
    });
  }

  /** Verdicts of the current rounds, by item. */
  private async verdictsOf(db: Db, rows: readonly ContentEntity[]): Promise<Map<string, ContentVerdictEntity[]>> {
    const rounds = new Map(rows.map((row) => [row.id, row.round]));
    const byContent = new Map<string, ContentVerdictEntity[]>();
    const ids = [...rounds.keys()];
    for (let i = 0; i < ids.length; i += 400) {
      for (const verdict of await db.findBy(ContentVerdictEntity, { contentId: In(ids.slice(i, i + 400)) })) {
        if (verdict.round === rounds.get(verdict.contentId)) byContent.set(verdict.contentId, [...(byContent.get(verdict.contentId) ?? []), verdict]);
      }
    }
    return byContent;
  }
}

function waitsFor(actor: Actor, row: ContentEntity, verdicts: readonly ContentVerdictEntity[]): boolean {
  const author = row.authorIds.includes(actor.personId);
  if (row.status === 'draft' || row.status === 'returned') return author;
  if (row.status === 'approved') return hasRole(actor, 'publisher');
  if (!hasRole(actor, 'reviewer') || author) return false;
  return row.status === 'in_gates' || !verdicts.some((entry) => entry.step !== null && entry.byId === actor.personId);
}

function abilitiesOf(actor: Actor, row: ContentEntity, text: TextUnderReview): ContentView['abilities'] {
  const own = actor.orgId === row.orgId;
  const operator = own && hasRole(actor, 'operator');
  const reviewer = own && hasRole(actor, 'reviewer') && !row.authorIds.includes(actor.personId);
  const step = nextStep(text.verdicts);
  const live = row.publicationId !== null && row.withdrawnReason === null;
  return {
    edit: operator,
    submit: operator && statusAfter(row.status, 'submit') !== null,
    decideFindings: operator || reviewer,
    closeGates: reviewer && row.status === 'in_gates',
    review: reviewer && step !== null && whyNotReview(text, step, actor.personId, { digest: row.digest }) === null ? step : null,
    publish: own && hasRole(actor, 'publisher') && row.status === 'approved',
    withdraw: live && ((own && hasRole(actor, 'publisher')) || hasRole(actor, 'supervisor')),
  };
}
