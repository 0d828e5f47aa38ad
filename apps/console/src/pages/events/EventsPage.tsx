import { endpoints, type EventView } from '@govmedia-hub/contracts';
import { Button, type TableColumnsType } from 'antd';
import { useCall, useList } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { Digest } from '../../components/Digest.js';
import { FilterBar, TextFilter } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { ListTable } from '../../components/ListTable.js';
import { Moment } from '../../components/Moment.js';
import { Facts, PageHeader } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { StatusTag } from '../../components/StatusTag.js';
import './events.css';
import { verbInWords } from './verb-words.js';

const FILTERS = { subjectId: 'text', verb: 'text' } as const;

function Verification() {
  const { data, error, refetch, isFetching } = useCall(endpoints.verifyEvents, {});
  return (
    <section className="verification" aria-label="核验">
      <div className="row-between"><h2>核验</h2><Button size="small" loading={isFetching} onClick={() => void refetch()}>重新核验</Button></div>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {data && (
        <>
          <p className={`verification-verdict ${data.intact ? 'callout callout-good' : 'callout callout-seal'}`}>{data.intact ? <><b>完整。</b>每一条记录都与链上的摘要相符，没有缺号。</> : <><b>发现 {data.touched.length} 处改动。</b>下列位置的内容与链上的摘要不符，请立即保全数据库并报告。</>}</p>
          <Facts items={[['已封存到', `第 ${data.sealedThrough} 条`], ['未封存', `${data.unsealed} 条`], ['滞后', data.lagSeconds > 5 ? <StatusTag key="l" tone="seal" shape="▲">{data.lagSeconds} 秒，超过 5 秒</StatusTag> : `${data.lagSeconds} 秒`], ['链首摘要', <Digest key="h" value={data.headHash} label="链首摘要" />], ['核验时间', formatInstant(data.checkedAt)]]} />
          {data.touched.length > 0 && <ul className="rows verification-touched">{data.touched.map((row) => <li key={`${row.position} ${row.reason}`}><b>第 {row.position} 条</b>　{row.reason}</li>)}</ul>}
        </>
      )}
    </section>
  );
}

const columns: TableColumnsType<EventView> = [
  { title: '序号', key: 'position', fixed: 'left', width: 90, align: 'right', render: (_, row) => (row.position === null ? <span className="quiet">未封存</span> : <span className="number">{row.position}</span>) },
  { title: '时间', dataIndex: 'at', width: 134, render: (at: string) => <Moment at={at} /> },
  { title: '人员', dataIndex: 'actorName', width: 120, ellipsis: true },
  { title: '事件', key: 'verb', width: 130, render: (_, row) => verbInWords(row.verb) },
  { title: '代码', dataIndex: 'verb', width: 220, ellipsis: true },
  { title: '对象', key: 'subject', width: 380, ellipsis: true, render: (_, row) => <>{row.subjectType}　<span className="event-id">{row.subjectId}</span></> },
  { title: '事实', key: 'facts', width: 460, render: (_, row) => <span className="event-facts">{Object.entries(row.facts).map(([name, value]) => <span key={name}><span className="quiet">{name}</span> {value === null ? '—' : String(value).length > 40 ? `${String(value).slice(0, 16)}…` : String(value)}</span>)}</span> },
];

/** 事件记录 and its verification */
export default function EventsPage() {
  const { may } = useSession();
  const [filters, change, clear] = useFilters(FILTERS);
  const list = useList(endpoints.listEvents, { query: filters });
  return (
    <div className="page">
      <PageHeader title="事件记录" facts="只记编号、代码和摘要，不记正文和个人信息。记录只增不改，逐条以摘要相连。" />
      {may('auditor') && <Verification />}
      <FilterBar onClear={clear} active={Object.keys(filters).length > 0}>
        <TextFilter label="事件代码" value={filters.verb} onChange={(verb) => change({ verb })} placeholder="例如 contents.published" />
        <TextFilter label="对象编号" value={filters.subjectId} onChange={(subjectId) => change({ subjectId })} width={300} />
      </FilterBar>
      <ListTable list={list} columns={columns} unit="条" label="事件记录" width={1460} empty={{ title: '没有符合条件的记录' }} />
    </div>
  );
}
