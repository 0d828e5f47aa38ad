import { Controller } from '@nestjs/common';
import { endpoints, type RuleSetView } from '@govmedia-hub/contracts';
import { Handles } from '../../foundation/session/handles.js';
import { RulebookService } from './rulebook.service.js';

@Controller()
export class RulebookController {
  constructor(private readonly rulebook: RulebookService) {}

  @Handles(endpoints.listRuleSets)
  list(): RuleSetView[] {
    return this.rulebook.list();
  }
}
