import { Global, Module } from '@nestjs/common';
import { FaultPoints } from './fault-points.js';
import { Outbox } from './outbox.js';
import { OutboxRunner } from './outbox-runner.js';

@Global()
@Module({ providers: [Outbox, OutboxRunner, FaultPoints], exports: [Outbox, OutboxRunner, FaultPoints] })
export class OutboxModule {}
