import { CONTENT_KIND_WORDS, CONTENT_KINDS, CONTENT_STATUS_WORDS, CONTENT_STATUSES, endpoints, type ContentSummaryView } from '@govmedia-hub/contracts';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useCall, useList } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { LinkButton } from '../../components/LinkButton.js';
import { ListTable } from '../../components/ListTable.js';
import { Moment } from '../../components/Moment.js';
import { PageHeader } from '../../components/PageHeader.js';
import { ContentStatusTag, StatusTag } from '../../components/StatusTag.js';
import { StepDues } from '../../components/StepDues.js';

const FILTERS = { q: 'text', kind: CONTENT_KINDS, status: CONTENT_STATUSES, orgId: 'text', mine: ['desk'], overdue: ['yes'] } as const;

const columns: TableColumnsType<ContentSummaryView> = [
  { title: '标题', key: 'title', width: 340, ellipsis: true, render: (_, row) => <Link className="cell-title" title={row.title} to={`/contents/${row.id}`}>{row.title || '（无标题）'}</Link> },
  { title: '类别', key: 'kind', width: 90, render: (_, row) => CONTENT_KIND_WORDS[row.kind] },
  { title: '状态', key: 'status', width: 126, render: (_, row) => <ContentStatusTag is={row.status} /> },
  { title: '轮到谁', dataIndex: 'turn', width: 200, ellipsis: true },
  { title: '这一步最迟', key: 'due', width: 210, render: (_, row) => (row.steps.length === 0 ? <span className="quiet">—</span> : <StepDues steps={row.steps} />) },
  { title: '检查结果', key: 'findings', width: 130, render: (_, row) => (row.openFindings === 0 ? <span className="quiet">无待处理</span> : <span className="row">{row.blocking > 0 && <StatusTag tone="seal" shape="■">{row.blocking}</StatusTag>}<span>待处理 {row.openFindings}</span></span>) },
  { title: '单位', dataIndex: 'orgName', width: 160, ellipsis: true },
  { title: '撰写', dataIndex: 'authorName', width: 90, ellipsis: true },
  { title: '最近修改', dataIndex: 'updatedAt', width: 134, render: (at: string) => <Moment at={at} /> },
];

/** 内容列表 */
export default function ContentsPage() {
  const { may } = useSession();
  const [filters, change, clear] = useFilters(FILTERS);
  const list = useList(endpoints.listContents, { query: filters });
  const organisations = useCall(endpoints.listOrganisations, {});
  const orgNames = Object.fromEntries((organisations.data ?? []).map((org) => [org.id, org.shortName || org.name]));
  const active = Object.keys(filters).length > 0;
  return (
    <div className="page">
      <PageHeader title="内容" actions={<>{may('reviewer', 'publisher') && <LinkButton to="/contents/desk">打开审核台</LinkButton>}{may('operator') && <LinkButton to="/contents/new" type="primary">撰写内容</LinkButton>}</>} />
      <FilterBar onClear={clear} active={active}>
        <TextFilter label="标题" value={filters.q} onChange={(q) => change({ q })} />
        <ChoiceFilter label="类别" value={filters.kind} words={CONTENT_KIND_WORDS} onChange={(kind) => change({ kind })} width={130} />
        <ChoiceFilter label="状态" value={filters.status} words={CONTENT_STATUS_WORDS} onChange={(status) => change({ status })} width={150} />
        <ChoiceFilter label="单位" value={filters.orgId} words={orgNames} onChange={(orgId) => change({ orgId })} width={180} />
        <ChoiceFilter label="范围" value={filters.mine} words={{ desk: '等我办理' }} onChange={(mine) => change({ mine })} width={120} />
        <ChoiceFilter label="期限" value={filters.overdue} words={{ yes: '有步骤逾期' }} onChange={(overdue) => change({ overdue })} width={130} />
      </FilterBar>
      <ListTable list={list} columns={columns} unit="篇" label="内容列表" width={1380} empty={active ? { title: '没有符合条件的内容', hint: '换个说法，或清除部分筛选条件。' } : { title: '还没有内容', hint: '绑定一份已公开的政策文件，就可以撰写解读或问答。' }} />
    </div>
  );
}
