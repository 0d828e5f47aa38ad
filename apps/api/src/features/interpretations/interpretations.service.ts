import { Injectable } from '@nestjs/common';
import type { CoverageQuery, CoverageRowView, CoverageView, InterpretationChoice, InterpretationForm } from '@govmedia-hub/contracts';
import { civilDate, Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { pageOfList } from '../../foundation/http/paging.js';
import { runTask } from '../../foundation/jobs/run-task.js';
import { hasRole, requireOwnOrganisation, type Actor } from '../../foundation/session/actor.js';
import { ContentsReader } from '../contents/contents.reader.js';
import { DocumentsReader } from '../documents/documents.reader.js';
import { dueRuleText, InterpretationPlansService } from '../interpretation-plans/interpretation-plans.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { PublishingReader } from '../publishing/publishing.reader.js';
import { cellsOf, countStates, formsOf, stateOf, type Interpreted } from './coverage.js';

interface Workbook { name: string; contentType: string; bytes: Buffer }

const TASK = new URL(`./coverage-task${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/** Which policies are interpreted, in which forms, and which are overdue: public facts and plans set beside each other. */
@Injectable()
export class InterpretationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly documents: DocumentsReader,
    private readonly plans: InterpretationPlansService,
    private readonly publishing: PublishingReader,
    private readonly contents: ContentsReader,
    private readonly organisations: OrganisationsService,
  ) {}

  /** Released policies of the city; overdue first, then by their last day. Laws are not among them: their organ interprets them. */
  coverage(actor: Actor, query: CoverageQuery): Promise<CoverageView> {
    return this.database.read(async (db) => {
      const rows = await this.rows(db, actor, query);
      const kept = this.narrowed(rows, query);
      const page = pageOfList(kept, query);
      return { rows: page.items, total: kept.length, counts: countStates(rows), nextCursor: page.nextCursor, rule: dueRuleText(this.clock.today()) };
    });
  }

  /** What the list shows, as a workbook. */
  async workbook(actor: Actor, query: CoverageQuery): Promise<Workbook> {
    const today = this.clock.today();
    const rows = await this.database.read(async (db) => this.narrowed(await this.rows(db, actor, query), query));
    const bytes = await runTask<Uint8Array>(TASK, { rows, today, rule: dueRuleText(today) });
    return { name: `政策解读覆盖情况${today}.xlsx`, contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: Buffer.from(bytes) };
  }

  /**
   * Makes or changes the plan of a released policy; the term still runs from the day it went public.
   * @throws DomainError documents.not_found, documents.not_released, access.other_organisation, documents.interpretation_plan_invalid
   */
  async plan(actor: Actor, documentId: string, choice: InterpretationChoice): Promise<CoverageRowView> {
    await this.database.transaction(async (db) => {
      const document = await this.documents.releasedPolicy(db, documentId);
      if (!hasRole(actor, 'supervisor')) requireOwnOrganisation(actor, document.orgId);
      await this.plans.decide(db, actor, { documentId, orgId: document.orgId, releasedOn: document.releasedOn }, choice);
    });
    return this.database.read(async (db) => {
      const row = (await this.rows(db, actor, {}, documentId))[0];
      if (!row) throw new DomainError('documents.not_found', { id: documentId });
      return row;
    });
  }

  private narrowed(rows: readonly CoverageRowView[], { state, form }: CoverageQuery): CoverageRowView[] {
    return rows.filter((row) => (state === undefined || row.state === state) && (form === undefined || row.cells.some((cell) => cell.form === form && (cell.planned || cell.publications.length > 0))));
  }

  private async rows(db: Db, actor: Actor, query: CoverageQuery, only?: string): Promise<CoverageRowView[]> {
    const today = this.clock.today();
    const documents = await this.documents.releasedPolicies(db, { ...(query.q ? { q: query.q } : {}), ...(only ? { id: only } : {}) }, today);
    const ids = documents.map(({ id }) => id);
    const plans = await this.plans.of(db, ids);
    const texts = await this.publishing.interpretationsOf(db, ids);
    const named = await this.contents.formsOf(db, texts.map((text) => text.contentId));
    const published = new Map<string, Interpreted[]>();
    for (const { documentId, id, contentId, kind, title, blockTypes, publishedAt } of texts)
      published.set(documentId, [...(published.get(documentId) ?? []), { id, contentId, title, publishedOn: civilDate(publishedAt), forms: formsOf(kind, blockTypes, named.get(contentId) ?? ([] as InterpretationForm[])) }]);
    const units = await this.organisations.namesOf(db, [...documents.map((document) => document.orgId), ...[...plans.values()].map((plan) => plan.ownerOrgId)]);
    const people = await this.organisations.peopleNames(db, [...plans.values()].map((plan) => plan.decidedById));
    return documents.map((document): CoverageRowView => {
      const plan = plans.get(document.id) ?? null;
      const promised = plan && { forms: plan.forms, dueOn: plan.dueOn, exempt: plan.exemptionKind !== null };
      const there = published.get(document.id) ?? [];
      return {
        documentId: document.id, title: document.title, docNumber: document.docNumber, validity: document.validity, orgId: document.orgId, orgName: units.get(document.orgId ?? '') ?? '', releasedOn: plan?.releasedOn ?? null,
        plan: plan && this.plans.toView(plan, units, people), state: stateOf(promised, there, today), cells: cellsOf(promised, there),
        mayPlan: hasRole(actor, 'supervisor') || (hasRole(actor, 'operator') && actor.orgId === document.orgId),
      };
    }).filter((row) => query.orgId === undefined || row.orgId === query.orgId || row.plan?.ownerOrgId === query.orgId)
      .sort((a, b) => rank(a).localeCompare(rank(b)));
  }
}

const ORDER: Record<CoverageRowView['state'], number> = { overdue: 0, waiting: 1, no_plan: 2, covered: 3, exempt: 4 };
const rank = (row: CoverageRowView): string => `${ORDER[row.state]}${row.plan?.dueOn ?? '9999-12-31'}${row.documentId}`;
