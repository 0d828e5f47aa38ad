import { EMERGENCY_END_WORDS, EMERGENCY_STATUS_WORDS, EMERGENCY_STATUSES, endpoints, type EmergencyView } from '@govmedia-hub/contracts';
import { Checkbox, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useList } from '../../api/queries.js';
import { DueClock } from '../../components/DueClock.js';
import { ChoiceFilter, FilterBar } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { ListTable } from '../../components/ListTable.js';
import { Moment } from '../../components/Moment.js';
import { PageHeader } from '../../components/PageHeader.js';
import { StatusTag, type Tone } from '../../components/StatusTag.js';

const FILTERS = { status: EMERGENCY_STATUSES, overdue: ['yes'] } as const;
const LOOKS: Record<EmergencyView['status'], readonly [Tone, string]> = { requested: ['amber', '◔'], released: ['seal', '▲'], settled: ['good', '●'], refused: ['grey', '✕'] };

const columns: TableColumnsType<EmergencyView> = [
  { title: '内容', key: 'title', width: 250, render: (_, row) => <><Link className="cell-title" to={`/contents/${row.contentId}`}>{row.title}</Link><span className="cell-sub">{row.orgName}</span></> },
  { title: '情况', key: 'status', width: 170, render: (_, row) => <><StatusTag tone={LOOKS[row.status][0]} shape={LOOKS[row.status][1]}>{EMERGENCY_STATUS_WORDS[row.status]}</StatusTag>{row.endedBy && <div className="small quiet">{EMERGENCY_END_WORDS[row.endedBy]}</div>}</> },
  { title: '补审期限', key: 'due', width: 160, render: (_, row) => <DueClock dueOn={row.dueOn} done={row.status === 'settled'} /> },
  { title: '事由', dataIndex: 'reason', width: 200 },
  { title: '申请和同意', key: 'persons', width: 230, render: (_, row) => <span className="small">申请：{row.requestedByName} <Moment at={row.requestedAt} /><span className="cell-sub">{row.decidedByName ? <>主管单位：{row.decidedByName} <Moment at={row.decidedAt} /></> : '等待主管单位决定'}</span></span> },
];

/** 应急发布: what went out before its approval, until when the approval must follow, and what is overdue. */
export default function EmergenciesPage() {
  const [filters, change, clear] = useFilters(FILTERS);
  const list = useList(endpoints.listEmergencies, { query: filters });
  return (
    <div className="page">
      <PageHeader title="应急发布" facts="两人同意先行发布的内容，审核必须限期补办；逾期的列在这里。" />
      <FilterBar onClear={clear} active={Object.keys(filters).length > 0}>
        <ChoiceFilter label="情况" value={filters.status} words={EMERGENCY_STATUS_WORDS} onChange={(status) => change({ status })} width={200} />
        <Checkbox checked={filters.overdue === 'yes'} onChange={(event) => change({ overdue: event.target.checked ? 'yes' : null })}>只看补审逾期的</Checkbox>
      </FilterBar>
      <ListTable list={list} columns={columns} unit="件" label="应急发布" width={1010} empty={{ title: '没有应急发布的内容', hint: '遇到突发事件，发布人员在审核台申请，主管单位同意后先行发布，再限期补审。' }} />
    </div>
  );
}
