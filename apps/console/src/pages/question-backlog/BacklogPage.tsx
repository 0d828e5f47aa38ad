import { BACKLOG_STATUS_WORDS, BACKLOG_STATUSES, endpoints, type BacklogDecision, type BacklogQuestionView, type LowRatedAnswerView } from '@govmedia-hub/contracts';
import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useAct, useList } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { ChoiceFilter, FilterBar } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { ListTable } from '../../components/ListTable.js';
import { Moment } from '../../components/Moment.js';
import { PageHeader } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { ReasonDialog } from '../../components/ReasonDialog.js';

const FILTERS = { view: ['low_rated'], status: BACKLOG_STATUSES } as const;

/** 待写问题: what residents asked in vain, most asked first, and the answers they found useless. */
export default function BacklogPage() {
  const [filters, change, clear] = useFilters(FILTERS);
  const lowRated = filters.view === 'low_rated';
  return (
    <div className="page">
      <PageHeader title="待写问题" facts="群众问过、系统没有经审核答复的问题，问得多的在前；以及群众评价没有帮助的答复。个人信息已遮盖。" />
      <FilterBar onClear={clear} active={Object.keys(filters).length > 0}>
        <ChoiceFilter label="查看" value={filters.view} words={{ low_rated: '评价不好的答复' }} onChange={(view) => change({ view, status: undefined })} />
        {!lowRated && <ChoiceFilter label="状态" value={filters.status} words={BACKLOG_STATUS_WORDS} onChange={(status) => change({ status })} />}
      </FilterBar>
      {lowRated ? <LowRated /> : <Questions status={filters.status ?? 'open'} />}
    </div>
  );
}

function Questions({ status }: { status: BacklogQuestionView['status'] }) {
  const list = useList(endpoints.listBacklog, { query: { status } });
  const { may } = useSession();
  const navigate = useNavigate();
  const decide = useAct(endpoints.decideBacklog);
  const [setAside, setSetAside] = useState<BacklogQuestionView | null>(null);
  const act = async (row: BacklogQuestionView, decision: BacklogDecision, reason?: string) => {
    const after = await decide.mutateAsync({ params: { id: row.id }, body: { decision, seenVersion: row.version, ...(reason ? { reason } : {}) } }).catch(() => null);
    if (!after) return;
    setSetAside(null);
    list.reload();
    if (decision === 'take' && after.decision?.contentId) navigate(`/contents/${after.decision.contentId}/edit`);
  };
  const columns: TableColumnsType<BacklogQuestionView> = [
    { title: '问题', key: 'question', width: 420, render: (_, row) => <span className="cell-title">{row.question}</span> },
    { title: '问过', dataIndex: 'asked', width: 90, align: 'right', render: (asked: number) => `${asked} 次` },
    { title: '最近一次', dataIndex: 'lastAskedAt', width: 140, render: (at: string) => <Moment at={at} /> },
    {
      title: '处理', key: 'decision', width: 260,
      render: (_, { decision, status: now }) => decision && now !== 'open' ? (
        <span>{decision.orgName} {decision.byName}{now === 'dismissed' && decision.reason ? `：${decision.reason}` : ''}{now === 'writing' && decision.contentId ? <>，<Link to={`/contents/${decision.contentId}`}>看草稿</Link></> : ''}</span>
      ) : <span className="quiet">还没有人认领</span>,
    },
    {
      title: '', key: 'acts', width: 170,
      render: (_, row) => (
        <span className="row">
          {row.status === 'open' && may('operator') && <Button size="small" type="primary" loading={decide.isPending} onClick={() => void act(row, 'take')}>认领并写问答</Button>}
          {row.status === 'open' && <Button size="small" onClick={() => setSetAside(row)}>不写</Button>}
          {row.status !== 'open' && <Button size="small" onClick={() => void act(row, 'reopen')}>重新打开</Button>}
        </span>
      ),
    },
  ];
  return (
    <>
      {!setAside && <ProblemAlert problem={decide.error} />}
      <ListTable list={list} columns={columns} unit="个问题" label="待写问题列表" width={1090} empty={{ title: { open: '没有待认领的问题', writing: '没有在写的问题', dismissed: '没有决定不写的问题' }[status], hint: status === 'open' ? '群众提问没有得到经审核的答复时，问题会出现在这里。' : undefined }} />
      {setAside && <ReasonDialog title="不写这个问题" consequence={`“${setAside.question}”会移出待认领的清单，可以随时重新打开。`} label="理由" verb="确定不写" busy={decide.isPending} problem={decide.error} onSubmit={(reason) => void act(setAside, 'dismiss', reason)} onCancel={() => { decide.reset(); setSetAside(null); }} />}
    </>
  );
}

const ratingColumns: TableColumnsType<LowRatedAnswerView> = [
  { title: '答复', key: 'title', width: 360, render: (_, row) => <a className="cell-title" href={row.link} target="_blank" rel="noreferrer">{row.label || row.title}</a> },
  { title: '没帮助', dataIndex: 'unhelpful', width: 90, align: 'right', render: (n: number) => `${n} 次` },
  { title: '有帮助', dataIndex: 'helpful', width: 90, align: 'right', render: (n: number) => `${n} 次` },
  { title: '群众说', key: 'reasons', width: 380, render: (_, row) => row.reasons.length > 0 ? <ul style={{ margin: 0, paddingLeft: 18 }}>{row.reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul> : <span className="quiet">没有写原因</span> },
  { title: '最近一次', dataIndex: 'lastAt', width: 140, render: (at: string) => <Moment at={at} /> },
];

function LowRated() {
  const list = useList(endpoints.listLowRatedAnswers, { query: {} });
  return <ListTable list={list} rowKey="passageId" columns={ratingColumns} unit="条答复" label="评价不好的答复" width={1070} empty={{ title: '没有被评价为没有帮助的答复' }} />;
}
