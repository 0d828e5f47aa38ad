import { endpoints, type RuleSetView } from '@govmedia-hub/contracts';
import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useCall } from '../../api/queries.js';
import { formatCivilDate } from '../../components/dates/civil-date.js';
import { ChoiceFilter, FilterBar } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { PageHeader } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';

const KIND_WORDS: Record<RuleSetView['kind'], string> = { lexicon: '词库', register: '名录', indicator_pack: '检查指标', deadlines: '办理期限', calendar: '工作日历', thresholds: '阈值', terms: '群众用语', process: '审核流程', reasons: '原因和依据' };
const FILTERS = { kind: Object.keys(KIND_WORDS) as RuleSetView['kind'][] };

const columns: TableColumnsType<RuleSetView> = [
  { title: '名称', key: 'name', fixed: 'left', width: 280, render: (_, row) => <span className="cell-title">{row.name}</span> },
  { title: '类别', key: 'kind', width: 110, render: (_, row) => KIND_WORDS[row.kind] },
  { title: '版本', dataIndex: 'version', width: 130 },
  { title: '条目', dataIndex: 'entries', width: 90, align: 'right', render: (entries: number) => <span className="number">{entries.toLocaleString('zh-CN')}</span> },
  { title: '来源', dataIndex: 'source', width: 440 },
  { title: '生效', key: 'effective', width: 230, render: (_, row) => `${formatCivilDate(row.effectiveFrom)}${row.effectiveTo ? `至${formatCivilDate(row.effectiveTo)}` : '起'}` },
];

/** 规则版本: which rules are in use, where they come from and since when. */
export default function RuleSetsPage() {
  const [filters, change, clear] = useFilters(FILTERS);
  const { data, error, refetch, isLoading } = useCall(endpoints.listRuleSets, {});
  const rows = (data ?? []).filter((row) => !filters.kind || row.kind === filters.kind);
  return (
    <div className="page">
      <PageHeader title="规则版本" facts={<>检查、筛查和期限所用的规则都是带版本和来源的数据；每个结论都记下当时的版本。<Link to="/lexicons">本市自己的词库与名录</Link><Link to="/review-processes">各类内容的审核流程</Link></>} />
      <FilterBar onClear={clear} active={filters.kind !== undefined}><ChoiceFilter label="类别" value={filters.kind} words={KIND_WORDS} onChange={(kind) => change({ kind })} /></FilterBar>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      <p className="list-count" role="status">{data ? <>共 <b>{rows.length}</b> 套</> : '正在读取…'}</p>
      <Table<RuleSetView> aria-label="规则版本" rowKey="id" dataSource={rows} columns={columns} pagination={false} loading={isLoading} scroll={{ x: 1240 }} sticky={{ offsetHeader: 48 }} />
    </div>
  );
}
