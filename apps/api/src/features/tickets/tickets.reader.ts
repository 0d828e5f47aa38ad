import { Injectable } from '@nestjs/common';
import type { ListTicketsQuery, Page, ResidentTicketView, TicketView } from '@govmedia-hub/contracts';
import { In } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import type { Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { pageOf, toPage } from '../../foundation/http/paging.js';
import { requireSight, seesWholeCity, type Actor } from '../../foundation/session/actor.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { TicketContactEntity, TicketEntity, TicketStepEntity } from './ticket.entity.js';
import { toResidentTicketView, toTicketView } from './tickets.dto.js';

@Injectable()
export class TicketsReader {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError tickets.not_found, access.other_organisation */
  async view(db: Db, actor: Actor, id: string, options: { evenIfPassedOn?: boolean } = {}): Promise<TicketView> {
    const row = await db.findOneBy(TicketEntity, { id });
    if (!row) throw new DomainError('tickets.not_found', { id });
    if (!options.evenIfPassedOn) requireSight(actor, row.orgId);
    return (await this.views(db, actor, [row]))[0]!;
  }

  async residentView(db: Db, row: TicketEntity): Promise<ResidentTicketView> {
    const units = await this.organisations.namesOf(db, [row.orgId]);
    return toResidentTicketView(row, { unit: units.get(row.orgId) ?? '', steps: await this.steps(db, [row.id]) });
  }

  /** A unit's own tickets; the whole city's for those who watch it. Newest first. */
  async list(db: Db, actor: Actor, query: ListTicketsQuery): Promise<Page<TicketView>> {
    const builder = db.createQueryBuilder(TicketEntity, 'ticket');
    if (!seesWholeCity(actor)) builder.andWhere('ticket.orgId = :orgId', { orgId: actor.orgId });
    if (query.status) builder.andWhere('ticket.status = :status', { status: query.status });
    if (query.overdue) {
      builder.andWhere("((ticket.status = 'waiting' AND (ticket.acceptDueOn < :today OR ticket.dueOn < :today)) OR (ticket.status = 'accepted' AND ticket.dueOn < :today))", { today: this.clock.today() });
    }
    const page = await pageOf(builder, 'ticket', 'openedAt', query);
    const views = new Map((await this.views(db, actor, page.rows)).map((view) => [view.id, view]));
    return toPage(page, (row) => views.get(row.id)!);
  }

  private async views(db: Db, actor: Actor, rows: TicketEntity[]): Promise<TicketView[]> {
    const ids = rows.map((row) => row.id);
    const units = await this.organisations.namesOf(db, rows.map((row) => row.orgId));
    const names = await this.organisations.peopleNames(db, rows.map((row) => row.handlerId));
    const steps = await this.steps(db, ids);
    const contacts = new Map(ids.length === 0 ? [] : (await db.findBy(TicketContactEntity, { ticketId: In(ids) })).map((contact) => [contact.ticketId, contact.phone]));
    return rows.map((row) =>
      toTicketView(row, {
        unit: units.get(row.orgId) ?? '',
        steps: steps.filter((step) => step.ticketId === row.id),
        contactPhone: actor.orgId === row.orgId ? (contacts.get(row.id) ?? null) : null,
        handlerName: row.handlerId === null ? null : (names.get(row.handlerId) ?? null),
        today: this.clock.today(),
      }),
    );
  }

  private async steps(db: Db, ids: readonly string[]): Promise<TicketStepEntity[]> {
    return ids.length === 0 ? [] : db.find(TicketStepEntity, { where: { ticketId: In([...ids]) }, order: { id: 'ASC' } });
  }
}
