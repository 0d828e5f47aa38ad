import { Module } from '@nestjs/common';
import { ReviewProcessesController } from './review-processes.controller.js';
import { ReviewProcessesReader } from './review-processes.reader.js';
import { ReviewProcessesService } from './review-processes.service.js';

@Module({ controllers: [ReviewProcessesController], providers: [ReviewProcessesReader, ReviewProcessesService], exports: [ReviewProcessesReader] })
export class ReviewProcessesModule {}
