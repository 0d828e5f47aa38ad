import { Global, Module } from '@nestjs/common';
import { CommandLineKey, Sessions } from '../../foundation/session/sessions.port.js';
import { OrganisationsController } from './organisations.controller.js';
import { OrganisationsService } from './organisations.service.js';
import { RunningHubKey } from './command-line-key.js';
import { SignInService } from './sign-in.service.js';

/** Global, because the one guard asks it who is calling. */
@Global()
@Module({
  controllers: [OrganisationsController],
  providers: [OrganisationsService, SignInService, RunningHubKey, { provide: Sessions, useExisting: SignInService }, { provide: CommandLineKey, useExisting: RunningHubKey }],
  exports: [OrganisationsService, SignInService, RunningHubKey, Sessions, CommandLineKey],
})
export class OrganisationsModule {}
