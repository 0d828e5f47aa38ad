import { endpoints, type DocumentVersionView, type VersionComparisonView, type VersionPartView } from '@govmedia-hub/contracts';
import { Checkbox, Select, Spin } from 'antd';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useCall } from '../../api/queries.js';
import { formatCivilDate } from '../../components/dates/civil-date.js';
import { EmptyState, PageHeader } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { StatusTag, type Tone } from '../../components/StatusTag.js';
import './documents.css';

type Row = VersionComparisonView['rows'][number];
const KINDS: Record<Exclude<Row['kind'], 'same'>, [Tone, string, string]> = { changed: ['amber', '◐', '有改动'], moved: ['accent', '↕', '条号变化'], added: ['good', '＋', '新增'], removed: ['seal', '－', '删去'] };

const versionName = (version: DocumentVersionView): string => `第${version.number}版${version.fromOn ? `，${formatCivilDate(version.fromOn)}起` : ''}${version.toOn ? `至${formatCivilDate(version.toOn)}` : ''}`;

function Part({ part, row, side }: { part: VersionPartView | null; row: Row; side: 'before' | 'after' }) {
  if (!part) return <p className="quiet">{side === 'before' ? '原来没有这一条' : '已删去'}</p>;
  const skip = side === 'before' ? 'added' : 'removed';
  return (
    <div className="compare-part serif">
      <b>{part.label}</b>{part.label && '　'}
      {row.kind === 'changed' ? row.pieces.filter((piece) => piece.kind !== skip).map((piece, i) => (piece.kind === 'same' ? <span key={i}>{piece.text}</span> : side === 'before' ? <del key={i}>{piece.text}</del> : <ins key={i}>{piece.text}</ins>)) : [part.heading, part.text].filter(Boolean).join('\n')}
    </div>
  );
}

/** 版本对照: two versions side by side, article by article. */
export default function ComparePage() {
  const { id } = useParams() as { id: string };
  const [params, setParams] = useSearchParams();
  const [onlyChanged, setOnlyChanged] = useState(true);
  const number = (name: string): number | undefined => (/^\d{1,4}$/.test(params.get(name) ?? '') ? Number(params.get(name)) : undefined);
  const [from, to] = [number('from'), number('to')];
  const document = useCall(endpoints.getDocument, { params: { id } });
  const { data, error, refetch } = useCall(endpoints.compareVersions, { params: { id }, query: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) } });
  if (!data) return <div className="page">{error ? <ProblemAlert problem={error} retry={() => void refetch()} /> : <div className="page-wait"><Spin /></div>}</div>;
  const options = (document.data?.versions ?? [data.before, data.after]).map((version) => ({ value: version.number, label: versionName(version) }));
  const choose = (part: { from?: number; to?: number }) => setParams({ from: String(part.from ?? data.before.number), to: String(part.to ?? data.after.number) }, { replace: true });
  const changed = data.rows.filter((row) => row.kind !== 'same');
  const rows = onlyChanged ? changed : data.rows;
  return (
    <div className="page">
      <PageHeader title={`版本对照：${data.document.title}`} back={{ to: `/documents/${id}`, label: '回到文件' }} facts={<><span>{data.document.docNumber}</span><span>改动 {changed.length} 处，共 {data.rows.length} 条</span></>} actions={<Checkbox checked={onlyChanged} onChange={(event) => setOnlyChanged(event.target.checked)}>只看有改动的</Checkbox>} />
      <div className="compare" role="table" aria-label="两个版本对照">
        <div className="compare-row compare-head" role="row">
          <div role="columnheader"><Select aria-label="左边的版本" value={data.before.number} options={options} onChange={(next) => choose({ from: next })} style={{ width: '100%' }} /></div>
          <div role="columnheader"><Select aria-label="右边的版本" value={data.after.number} options={options} onChange={(next) => choose({ to: next })} style={{ width: '100%' }} /></div>
        </div>
        {rows.map((row, i) => (
          <div className={`compare-row compare-${row.kind}`} role="row" key={i}>
            <div role="cell"><Part part={row.before} row={row} side="before" /></div>
            <div role="cell">{row.kind !== 'same' && <p className="compare-kind"><StatusTag tone={KINDS[row.kind][0]} shape={KINDS[row.kind][1]}>{KINDS[row.kind][2]}</StatusTag></p>}<Part part={row.after} row={row} side="after" /></div>
          </div>
        ))}
      </div>
      {rows.length === 0 && <EmptyState title="这两个版本没有不同">换一个版本再比。</EmptyState>}
    </div>
  );
}
