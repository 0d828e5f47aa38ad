import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { entities } from './entities.js';
import { DocumentsModule } from './features/documents/documents.module.js';
import { AccountsModule } from './features/accounts/accounts.module.js';
import { DemonstrationModule } from './demonstration/demonstration.module.js';
import { EventLogModule } from './features/event-log/event-log.module.js';
import { GenerationModule } from './features/generation/generation.module.js';
import { BacklogModule } from './features/question-backlog/backlog.module.js';
import { QuestionReviewsModule } from './features/question-reviews/question-reviews.module.js';
import { KnowledgeModule } from './features/knowledge/knowledge.module.js';
import { LibraryIndexModule } from './features/library-index/library-index.module.js';
import { InspectionsModule } from './features/inspections/inspections.module.js';
import { GazetteSearchModule } from './features/gazette-search/gazette-search.module.js';
import { GazetteModule } from './features/gazette/gazette.module.js';
import { ImportsModule } from './features/imports/imports.module.js';
import { DisclosureModule } from './features/disclosure/disclosure.module.js';
import { LedgerModule } from './features/ledger/ledger.module.js';
import { OrganisationsModule } from './features/organisations/organisations.module.js';
import { ServicesModule } from './features/services/services.module.js';
import { TasksModule } from './features/tasks/tasks.module.js';
import { TicketsModule } from './features/tickets/tickets.module.js';
import { RulebookModule } from './features/rulebook/rulebook.module.js';
import { MediaModule } from './features/media/media.module.js';
import { UnusedUploadsModule } from './features/unused-uploads/unused-uploads.module.js';
import { WritingModule } from './features/writing/writing.module.js';
import { LexiconsModule } from './features/lexicons/lexicons.module.js';
import { LexiconPreviewsModule } from './features/lexicon-previews/lexicon-previews.module.js';
import { ProofreaderModule } from './features/proofreader/proofreader.module.js';
import { ProofreaderTrainingModule } from './features/proofreader-training/proofreader-training.module.js';
import { ContentsModule } from './features/contents/contents.module.js';
import { InterpretationsModule } from './features/interpretations/interpretations.module.js';
import { ReadingModule } from './features/reading/reading.module.js';
import { DelegationsModule } from './features/delegations/delegations.module.js';
import { EmergenciesModule } from './features/emergencies/emergencies.module.js';
import { ApprovalSheetsModule } from './features/approval-sheets/approval-sheets.module.js';
import { ReviewProcessesModule } from './features/review-processes/review-processes.module.js';
import { ReviewsModule } from './features/reviews/reviews.module.js';
import { PublishingModule } from './features/publishing/publishing.module.js';
import { ChannelsModule } from './features/channels/channels.module.js';
import { WechatModule } from './features/wechat/wechat.module.js';
import { DeliveriesModule } from './features/deliveries/deliveries.module.js';
import { RepostSourcesModule } from './features/repost-sources/repost-sources.module.js';
import { RepostsModule } from './features/reposts/reposts.module.js';
import type { Clock } from './foundation/clock/clock.js';
import type { Settings } from './foundation/config/settings.js';
import { SettingsModule } from './foundation/config/settings.module.js';
import { DatabaseModule } from './foundation/database/database.module.js';
import { RepeatedRequests } from './foundation/http/repeated-requests.js';
import { DirectReadsModule } from './foundation/http/direct-reads.module.js';
import { ProblemFilter } from './foundation/errors/problem-filter.js';
import { HealthController } from './health.controller.js';
import { OutboxModule } from './foundation/outbox/outbox.module.js';
import { OutgoingModule } from './foundation/outgoing/outgoing.module.js';
import { AccessGuard } from './foundation/session/access.guard.js';
import { migrations } from './migrations/index.js';

/** The table of contents: the foundation, then the features in stair order. */
@Module({})
export class AppModule {
  static with(settings: Settings, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.with(settings, clock),
        DatabaseModule.open({ url: settings.databaseUrl, sqliteFile: settings.sqliteFile, entities, migrations }),
        DirectReadsModule,
        OutgoingModule,
        OutboxModule,
        EventLogModule,
        OrganisationsModule,
        RulebookModule,
        ReviewProcessesModule,
        LexiconsModule,
        ProofreaderModule,
        DocumentsModule,
        ImportsModule,
        LedgerModule,
        GazetteModule,
        AccountsModule,
        MediaModule,
        RepostSourcesModule,
        ContentsModule,
        WritingModule,
        UnusedUploadsModule,
        DelegationsModule,
        EmergenciesModule,
        ReviewsModule,
        ApprovalSheetsModule,
        PublishingModule,
        LexiconPreviewsModule,
        DisclosureModule,
        TasksModule,
        ChannelsModule,
        WechatModule,
        DeliveriesModule,
        RepostsModule,
        GenerationModule,
        ProofreaderTrainingModule,
        LibraryIndexModule,
        GazetteSearchModule,
        KnowledgeModule,
        BacklogModule,
        QuestionReviewsModule,
        ServicesModule,
        TicketsModule,
        InspectionsModule,
        InterpretationsModule,
        ReadingModule,
        DemonstrationModule,
      ],
      controllers: [HealthController],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: RepeatedRequests },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
