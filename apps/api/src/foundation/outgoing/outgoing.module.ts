import { Global, Module } from '@nestjs/common';
import { SETTINGS } from '../config/settings.module.js';
import type { Settings } from '../config/settings.js';
import { OutgoingHttp } from './outgoing-http.js';

@Global()
@Module({
  providers: [{ provide: OutgoingHttp, inject: [SETTINGS], useFactory: (settings: Settings) => new OutgoingHttp(settings.outgoingLoopback, undefined, settings.outgoingPrivateHosts) }],
  exports: [OutgoingHttp],
})
export class OutgoingModule {}
