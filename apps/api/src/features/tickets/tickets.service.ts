import { Inject, Injectable } from '@nestjs/common';
import type { AcceptTicketRequest, AnswerTicketRequest, ListTicketsQuery, OpenTicketRequest, Page, TicketReceiptView, TicketView, TransferTicketRequest } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import { SETTINGS } from '../../foundation/config/settings.module.js';
import type { Settings } from '../../foundation/config/settings.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { InvalidRequest } from '../../foundation/errors/problem-filter.js';
import { hasRole, requireOwnOrganisation, type Actor } from '../../foundation/session/actor.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { LibraryOffers } from './library-offers.js';
import { codesOfSubmission, keyedDigest, newCheckCode, newTicketNo } from './ticket-codes.js';
import { TicketContactEntity, TicketEntity, TicketStepEntity } from './ticket.entity.js';
import { TicketsReader } from './tickets.reader.js';
import { afterMove, answerRule, dueFor, type TicketMove } from './tickets.workflow.js';

/** Stands for residents in the event log; who they are is not recorded. */
const RESIDENT = { personId: 'resident', orgId: '' };

@Injectable()
export class TicketsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly organisations: OrganisationsService,
    private readonly reader: TicketsReader,
    private readonly offers: LibraryOffers,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Takes in what a resident sends and starts its clock. Without a unit it goes to the supervising one, which passes it on.
   * @returns number and check code; the code is not stored and cannot be shown again
   * @throws DomainError organisations.not_found
   */
  async open(request: OpenTicketRequest): Promise<TicketReceiptView> {
    const now = this.clock.now();
    const openedOn = this.clock.today();
    const year = openedOn.slice(0, 4);
    const { ticketNo, checkCode } = request.submissionKey ? codesOfSubmission(this.settings.secret, year, request.submissionKey) : { ticketNo: newTicketNo(year), checkCode: newCheckCode() };
    if (request.submissionKey) {
      const before = await this.receiptOf(ticketNo, checkCode, request);
      if (before) return before;
    }
    const accept = dueFor('ticket.accept', openedOn);
    const answer = dueFor('ticket.answer', openedOn);
    const unit = await this.database.transaction(async (db) => {
      const handling = request.orgId ? await this.organisations.get(db, request.orgId) : await this.organisations.findSupervising(db);
      if (!handling || (handling.effectiveTo !== null && handling.effectiveTo < openedOn)) throw new DomainError('organisations.not_found', { id: request.orgId ?? null });
      const id = newId();
      await db.insert(TicketEntity, {
        id, ticketNo, codeDigest: keyedDigest(this.settings.secret, 'ticket', ticketNo, checkCode), kind: request.kind, question: request.question, status: 'waiting', orgId: handling.id,
        answerId: request.answerId ?? null, openedAt: now, openedOn, acceptDueOn: accept.dueOn, dueOn: answer.dueOn, dueExplained: answer.explained, complexity: null, acceptedAt: null,
        answer: null, answeredAt: null, handlerId: null, offeredContentId: null, version: 1,
      });
      if (request.contactPhone) await db.insert(TicketContactEntity, { ticketId: id, phone: request.contactPhone });
      await this.step(db, id, `已收到，转${handling.name}办理`);
      await this.events.record(db, RESIDENT, { verb: 'tickets.opened', subjectType: 'ticket', subjectId: id, facts: { kind: request.kind, orgId: handling.id, dueOn: answer.dueOn }, onBehalfOfOrgId: null });
      return handling.name;
    }).catch(async (error: unknown) => {
      // Two presses at the same moment: the number is unique, so one of them finds the other's ticket here.
      const twin = request.submissionKey ? await this.receiptOf(ticketNo, checkCode, request) : null;
      if (!twin) throw error;
      return twin.unit;
    });
    return { ticketNo, checkCode, unit, dueOn: answer.dueOn, dueExplained: answer.explained };
  }

  /** The receipt of a form that was sent before. @throws InvalidRequest when its key now comes with another text */
  private receiptOf(ticketNo: string, checkCode: string, request: OpenTicketRequest): Promise<TicketReceiptView | null> {
    return this.database.read(async (db) => {
      const ticket = await db.findOneBy(TicketEntity, { ticketNo });
      if (!ticket) return null;
      if (ticket.question !== request.question || ticket.kind !== request.kind) throw new InvalidRequest([{ field: 'submissionKey', message: '这次提交的编号已用于另一条留言，请刷新页面后再提交。' }]);
      const unit = (await this.organisations.namesOf(db, [ticket.orgId])).get(ticket.orgId) ?? '';
      return { ticketNo, checkCode, unit, dueOn: ticket.dueOn, dueExplained: ticket.dueExplained };
    });
  }

  list(actor: Actor, query: ListTicketsQuery): Promise<Page<TicketView>> {
    return this.database.read((db) => this.reader.list(db, actor, query));
  }

  get(actor: Actor, id: string): Promise<TicketView> {
    return this.database.read((db) => this.reader.view(db, actor, id));
  }

  /** Takes a ticket on; a complex one gets the longer term, counted from the day it was opened. */
  accept(actor: Actor, id: string, request: AcceptTicketRequest): Promise<TicketView> {
    return this.change(actor, id, request.seenVersion, 'accept', async (db, ticket) => {
      requireOwnOrganisation(actor, ticket.orgId);
      const due = dueFor(answerRule(request.complexity), ticket.openedOn);
      await this.step(db, id, request.complexity === 'complex' ? `已受理，情况复杂，答复期限为${due.dueOn}` : '已受理', { personId: actor.personId });
      return { changes: { complexity: request.complexity, acceptedAt: this.clock.now(), handlerId: actor.personId, dueOn: due.dueOn, dueExplained: due.explained }, facts: { complexity: request.complexity, dueOn: due.dueOn } };
    });
  }

  /** Passes a ticket to the unit that can answer it. The clock for acceptance starts again, the resident's does not. */
  transfer(actor: Actor, id: string, request: TransferTicketRequest): Promise<TicketView> {
    return this.change(actor, id, request.seenVersion, 'transfer', async (db, ticket) => {
      if (!hasRole(actor, 'supervisor')) requireOwnOrganisation(actor, ticket.orgId);
      const unit = await this.organisations.get(db, request.orgId);
      if (unit.id === ticket.orgId) throw new DomainError('tickets.move_not_allowed', { status: ticket.status }, '留言已经在这个单位。');
      const today = this.clock.today();
      if (unit.effectiveTo !== null && unit.effectiveTo < today) throw new DomainError('organisations.not_found', { id: unit.id });
      await this.step(db, id, `转${unit.name}办理`, { personId: actor.personId, note: request.reason });
      return { changes: { orgId: unit.id, acceptDueOn: dueFor('ticket.accept', today).dueOn, acceptedAt: null, handlerId: null }, facts: { fromOrgId: ticket.orgId, toOrgId: unit.id } };
    });
  }

  /** Answers a ticket; on request the pair becomes the draft of a Q&A, which has its gates and reviews before it. */
  answer(actor: Actor, id: string, request: AnswerTicketRequest): Promise<TicketView> {
    return this.change(actor, id, request.seenVersion, 'answer', async (db, ticket) => {
      requireOwnOrganisation(actor, ticket.orgId);
      const offeredContentId = request.offerToLibrary ? await this.offers.draftOf(db, actor, ticket.question, request.answer) : null;
      await this.step(db, id, '已答复', { personId: actor.personId });
      return { changes: { answer: request.answer, answeredAt: this.clock.now(), handlerId: actor.personId, offeredContentId }, facts: { offeredContentId, inTime: this.clock.today() <= ticket.dueOn } };
    });
  }

  private async change(
    actor: Actor,
    id: string,
    seenVersion: number,
    move: TicketMove,
    work: (db: Db, ticket: TicketEntity) => Promise<{ changes: Partial<TicketEntity>; facts: Record<string, string | boolean | null> }>,
  ): Promise<TicketView> {
    await this.database.transaction(async (db) => {
      const ticket = await db.findOneBy(TicketEntity, { id });
      if (!ticket) throw new DomainError('tickets.not_found', { id });
      if (ticket.version !== seenVersion) throw new DomainError('tickets.changed_meanwhile', { current: { status: ticket.status, version: ticket.version } });
      const status = afterMove(ticket.status, move);
      if (!status) throw new DomainError('tickets.move_not_allowed', { status: ticket.status });
      const { changes, facts } = await work(db, ticket);
      const { affected } = await db.update(TicketEntity, { id, version: seenVersion }, { ...changes, status, version: seenVersion + 1 });
      if (affected !== 1) throw new DomainError('tickets.changed_meanwhile', {});
      const verb = { accept: 'tickets.accepted', transfer: 'tickets.transferred', answer: 'tickets.answered' }[move];
      await this.events.record(db, actor, { verb, subjectType: 'ticket', subjectId: id, facts });
    });
    return this.afterwards(actor, id);
  }

  /** What the actor sees of it now: having passed it on, only that it is gone from their desk. */
  private afterwards(actor: Actor, id: string): Promise<TicketView> {
    return this.database.read((db) => this.reader.view(db, actor, id, { evenIfPassedOn: true }));
  }

  private async step(db: Db, ticketId: string, text: string, more: { personId?: string; note?: string } = {}): Promise<void> {
    await db.insert(TicketStepEntity, { id: newId(), ticketId, at: this.clock.now(), text, note: more.note ?? null, personId: more.personId ?? null });
  }
}
