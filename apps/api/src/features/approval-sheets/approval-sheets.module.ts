import { Module } from '@nestjs/common';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { ApprovalSheetsController } from './approval-sheets.controller.js';
import { ApprovalSheetsService } from './approval-sheets.service.js';

@Module({ imports: [ReviewsModule], controllers: [ApprovalSheetsController], providers: [ApprovalSheetsService] })
export class ApprovalSheetsModule {}
