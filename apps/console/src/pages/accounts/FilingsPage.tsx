import { endpoints, FILING_KIND_WORDS, FILING_STATUS_WORDS, FILING_STATUSES, PLATFORM_WORDS, type FilingView } from '@govmedia-hub/contracts';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useList } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { DueClock } from '../../components/DueClock.js';
import { ChoiceFilter, FilterBar } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { LinkButton } from '../../components/LinkButton.js';
import { ListTable } from '../../components/ListTable.js';
import { PageHeader } from '../../components/PageHeader.js';
import { FilingStatusTag } from '../../components/StatusTag.js';

const FILTERS = { status: FILING_STATUSES } as const;

const columns: TableColumnsType<FilingView> = [
  { title: '账号名称', key: 'name', width: 180, ellipsis: true, render: (_, row) => <Link className="cell-title" to={`/filings/${row.id}`}>{row.form.accountName || '（未填名称）'}</Link> },
  { title: '平台', key: 'platform', width: 110, render: (_, row) => PLATFORM_WORDS[row.form.platform] },
  { title: '事项', key: 'kind', width: 96, render: (_, row) => FILING_KIND_WORDS[row.kind] },
  { title: '主办单位', dataIndex: 'orgName', width: 170, ellipsis: true },
  { title: '状态', key: 'status', width: 110, render: (_, row) => <FilingStatusTag is={row.status} /> },
  { title: '轮到谁', dataIndex: 'turn', width: 240, ellipsis: true },
  { title: '办理期限', key: 'due', width: 210, render: (_, row) => <DueClock dueOn={row.dueOn} done={row.status === 'approved' || row.status === 'rejected' || row.status === 'withdrawn'} /> },
  { title: '备案号', key: 'filingNo', width: 190, render: (_, row) => row.filingNo ?? '—' },
];

/** 账号备案 */
export default function FilingsPage() {
  const { may } = useSession();
  const [filters, change, clear] = useFilters(FILTERS);
  const list = useList(endpoints.listFilings, { query: filters });
  return (
    <div className="page">
      <PageHeader title="账号备案" facts="开设、变更、关停、注销政务新媒体账号，都要报主管单位备案。" actions={may('operator') && <LinkButton to="/filings/new" type="primary">申请备案</LinkButton>} />
      <FilterBar onClear={clear} active={Object.keys(filters).length > 0}>
        <ChoiceFilter label="状态" value={filters.status} words={FILING_STATUS_WORDS} onChange={(status) => change({ status })} />
      </FilterBar>
      <ListTable list={list} columns={columns} unit="份" label="备案列表" width={1290} empty={{ title: filters.status ? '没有这种状态的备案' : '还没有备案', hint: may('operator') ? '新开账号前先申请备案。' : undefined }} />
    </div>
  );
}
