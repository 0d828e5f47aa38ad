import { endpoints, LIMITS, type DocumentSummaryView } from '@govmedia-hub/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Progress, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ApiProblem } from '../../api/api-problem.js';
import { call } from '../../api/call.js';
import { useList } from '../../api/queries.js';
import { formatCivilDate } from '../../components/dates/civil-date.js';
import { FilterBar, TextFilter } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { ListTable } from '../../components/ListTable.js';
import { PageHeader } from '../../components/PageHeader.js';
import { ReasonDialog } from '../../components/ReasonDialog.js';
import { ValidityChip } from '../../components/ValidityChip.js';

const FILTERS = { q: 'text', issuer: 'text' } as const;
const BATCH = 100;

const columns: TableColumnsType<DocumentSummaryView> = [
  { title: '名称', key: 'title', width: 420, render: (_, row) => <Link className="cell-title" to={`/documents/${row.id}`}>{row.title}</Link> },
  { title: '制定机关', dataIndex: 'issuer', width: 220, render: (issuer: string | null) => issuer ?? '—' },
  { title: '公布日期', dataIndex: 'publishedOn', width: 140, render: formatCivilDate },
  { title: '施行日期', dataIndex: 'effectiveOn', width: 140, render: formatCivilDate },
  { title: '效力', key: 'validity', width: 120, render: (_, row) => <ValidityChip validity={row.validity} /> },
];

/** 批量公开: a supervisor releases national laws without a look at each original. */
export default function ReleasePage() {
  const client = useQueryClient();
  const [filters, change, clear] = useFilters(FILTERS);
  const query = { ...filters, kind: 'law' as const, status: 'draft' as const, limit: BATCH };
  const list = useList(endpoints.listDocuments, { query });
  const [chosen, setChosen] = useState<string[]>([]);
  const [asking, setAsking] = useState(false);
  const [collecting, setCollecting] = useState(false);
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [released, setReleased] = useState<number | null>(null);

  const chooseAll = async () => {
    setCollecting(true);
    try {
      const ids: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: { items: { id: string }[]; nextCursor: string | null } = await call(endpoints.listDocuments, { query: { ...query, ...(cursor ? { cursor } : {}) } });
        ids.push(...page.items.map((item) => item.id));
        cursor = page.nextCursor;
      }
      setChosen(ids);
    } catch (failure) {
      setProblem(failure as ApiProblem);
    } finally {
      setCollecting(false);
    }
  };

  const release = async (note: string) => {
    setProblem(null);
    let sum = 0;
    try {
      for (let from = 0; from < chosen.length; from += BATCH) {
        setProgress({ done: from, of: chosen.length });
        sum += (await call(endpoints.releaseDocuments, { body: { documentIds: chosen.slice(from, from + BATCH), note } })).released;
      }
      setAsking(false);
      setChosen([]);
      setReleased(sum);
    } catch (failure) {
      setProblem(failure as ApiProblem);
      if (sum > 0) setReleased(sum);
    } finally {
      setProgress(null);
      void client.invalidateQueries();
    }
  };

  return (
    <div className="page">
      <PageHeader
        title="批量公开法律法规" back={{ to: '/documents', label: '政策文件' }}
        facts="国家和省的法律法规不逐份核对原文，由主管单位成批公开。本市文件请逐份确认。"
        actions={<><Button onClick={() => void chooseAll()} loading={collecting} disabled={!list.total}>选中全部 {list.total ?? 0} 份</Button><Button type="primary" disabled={chosen.length === 0} onClick={() => { setProblem(null); setAsking(true); }}>公开选中的 {chosen.length} 份</Button></>}
      />
      {released !== null && <p className="callout callout-good" role="status" style={{ marginBottom: 16 }}>已公开 {released} 份法律法规，群众现在可以查到。</p>}
      <FilterBar onClear={clear} active={Object.keys(filters).length > 0}>
        <TextFilter label="名称" value={filters.q} onChange={(q) => change({ q })} />
        <TextFilter label="制定机关" value={filters.issuer} onChange={(issuer) => change({ issuer })} />
      </FilterBar>
      <ListTable
        list={list} columns={columns} unit="份" label="待公开的法律法规" width={1100}
        empty={{ title: '没有待公开的法律法规', hint: '导入 jsonl 法律法规后会出现在这里。' }}
        rowSelection={{ selectedRowKeys: chosen, onChange: (keys) => setChosen(keys as string[]), getCheckboxProps: (row) => ({ 'aria-label': `选中 ${row.title}` }) }}
      />
      {asking && (
        <ReasonDialog title={`公开 ${chosen.length} 份法律法规`} consequence="公开后群众立即可以查到，并会作为问答的依据。" label="批次说明" verb="公开" maxChars={LIMITS.reasonChars} busy={progress !== null} problem={problem} onSubmit={(note) => void release(note)} onCancel={() => setAsking(false)}>
          {progress && <Progress percent={Math.round((progress.done / progress.of) * 100)} aria-label="公开进度" />}
        </ReasonDialog>
      )}
    </div>
  );
}
