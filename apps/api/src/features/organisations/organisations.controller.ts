import { Body, Controller, Inject, Param, ParseUUIDPipe, Query, Req, Res } from '@nestjs/common';
import { endpoints, type EventLogVerificationView, type EventView, type OrganisationView, type Page, type PersonView, type SessionView } from '@govmedia-hub/contracts';
import type { FastifyReply } from 'fastify';
import { SETTINGS } from '../../foundation/config/settings.module.js';
import type { Settings } from '../../foundation/config/settings.js';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles, type HubRequest } from '../../foundation/session/handles.js';
import { SESSION_COOKIE } from '../../foundation/session/session-rules.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { ChangePasswordDto, CreateOrganisationDto, CreatePersonDto, ListEventsDto, SignInDto } from './organisations.dto.js';
import { OrganisationsService } from './organisations.service.js';
import { SignInService } from './sign-in.service.js';

@Controller()
export class OrganisationsController {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly signIns: SignInService,
    private readonly eventLog: EventLogService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Handles(endpoints.signIn)
  async signIn(@Body() body: SignInDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    const { token, session } = await this.signIns.signIn(body.username, body.password);
    void reply.setCookie(SESSION_COOKIE, token, { httpOnly: true, sameSite: 'strict', secure: this.settings.secureCookies, path: '/' });
    return session;
  }

  @Handles(endpoints.getSession)
  session(@CurrentActor() actor: Actor, @Req() request: HubRequest): Promise<SessionView> {
    return this.signIns.current(actor, request.csrfToken ?? '');
  }

  @Handles(endpoints.signOut, 204)
  async signOut(@CurrentActor() actor: Actor, @Req() request: HubRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signIns.signOut(actor, request.cookies[SESSION_COOKIE] ?? '');
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }

  @Handles(endpoints.changePassword, 204)
  changePassword(@CurrentActor() actor: Actor, @Req() request: HubRequest, @Body() body: ChangePasswordDto): Promise<void> {
    return this.signIns.changePassword(actor, request.cookies[SESSION_COOKIE] ?? '', body.current, body.next);
  }

  @Handles(endpoints.listOrganisations)
  list(): Promise<OrganisationView[]> {
    return this.organisations.list();
  }

  @Handles(endpoints.createOrganisation, 201)
  create(@CurrentActor() actor: Actor, @Body() body: CreateOrganisationDto): Promise<OrganisationView> {
    return this.organisations.enter(actor, body);
  }

  @Handles(endpoints.publicListUnits)
  units(): Promise<{ id: string; name: string }[]> {
    return this.organisations.listUnits();
  }

  @Handles(endpoints.listPeople)
  people(): Promise<PersonView[]> {
    return this.organisations.listPeople();
  }

  @Handles(endpoints.createPerson, 201)
  createPerson(@CurrentActor() actor: Actor, @Body() body: CreatePersonDto): Promise<PersonView> {
    return this.organisations.createPerson(actor, body);
  }

  @Handles(endpoints.deactivatePerson)
  deactivate(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PersonView> {
    return this.organisations.deactivatePerson(actor, id);
  }

  /** The log knows ids only; names are put beside them here, one stair up. */
  @Handles(endpoints.listEvents)
  events(@Query() query: ListEventsDto): Promise<Page<EventView>> {
    return this.eventLog.list(query, (db, ids) => this.organisations.peopleNames(db, ids));
  }

  @Handles(endpoints.verifyEvents)
  verifyEvents(): Promise<EventLogVerificationView> {
    return this.eventLog.verify();
  }
}
