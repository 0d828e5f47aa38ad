import { COVERAGE_STATE_WORDS, COVERAGE_STATES, endpoints, INTERPRETATION_FORM_WORDS, INTERPRETATION_FORMS, type CoverageRowView, type CoverageState } from '@govmedia-hub/contracts';
import { Button, Spin, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../api/address.js';
import { useCall } from '../../api/queries.js';
import { formatCivilDate } from '../../components/dates/civil-date.js';
import { DueClock } from '../../components/DueClock.js';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { LinkButton } from '../../components/LinkButton.js';
import { EmptyState, PageHeader } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { StatusTag, type Tone } from '../../components/StatusTag.js';
import { useSession } from '../../app/session.js';
import { PlanDialog } from './plan-dialog.js';
import './interpretations.css';

const FILTERS = { state: COVERAGE_STATES, form: INTERPRETATION_FORMS, q: 'text', orgId: 'text' } as const;
const LOOKS: Record<CoverageState, readonly [Tone, string]> = { covered: ['good', '●'], waiting: ['accent', '◔'], overdue: ['seal', '▲'], exempt: ['grey', '–'], no_plan: ['amber', '△'] };
const SHOWN = 100;

function Cell({ cell }: { cell: CoverageRowView['cells'][number] }) {
  if (cell.publications.length === 0) return cell.planned ? <span className="coverage-owed">应解读</span> : <span className="quiet" aria-label="没有">·</span>;
  return <>{cell.publications.map((text) => <div key={text.id}><Link to={`/contents/${text.contentId}`} title={text.title}>{formatCivilDate(text.publishedOn)}</Link>{text.late && <span className="coverage-owed">　逾期</span>}</div>)}</>;
}

/** 解读覆盖: policies by forms of interpretation, overdue first. */
export default function CoveragePage() {
  const { may } = useSession();
  const [filters, change, clear] = useFilters(FILTERS);
  const { data, error, isLoading, refetch } = useCall(endpoints.listInterpretationCoverage, { query: { ...filters, limit: SHOWN } });
  const units = useCall(endpoints.listOrganisations, {});
  const [planning, setPlanning] = useState<CoverageRowView | null>(null);
  const columns: TableColumnsType<CoverageRowView> = [
    { title: '政策', key: 'title', fixed: 'left', width: 300, render: (_, row) => <><Link className="cell-title" to={`/documents/${row.documentId}`}>{row.title}</Link><div className="small quiet">{row.docNumber ?? '无文号'}　{row.orgName}</div></> },
    { title: '情况', key: 'state', width: 110, render: (_, row) => <StatusTag tone={LOOKS[row.state][0]} shape={LOOKS[row.state][1]}>{COVERAGE_STATE_WORDS[row.state]}</StatusTag> },
    { title: '期限和单位', key: 'due', width: 220, render: (_, row) => (row.plan?.exemption ? <span className="small quiet" title={row.plan.exemption.reason}>{row.plan.exemption.kindWords}</span> : row.plan ? <><DueClock dueOn={row.plan.dueOn} done={row.state === 'covered'} /><div className="small quiet">{row.plan.ownerOrgName}</div></> : <span className="quiet">—</span>) },
    ...INTERPRETATION_FORMS.map((form, at) => ({ title: INTERPRETATION_FORM_WORDS[form], key: form, width: 112, render: (_: unknown, row: CoverageRowView) => <Cell cell={row.cells[at]!} /> })),
    { title: '', key: 'acts', width: 150, render: (_, row) => <div className="row">{row.mayPlan && <Button size="small" onClick={() => setPlanning(row)}>{row.plan ? '改方案' : '登记方案'}</Button>}{may('operator') && row.state !== 'exempt' && row.state !== 'covered' && <LinkButton size="small" to={`/contents/new?source=${row.documentId}`}>写解读</LinkButton>}</div> },
  ];
  return (
    <div className="page">
      <PageHeader title="政策解读覆盖" facts={data ? <><span>{data.rule}</span>{COVERAGE_STATES.map((state) => <span key={state}>{COVERAGE_STATE_WORDS[state]} <b>{data.counts[state]}</b></span>)}</> : '政策和解读形式的对照表'} actions={<a className="ant-btn ant-btn-default" href={addressOf(endpoints.exportInterpretationCoverage.path, { query: filters })} download>导出 Excel</a>} />
      <FilterBar onClear={clear} active={Object.keys(filters).length > 0}>
        <TextFilter label="政策" value={filters.q} placeholder="标题或文号" onChange={(q) => change({ q })} />
        <ChoiceFilter label="情况" value={filters.state} words={COVERAGE_STATE_WORDS} onChange={(state) => change({ state })} />
        <ChoiceFilter label="形式" value={filters.form} words={INTERPRETATION_FORM_WORDS} onChange={(form) => change({ form })} />
        <ChoiceFilter label="单位" value={filters.orgId} words={Object.fromEntries((units.data ?? []).map((unit) => [unit.id, unit.shortName]))} onChange={(orgId) => change({ orgId })} width={180} />
      </FilterBar>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {isLoading && !data ? <div className="page-wait"><Spin /></div> : data && (
        <>
          <p className="list-count" role="status">共 <b>{data.total}</b> 份{data.total > data.rows.length ? `，显示前 ${data.rows.length} 份，其余请筛选或导出` : ''}</p>
          <Table<CoverageRowView> aria-label="解读覆盖" rowKey="documentId" dataSource={data.rows} columns={columns} pagination={false} scroll={{ x: 1560 }} sticky={{ offsetHeader: 48 }} locale={{ emptyText: <EmptyState title="没有符合条件的政策">公开的政策文件会列在这里。</EmptyState> }} />
        </>
      )}
      {planning && <PlanDialog row={planning} close={() => setPlanning(null)} />}
    </div>
  );
}
