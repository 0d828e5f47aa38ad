import { Controller } from '@nestjs/common';
import { endpoints, type ProofreaderView } from '@govmedia-hub/contracts';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles } from '../../foundation/session/handles.js';
import { ProofreaderTrainingService } from './proofreader-training.service.js';

@Controller()
export class ProofreaderTrainingController {
  constructor(private readonly training: ProofreaderTrainingService) {}

  @Handles(endpoints.getProofreader)
  get(): ProofreaderView {
    return this.training.get();
  }

  @Handles(endpoints.trainProofreader)
  train(@CurrentActor() actor: Actor): Promise<ProofreaderView> {
    return this.training.train(actor);
  }
}
