import { Module } from '@nestjs/common';
import { ContentsModule } from '../contents/contents.module.js';
import { EmergenciesController } from './emergencies.controller.js';
import { EmergenciesService } from './emergencies.service.js';

@Module({ imports: [ContentsModule], controllers: [EmergenciesController], providers: [EmergenciesService], exports: [EmergenciesService] })
export class EmergenciesModule {}
