import { Module } from '@nestjs/common';
import { AccountsModule } from '../features/accounts/accounts.module.js';
import { ChannelsModule } from '../features/channels/channels.module.js';
import { ContentsModule } from '../features/contents/contents.module.js';
import { DeliveriesModule } from '../features/deliveries/deliveries.module.js';
import { DisclosureModule } from '../features/disclosure/disclosure.module.js';
import { DocumentsModule } from '../features/documents/documents.module.js';
import { PublishingModule } from '../features/publishing/publishing.module.js';
import { GazetteModule } from '../features/gazette/gazette.module.js';
import { InspectionsModule } from '../features/inspections/inspections.module.js';
import { ReviewsModule } from '../features/reviews/reviews.module.js';
import { TicketsModule } from '../features/tickets/tickets.module.js';
import { DemoAccountActs } from './demo-account-acts.js';
import { DemoChannelActs } from './demo-channel-acts.js';
import { DemoCityLoader } from './demo-city-loader.js';
import { DemoContentActs } from './demo-content-acts.js';
import { DemoDisclosureActs } from './demo-disclosure-acts.js';
import { DemoGazetteActs } from './demo-gazette-acts.js';
import { DemoInspectionActs } from './demo-inspection-acts.js';
import { DemoLibraryActs } from './demo-library-acts.js';
import { DemonstrationService } from './demonstration.service.js';
import { DemoStaffLoader } from './demo-staff-loader.js';
import { DemoTicketActs } from './demo-ticket-acts.js';
import { Timeline } from './timeline.js';

/** The fictional city that a fresh hub shows; it only uses what people use. */
@Module({
  imports: [DocumentsModule, DisclosureModule, AccountsModule, ContentsModule, ReviewsModule, PublishingModule, TicketsModule, InspectionsModule, GazetteModule, ChannelsModule, DeliveriesModule],
  providers: [DemonstrationService, DemoCityLoader, DemoStaffLoader, DemoLibraryActs, DemoAccountActs, DemoChannelActs, DemoContentActs, DemoGazetteActs, DemoDisclosureActs, DemoInspectionActs, DemoTicketActs, Timeline],
})
export class DemonstrationModule {}
