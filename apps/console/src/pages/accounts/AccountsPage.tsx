import { ACCOUNT_KIND_WORDS, ACCOUNT_STATUS_WORDS, ACCOUNT_STATUSES, endpoints, PLATFORM_WORDS, PLATFORMS, type AccountView } from '@govmedia-hub/contracts';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useCall, useList } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { formatCivilDate } from '../../components/dates/civil-date.js';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { LinkButton } from '../../components/LinkButton.js';
import { ListTable } from '../../components/ListTable.js';
import { Moment } from '../../components/Moment.js';
import { PageHeader } from '../../components/PageHeader.js';
import { AccountStatusTag } from '../../components/StatusTag.js';
import { SilentDays } from './silent-days.js';

const FILTERS = { q: 'text', platform: PLATFORMS, orgId: 'text', status: ACCOUNT_STATUSES } as const;

const columns: TableColumnsType<AccountView> = [
  { title: '账号', key: 'name', width: 170, ellipsis: true, render: (_, row) => <Link className="cell-title" to={`/accounts/${row.id}`}>{row.name}</Link> },
  { title: '平台', key: 'platform', width: 110, render: (_, row) => PLATFORM_WORDS[row.platform] },
  { title: '主办单位', dataIndex: 'sponsorName', width: 190, ellipsis: true },
  { title: '用途', key: 'kind', width: 80, render: (_, row) => ACCOUNT_KIND_WORDS[row.kind] },
  { title: '状态', key: 'status', width: 110, render: (_, row) => <AccountStatusTag is={row.status} /> },
  { title: '未更新', key: 'silent', width: 180, align: 'right', render: (_, row) => <SilentDays account={row} end /> },
  { title: '最近发布', dataIndex: 'lastPostAt', width: 140, render: (at: string | null) => <Moment at={at} /> },
  { title: '备案号', dataIndex: 'filingNo', width: 190 },
  { title: '备案日期', dataIndex: 'filedOn', width: 126, render: formatCivilDate },
];

/** 账号名录 */
export default function AccountsPage() {
  const { may } = useSession();
  const [filters, change, clear] = useFilters(FILTERS);
  const list = useList(endpoints.listAccounts, { query: filters });
  const organisations = useCall(endpoints.listOrganisations, {});
  const orgNames = Object.fromEntries((organisations.data ?? []).map((org) => [org.id, org.shortName || org.name]));
  const active = Object.keys(filters).length > 0;
  return (
    <div className="page">
      <PageHeader title="账号名录" actions={may('operator') && <LinkButton to="/filings/new" type="primary">申请备案</LinkButton>} />
      <FilterBar onClear={clear} active={active}>
        <TextFilter label="账号名称" value={filters.q} onChange={(q) => change({ q })} />
        <ChoiceFilter label="平台" value={filters.platform} words={PLATFORM_WORDS} onChange={(platform) => change({ platform })} />
        <ChoiceFilter label="主办单位" value={filters.orgId} words={orgNames} onChange={(orgId) => change({ orgId })} width={180} />
        <ChoiceFilter label="状态" value={filters.status} words={ACCOUNT_STATUS_WORDS} onChange={(status) => change({ status })} width={130} />
      </FilterBar>
      <ListTable list={list} columns={columns} unit="个" label="账号名录" width={1150} empty={active ? { title: '没有符合条件的账号' } : { title: '还没有备案的账号', hint: '备案同意后，账号会出现在这里和公开名录里。' }} />
    </div>
  );
}
