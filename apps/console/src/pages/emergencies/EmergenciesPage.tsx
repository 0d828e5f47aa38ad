import { EMERGENCY_END_WORDS, EMERGENCY_STATUS_WORDS, EMERGENCY_STATUSES, endpoints, type EmergencyView } from '@govmedia-hub/contracts';
import { Checkbox, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useList } from '../../api/queries.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { DueClock } from '../../components/DueClock.js';
import { ChoiceFilter, FilterBar } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { ListTable } from '../../components/ListTable.js';
import { PageHeader } from '../../components/PageHeader.js';
import { StatusTag, type Tone } from '../../components/StatusTag.js';

const FILTERS = { status: EMERGENCY_STATUSES, overdue: ['yes'] } as const;
const LOOKS: Record<EmergencyView['status'], readonly [Tone, string]> = { requested: ['amber', '◔'], released: ['seal', '▲'], settled: ['good', '●'], refused: ['grey', '✕'] };

const columns: TableColumnsType<EmergencyView> = [
  { title: '内容', key: 'title', width: 260, ellipsis: true, render: (_, row) => <Link className="cell-title" to={`/contents/${row.contentId}`}>{row.title}</Link> },
  { title: '单位', dataIndex: 'orgName', width: 220, ellipsis: true },
  { title: '情况', key: 'status', width: 190, render: (_, row) => <><StatusTag tone={LOOKS[row.status][0]} shape={LOOKS[row.status][1]}>{EMERGENCY_STATUS_WORDS[row.status]}</StatusTag>{row.endedBy && <div className="small quiet">{EMERGENCY_END_WORDS[row.endedBy]}</div>}</> },
  { title: '补审期限', key: 'due', width: 200, render: (_, row) => <DueClock dueOn={row.dueOn} done={row.status === 'settled'} /> },
  { title: '事由', dataIndex: 'reason', width: 260, ellipsis: true },
  { title: '申请', key: 'asked', width: 180, render: (_, row) => <span className="small">{row.requestedByName}，{formatInstant(row.requestedAt)}</span> },
  { title: '同意', key: 'agreed', width: 180, render: (_, row) => <span className="small">{row.decidedByName ? `${row.decidedByName}，${formatInstant(row.decidedAt)}` : '—'}</span> },
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
      <ListTable list={list} columns={columns} unit="件" label="应急发布" width={1490} empty={{ title: '没有应急发布的内容' }} />
    </div>
  );
}
