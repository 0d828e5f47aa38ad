import { ROLE_WORDS } from '@govmedia-hub/contracts';
import { useSession } from '../../app/session.js';
import { formatCivilDate, civilDateAt } from '../../components/dates/civil-date.js';
import { PageHeader } from '../../components/PageHeader.js';
import { AccountsToWatch, ContentsOfMine, ContentsWaiting, DraftDocuments, EmergenciesAsked, EmergenciesOverdue, EventLogState, FilingsWaiting, InspectionsWaiting, InterpretationsOverdue, PeopleCount, QuestionsToReview, StepsOverdue, TasksWaiting, TicketsOverdue, TicketsToHandle } from './waiting-lists.js';
import './desk.css';

/** 工作台: what waits for me, by post. */
export default function DeskPage() {
  const { person, may } = useSession();
  return (
    <div className="page">
      <PageHeader title={`${person.name}的工作台`} facts={<><span>{formatCivilDate(civilDateAt(Date.now()))}</span><span>{person.orgName} · {person.post}</span><span>{person.roles.map((role) => ROLE_WORDS[role]).join('、')}</span></>} />
      <div className="desk">
        {may('reviewer', 'publisher') && <ContentsWaiting />}
        {may('supervisor') && <StepsOverdue />}
        {may('supervisor') && <EmergenciesAsked />}
        {may('supervisor', 'publisher') && <EmergenciesOverdue />}
        {may('operator', 'supervisor') && <InterpretationsOverdue />}
        {may('operator') && <ContentsOfMine status="returned" title="退回待修改的内容" empty="没有退回的内容。" />}
        {may('operator', 'reviewer', 'publisher') && <TasksWaiting />}
        {may('operator', 'reviewer') && <QuestionsToReview />}
        {may('operator') && <TicketsToHandle />}
        {may('supervisor') && <TasksWaiting overdue />}
        {may('supervisor') && <TicketsOverdue />}
        {may('operator') && <FilingsWaiting status="correction" title="需要补正的备案" empty="没有需要补正的备案。" />}
        {may('supervisor') && <FilingsWaiting status="submitted" title="等待审核的备案" empty="没有等待审核的备案。" />}
        {may('operator', 'supervisor') && <DraftDocuments />}
        {may('operator') && <ContentsOfMine status="draft" title="草稿" empty="没有草稿。" />}
        {may('supervisor', 'inspector') && <InspectionsWaiting />}
        {may('operator', 'supervisor') && <AccountsToWatch />}
        {may('auditor') && <EventLogState />}
        {may('administrator') && <PeopleCount />}
      </div>
    </div>
  );
}
