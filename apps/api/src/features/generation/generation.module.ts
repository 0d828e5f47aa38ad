import { Module } from '@nestjs/common';
import { GenerationGateway } from './generation.gateway.js';
import { GenerationService } from './generation.service.js';

@Module({ providers: [GenerationGateway, GenerationService], exports: [GenerationService] })
export class GenerationModule {}
