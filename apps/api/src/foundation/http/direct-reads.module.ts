import { Global, Module } from '@nestjs/common';
import { DirectReads } from './direct-reads.js';

@Global()
@Module({ providers: [DirectReads], exports: [DirectReads] })
export class DirectReadsModule {}
