import { endpoints, LEDGER_EXCEPTION_WORDS, LEDGER_EXCEPTIONS, NORMATIVE, NORMATIVE_WORDS, type LedgerRowView } from '@govmedia-hub/contracts';
import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../api/address.js';
import { useList } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { formatCivilDate } from '../../components/dates/civil-date.js';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { ListTable } from '../../components/ListTable.js';
import { PageHeader } from '../../components/PageHeader.js';
import { DocumentStatusTag, StatusTag } from '../../components/StatusTag.js';
import { DocNumber, ValidityChip } from '../../components/ValidityChip.js';
import { DecideEntry } from './decide-entry.js';

const FILTERS = { q: 'text', normative: NORMATIVE, exception: LEDGER_EXCEPTIONS } as const;

/** 规范性文件台账, with its two lists of exceptions. */
export default function LedgerPage() {
  const { may, person } = useSession();
  const [filters, change, clear] = useFilters(FILTERS);
  const [deciding, setDeciding] = useState<LedgerRowView | null>(null);
  const list = useList(endpoints.listLedger, { query: filters });
  const active = Object.keys(filters).length > 0;
  const decidable = (row: LedgerRowView) => may('supervisor') || (may('operator') && row.document.orgId === person.orgId);
  const columns: TableColumnsType<LedgerRowView> = [
    { title: '文件', key: 'title', width: 330, ellipsis: true, render: (_, row) => <Link className="cell-title" title={row.document.title} to={`/documents/${row.document.id}`}>{row.document.title}</Link> },
    { title: '文号', key: 'docNumber', width: 180, render: (_, row) => <DocNumber docNumber={row.document.docNumber} validity={row.document.validity} /> },
    { title: '认定', key: 'normative', width: 170, render: (_, row) => <>{NORMATIVE_WORDS[row.normative]}{row.normative === 'undecided' && row.looksNormative && <span className="cell-sub">文号是规范性文件的形式</span>}</> },
    { title: '合法性审核编号', key: 'review', width: 190, render: (_, row) => (row.legalityReviewNo ? <>{row.legalityReviewNo}{row.legalityReviewedOn && <span className="cell-sub">{formatCivilDate(row.legalityReviewedOn)}</span>}</> : '—') },
    { title: '异常', key: 'exceptions', width: 150, render: (_, row) => (row.exceptions.length === 0 ? '—' : row.exceptions.map((each) => <StatusTag key={each} tone="amber" shape="▲">{LEDGER_EXCEPTION_WORDS[each]}</StatusTag>)) },
    { title: '状态', key: 'status', width: 130, render: (_, row) => <DocumentStatusTag is={row.document.status} /> },
    { title: '效力', key: 'validity', width: 108, render: (_, row) => <ValidityChip validity={row.document.validity} /> },
    { title: '成文日期', key: 'signedOn', width: 136, render: (_, row) => formatCivilDate(row.document.signedOn) },
    { title: '保管单位', dataIndex: 'orgName', width: 200, ellipsis: true, render: (name: string | null) => name ?? '—' },
    { title: '', key: 'act', width: 90, fixed: 'right', render: (_, row) => (decidable(row) ? <Button size="small" aria-label={`登记 ${row.document.title}`} onClick={() => setDeciding(row)}>登记</Button> : null) },
  ];
  return (
    <div className="page">
      <PageHeader title="规范性文件台账" facts="规章和行政规范性文件。没有认定的文件，文号是规范性文件形式的也参加异常检查。" actions={<Button href={addressOf(endpoints.exportLedger.path, { query: filters })}>导出 Excel</Button>} />
      <FilterBar onClear={clear} active={active}>
        <TextFilter label="标题、文号或审核编号" value={filters.q} onChange={(q) => change({ q })} />
        <ChoiceFilter label="认定" value={filters.normative} words={NORMATIVE_WORDS} onChange={(normative) => change({ normative })} width={170} />
        <ChoiceFilter label="异常" value={filters.exception} words={LEDGER_EXCEPTION_WORDS} onChange={(exception) => change({ exception })} width={160} />
      </FilterBar>
      <ListTable list={list} rowKey={(row) => row.document.id} columns={columns} unit="份" label="规范性文件台账" width={1680} empty={{ title: active ? '没有符合条件的文件' : '台账里还没有文件', hint: active ? undefined : '导入政策文件后，在这里认定并登记合法性审核编号。' }} />
      {deciding && <DecideEntry row={deciding} onClose={() => setDeciding(null)} />}
    </div>
  );
}
