import { Body, Controller, Param, ParseUUIDPipe } from '@nestjs/common';
import { endpoints, type ColleagueView, type DelegationView } from '@govmedia-hub/contracts';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles } from '../../foundation/session/handles.js';
import { CreateDelegationDto } from './delegations.dto.js';
import { DelegationsService } from './delegations.service.js';

@Controller()
export class DelegationsController {
  constructor(private readonly delegations: DelegationsService) {}

  @Handles(endpoints.listDelegations)
  list(@CurrentActor() actor: Actor): Promise<DelegationView[]> {
    return this.delegations.list(actor);
  }

  @Handles(endpoints.listColleagues)
  colleagues(@CurrentActor() actor: Actor): Promise<ColleagueView[]> {
    return this.delegations.colleagues(actor);
  }

  @Handles(endpoints.createDelegation, 201)
  create(@CurrentActor() actor: Actor, @Body() body: CreateDelegationDto): Promise<DelegationView[]> {
    return this.delegations.create(actor, body);
  }

  @Handles(endpoints.revokeDelegation)
  revoke(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DelegationView[]> {
    return this.delegations.revoke(actor, id);
  }
}
