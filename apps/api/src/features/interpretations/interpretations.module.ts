import { Module } from '@nestjs/common';
import { ContentsModule } from '../contents/contents.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { InterpretationPlansModule } from '../interpretation-plans/interpretation-plans.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { InterpretationsController } from './interpretations.controller.js';
import { InterpretationsService } from './interpretations.service.js';

@Module({ imports: [DocumentsModule, InterpretationPlansModule, ContentsModule, PublishingModule], controllers: [InterpretationsController], providers: [InterpretationsService] })
export class InterpretationsModule {}
