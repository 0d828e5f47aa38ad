import type { Role } from '@govmedia-hub/contracts';
import { Button, Result, Spin } from 'antd';
import { lazy, Suspense, type ReactNode } from 'react';
import { Link, Navigate, Route, Routes, useLocation } from 'react-router';
import { ProblemAlert } from '../components/ProblemAlert.js';
import { Layout } from './Layout.js';
import { useDoor, useSession } from './session.js';
import { pageAfterSignIn } from './page-after-sign-in.js';
import type { ThemeChoice } from './theme.js';

const SignInPage = lazy(() => import('../pages/sign-in/SignInPage.js'));
const DeskPage = lazy(() => import('../pages/desk/DeskPage.js'));
const DocumentsPage = lazy(() => import('../pages/documents/DocumentsPage.js'));
const ImportPage = lazy(() => import('../pages/documents/ImportPage.js'));
const ReleasePage = lazy(() => import('../pages/documents/ReleasePage.js'));
const DocumentPage = lazy(() => import('../pages/documents/DocumentPage.js'));
const ComparePage = lazy(() => import('../pages/documents/ComparePage.js'));
const ConfirmPage = lazy(() => import('../pages/documents/ConfirmPage.js'));
const LedgerPage = lazy(() => import('../pages/ledger/LedgerPage.js'));
const DisclosurePage = lazy(() => import('../pages/disclosure/DisclosurePage.js'));
const TimelinessPage = lazy(() => import('../pages/ledger/TimelinessPage.js'));
const GazettePage = lazy(() => import('../pages/gazette/GazettePage.js'));
const GazetteIssuePage = lazy(() => import('../pages/gazette/GazetteIssuePage.js'));
const ContentsPage = lazy(() => import('../pages/contents/ContentsPage.js'));
const EditorPage = lazy(() => import('../pages/contents/EditorPage.js'));
const RevisionsPage = lazy(() => import('../pages/contents/RevisionsPage.js'));
const ReviewDeskPage = lazy(() => import('../pages/contents/ReviewDeskPage.js'));
const CoveragePage = lazy(() => import('../pages/interpretations/CoveragePage.js'));
const DelegationsPage = lazy(() => import('../pages/delegations/DelegationsPage.js'));
const EmergenciesPage = lazy(() => import('../pages/emergencies/EmergenciesPage.js'));
const ChannelsPage = lazy(() => import('../pages/channels/ChannelsPage.js'));
const DeliverPage = lazy(() => import('../pages/channels/DeliverPage.js'));
const DeliveriesPage = lazy(() => import('../pages/channels/DeliveriesPage.js'));
const FreezesPage = lazy(() => import('../pages/channels/FreezesPage.js'));
const RepostTasksPage = lazy(() => import('../pages/channels/RepostTasksPage.js'));
const RepostSourcesPage = lazy(() => import('../pages/channels/RepostSourcesPage.js'));
const FilingsPage = lazy(() => import('../pages/accounts/FilingsPage.js'));
const FilingFormPage = lazy(() => import('../pages/accounts/FilingFormPage.js'));
const FilingPage = lazy(() => import('../pages/accounts/FilingPage.js'));
const AccountsPage = lazy(() => import('../pages/accounts/AccountsPage.js'));
const AccountPage = lazy(() => import('../pages/accounts/AccountPage.js'));
const TasksPage = lazy(() => import('../pages/tasks/TasksPage.js'));
const TaskPage = lazy(() => import('../pages/tasks/TaskPage.js'));
const TicketsPage = lazy(() => import('../pages/tickets/TicketsPage.js'));
const TicketPage = lazy(() => import('../pages/tickets/TicketPage.js'));
const QuestionReviewsPage = lazy(() => import('../pages/question-reviews/QuestionReviewsPage.js'));
const BacklogPage = lazy(() => import('../pages/question-backlog/BacklogPage.js'));
const InspectionsPage = lazy(() => import('../pages/inspections/InspectionsPage.js'));
const InspectionPage = lazy(() => import('../pages/inspections/InspectionPage.js'));
const PeoplePage = lazy(() => import('../pages/people/PeoplePage.js'));
const RuleSetsPage = lazy(() => import('../pages/rules/RuleSetsPage.js'));
const ReviewProcessesPage = lazy(() => import('../pages/rules/ReviewProcessesPage.js'));
const LexiconsPage = lazy(() => import('../pages/rules/LexiconsPage.js'));
const LexiconPage = lazy(() => import('../pages/rules/LexiconPage.js'));
const PreviewPage = lazy(() => import('../pages/rules/PreviewPage.js'));
const ProofreaderPage = lazy(() => import('../pages/rules/ProofreaderPage.js'));
const EventsPage = lazy(() => import('../pages/events/EventsPage.js'));

const writers: Role[] = ['operator', 'supervisor'];
const keepers: Role[] = ['operator', 'reviewer', 'publisher', 'supervisor'];
const filers: Role[] = ['operator', 'reviewer', 'publisher', 'supervisor', 'inspector'];

/** A page only for some posts; the others read why. */
function For({ roles, children }: { roles: Role[]; children: ReactNode }) {
  const { may } = useSession();
  return may(...roles) ? children : <Result status="403" title="您的岗位不能使用这一页" subTitle="如工作需要，请联系系统管理员调整岗位。" extra={<Link to="/">回到工作台</Link>} />;
}

const NotFound = () => <Result status="404" title="没有这个页面" subTitle="地址可能有误，或者内容已经移走。" extra={<Link to="/">回到工作台</Link>} />;

function Wait() {
  return <div className="page-wait" aria-live="polite"><Spin /><span className="visually-hidden">正在打开</span></div>;
}

/** Which page stands at which address. */
export function ConsoleRoutes({ theme }: { theme: { choice: ThemeChoice; choose: (choice: ThemeChoice) => void } }) {
  const { session, problem, retry } = useDoor();
  const { pathname, search } = useLocation();
  if (problem) return <div className="page page-narrow"><ProblemAlert problem={problem} /><Button type="primary" onClick={retry}>重新连接</Button></div>;
  if (session === 'unknown') return <Wait />;
  if (!session) {
    const next = pathname === '/sign-in' || pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
    return (
      <Suspense fallback={<Wait />}>
        <Routes>
          <Route path="/sign-in" element={<SignInPage />} />
          <Route path="*" element={<Navigate to={`/sign-in${next}`} replace />} />
        </Routes>
      </Suspense>
    );
  }
  return (
    <Routes>
      <Route path="/sign-in" element={<Navigate to={pageAfterSignIn(search)} replace />} />
      <Route element={<Layout theme={theme} />}>
        <Route index element={<DeskPage />} />
        <Route path="documents" element={<DocumentsPage />} />
        <Route path="documents/import" element={<For roles={writers}><ImportPage /></For>} />
        <Route path="documents/release" element={<For roles={['supervisor']}><ReleasePage /></For>} />
        <Route path="documents/:id" element={<DocumentPage />} />
        <Route path="documents/:id/compare" element={<ComparePage />} />
        <Route path="documents/:id/confirm" element={<For roles={writers}><ConfirmPage /></For>} />
        <Route path="gazette" element={<GazettePage />} />
        <Route path="gazette/new" element={<For roles={writers}><GazetteIssuePage /></For>} />
        <Route path="gazette/:id" element={<GazetteIssuePage />} />
        <Route path="ledger" element={<LedgerPage />} />
        <Route path="disclosure" element={<DisclosurePage />} />
        <Route path="disclosure-timeliness" element={<TimelinessPage />} />
        <Route path="contents" element={<ContentsPage />} />
        <Route path="contents/new" element={<For roles={['operator']}><EditorPage /></For>} />
        <Route path="contents/desk" element={<ReviewDeskPage desk />} />
        <Route path="contents/desk/:id" element={<ReviewDeskPage desk />} />
        <Route path="contents/:id" element={<ReviewDeskPage />} />
        <Route path="contents/:id/revisions" element={<RevisionsPage />} />
        <Route path="contents/:id/edit" element={<For roles={['operator']}><EditorPage /></For>} />
        <Route path="interpretations" element={<CoveragePage />} />
        <Route path="delegations" element={<For roles={['reviewer', 'supervisor', 'administrator', 'auditor']}><DelegationsPage /></For>} />
        <Route path="emergencies" element={<For roles={['reviewer', 'publisher', 'supervisor', 'auditor']}><EmergenciesPage /></For>} />
        <Route path="contents/:id/deliver" element={<For roles={['publisher']}><DeliverPage /></For>} />
        <Route path="deliveries" element={<DeliveriesPage />} />
        <Route path="channels" element={<For roles={['operator', 'reviewer', 'publisher', 'supervisor', 'administrator']}><ChannelsPage /></For>} />
        <Route path="freezes" element={<For roles={['operator', 'reviewer', 'publisher', 'supervisor', 'auditor']}><FreezesPage /></For>} />
        <Route path="repost-tasks" element={<For roles={['operator', 'publisher', 'supervisor', 'inspector']}><RepostTasksPage /></For>} />
        <Route path="repost-sources" element={<RepostSourcesPage />} />
        <Route path="filings" element={<For roles={filers}><FilingsPage /></For>} />
        <Route path="filings/new" element={<For roles={['operator']}><FilingFormPage /></For>} />
        <Route path="filings/:id" element={<For roles={filers}><FilingPage /></For>} />
        <Route path="filings/:id/edit" element={<For roles={['operator']}><FilingFormPage /></For>} />
        <Route path="accounts" element={<AccountsPage />} />
        <Route path="accounts/:id" element={<AccountPage />} />
        <Route path="tasks" element={<For roles={keepers}><TasksPage /></For>} />
        <Route path="tasks/:id" element={<For roles={keepers}><TaskPage /></For>} />
        <Route path="tickets" element={<For roles={writers}><TicketsPage /></For>} />
        <Route path="tickets/:id" element={<For roles={writers}><TicketPage /></For>} />
        <Route path="question-backlog" element={<For roles={writers}><BacklogPage /></For>} />
        <Route path="question-reviews" element={<For roles={keepers}><QuestionReviewsPage /></For>} />
        <Route path="inspections" element={<For roles={['supervisor', 'inspector']}><InspectionsPage /></For>} />
        <Route path="inspections/:id" element={<For roles={['supervisor', 'inspector']}><InspectionPage /></For>} />
        <Route path="people" element={<For roles={['administrator', 'supervisor', 'auditor']}><PeoplePage /></For>} />
        <Route path="rule-sets" element={<RuleSetsPage />} />
        <Route path="review-processes" element={<ReviewProcessesPage />} />
        <Route path="proofreader" element={<ProofreaderPage />} />
        <Route path="lexicons" element={<LexiconsPage />} />
        <Route path="lexicons/:id" element={<LexiconPage />} />
        <Route path="lexicons/:id/previews/:previewId" element={<For roles={['supervisor']}><PreviewPage /></For>} />
        <Route path="events" element={<For roles={['auditor', 'supervisor']}><EventsPage /></For>} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}
