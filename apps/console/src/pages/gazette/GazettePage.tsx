import { endpoints, GAZETTE_STATUS_WORDS, GAZETTE_STATUSES, type BackCatalogueRowView, type GazetteIssueSummaryView } from '@govmedia-hub/contracts';
import { Button, Table, Upload, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useFileAct, useList } from '../../api/queries.js';
import { formatCivilDate } from '../../components/dates/civil-date.js';
import { ChoiceFilter, FilterBar } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { LinkButton } from '../../components/LinkButton.js';
import { ListTable } from '../../components/ListTable.js';
import { PageHeader, Section } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { StatusTag } from '../../components/StatusTag.js';
import { useComposer } from './composer.js';
import { issueName } from './issue-name.js';
import { IssueStatus } from './issue-status.js';
import './gazette.css';

const FILTERS = { status: GAZETTE_STATUSES } as const;

const columns: TableColumnsType<GazetteIssueSummaryView> = [
  { title: '期号', key: 'number', width: 260, render: (_, row) => <Link className="cell-title" to={`/gazette/${row.id}`}>{issueName(row)}</Link> },
  { title: '刊名', dataIndex: 'masthead', width: 220, ellipsis: true },
  { title: '出版日期', dataIndex: 'publishedOn', width: 150, render: formatCivilDate },
  { title: '文件', dataIndex: 'items', width: 80, align: 'right' },
  { title: '状态', key: 'status', width: 150, render: (_, row) => <IssueStatus issue={row} /> },
  { title: '来源', key: 'origin', width: 140, render: (_, row) => (row.origin === 'back_catalogue' ? '历年公报导入' : '本系统编辑') },
];

const OUTCOMES = { imported: ['good', '●', '已导入'], unchanged: ['grey', '○', '未变化'], refused: ['amber', '△', '未导入'] } as const;

/** What became of every line of the file. */
function ImportReport({ rows, onClose }: { rows: readonly BackCatalogueRowView[]; onClose: () => void }) {
  const count = (status: BackCatalogueRowView['status']) => rows.filter((row) => row.status === status).length;
  return (
    <Section title="导入结果" extra={<span className="row"><span className="quiet" role="status">导入 {count('imported')} 份，未变化 {count('unchanged')} 份，未导入 {count('refused')} 份</span><Button size="small" onClick={onClose}>收起</Button></span>}>
      <Table<BackCatalogueRowView>
        size="small" rowKey="line" dataSource={[...rows].sort((a, b) => Number(b.status === 'refused') - Number(a.status === 'refused') || a.line - b.line)} pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }} scroll={{ x: 800 }}
        columns={[
          { title: '行', dataIndex: 'line', width: 70 },
          { title: '结果', dataIndex: 'status', width: 110, render: (status: BackCatalogueRowView['status']) => <StatusTag tone={OUTCOMES[status][0]} shape={OUTCOMES[status][1]}>{OUTCOMES[status][2]}</StatusTag> },
          { title: '期号', dataIndex: 'issue', width: 200, render: (issue: string | null) => issue ?? '—' },
          { title: '标题', dataIndex: 'title', ellipsis: true, render: (title: string | null) => title ?? '—' },
          { title: '说明', dataIndex: 'message', width: 320, render: (message: string | null) => message ?? '' },
        ]}
      />
      {count('imported') > 0 && <p className="quiet gazette-note">导入的公报还没有公开：校对扫描识别的文本，由没有参与导入和校对的主管人员签发。</p>}
    </Section>
  );
}

/** 政府公报: issues in work, issues that are out, and those printed before. */
export default function GazettePage() {
  const may = useComposer();
  const [filters, change, clear] = useFilters(FILTERS);
  const [rows, setRows] = useState<BackCatalogueRowView[] | null>(null);
  const list = useList(endpoints.listGazetteIssues, { query: filters });
  const catalogue = useFileAct(endpoints.importBackCatalogue, { done: setRows });
  const active = Object.keys(filters).length > 0;
  return (
    <div className="page">
      <PageHeader
        title="政府公报"
        facts="只收已经主动公开的文件；编辑和签发由不同的人办理，签发后群众可以查看、查找和下载。"
        actions={may && <><Upload accept=".jsonl" showUploadList={false} beforeUpload={(file) => { catalogue.mutate({ input: {}, files: [file] }); return Upload.LIST_IGNORE; }}><Button loading={catalogue.isPending}>导入历年公报</Button></Upload><LinkButton to="/gazette/new" type="primary">编辑新一期</LinkButton></>}
      />
      <ProblemAlert problem={catalogue.error} />
      {rows && <ImportReport rows={rows} onClose={() => setRows(null)} />}
      <FilterBar onClear={clear} active={active}><ChoiceFilter label="状态" value={filters.status} words={GAZETTE_STATUS_WORDS} onChange={(status) => change({ status })} /></FilterBar>
      <ListTable list={list} columns={columns} unit="期" label="政府公报列表" width={1000} empty={{ title: active ? '没有符合条件的公报' : '还没有公报', hint: active ? undefined : may ? '编辑新一期，或者导入历年公报（jsonl，一行一份文件）。' : '签发的公报会列在这里。' }} />
    </div>
  );
}
