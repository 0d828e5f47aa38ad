import { AccountEntity, AccountObservationEntity, AccountPostEntity, FilingEntity, FilingSeriesEntity, FilingStepEntity } from './features/accounts/account.entity.js';
import { RequestKeyEntity } from './foundation/http/request-key.entity.js';
import { BacklogDecisionEntity } from './features/question-backlog/backlog.entity.js';
import { HubStateEntity } from './foundation/database/hub-state.entity.js';
import { InterpretationPlanEntity } from './features/interpretation-plans/interpretation-plan.entity.js';
import { DocumentCitationEntity, DocumentEntity, DocumentSectionEntity, DocumentVersionEntity, ValidityChangeEntity } from './features/documents/document.entity.js';
import { ImportJobEntity } from './features/imports/import-job.entity.js';
import { GazetteErratumEntity, GazetteIssueEntity, GazetteItemEntity } from './features/gazette/gazette.entity.js';
import { DisclosureDutyEntity, DisclosureEntryEntity } from './features/disclosure/disclosure.entity.js';
import { LedgerEntryEntity } from './features/ledger/ledger.entity.js';
import { InspectionAccountEntity, InspectionEntity, InspectionVerdictEntity } from './features/inspections/inspection.entity.js';
import { EventEntity, EventSealEntity } from './features/event-log/event.entity.js';
import { LexiconChunkEntity, LexiconEntity, LexiconVersionEntity } from './features/lexicons/lexicon.entity.js';
import { LexiconPreviewEntity } from './features/lexicon-previews/lexicon-preview.entity.js';
import { OrganisationEntity, PersonEntity, SessionEntity } from './features/organisations/organisation.entity.js';
import { AnswerFeedbackEntity, AnswerLogEntity } from './features/knowledge/answer-log.entity.js';
import { TicketContactEntity, TicketEntity, TicketLookupEntity, TicketStepEntity } from './features/tickets/ticket.entity.js';
import { ContentDraftEntity, ContentLockEntity } from './features/writing/writing.entity.js';
import { MediaEntity } from './features/media/media.entity.js';
import { ContentEntity, ContentFindingEntity, ContentRevisionEntity } from './features/contents/content.entity.js';
import { EmergencyEntity } from './features/emergencies/emergency.entity.js';
import { PublicationEntity, PublicationQuestionEntity, PublicationReaffirmationEntity, PublicationSourceEntity } from './features/publishing/publication.entity.js';
import { QuestionConfirmationEntity, QuestionTaskEntity } from './features/question-reviews/question-review.entity.js';
import { TaskEntity } from './features/tasks/task.entity.js';
import { ChannelEntity, FreezeEntity } from './features/channels/channel.entity.js';
import { WechatMaterialEntity, WechatTokenEntity } from './features/wechat/wechat-token.entity.js';
import { DeliveryEntity } from './features/deliveries/delivery.entity.js';
import { RepostAssignmentEntity, RepostTaskEntity } from './features/reposts/repost.entity.js';
import { RepostSourceEntity } from './features/repost-sources/repost-source.entity.js';
import { CorrectionEntity } from './features/publishing/correction.entity.js';
import { OutboxEntity } from './foundation/outbox/outbox.entity.js';
import { ReviewProcessVersionEntity } from './features/review-processes/review-process.entity.js';
import { ContentVerdictEntity, ReviewCaseEntity, ReviewClaimEntity } from './features/reviews/verdict.entity.js';
import { DelegationEntity } from './features/delegations/delegation.entity.js';

/** Every table of the hub, in stair order. */
export const entities = [
  HubStateEntity,
  OutboxEntity,
  RequestKeyEntity,
  EventEntity,
  EventSealEntity,
  OrganisationEntity,
  PersonEntity,
  SessionEntity,
  InterpretationPlanEntity,
  ReviewProcessVersionEntity,
  LexiconEntity,
  LexiconVersionEntity,
  LexiconChunkEntity,
  LexiconPreviewEntity,
  DocumentEntity,
  DocumentSectionEntity,
  DocumentCitationEntity,
  ValidityChangeEntity,
  DocumentVersionEntity,
  ImportJobEntity,
  GazetteIssueEntity,
  GazetteItemEntity,
  GazetteErratumEntity,
  LedgerEntryEntity,
  DisclosureDutyEntity,
  DisclosureEntryEntity,
  AccountEntity,
  AccountPostEntity,
  AccountObservationEntity,
  FilingEntity,
  FilingStepEntity,
  FilingSeriesEntity,
  AnswerLogEntity,
  AnswerFeedbackEntity,
  BacklogDecisionEntity,
  TicketEntity,
  TicketContactEntity,
  TicketStepEntity,
  TicketLookupEntity,
  InspectionEntity,
  InspectionAccountEntity,
  InspectionVerdictEntity,
  MediaEntity,
  ContentDraftEntity,
  ContentLockEntity,
  ContentEntity,
  ContentRevisionEntity,
  ContentFindingEntity,
  DelegationEntity,
  EmergencyEntity,
  ContentVerdictEntity,
  ReviewCaseEntity,
  ReviewClaimEntity,
  PublicationEntity,
  PublicationSourceEntity,
  PublicationQuestionEntity,
  CorrectionEntity,
  ChannelEntity,
  FreezeEntity,
  WechatTokenEntity,
  WechatMaterialEntity,
  DeliveryEntity,
  PublicationReaffirmationEntity,
  TaskEntity,
  QuestionTaskEntity,
  QuestionConfirmationEntity,
  RepostSourceEntity,
  RepostTaskEntity,
  RepostAssignmentEntity,
];
