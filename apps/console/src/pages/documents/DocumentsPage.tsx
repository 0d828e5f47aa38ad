import { DOCUMENT_STATUS_WORDS, DOCUMENT_STATUSES, endpoints, TOPICS, VALIDITIES, VALIDITY_WORDS, type DocumentSummaryView, type Validity } from '@govmedia-hub/contracts';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useList } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { formatCivilDate } from '../../components/dates/civil-date.js';
import { AreaFilter } from '../../components/AreaSelect.js';
import { ChoiceFilter, DateFilter, FilterBar, TextFilter } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { LinkButton } from '../../components/LinkButton.js';
import { ListTable } from '../../components/ListTable.js';
import { OpennessTag } from '../../components/OpennessTag.js';
import { PageHeader } from '../../components/PageHeader.js';
import { DocumentStatusTag } from '../../components/StatusTag.js';
import { DocNumber, ValidityChip } from '../../components/ValidityChip.js';

const FILTERS = { q: 'text', status: DOCUMENT_STATUSES, validity: VALIDITIES, kind: ['official', 'law'], issuer: 'text', area: 'text', topic: TOPICS, fromOn: 'date', toOn: 'date' } as const;
const KIND_WORDS = { official: '政策文件', law: '法律法规' } as const;
const VALIDITY_LABELS = Object.fromEntries(VALIDITIES.map((validity) => [validity, VALIDITY_WORDS[validity].label])) as Record<Validity, string>;

const columns: TableColumnsType<DocumentSummaryView> = [
  { title: '标题', key: 'title', width: 370, ellipsis: true, render: (_, row) => <Link className="cell-title" title={row.title} to={`/documents/${row.id}`}>{row.title}</Link> },
  { title: '文号', key: 'docNumber', width: 170, render: (_, row) => <DocNumber docNumber={row.docNumber} validity={row.validity} /> },
  { title: '发文机关', dataIndex: 'issuer', width: 176, ellipsis: true, render: (issuer: string | null) => issuer ?? '—' },
  { title: '适用地域', key: 'area', width: 116, ellipsis: true, render: (_, row) => (row.area ? <span title={row.area.path}>{row.area.name}</span> : '—') },
  { title: '成文日期', dataIndex: 'signedOn', width: 136, render: formatCivilDate },
  { title: '效力', key: 'validity', width: 108, render: (_, row) => <ValidityChip validity={row.validity} /> },
  { title: '公开属性', key: 'openness', width: 124, render: (_, row) => <OpennessTag openness={row.openness} /> },
  { title: '状态', key: 'status', width: 120, render: (_, row) => <DocumentStatusTag is={row.status} /> },
];

/** 文件库 */
export default function DocumentsPage() {
  const { may } = useSession();
  const [filters, change, clear] = useFilters(FILTERS);
  const list = useList(endpoints.listDocuments, { query: filters });
  const active = Object.keys(filters).length > 0;
  return (
    <div className="page">
      <PageHeader title="政策文件" actions={may('operator', 'supervisor') && <LinkButton to="/documents/import" type="primary">导入文件</LinkButton>} />
      <FilterBar onClear={clear} active={active}>
        <TextFilter label="标题或文号" value={filters.q} onChange={(q) => change({ q })} placeholder="例如 公共租赁住房" width={190} />
        <ChoiceFilter label="状态" value={filters.status} words={DOCUMENT_STATUS_WORDS} onChange={(status) => change({ status })} width={130} />
        <ChoiceFilter label="效力" value={filters.validity} words={VALIDITY_LABELS} onChange={(validity) => change({ validity })} width={116} />
        <ChoiceFilter label="类别" value={filters.kind} words={KIND_WORDS} onChange={(kind) => change({ kind })} width={110} />
        <ChoiceFilter label="主题" value={filters.topic} words={TOPICS} onChange={(topic) => change({ topic })} width={116} />
        <TextFilter label="发文机关" value={filters.issuer} onChange={(issuer) => change({ issuer })} width={130} />
        <AreaFilter value={filters.area} onChange={(area) => change({ area })} />
        <DateFilter label="成文自" value={filters.fromOn} onChange={(fromOn) => change({ fromOn })} />
        <DateFilter label="成文至" value={filters.toOn} onChange={(toOn) => change({ toOn })} />
      </FilterBar>
      <ListTable list={list} columns={columns} unit="份" label="政策文件列表" width={1266} empty={active ? { title: '没有符合条件的文件', hint: '换个说法，或清除部分筛选条件。' } : { title: '库里还没有文件', hint: '先导入政策文件，确认后群众才能看到。' }} />
    </div>
  );
}
