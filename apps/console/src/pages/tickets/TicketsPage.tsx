import { endpoints, TICKET_KIND_WORDS, TICKET_STATUS_WORDS, TICKET_STATUSES, type TicketView } from '@govmedia-hub/contracts';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useList } from '../../api/queries.js';
import { DueClock } from '../../components/DueClock.js';
import { ChoiceFilter, FilterBar } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { ListTable } from '../../components/ListTable.js';
import { Moment } from '../../components/Moment.js';
import { PageHeader } from '../../components/PageHeader.js';
import { StatusTag, TicketStatusTag } from '../../components/StatusTag.js';

const FILTERS = { status: TICKET_STATUSES, overdue: ['yes'] } as const;

const columns: TableColumnsType<TicketView> = [
  { title: '内容', key: 'question', width: 380, ellipsis: true, render: (_, row) => <Link className="cell-title" title={row.question} to={`/tickets/${row.id}`}>{row.question}</Link> },
  { title: '类别', key: 'kind', width: 70, render: (_, row) => TICKET_KIND_WORDS[row.kind] },
  { title: '工单号', dataIndex: 'ticketNo', width: 150 },
  { title: '状态', key: 'status', width: 190, render: (_, row) => <span className="row"><TicketStatusTag is={row.status} />{row.overdue && <StatusTag tone="seal" shape="▲">逾期</StatusTag>}</span> },
  { title: '期限', key: 'due', width: 230, render: (_, row) => (row.status === 'waiting' ? <><span className="quiet">受理 </span><DueClock dueOn={row.acceptDueOn} short /></> : <><span className="quiet">答复 </span><DueClock dueOn={row.dueOn} done={row.status !== 'accepted'} short /></>) },
  { title: '承办单位', dataIndex: 'unit', width: 170, ellipsis: true },
  { title: '收到', dataIndex: 'openedAt', width: 134, render: (at: string) => <Moment at={at} /> },
];

/** 咨询办理 */
export default function TicketsPage() {
  const [filters, change, clear] = useFilters(FILTERS);
  const list = useList(endpoints.listTickets, { query: filters });
  const active = Object.keys(filters).length > 0;
  return (
    <div className="page">
      <PageHeader title="咨询办理" facts="群众提出的问题、建议、投诉和纠错。期限按工作日计算。" />
      <FilterBar onClear={clear} active={active}>
        <ChoiceFilter label="状态" value={filters.status} words={TICKET_STATUS_WORDS} onChange={(status) => change({ status })} />
        <ChoiceFilter label="期限" value={filters.overdue} words={{ yes: '只看逾期' }} onChange={(overdue) => change({ overdue })} />
      </FilterBar>
      <ListTable list={list} columns={columns} unit="件" label="咨询列表" width={1190} empty={{ title: active ? '没有符合条件的咨询' : '没有群众咨询', hint: active ? undefined : '群众在查询页问不到答案时，可以把问题转到这里。' }} />
    </div>
  );
}
