import { endpoints, PLATFORM_WORDS, REPOST_STATE_WORDS, REPOST_TASK_FILTER_WORDS, REPOST_TASK_FILTERS, type RepostAssignmentView, type RepostState, type RepostTaskView } from '@govmedia-hub/contracts';
import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useList } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { ChoiceFilter, FilterBar } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { LinkButton } from '../../components/LinkButton.js';
import { ListTable } from '../../components/ListTable.js';
import { Moment } from '../../components/Moment.js';
import { PageHeader } from '../../components/PageHeader.js';
import { StatusTag, type Tone } from '../../components/StatusTag.js';
import './channels.css';
import { CloseTask, CreateTask, GiveReceipt } from './repost-acts.js';

const FILTERS = { show: REPOST_TASK_FILTERS } as const;
const LOOKS: Record<RepostState, readonly [Tone, string]> = { waiting: ['grey', '○'], done: ['good', '●'], late: ['amber', '◐'], overdue: ['seal', '✕'] };

/** 必转任务 */
export default function RepostTasksPage() {
  const { may } = useSession();
  const [filters, change, clear] = useFilters(FILTERS);
  const list = useList(endpoints.listRepostTasks, { query: filters });
  const [creating, setCreating] = useState(false);
  const [receipt, setReceipt] = useState<RepostAssignmentView | null>(null);
  const [closing, setClosing] = useState<RepostTaskView | null>(null);
  const columns: TableColumnsType<RepostTaskView> = [
    { title: '任务', key: 'title', width: 320, render: (_, row) => <><b>{row.title}</b><span className="cell-sub">来源：<a href={row.sourceUrl} target="_blank" rel="noreferrer noopener">{row.sourceName}</a></span></> },
    { title: '期限', dataIndex: 'deadlineAt', width: 140, render: (at: string) => <Moment at={at} /> },
    { title: '回执', key: 'done', width: 110, align: 'right', render: (_, row) => `${row.done} / ${row.total}` },
    { title: '逾期', key: 'overdue', width: 90, align: 'right', render: (_, row) => (row.overdue > 0 ? <StatusTag tone="seal" shape="✕">{row.overdue}</StatusTag> : 0) },
    { title: '下达', key: 'by', width: 200, render: (_, row) => `${row.createdByName} ${formatInstant(row.createdAt)}` },
    { title: '操作', key: 'acts', width: 100, render: (_, row) => row.mayClose && <Button size="small" onClick={() => setClosing(row)}>结束</Button> },
  ];
  const parts: TableColumnsType<RepostAssignmentView> = [
    { title: '账号', key: 'account', width: 200, render: (_, part) => <>{part.accountName}<span className="cell-sub">{PLATFORM_WORDS[part.platform]}</span></> },
    { title: '单位', dataIndex: 'orgName', width: 220 },
    { title: '情况', key: 'state', width: 130, render: (_, part) => <StatusTag tone={LOOKS[part.state][0]} shape={LOOKS[part.state][1]}>{REPOST_STATE_WORDS[part.state]}</StatusTag> },
    { title: '回执', key: 'url', width: 320, render: (_, part) => (part.url ? <><a href={part.url} target="_blank" rel="noreferrer noopener">{part.url}</a><span className="cell-sub">{part.receiptByName} {formatInstant(part.receiptAt)}{part.note && `，${part.note}`}</span></> : <span className="quiet">—</span>) },
    { title: '操作', key: 'acts', width: 120, render: (_, part) => part.mayGive && <Button size="small" type={part.url ? 'default' : 'primary'} onClick={() => setReceipt(part)}>{part.url ? '更正回执' : '填写回执'}</Button> },
  ];
  return (
    <div className="page">
      <PageHeader title="必转任务" actions={<><LinkButton to="/repost-sources">稿源名单</LinkButton>{may('supervisor') && <Button type="primary" onClick={() => setCreating(true)}>下达任务</Button>}</>} />
      <FilterBar onClear={clear} active={filters.show !== undefined}><ChoiceFilter label="范围" value={filters.show} words={REPOST_TASK_FILTER_WORDS} onChange={(show) => change({ show })} /></FilterBar>
      <ListTable list={list} columns={columns} unit="项" label="必转任务" width={960} empty={{ title: '没有必转任务', hint: may('supervisor') ? '需要各账号统一转载的内容，在这里下达并查看回执。' : '主管单位下达后会出现在这里。' }} />
      {list.items.map((task) => (
        <section key={task.id} className="repost-parts" aria-label={task.title}>
          <h2 className="repost-title">{task.title}</h2>
          {task.text && <p className="quiet" style={{ whiteSpace: 'pre-wrap', marginBottom: 8 }}>{task.text}</p>}
          <Table<RepostAssignmentView> aria-label={`${task.title}的回执`} rowKey="id" dataSource={task.assignments} columns={parts} pagination={false} size="small" scroll={{ x: 990 }} />
        </section>
      ))}
      {creating && <CreateTask close={() => setCreating(false)} />}
      {receipt && <GiveReceipt part={receipt} close={() => setReceipt(null)} />}
      {closing && <CloseTask task={closing} close={() => setClosing(null)} />}
    </div>
  );
}
