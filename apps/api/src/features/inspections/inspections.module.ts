import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { LexiconsModule } from '../lexicons/lexicons.module.js';
import { InspectionFactsGatherer } from './inspection-facts.js';
import { InspectionPapersService } from './inspection-papers.service.js';
import { InspectionsController } from './inspections.controller.js';
import { InspectionsService } from './inspections.service.js';

@Module({
  imports: [AccountsModule, LexiconsModule],
  controllers: [InspectionsController],
  providers: [InspectionFactsGatherer, InspectionsService, InspectionPapersService],
  exports: [InspectionsService, InspectionPapersService],
})
export class InspectionsModule {}
