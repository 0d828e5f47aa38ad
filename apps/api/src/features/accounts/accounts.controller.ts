import { Body, Controller, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { endpoints, type AccountObservationView, type AccountPostView, type AccountSummaryView, type AccountView, type AuthenticityView, type FilingView, type Page } from '@govmedia-hub/contracts';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles } from '../../foundation/session/handles.js';
import { DecideFilingDto, ListAccountsDto, ListFilingsDto, RecordObservationDto, RecordPostDto, SaveFilingDto, SubmitFilingDto, VerifyAccountDto, WithdrawFilingDto } from './accounts.dto.js';
import { AccountsService } from './accounts.service.js';
import { AuthenticityService } from './authenticity.service.js';
import { FilingsService } from './filings.service.js';

@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly filings: FilingsService,
    private readonly authenticity: AuthenticityService,
  ) {}

  @Handles(endpoints.listFilings)
  listFilings(@CurrentActor() actor: Actor, @Query() query: ListFilingsDto): Promise<Page<FilingView>> {
    return this.filings.list(actor, query);
  }

  @Handles(endpoints.getFiling)
  getFiling(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<FilingView> {
    return this.filings.get(actor, id);
  }

  @Handles(endpoints.createFiling, 201)
  createFiling(@CurrentActor() actor: Actor, @Body() body: SaveFilingDto): Promise<FilingView> {
    return this.filings.create(actor, body);
  }

  @Handles(endpoints.saveFiling)
  saveFiling(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SaveFilingDto): Promise<FilingView> {
    return this.filings.save(actor, id, body);
  }

  @Handles(endpoints.submitFiling)
  submitFiling(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SubmitFilingDto): Promise<FilingView> {
    return this.filings.submit(actor, id, body.seenVersion);
  }

  @Handles(endpoints.decideFiling)
  decideFiling(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: DecideFilingDto): Promise<FilingView> {
    return this.filings.decide(actor, id, body);
  }

  @Handles(endpoints.withdrawFiling)
  withdrawFiling(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: WithdrawFilingDto): Promise<FilingView> {
    return this.filings.withdraw(actor, id, body);
  }

  @Handles(endpoints.listAccounts)
  listAccounts(@CurrentActor() actor: Actor, @Query() query: ListAccountsDto): Promise<Page<AccountView>> {
    return this.accounts.list(actor, query);
  }

  @Handles(endpoints.getAccount)
  getAccount(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<AccountView> {
    return this.accounts.get(actor, id);
  }

  @Handles(endpoints.listAccountPosts)
  listPosts(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: PageQueryDto): Promise<Page<AccountPostView>> {
    return this.accounts.posts(actor, id, query);
  }

  @Handles(endpoints.recordAccountPost, 201)
  recordPost(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: RecordPostDto): Promise<AccountPostView> {
    return this.accounts.recordPost(actor, id, body);
  }

  @Handles(endpoints.listAccountObservations)
  listObservations(@Param('id', ParseUUIDPipe) id: string): Promise<AccountObservationView[]> {
    return this.accounts.observations(id);
  }

  @Handles(endpoints.recordAccountObservation, 201)
  observe(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: RecordObservationDto): Promise<AccountObservationView> {
    return this.accounts.observe(actor, id, body);
  }

  @Handles(endpoints.publicListAccounts)
  directory(@Query() query: ListAccountsDto): Promise<Page<AccountSummaryView>> {
    return this.accounts.directory(query);
  }

  @Handles(endpoints.publicGetAccount)
  publicAccount(@Param('id', ParseUUIDPipe) id: string): Promise<AccountSummaryView> {
    return this.accounts.publicAccount(id);
  }

  @Handles(endpoints.publicVerifyAccount)
  verify(@Query() query: VerifyAccountDto): Promise<AuthenticityView> {
    return this.authenticity.verify(query.q);
  }
}
