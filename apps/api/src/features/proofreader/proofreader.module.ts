import { Module } from '@nestjs/common';
import { ProofreaderService } from './proofreader.service.js';

@Module({ providers: [ProofreaderService], exports: [ProofreaderService] })
export class ProofreaderModule {}
