import { Controller, Query } from '@nestjs/common';
import { endpoints, type EmergencyView, type Page } from '@govmedia-hub/contracts';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles } from '../../foundation/session/handles.js';
import { ListEmergenciesDto } from './emergencies.dto.js';
import { EmergenciesService } from './emergencies.service.js';

@Controller()
export class EmergenciesController {
  constructor(private readonly emergencies: EmergenciesService) {}

  @Handles(endpoints.listEmergencies)
  list(@CurrentActor() actor: Actor, @Query() query: ListEmergenciesDto): Promise<Page<EmergencyView>> {
    return this.emergencies.list(actor, query);
  }
}
