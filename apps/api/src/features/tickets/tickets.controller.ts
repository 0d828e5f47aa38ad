import { Body, Controller, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { endpoints, type Page, type ResidentTicketView, type TicketReceiptView, type TicketView } from '@govmedia-hub/contracts';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles } from '../../foundation/session/handles.js';
import { AcceptTicketDto, AnswerTicketDto, ListTicketsDto, LookUpTicketDto, OpenTicketDto, TransferTicketDto } from './tickets.dto.js';
import { TicketLookup } from './ticket-lookup.js';
import { TicketsService } from './tickets.service.js';

@Controller()
export class TicketsController {
  constructor(
    private readonly tickets: TicketsService,
    private readonly lookup: TicketLookup,
  ) {}

  @Handles(endpoints.publicOpenTicket, 201)
  open(@Body() body: OpenTicketDto): Promise<TicketReceiptView> {
    return this.tickets.open(body);
  }

  @Handles(endpoints.publicLookUpTicket)
  lookUp(@Body() body: LookUpTicketDto): Promise<ResidentTicketView> {
    return this.lookup.find(body.ticketNo, body.checkCode);
  }

  @Handles(endpoints.listTickets)
  list(@CurrentActor() actor: Actor, @Query() query: ListTicketsDto): Promise<Page<TicketView>> {
    return this.tickets.list(actor, query);
  }

  @Handles(endpoints.getTicket)
  get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TicketView> {
    return this.tickets.get(actor, id);
  }

  @Handles(endpoints.acceptTicket)
  accept(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: AcceptTicketDto): Promise<TicketView> {
    return this.tickets.accept(actor, id, body);
  }

  @Handles(endpoints.transferTicket)
  transfer(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: TransferTicketDto): Promise<TicketView> {
    return this.tickets.transfer(actor, id, body);
  }

  @Handles(endpoints.answerTicket)
  answer(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: AnswerTicketDto): Promise<TicketView> {
    return this.tickets.answer(actor, id, body);
  }
}
