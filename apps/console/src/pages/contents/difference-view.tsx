import { endpoints, type RevisionView } from '@govmedia-hub/contracts';
import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { useCall } from '../../api/queries.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { Digest } from '../../components/Digest.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import './difference.css';
import { formatDifference } from './format-difference.js';
import { differenceOf } from './text-difference.js';

/** Two texts as one, with what went and what came; marked by line and word, not by colour alone. */
export function DifferenceText({ before, after }: { before: string; after: string }) {
  const pieces = useMemo(() => differenceOf(before, after), [before, after]);
  const changed = pieces.filter((piece) => piece.kind !== 'same').length;
  if (changed === 0) return <p className="quiet">文字没有变化。</p>;
  return (
    <div className="difference">
      {pieces.map((piece, i) => (piece.kind === 'same' ? <span key={i}>{piece.text}</span> : piece.kind === 'added' ? <ins key={i}>{piece.text}</ins> : <del key={i}>{piece.text}</del>))}
    </div>
  );
}

/** Emphasis, links and tables, which no comparison of words shows. */
function FormatChanges({ before, after }: { before: RevisionView; after: RevisionView }) {
  const { gone, come } = useMemo(() => formatDifference(before.blocks, after.blocks), [before, after]);
  if (gone.length + come.length === 0) return null;
  return (
    <section aria-label="格式和链接的变化" className="difference-formats">
      <h4>格式和链接的变化</h4>
      <ul>{gone.map((line, i) => <li key={`g${i}`}><del>{line}</del></li>)}{come.map((line, i) => <li key={`c${i}`}><ins>{line}</ins></li>)}</ul>
    </section>
  );
}

/** The current revision against an earlier one; the one before it unless the person chooses another. */
export function DifferenceView({ contentId, current, baseId = null }: { contentId: string; current: RevisionView; /** The revision that the person approved. */ baseId?: string | null }) {
  const { data, error, refetch } = useCall(endpoints.listRevisions, { params: { id: contentId } });
  const earlier = (data ?? []).filter((revision) => revision.id !== current.id).sort((a, b) => b.number - a.number);
  const [chosen, setChosen] = useState<string | null>(null);
  const base = earlier.find((revision) => revision.id === (chosen ?? baseId)) ?? earlier.find((revision) => revision.number < current.number) ?? null;
  if (error) return <ProblemAlert problem={error} retry={() => void refetch()} />;
  if (!data) return <p className="quiet">正在读取修订记录…</p>;
  if (!base) return <p className="quiet">这是第一版，没有更早的版本。</p>;
  const sourcesChanged = JSON.stringify(base.sources.map(({ documentId, anchor }) => [documentId, anchor])) !== JSON.stringify(current.sources.map(({ documentId, anchor }) => [documentId, anchor]));
  return (
    <>
      <div className="row difference-head">
        <label className="row">对照
          <Select aria-label="对照的版本" size="small" value={base.id} onChange={setChosen} options={earlier.map((revision) => ({ value: revision.id, label: `第 ${revision.number} 版 · ${revision.savedByName} · ${formatInstant(revision.savedAt)}` }))} popupMatchSelectWidth={false} />
        </label>
        <span className="small quiet"><del>删去</del> <ins>新增</ins></span>
        <Digest value={base.digest} />
      </div>
      {base.id === baseId && <p className="small quiet" style={{ marginBottom: 8 }}>对照的是您同意过的第 {base.number} 版。</p>}
      {sourcesChanged && <p className="callout callout-amber" style={{ marginBottom: 12 }}>绑定的依据也有变化：原为{base.sources.map((source) => `《${source.title}》${source.label ?? ''}`).join('、') || '无'}，现为{current.sources.map((source) => `《${source.title}》${source.label ?? ''}`).join('、') || '无'}。</p>}
      <DifferenceText before={base.text} after={current.text} />
      <FormatChanges before={base} after={current} />
    </>
  );
}
