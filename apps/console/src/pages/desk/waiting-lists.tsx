import { BASIS_CHANGE_WORDS, CONTENT_KIND_WORDS, endpoints, FILING_KIND_WORDS, INTERPRETATION_FORM_WORDS, PLATFORM_WORDS, QUESTION_REVIEW_REASON_WORDS, TICKET_KIND_WORDS, type ContentStatus, type CoverageRowView, type FilingStatus, type TicketView } from '@govmedia-hub/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCall, useList, type ListState } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { DueClock } from '../../components/DueClock.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { ContentStatusTag, StatusTag, TicketStatusTag } from '../../components/StatusTag.js';

const SHOWN = 6;

/** One list of the desk: how many, the first ones, and the way to all. */
function Waiting<T>({ title, list, empty, all, row }: { title: string; list: ListState<T>; empty: string; all: string; row: (item: T) => ReactNode }) {
  return (
    <section className="waiting">
      <div className="waiting-head">
        <h2>{title}</h2>
        <span className={list.total ? 'waiting-count' : 'waiting-count waiting-none'}>{list.total ?? '…'}</span>
        {(list.total ?? 0) > 0 && <Link to={all} className="waiting-all">查看全部</Link>}
      </div>
      <ProblemAlert problem={list.problem} retry={list.reload} />
      {list.total === 0 ? <p className="waiting-empty">{empty}</p> : <ul className="waiting-rows">{list.items.slice(0, SHOWN).map(row)}</ul>}
    </section>
  );
}

function Row({ id, to, title, facts, side }: { id: string; to: string; title: ReactNode; facts: ReactNode; side?: ReactNode }) {
  return (
    <li key={id} className="waiting-row">
      <div><Link to={to} className="waiting-title">{title}</Link><p className="waiting-facts">{facts}</p></div>
      {side && <div className="waiting-side">{side}</div>}
    </li>
  );
}

export function ContentsWaiting() {
  const list = useList(endpoints.listContents, { query: { mine: 'desk', limit: SHOWN } });
  return <Waiting title="等我审核或发布的内容" list={list} empty="没有等您办理的内容。新的内容送审后会出现在这里。" all="/contents/desk" row={(item) => (
    <Row key={item.id} id={item.id} to={`/contents/desk/${item.id}`} title={item.title} facts={<>{CONTENT_KIND_WORDS[item.kind]} · {item.turn} · {formatInstant(item.updatedAt)}</>} side={<>{item.steps[0] && <DueClock dueOn={item.steps.map(({ dueOn }) => dueOn).sort()[0]!} short />}{item.blocking > 0 && <StatusTag tone="seal" shape="■">必须处理 {item.blocking}</StatusTag>}<ContentStatusTag is={item.status} /></>} />
  )} />;
}

/** 逾期的审核步骤, of the own unit or of the city. */
export function StepsOverdue() {
  const list = useList(endpoints.listContents, { query: { overdue: 'yes', limit: SHOWN } });
  return <Waiting title="审核逾期的内容" list={list} empty="没有逾期的审核步骤。" all="/contents?overdue=yes" row={(item) => {
    const late = item.steps.filter(({ overdue }) => overdue);
    return <Row key={item.id} id={item.id} to={`/contents/${item.id}`} title={item.title} facts={<>{CONTENT_KIND_WORDS[item.kind]} · {item.orgName} · {late.map(({ name }) => name).join('、')}</>} side={<>{item.priority === 'urgent' && <StatusTag tone="seal" shape="▲">急件</StatusTag>}<DueClock dueOn={late[0]?.dueOn ?? item.dueOn} short /></>} />;
  }} />;
}

export function ContentsOfMine({ status, title, empty }: { status: ContentStatus; title: string; empty: string }) {
  const { person } = useSession();
  const list = useList(endpoints.listContents, { query: { status, orgId: person.orgId, limit: SHOWN } });
  return <Waiting title={title} list={list} empty={empty} all={`/contents?status=${status}`} row={(item) => (
    <Row key={item.id} id={item.id} to={`/contents/${item.id}/edit`} title={item.title || '（无标题）'} facts={<>{CONTENT_KIND_WORDS[item.kind]} · {item.authorName} · {formatInstant(item.updatedAt)}</>} side={item.openFindings > 0 ? <StatusTag tone="amber" shape="▲">检查结果 {item.openFindings}</StatusTag> : undefined} />
  )} />;
}

export function TasksWaiting({ overdue = false }: { overdue?: boolean }) {
  const list = useList(endpoints.listTasks, { query: overdue ? { overdue: 'yes', limit: SHOWN } : { status: 'open', limit: SHOWN } });
  return <Waiting title={overdue ? '逾期未复核的内容' : '依据变更、等待复核的内容'} list={list} empty={overdue ? '没有逾期的复核任务。' : '没有需要复核的内容。'} all={overdue ? '/tasks?overdue=yes' : '/tasks?status=open'} row={(item) => (
    <Row key={item.id} id={item.id} to={`/tasks/${item.id}`} title={item.text.title} facts={<>{CONTENT_KIND_WORDS[item.text.kind]} · 《{item.document.title}》{BASIS_CHANGE_WORDS[item.change]} · {item.orgName}</>} side={<DueClock dueOn={item.dueOn} short />} />
  )} />;
}

export function QuestionsToReview() {
  const list = useList(endpoints.listQuestionReviews, { query: { limit: SHOWN } });
  return <Waiting title="群众说没用、到期复审的问答" list={list} empty="没有要复审的问答。" all="/question-reviews" row={(item) => (
    <Row key={item.questionId} id={item.questionId} to="/question-reviews" title={item.question} facts={<>{item.reasons.map((reason) => QUESTION_REVIEW_REASON_WORDS[reason]).join('、')} · {item.orgName}</>} side={<DueClock dueOn={item.dueOn} short />} />
  )} />;
}

function Tickets({ title, list, empty, all }: { title: string; list: ListState<TicketView>; empty: string; all: string }) {
  return <Waiting title={title} list={list} empty={empty} all={all} row={(item) => (
    <Row key={item.id} id={item.id} to={`/tickets/${item.id}`} title={item.question} facts={<>{TICKET_KIND_WORDS[item.kind]} · {item.ticketNo} · {item.unit}</>} side={<><DueClock dueOn={item.status === 'waiting' ? item.acceptDueOn : item.dueOn} short /><TicketStatusTag is={item.status} /></>} />
  )} />;
}

export function TicketsToHandle() {
  const waiting = useList(endpoints.listTickets, { query: { status: 'waiting', limit: SHOWN } });
  const accepted = useList(endpoints.listTickets, { query: { status: 'accepted', limit: SHOWN } });
  return (
    <>
      <Tickets title="等待受理的咨询" list={waiting} empty="没有等待受理的咨询。" all="/tickets?status=waiting" />
      {(accepted.total ?? 0) > 0 && <Tickets title="办理中的咨询" list={accepted} empty="" all="/tickets?status=accepted" />}
    </>
  );
}

/** 补审逾期: what is public although its approval should have followed by now. */
export function EmergenciesOverdue() {
  const list = useList(endpoints.listEmergencies, { query: { overdue: 'yes', limit: SHOWN } });
  return <Waiting title="补审逾期的应急发布" list={list} empty="没有逾期未补审的内容。" all="/emergencies?overdue=yes" row={(item) => (
    <Row key={item.id} id={item.id} to={`/contents/${item.contentId}`} title={item.title} facts={<>{item.orgName} · {item.reason}</>} side={<DueClock dueOn={item.dueOn} short />} />
  )} />;
}

/** 等待同意的应急发布. */
export function EmergenciesAsked() {
  const list = useList(endpoints.listEmergencies, { query: { status: 'requested', limit: SHOWN } });
  return <Waiting title="等待同意的应急发布" list={list} empty="没有等待同意的申请。" all="/emergencies?status=requested" row={(item) => (
    <Row key={item.id} id={item.id} to={`/contents/${item.contentId}`} title={item.title} facts={<>{item.orgName} · {item.requestedByName}：{item.reason}</>} side={<span className="small quiet">{formatInstant(item.requestedAt)}</span>} />
  )} />;
}

/** 逾期未解读的政策, of the own unit or of the city. */
export function InterpretationsOverdue() {
  const { person, may } = useSession();
  const orgId = may('supervisor') ? undefined : person.orgId;
  const { data, error, refetch } = useCall(endpoints.listInterpretationCoverage, { query: { state: 'overdue', limit: SHOWN, ...(orgId ? { orgId } : {}) } });
  const list: ListState<CoverageRowView> = { items: data?.rows ?? [], total: data?.total ?? null, loading: !data, problem: error, hasMore: false, loadingMore: false, more: () => undefined, reload: () => void refetch() };
  return <Waiting title="逾期未解读的政策" list={list} empty="没有逾期未解读的政策。" all={`/interpretations?state=overdue${orgId ? `&orgId=${orgId}` : ''}`} row={(item) => (
    <Row key={item.documentId} id={item.documentId} to={`/documents/${item.documentId}`} title={item.title} facts={<>{item.plan?.ownerOrgName ?? item.orgName} · 应有{item.cells.filter((cell) => cell.planned && cell.publications.length === 0).map((cell) => INTERPRETATION_FORM_WORDS[cell.form]).join('、')}</>} side={<DueClock dueOn={item.plan?.dueOn ?? null} short />} />
  )} />;
}

export function TicketsOverdue() {
  const list = useList(endpoints.listTickets, { query: { overdue: 'yes', limit: SHOWN } });
  return <Tickets title="逾期未办的咨询" list={list} empty="没有逾期的咨询。" all="/tickets?overdue=yes" />;
}

export function FilingsWaiting({ status, title, empty }: { status: FilingStatus; title: string; empty: string }) {
  const list = useList(endpoints.listFilings, { query: { status, limit: SHOWN } });
  return <Waiting title={title} list={list} empty={empty} all={`/filings?status=${status}`} row={(item) => (
    <Row key={item.id} id={item.id} to={`/filings/${item.id}`} title={`${item.form.accountName} · ${PLATFORM_WORDS[item.form.platform]}`} facts={<>{FILING_KIND_WORDS[item.kind]} · {item.orgName} · {item.turn}</>} side={<DueClock dueOn={item.dueOn} short />} />
  )} />;
}

export function DraftDocuments() {
  const list = useList(endpoints.listDocuments, { query: { status: 'draft', limit: SHOWN } });
  return <Waiting title="待确认的政策文件" list={list} empty="没有待确认的文件。" all="/documents?status=draft" row={(item) => (
    <Row key={item.id} id={item.id} to={`/documents/${item.id}/confirm`} title={item.title} facts={<>{item.docNumber ?? '无文号'} · {item.issuer ?? '未识别发文机关'}</>} />
  )} />;
}

export function InspectionsWaiting() {
  const list = useList(endpoints.listInspections, { query: { limit: SHOWN } });
  return <Waiting title="检查" list={list} empty="还没有检查记录。" all="/inspections" row={(item) => (
    <Row key={item.id} id={item.id} to={`/inspections/${item.id}`} title={item.title} facts={item.sentence} side={item.status === 'confirming' ? <StatusTag tone="amber" shape="△">待确认账号 {item.pending}</StatusTag> : <StatusTag tone="good" shape="●">已定结果</StatusTag>} />
  )} />;
}

/** Accounts that are near or over the two weeks without an update. */
export function AccountsToWatch() {
  const { person, may } = useSession();
  const list = useList(endpoints.listAccounts, { query: { status: 'active', limit: 100, ...(may('supervisor') ? {} : { orgId: person.orgId }) } });
  const silent = list.items.filter((item) => item.warning !== 'none').sort((a, b) => (b.silentDays ?? 0) - (a.silentDays ?? 0));
  return <Waiting title="更新提醒" list={{ ...list, items: silent, total: list.total === null ? null : silent.length }} empty="账号都按时更新。" all="/accounts" row={(item) => (
    <Row key={item.id} id={item.id} to={`/accounts/${item.id}`} title={item.name} facts={<>{PLATFORM_WORDS[item.platform]} · {item.sponsorName}</>} side={<StatusTag tone={item.warning === 'overdue' ? 'seal' : 'amber'} shape={item.warning === 'overdue' ? '✕' : '▲'}>{item.silentDays} 天未更新</StatusTag>} />
  )} />;
}

export function EventLogState() {
  const { data, error, refetch } = useCall(endpoints.verifyEvents, {}, { refetchInterval: 60_000 });
  return (
    <section className="waiting">
      <div className="waiting-head"><h2>事件记录</h2><Link to="/events" className="waiting-all">查看记录</Link></div>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {data && <p className="waiting-verdict">{data.intact ? <StatusTag tone="good" shape="●">核验通过</StatusTag> : <StatusTag tone="seal" shape="✕">发现 {data.touched.length} 处改动</StatusTag>} 已封存到第 {data.sealedThrough} 条，未封存 {data.unsealed} 条，滞后 {data.lagSeconds} 秒。</p>}
    </section>
  );
}

export function PeopleCount() {
  const { data, error, refetch } = useCall(endpoints.listPeople, {});
  const active = data?.filter((person) => person.active).length;
  return (
    <section className="waiting">
      <div className="waiting-head"><h2>人员与单位</h2><Link to="/people" className="waiting-all">管理人员</Link></div>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {data && <p className="waiting-verdict">在岗 {active} 人，停用 {data.length - (active ?? 0)} 人。</p>}
    </section>
  );
}
