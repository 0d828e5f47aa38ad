import { Global, Module } from '@nestjs/common';
import { EventLogService } from './event-log.service.js';
import { EventSealer } from './event-sealer.js';

/** Global, because every verb of every feature writes its event. */
@Global()
@Module({ providers: [EventLogService, EventSealer], exports: [EventLogService, EventSealer] })
export class EventLogModule {}
