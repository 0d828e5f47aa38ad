import type * as accounts from './accounts.js';
import type { AreaChoicesView, AreaView } from './areas.js';
import type * as blocks from './blocks.js';
import type * as channels from './channels.js';
import type * as contents from './contents.js';
import type * as disclosure from './disclosure.js';
import type * as documents from './documents.js';
import type * as emergencies from './emergencies.js';
import type * as eventLog from './event-log.js';
import type * as gazette from './gazette.js';
import type { HealthView } from './health.js';
import type * as imports from './imports.js';
import type * as inspections from './inspections.js';
import type * as interpretations from './interpretations.js';
import type * as knowledge from './knowledge.js';
import type * as ledger from './ledger.js';
import type * as lexicons from './lexicons.js';
import type * as organisations from './organisations.js';
import type { Page, PageQuery } from './paging.js';
import type * as backlog from './question-backlog.js';
import type * as questionReviews from './question-reviews.js';
import type { ProofreaderView } from './proofreader.js';
import type * as publishing from './publishing.js';
import type * as reviewProcesses from './review-processes.js';
import type * as reviews from './reviews.js';
import type * as reposts from './reposts.js';
import type { Role } from './roles.js';
import type { RuleSetView } from './rulebook.js';
import type * as services from './services.js';
import type * as tasks from './tasks.js';
import type * as tickets from './tickets.js';
import type * as writing from './writing.js';

/** Who may call: everybody, everybody signed in, the city's own cloud function (by signature), or holders of one of the roles. */
export type Access = 'public' | 'signed_in' | 'cloud_function' | readonly Role[];

/** Where a question goes and what comes back; params, query, body and out live only in the type. */
export interface Endpoint<Out, In extends { params?: object; query?: object; body?: object } = object> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Under /api, with :params. */
  path: string;
  access: Access;
  types?: { in: In; out: Out };
}

const endpoint = <Out, In extends { params?: object; query?: object; body?: object } = object>(method: Endpoint<Out, In>['method'], path: string, access: Access): Endpoint<Out, In> => ({ method, path, access });

type Id = { params: { id: string } };
const staff: Access = 'signed_in';
const writers: readonly Role[] = ['operator', 'supervisor'];
/** Who may hold a desk; which desk asks for whom is said by the process of the text. */
const desks: readonly Role[] = ['reviewer', 'publisher', 'supervisor'];

export const endpoints = {
  health: endpoint<HealthView>('GET', '/health', 'public'),
  /** The timer of the cloud function; lets due work run. */
  tick: endpoint<{ sealed: true }>('POST', '/tick', 'cloud_function'),

  // sign-in
  signIn: endpoint<organisations.SessionView, { body: organisations.SignInRequest }>('POST', '/session', 'public'),
  getSession: endpoint<organisations.SessionView>('GET', '/session', staff),
  signOut: endpoint<void>('DELETE', '/session', staff),
  changePassword: endpoint<void, { body: organisations.ChangePasswordRequest }>('POST', '/session/password', staff),

  // organisations
  listOrganisations: endpoint<organisations.OrganisationView[]>('GET', '/organisations', staff),
  createOrganisation: endpoint<organisations.OrganisationView, { body: organisations.CreateOrganisationRequest }>('POST', '/organisations', ['administrator']),
  listPeople: endpoint<organisations.PersonView[]>('GET', '/people', ['administrator', 'supervisor', 'auditor']),
  createPerson: endpoint<organisations.PersonView, { body: organisations.CreatePersonRequest }>('POST', '/people', ['administrator']),
  deactivatePerson: endpoint<organisations.PersonView, Id>('POST', '/people/:id/deactivate', ['administrator']),

  // event log
  listEvents: endpoint<Page<eventLog.EventView>, { query: PageQuery & { subjectId?: string; verb?: string } }>('GET', '/events', ['auditor', 'supervisor']),
  verifyEvents: endpoint<eventLog.EventLogVerificationView>('GET', '/events/verification', ['auditor']),

  // rulebook
  listRuleSets: endpoint<RuleSetView[]>('GET', '/rule-sets', staff),

  // lexicons and registers of the city
  listLexicons: endpoint<lexicons.LexiconView[]>('GET', '/lexicons', staff),
  createLexicon: endpoint<lexicons.LexiconDetailView, { body: lexicons.CreateLexiconRequest }>('POST', '/lexicons', ['supervisor']),
  /** An empty workbook with headings and an instruction sheet. */
  getLexiconTemplate: endpoint<Uint8Array, { query: { kind: lexicons.LexiconKind } }>('GET', '/lexicons/template', staff),
  getLexicon: endpoint<lexicons.LexiconDetailView, Id>('GET', '/lexicons/:id', staff),
  importLexicon: endpoint<lexicons.LexiconImportView, Id & { query: lexicons.ImportLexiconQuery }>('POST', '/lexicons/:id/imports', ['supervisor']), // multipart, field "files"
  startLexiconDraft: endpoint<lexicons.LexiconDetailView, Id & { body: lexicons.StartLexiconDraftRequest }>('POST', '/lexicons/:id/drafts', ['supervisor']),
  listLexiconEntries: endpoint<Page<lexicons.LexiconEntryView>, Id & { query: lexicons.ListLexiconEntriesQuery }>('GET', '/lexicon-versions/:id/entries', staff),
  saveLexiconEntry: endpoint<lexicons.LexiconDetailView, Id & { body: lexicons.SaveLexiconEntryRequest }>('POST', '/lexicon-versions/:id/entries', ['supervisor']),
  removeLexiconEntry: endpoint<lexicons.LexiconDetailView, Id & { body: lexicons.RemoveLexiconEntryRequest }>('POST', '/lexicon-versions/:id/entries/removal', ['supervisor']),
  discardLexiconDraft: endpoint<lexicons.LexiconDetailView, Id & { body: { seenVersion: number } }>('POST', '/lexicon-versions/:id/discard', ['supervisor']),
  compareLexiconVersions: endpoint<lexicons.LexiconComparisonView, Id & { query: lexicons.CompareLexiconVersionsQuery }>('GET', '/lexicon-versions/:id/comparison', staff),
  exportLexiconVersion: endpoint<Uint8Array, Id>('GET', '/lexicon-versions/:id/workbook', staff),
  makeLexiconEffective: endpoint<lexicons.LexiconDetailView, Id & { body: lexicons.MakeLexiconEffectiveRequest }>('POST', '/lexicon-versions/:id/effect', ['supervisor']),
  cancelLexiconVersion: endpoint<lexicons.LexiconDetailView, Id & { body: lexicons.CancelLexiconVersionRequest }>('POST', '/lexicon-versions/:id/cancellation', ['supervisor']),
  /** Puts the entries of an earlier version in force again, as a new version. */
  rollBackLexicon: endpoint<lexicons.LexiconDetailView, Id & { body: lexicons.RollBackLexiconRequest }>('POST', '/lexicon-versions/:id/rollback', ['supervisor']),
  previewLexicon: endpoint<lexicons.LexiconPreviewView, Id & { body: lexicons.PreviewLexiconRequest }>('POST', '/lexicon-versions/:id/previews', ['supervisor']),
  getLexiconPreview: endpoint<lexicons.LexiconPreviewView, Id>('GET', '/lexicon-previews/:id', ['supervisor']),

  // proofreader
  getProofreader: endpoint<ProofreaderView>('GET', '/proofreader', staff),
  trainProofreader: endpoint<ProofreaderView>('POST', '/proofreader/training', ['supervisor', 'administrator']),

  // documents
  importDocuments: endpoint<documents.ImportRowView[]>('POST', '/documents/imports', writers), // multipart, field "files"
  /** Collections of laws (.jsonl, .jsonl.gz) of thousands of texts; goes on beside everything else. */
  startImportJobs: endpoint<imports.ImportJobView[]>('POST', '/import-jobs', writers), // multipart, field "files"
  listImportJobs: endpoint<Page<imports.ImportJobView>, { query: PageQuery }>('GET', '/import-jobs', writers),
  getImportJob: endpoint<imports.ImportJobReportView, Id>('GET', '/import-jobs/:id', writers),
  exportImportJob: endpoint<ArrayBuffer, Id>('GET', '/import-jobs/:id/report.xlsx', writers),
  listDocuments: endpoint<Page<documents.DocumentSummaryView>, { query: documents.ListDocumentsQuery }>('GET', '/documents', staff),
  getDocument: endpoint<documents.DocumentDraftView, Id>('GET', '/documents/:id', staff),
  confirmDocument: endpoint<documents.DocumentDraftView, Id & { body: documents.ConfirmDocumentRequest }>('POST', '/documents/:id/confirmation', writers),
  releaseDocuments: endpoint<{ released: number }, { body: documents.ReleaseDocumentsRequest }>('POST', '/documents/releases', ['supervisor']),
  setDocumentArea: endpoint<documents.DocumentDraftView, Id & { body: documents.SetDocumentAreaRequest }>('PUT', '/documents/:id/area', writers),
  /** Every area of the register, from wide to narrow. */
  listAreas: endpoint<AreaView[]>('GET', '/areas', staff),

  /** Takes a document out of public sight: a supervisor, or a publisher of the unit that keeps it. */
  withdrawDocument: endpoint<documents.DocumentDraftView, Id & { body: documents.WithdrawDocumentRequest }>('POST', '/documents/:id/withdrawal', ['publisher', 'supervisor']),

  recordValidityChange: endpoint<documents.DocumentDraftView, Id & { body: documents.RecordValidityChangeRequest }>('POST', '/documents/:id/validity-changes', ['supervisor']),
  revokeValidityChange: endpoint<documents.DocumentDraftView, { params: { id: string; changeId: string }; body: documents.RevokeValidityChangeRequest }>('POST', '/documents/:id/validity-changes/:changeId/revocation', ['supervisor']),
  recordVersion: endpoint<documents.DocumentDraftView, Id & { query: documents.RecordVersionQuery }>('POST', '/documents/:id/versions', writers), // multipart, field "files"
  compareVersions: endpoint<documents.VersionComparisonView, Id & { query: documents.CompareVersionsQuery }>('GET', '/documents/:id/comparison', staff),
  /** Who cites this document, or one of its articles: documents and published texts. */
  listCiting: endpoint<documents.CitingPlaceView[], Id & { query: { anchor?: string } }>('GET', '/documents/:id/citing', staff),

  // lists of the library
  listLedger: endpoint<Page<ledger.LedgerRowView>, { query: ledger.ListLedgerQuery }>('GET', '/ledger', staff),
  exportLedger: endpoint<ArrayBuffer, { query: ledger.ListLedgerQuery }>('GET', '/ledger/export.xlsx', staff),
  decideLedgerEntry: endpoint<ledger.LedgerRowView, Id & { body: ledger.DecideLedgerEntryRequest }>('PUT', '/ledger/:id', writers),
  getDisclosureCatalogue: endpoint<ledger.DisclosureCatalogueView, { query: { year?: string } }>('GET', '/disclosure-catalogue', staff),
  exportDisclosureCatalogue: endpoint<ArrayBuffer, { query: { year?: string } }>('GET', '/disclosure-catalogue/export.xlsx', staff),
  /** What each unit must make public by the law, how it stands, and the gaps by unit. */
  listDisclosureItems: endpoint<disclosure.StaffDisclosureItemsView, { query: disclosure.ListDisclosureItemsQuery }>('GET', '/disclosure-items', staff),
  exportDisclosureItems: endpoint<ArrayBuffer, { query: disclosure.ListDisclosureItemsQuery }>('GET', '/disclosure-items/export.xlsx', staff),
  assignDisclosureDuty: endpoint<disclosure.StaffDisclosureItemsView, { body: disclosure.AssignDisclosureDutyRequest }>('PUT', '/disclosure-duties', ['supervisor']),
  endDisclosureDuty: endpoint<disclosure.StaffDisclosureItemsView, { body: disclosure.EndDisclosureDutyRequest }>('POST', '/disclosure-duties/ending', ['supervisor']),
  recordDisclosure: endpoint<disclosure.StaffDisclosureItemsView, { body: disclosure.RecordDisclosureRequest }>('POST', '/disclosure-entries', writers),
  removeDisclosure: endpoint<disclosure.StaffDisclosureItemsView, Id>('POST', '/disclosure-entries/:id/removal', writers),

  // gazette
  listGazetteIssues: endpoint<Page<gazette.GazetteIssueSummaryView>, { query: gazette.ListGazetteQuery }>('GET', '/gazette/issues', staff),
  createGazetteIssue: endpoint<gazette.GazetteIssueView, { body: gazette.SaveGazetteIssueRequest }>('POST', '/gazette/issues', writers),
  /** Issues as they were printed before, one document a line (.jsonl). */
  importBackCatalogue: endpoint<gazette.BackCatalogueRowView[]>('POST', '/gazette/back-catalogue', writers), // multipart, field "files"
  getGazetteIssue: endpoint<gazette.GazetteIssueView, Id>('GET', '/gazette/issues/:id', staff),
  saveGazetteIssue: endpoint<gazette.GazetteIssueView, Id & { body: gazette.SaveGazetteIssueRequest }>('PUT', '/gazette/issues/:id', writers),
  discardGazetteIssue: endpoint<void, Id & { body: gazette.SeenGazetteIssueRequest }>('POST', '/gazette/issues/:id/discarding', writers),
  signGazetteIssue: endpoint<gazette.GazetteIssueView, Id & { body: gazette.SeenGazetteIssueRequest }>('POST', '/gazette/issues/:id/signing', ['supervisor']),
  /** The issue as it would be printed; marked as a proof until it is signed. */
  getGazetteProof: endpoint<ArrayBuffer, Id>('GET', '/gazette/issues/:id/proof.pdf', staff),
  recordErratum: endpoint<gazette.GazetteIssueView, Id & { body: gazette.RecordErratumRequest }>('POST', '/gazette/issues/:id/errata', writers),
  confirmErratum: endpoint<gazette.GazetteIssueView, Id>('POST', '/gazette/errata/:id/confirmation', ['supervisor']),
  getGazetteItem: endpoint<gazette.GazetteItemTextView, Id>('GET', '/gazette/items/:id', staff),
  checkGazetteItem: endpoint<gazette.GazetteIssueView, Id & { body: gazette.CheckGazetteItemRequest }>('POST', '/gazette/items/:id/check', writers),

  // tasks
  listTasks: endpoint<Page<tasks.TaskView>, { query: tasks.ListTasksQuery }>('GET', '/tasks', ['operator', 'reviewer', 'publisher', 'supervisor']),
  getTask: endpoint<tasks.TaskView, Id>('GET', '/tasks/:id', ['operator', 'reviewer', 'publisher', 'supervisor']),
  /** A reviewer who did not write the text finds that it still holds after the amendment. */
  closeTask: endpoint<tasks.TaskView, Id & { body: tasks.CloseTaskRequest }>('POST', '/tasks/:id/closing', ['reviewer']),

  // accounts and filings
  listFilings: endpoint<Page<accounts.FilingView>, { query: PageQuery & { status?: accounts.FilingStatus } }>('GET', '/filings', ['operator', 'reviewer', 'publisher', 'supervisor', 'inspector']),
  getFiling: endpoint<accounts.FilingView, Id>('GET', '/filings/:id', ['operator', 'reviewer', 'publisher', 'supervisor', 'inspector']),
  createFiling: endpoint<accounts.FilingView, { body: accounts.SaveFilingRequest }>('POST', '/filings', ['operator']),
  saveFiling: endpoint<accounts.FilingView, Id & { body: accounts.SaveFilingRequest }>('PUT', '/filings/:id', ['operator']),
  submitFiling: endpoint<accounts.FilingView, Id & { body: accounts.SubmitFilingRequest }>('POST', '/filings/:id/submission', ['operator']),
  decideFiling: endpoint<accounts.FilingView, Id & { body: accounts.DecideFilingRequest }>('POST', '/filings/:id/decision', ['supervisor']),
  /** By the unit itself, before it is decided. */
  withdrawFiling: endpoint<accounts.FilingView, Id & { body: accounts.WithdrawFilingRequest }>('POST', '/filings/:id/withdrawal', ['operator']),
  listAccounts: endpoint<Page<accounts.AccountView>, { query: accounts.ListAccountsQuery }>('GET', '/accounts', staff),
  getAccount: endpoint<accounts.AccountView, Id>('GET', '/accounts/:id', staff),
  listAccountPosts: endpoint<Page<accounts.AccountPostView>, Id & { query: PageQuery }>('GET', '/accounts/:id/posts', staff),
  recordAccountPost: endpoint<accounts.AccountPostView, Id & { body: accounts.RecordPostRequest }>('POST', '/accounts/:id/posts', ['operator']),
  listAccountObservations: endpoint<accounts.AccountObservationView[], Id>('GET', '/accounts/:id/observations', ['supervisor', 'inspector']),
  recordAccountObservation: endpoint<accounts.AccountObservationView, Id & { body: accounts.RecordObservationRequest }>('POST', '/accounts/:id/observations', ['supervisor', 'inspector']),

  // contents, gates, reviews, publishing
  listContents: endpoint<Page<contents.ContentSummaryView>, { query: contents.ListContentsQuery }>('GET', '/contents', staff),
  createContent: endpoint<contents.ContentView, { body: contents.SaveContentRequest }>('POST', '/contents', ['operator']),
  getContent: endpoint<contents.ContentView, Id>('GET', '/contents/:id', staff),
  saveContent: endpoint<contents.ContentView, Id & { body: contents.SaveContentRequest }>('PUT', '/contents/:id', ['operator']),
  submitContent: endpoint<contents.ContentView, Id & { body: contents.SubmitContentRequest }>('POST', '/contents/:id/submission', ['operator']),
  listRevisions: endpoint<contents.RevisionView[], Id>('GET', '/contents/:id/revisions', staff),
  attachFiles: endpoint<contents.ContentView, Id & { query: contents.SeenVersionQuery }>('POST', '/contents/:id/attachments', ['operator']), // multipart, field "files"
  detachFile: endpoint<contents.ContentView, { params: { id: string; attachmentId: string }; query: contents.SeenVersionQuery }>('DELETE', '/contents/:id/attachments/:attachmentId', ['operator']),
  getAttachment: endpoint<ArrayBuffer, { params: { id: string; attachmentId: string } }>('GET', '/contents/:id/attachments/:attachmentId', staff),
  /** One's own unsaved texts, the lock of a text, and how it would look; `place` as in ContentDraftView. */
  listContentDrafts: endpoint<writing.ContentDraftView[]>('GET', '/content-drafts', ['operator']),
  getContentDraft: endpoint<writing.ContentDraftView, { params: { place: string } }>('GET', '/content-drafts/:place', ['operator']),
  keepContentDraft: endpoint<writing.ContentDraftView, { params: { place: string }; body: writing.KeepDraftRequest }>('PUT', '/content-drafts/:place', ['operator']),
  dropContentDraft: endpoint<void, { params: { place: string } }>('DELETE', '/content-drafts/:place', ['operator']),
  holdContentLock: endpoint<writing.ContentLockView, Id & { body: writing.HoldLockRequest }>('PUT', '/contents/:id/lock', ['operator']),
  releaseContentLock: endpoint<void, Id & { query: writing.ReleaseLockQuery }>('DELETE', '/contents/:id/lock', ['operator']),
  previewContent: endpoint<writing.PreviewView, { body: writing.PreviewContentRequest }>('POST', '/content-previews', ['operator']),
  /** Pictures and recordings for the texts of one's own unit. */
  uploadMedia: endpoint<blocks.MediaView[]>('POST', '/media', ['operator']), // multipart, field "files"
  getMedia: endpoint<ArrayBuffer, Id>('GET', '/media/:id', staff),
  decideFinding: endpoint<contents.ContentView, { params: { id: string; findingId: string }; body: contents.DecideFindingRequest }>('POST', '/contents/:id/findings/:findingId/decision', ['reviewer', 'operator']),
  closeGate: endpoint<contents.ContentView, { params: { id: string; gate: contents.Gate }; body: contents.CloseGateRequest }>('POST', '/contents/:id/gates/:gate', ['reviewer']),
  reviewContent: endpoint<contents.ContentView, Id & { body: contents.ReviewContentRequest }>('POST', '/contents/:id/reviews', desks),
  proofreadContent: endpoint<contents.ContentView, Id & { body: contents.ProofreadContentRequest }>('POST', '/contents/:id/proofreadings', desks),
  /** Affirms of the present text, in one act, all that this person approved of an earlier one. */
  reaffirmContent: endpoint<contents.ContentView, Id & { body: reviews.ReaffirmRequest }>('POST', '/contents/:id/reaffirmation', desks),
  claimDesks: endpoint<contents.ContentView, Id & { body: reviews.ClaimDesksRequest }>('POST', '/contents/:id/claims', desks),
  releaseDesks: endpoint<contents.ContentView, Id>('DELETE', '/contents/:id/claims', desks),
  setPriority: endpoint<contents.ContentView, Id & { body: reviews.SetPriorityRequest }>('POST', '/contents/:id/priority', ['reviewer', 'publisher']),
  decideOpenness: endpoint<contents.ContentView, Id & { body: interpretations.DecideOpennessRequest }>('POST', '/contents/:id/openness', ['reviewer', 'publisher']),
  classifyContent: endpoint<contents.ContentView, Id & { body: interpretations.ClassifyContentRequest }>('POST', '/contents/:id/forms', ['operator', 'reviewer', 'publisher']),
  getReviewRules: endpoint<reviews.ReviewRulesView>('GET', '/review-rules', staff),
  publishContent: endpoint<contents.ContentView, Id & { body: contents.PublishContentRequest }>('POST', '/contents/:id/publication', ['publisher']),
  withdrawContent: endpoint<contents.ContentView, Id & { body: contents.WithdrawContentRequest }>('POST', '/contents/:id/withdrawal', ['publisher', 'supervisor']),
  /** 应急发布: a publisher asks, a supervisor decides. */
  requestEmergency: endpoint<contents.ContentView, Id & { body: emergencies.RequestEmergencyRequest }>('POST', '/contents/:id/emergency', ['publisher']),
  decideEmergency: endpoint<contents.ContentView, Id & { body: emergencies.DecideEmergencyRequest }>('POST', '/contents/:id/emergency/decision', ['supervisor']),
  listEmergencies: endpoint<Page<emergencies.EmergencyView>, { query: emergencies.ListEmergenciesQuery }>('GET', '/emergencies', ['reviewer', 'publisher', 'supervisor', 'auditor']),
  /** 发布审批单 with the secrecy record, for printing. */
  exportApprovalSheet: endpoint<ArrayBuffer, Id>('GET', '/contents/:id/approval-sheet.docx', staff),
  /** 更正: drafts the notice that corrects a published text; it goes through gates and reviews like any other. */
  createCorrection: endpoint<contents.ContentView, Id & { body: publishing.CreateCorrectionRequest }>('POST', '/contents/:id/corrections', ['operator']),
  screenText: endpoint<contents.ScreenTextView, { body: contents.ScreenTextRequest }>('POST', '/screenings', staff),

  // interpretation of policies
  getOpennessRules: endpoint<interpretations.OpennessRulesView>('GET', '/openness-rules', staff),
  listInterpretationCoverage: endpoint<interpretations.CoverageView, { query: interpretations.CoverageQuery }>('GET', '/interpretations', staff),
  exportInterpretationCoverage: endpoint<ArrayBuffer, { query: interpretations.CoverageQuery }>('GET', '/interpretations/export.xlsx', staff),
  setInterpretationPlan: endpoint<interpretations.CoverageRowView, Id & { body: interpretations.InterpretationChoice }>('PUT', '/documents/:id/interpretation-plan', writers),

  // review processes by kind of content
  listReviewProcesses: endpoint<reviewProcesses.ReviewProcessLineView[]>('GET', '/review-processes', staff),
  startReviewProcess: endpoint<reviewProcesses.ReviewProcessLineView, { body: reviewProcesses.StartReviewProcessRequest }>('POST', '/review-processes', ['supervisor']),
  saveReviewProcess: endpoint<reviewProcesses.ReviewProcessLineView, Id & { body: reviewProcesses.SaveReviewProcessRequest }>('PUT', '/review-process-versions/:id', ['supervisor']),
  discardReviewProcess: endpoint<reviewProcesses.ReviewProcessLineView, Id & { body: { seenVersion: number } }>('POST', '/review-process-versions/:id/discard', ['supervisor']),
  /** What a version changes against the one in force today. */
  compareReviewProcess: endpoint<reviewProcesses.ReviewProcessComparisonView, Id>('GET', '/review-process-versions/:id/comparison', staff),
  makeReviewProcessEffective: endpoint<reviewProcesses.ReviewProcessLineView, Id & { body: reviewProcesses.MakeReviewProcessEffectiveRequest }>('POST', '/review-process-versions/:id/effect', ['supervisor']),
  cancelReviewProcess: endpoint<reviewProcesses.ReviewProcessLineView, Id & { body: reviewProcesses.CancelReviewProcessRequest }>('POST', '/review-process-versions/:id/cancellation', ['supervisor']),

  // delegations of review
  listDelegations: endpoint<reviews.DelegationView[]>('GET', '/delegations', ['reviewer', 'supervisor', 'administrator', 'auditor']),
  listColleagues: endpoint<reviews.ColleagueView[]>('GET', '/delegations/colleagues', ['reviewer']),
  createDelegation: endpoint<reviews.DelegationView[], { body: reviews.CreateDelegationRequest }>('POST', '/delegations', ['reviewer']),
  revokeDelegation: endpoint<reviews.DelegationView[], Id>('DELETE', '/delegations/:id', ['reviewer', 'supervisor', 'administrator']),

  // channels, deliveries, freezes
  listChannels: endpoint<channels.ChannelView[]>('GET', '/channels', ['operator', 'reviewer', 'publisher', 'supervisor', 'administrator']),
  createChannel: endpoint<channels.ChannelView, { body: channels.SaveChannelRequest }>('POST', '/channels', ['publisher']),
  saveChannel: endpoint<channels.ChannelView, Id & { body: channels.SaveChannelRequest }>('PUT', '/channels/:id', ['publisher']),
  /** Asks the other side whether the settings work; publishes nothing. */
  tryChannel: endpoint<channels.ChannelTrialView, Id>('POST', '/channels/:id/trial', ['publisher']),
  /** The WeChat platform checks and reports here; believed by its signature only. */
  wechatEcho: endpoint<string, Id>('GET', '/channels/:id/wechat-callback', 'public'),
  wechatCallback: endpoint<string, Id>('POST', '/channels/:id/wechat-callback', 'public'), // text/xml
  listFreezes: endpoint<channels.FreezeView[]>('GET', '/freezes', ['operator', 'reviewer', 'publisher', 'supervisor', 'auditor']),
  freeze: endpoint<channels.FreezeView, { body: channels.FreezeRequest }>('POST', '/freezes', ['publisher', 'supervisor']),
  /** A supervisor at once; otherwise two publishers of the unit. */
  liftFreeze: endpoint<channels.FreezeView, Id & { body: channels.LiftFreezeRequest }>('POST', '/freezes/:id/lifting', ['publisher', 'supervisor']),
  deliverContent: endpoint<channels.DeliveryView[], Id & { body: channels.DeliverContentRequest }>('POST', '/contents/:id/deliveries', ['publisher']),
  listDeliveries: endpoint<Page<channels.DeliveryView>, { query: channels.ListDeliveriesQuery }>('GET', '/deliveries', staff),
  getDelivery: endpoint<channels.DeliveryView, Id>('GET', '/deliveries/:id', staff),
  /** Only the time changes; the approval stays. */
  rescheduleDelivery: endpoint<channels.DeliveryView, Id & { body: channels.RescheduleRequest }>('PUT', '/deliveries/:id/schedule', ['publisher']),
  cancelDelivery: endpoint<channels.DeliveryView, Id & { body: channels.DeliveryReasonRequest }>('POST', '/deliveries/:id/cancellation', ['publisher', 'supervisor']),
  retryDelivery: endpoint<channels.DeliveryView, Id & { body: channels.SeenDeliveryRequest }>('POST', '/deliveries/:id/retry', ['publisher']),
  decideDelivery: endpoint<channels.DeliveryView, Id & { body: channels.DecideDeliveryRequest }>('POST', '/deliveries/:id/decision', ['publisher']),
  withdrawDelivery: endpoint<channels.DeliveryView, Id & { body: channels.DeliveryReasonRequest }>('POST', '/deliveries/:id/withdrawal', ['publisher', 'supervisor']),
  exportDelivery: endpoint<ArrayBuffer, Id>('GET', '/deliveries/:id/package.zip', ['operator', 'publisher']),
  reportLive: endpoint<channels.DeliveryView, Id & { body: channels.ReportLiveRequest }>('POST', '/deliveries/:id/live-link', ['operator', 'publisher']),
  confirmRemoval: endpoint<channels.DeliveryView, Id & { body: channels.ConfirmRemovalRequest }>('POST', '/deliveries/:id/removal', ['operator', 'publisher']),
  readBackDelivery: endpoint<channels.DeliveryView, Id & { body: channels.SeenDeliveryRequest }>('POST', '/deliveries/:id/read-back', ['operator', 'publisher']),
  handleAlarm: endpoint<channels.DeliveryView, Id & { body: channels.DeliveryReasonRequest }>('POST', '/deliveries/:id/alarm', ['publisher']),

  // must-repost tasks and sources of reprints
  listRepostSources: endpoint<reposts.RepostSourceView[]>('GET', '/repost-sources', staff),
  checkRepostSource: endpoint<reposts.SourceCheckView, { query: { url: string } }>('GET', '/repost-sources/check', staff),
  addRepostSource: endpoint<reposts.RepostSourceView, { body: reposts.AddRepostSourceRequest }>('POST', '/repost-sources', ['supervisor']),
  endRepostSource: endpoint<reposts.RepostSourceView, Id & { body: reposts.EndRepostSourceRequest }>('POST', '/repost-sources/:id/ending', ['supervisor']),
  listRepostTasks: endpoint<Page<reposts.RepostTaskView>, { query: reposts.ListRepostTasksQuery }>('GET', '/repost-tasks', ['operator', 'publisher', 'supervisor', 'inspector']),
  getRepostTask: endpoint<reposts.RepostTaskView, Id>('GET', '/repost-tasks/:id', ['operator', 'publisher', 'supervisor', 'inspector']),
  createRepostTask: endpoint<reposts.RepostTaskView, { body: reposts.CreateRepostTaskRequest }>('POST', '/repost-tasks', ['supervisor']),
  giveReceipt: endpoint<reposts.RepostTaskView, Id & { body: reposts.GiveReceiptRequest }>('POST', '/repost-assignments/:id/receipt', ['operator', 'publisher']),
  closeRepostTask: endpoint<reposts.RepostTaskView, Id & { body: reposts.CloseRepostTaskRequest }>('POST', '/repost-tasks/:id/closing', ['supervisor']),

  // tickets
  listTickets: endpoint<Page<tickets.TicketView>, { query: tickets.ListTicketsQuery }>('GET', '/tickets', ['operator', 'supervisor']),
  getTicket: endpoint<tickets.TicketView, Id>('GET', '/tickets/:id', ['operator', 'supervisor']),
  acceptTicket: endpoint<tickets.TicketView, Id & { body: tickets.AcceptTicketRequest }>('POST', '/tickets/:id/acceptance', ['operator']),
  transferTicket: endpoint<tickets.TicketView, Id & { body: tickets.TransferTicketRequest }>('POST', '/tickets/:id/transfer', ['operator', 'supervisor']),
  answerTicket: endpoint<tickets.TicketView, Id & { body: tickets.AnswerTicketRequest }>('POST', '/tickets/:id/answer', ['operator']),

  // question backlog
  listBacklog: endpoint<Page<backlog.BacklogQuestionView>, { query: backlog.ListBacklogQuery }>('GET', '/question-backlog', writers),
  decideBacklog: endpoint<backlog.BacklogQuestionView, Id & { body: backlog.DecideBacklogRequest }>('POST', '/question-backlog/:id/decision', writers),
  listLowRatedAnswers: endpoint<Page<backlog.LowRatedAnswerView>, { query: PageQuery }>('GET', '/low-rated-answers', writers),

  /** Tasks on published Q&As that appeared by themselves, with how they ended. */
  listQuestionTasks: endpoint<Page<questionReviews.QuestionTaskView>, { query: questionReviews.ListQuestionTasksQuery }>('GET', '/question-tasks', ['operator', 'reviewer', 'publisher', 'supervisor']),
  /** A reviewer of its unit finds a published Q&A still right until a day. */
  confirmQuestion: endpoint<questionReviews.QuestionConfirmationView, Id & { body: questionReviews.ConfirmQuestionRequest }>('POST', '/question-reviews/:id/confirmation', ['reviewer']),
  /** Published Q&As that their units must look at again, the first due first. */
  listQuestionReviews: endpoint<Page<questionReviews.QuestionReviewView>, { query: questionReviews.ListQuestionReviewsQuery }>('GET', '/question-reviews', ['operator', 'reviewer', 'publisher', 'supervisor']),
  exportQuestionReviews: endpoint<ArrayBuffer, { query: questionReviews.ListQuestionReviewsQuery }>('GET', '/question-reviews/export.xlsx', ['operator', 'reviewer', 'publisher', 'supervisor']),

  // inspections
  listIndicatorPacks: endpoint<inspections.IndicatorPackView[]>('GET', '/indicator-packs', staff),
  startInspection: endpoint<inspections.InspectionView, { body: inspections.StartInspectionRequest }>('POST', '/inspections', ['supervisor', 'inspector']),
  listInspections: endpoint<Page<inspections.InspectionSummaryView>, { query: PageQuery }>('GET', '/inspections', ['supervisor', 'inspector']),
  getInspection: endpoint<inspections.InspectionView, Id>('GET', '/inspections/:id', ['supervisor', 'inspector']),
  decideVerdict: endpoint<inspections.InspectionView, { params: { id: string; verdictId: string }; body: inspections.DecideVerdictRequest }>('POST', '/inspections/:id/verdicts/:verdictId/decision', ['inspector']),
  /** One decision on many verdicts, all or none; what the machine could not tell comes in numbers. */
  decideVerdicts: endpoint<inspections.InspectionView, Id & { body: inspections.DecideVerdictsRequest }>('POST', '/inspections/:id/decisions', ['inspector']),
  closeInspection: endpoint<inspections.InspectionView, Id & { body: inspections.CloseInspectionRequest }>('POST', '/inspections/:id/closing', ['supervisor']),
  exportInspection: endpoint<ArrayBuffer, Id>('GET', '/inspections/:id/export.xlsx', ['supervisor', 'inspector']),
  exportCircular: endpoint<ArrayBuffer, Id>('GET', '/inspections/:id/circular.docx', ['supervisor', 'inspector']),

  // residents, without signing in
  /** Areas of which the library has something for residents. */
  publicListAreas: endpoint<AreaChoicesView>('GET', '/public/areas', 'public'),
  publicListDocuments: endpoint<Page<documents.DocumentSummaryView>, { query: documents.ListDocumentsQuery }>('GET', '/public/documents', 'public'),
  publicGetDocument: endpoint<PublicDocumentView, Id>('GET', '/public/documents/:id', 'public'),
  publicCompareVersions: endpoint<documents.VersionComparisonView, Id & { query: documents.CompareVersionsQuery }>('GET', '/public/documents/:id/comparison', 'public'),
  publicDownloadDocument: endpoint<ArrayBuffer, Id>('GET', '/public/documents/:id/download.docx', 'public'),
  /** The same text as PDF; the digest of the text is printed on each page. */
  publicDocumentPdf: endpoint<ArrayBuffer, Id>('GET', '/public/documents/:id/download.pdf', 'public'),
  /** 主动公开目录 for residents. */
  publicListDisclosureItems: endpoint<disclosure.DisclosureItemsView, { query: disclosure.ListDisclosureItemsQuery }>('GET', '/public/disclosure-items', 'public'),
  publicListEnded: endpoint<Page<ledger.EndedDocumentView>, { query: ledger.ListEndedQuery }>('GET', '/public/ended-documents', 'public'),
  publicExportEnded: endpoint<ArrayBuffer, { query: ledger.ListEndedQuery }>('GET', '/public/ended-documents/export.xlsx', 'public'),
  publicListGazetteIssues: endpoint<Page<gazette.GazetteIssueSummaryView>, { query: gazette.ListGazetteQuery }>('GET', '/public/gazette/issues', 'public'),
  publicGetGazetteIssue: endpoint<gazette.GazetteIssueView, Id>('GET', '/public/gazette/issues/:id', 'public'),
  publicGazetteIssuePdf: endpoint<ArrayBuffer, Id>('GET', '/public/gazette/issues/:id/issue.pdf', 'public'),
  /** The very text that the digest is taken over. */
  publicGazetteIssueText: endpoint<ArrayBuffer, Id>('GET', '/public/gazette/issues/:id/issue.txt', 'public'),
  publicSearchGazette: endpoint<Page<gazette.GazetteHitView>, { query: gazette.SearchGazetteQuery }>('GET', '/public/gazette/items', 'public'),
  publicListGazetteIssuers: endpoint<gazette.GazetteIssuerView[]>('GET', '/public/gazette/issuers', 'public'),
  publicGetGazetteItem: endpoint<gazette.GazetteItemTextView, Id>('GET', '/public/gazette/items/:id', 'public'),
  publicGazetteItemPdf: endpoint<ArrayBuffer, Id>('GET', '/public/gazette/items/:id/item.pdf', 'public'),
  publicGazetteItemText: endpoint<ArrayBuffer, Id>('GET', '/public/gazette/items/:id/item.txt', 'public'),
  publicListPublications: endpoint<Page<publishing.PublicationSummaryView>, { query: publishing.ListPublicationsQuery }>('GET', '/public/publications', 'public'),
  publicGetPublication: endpoint<publishing.PublicationView, Id>('GET', '/public/publications/:id', 'public'),
  publicGetAttachment: endpoint<ArrayBuffer, { params: { id: string; attachmentId: string } }>('GET', '/public/publications/:id/attachments/:attachmentId', 'public'),
  publicGetMedia: endpoint<ArrayBuffer, { params: { id: string; mediaId: string } }>('GET', '/public/publications/:id/media/:mediaId', 'public'),
  publicListQuestions: endpoint<Page<publishing.QuestionView>, { query: publishing.ListPublicationsQuery }>('GET', '/public/questions', 'public'),
  publicGetQuestion: endpoint<publishing.QuestionView, Id>('GET', '/public/questions/:id', 'public'),
  checkKnowledge: endpoint<knowledge.IndexCheckView>('GET', '/knowledge/check', ['administrator', 'auditor']),
  /** Asks a logged question again and holds the answer against the log. */
  replayAnswer: endpoint<knowledge.AnswerReplayView, Id>('GET', '/knowledge/answers/:id/replay', ['administrator', 'auditor']),
  publicSearch: endpoint<knowledge.SearchView, { query: knowledge.SearchQuery }>('GET', '/public/search', 'public'),
  publicSuggest: endpoint<knowledge.SuggestionView[], { query: { q: string } }>('GET', '/public/suggestions', 'public'),
  publicAsk: endpoint<knowledge.AskView, { body: knowledge.AskRequest }>('POST', '/public/questions/ask', 'public'),
  publicFeedback: endpoint<void, Id & { body: knowledge.FeedbackRequest }>('POST', '/public/answers/:id/feedback', 'public'),
  publicListGuides: endpoint<Page<services.GuideSummaryView>, { query: services.ListGuidesQuery }>('GET', '/public/guides', 'public'),
  publicGetGuide: endpoint<services.GuideView, Id>('GET', '/public/guides/:id', 'public'),
  publicListAccounts: endpoint<Page<accounts.AccountSummaryView>, { query: accounts.ListAccountsQuery }>('GET', '/public/accounts', 'public'),
  publicGetAccount: endpoint<accounts.AccountSummaryView, Id>('GET', '/public/accounts/:id', 'public'),
  publicVerifyAccount: endpoint<accounts.AuthenticityView, { query: { q: string } }>('GET', '/public/authenticity', 'public'),
  publicListUnits: endpoint<{ id: string; name: string }[]>('GET', '/public/units', 'public'),
  publicOpenTicket: endpoint<tickets.TicketReceiptView, { body: tickets.OpenTicketRequest }>('POST', '/public/tickets', 'public'),
  publicLookUpTicket: endpoint<tickets.ResidentTicketView, { body: tickets.LookUpTicketRequest }>('POST', '/public/tickets/lookup', 'public'),
  publicFeedJson: endpoint<object>('GET', '/public/feed.json', 'public'),
  publicSitemap: endpoint<string>('GET', '/public/sitemap.xml', 'public'),
  publicFeedAtom: endpoint<string>('GET', '/public/feed.atom', 'public'),
} as const;

export type EndpointName = keyof typeof endpoints;

/** A released policy with what was published about it, linked both ways. */
export interface PublicDocumentView extends documents.DocumentView {
  publications: publishing.PublicationSummaryView[];
  questions: publishing.QuestionView[];
  guides: services.GuideSummaryView[];
}
