import { endpoints, LIMITS, type ImportRowView } from '@govmedia-hub/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Progress, Upload } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { ApiProblem } from '../../api/api-problem.js';
import { useFileAct } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { formatCivilDate } from '../../components/dates/civil-date.js';
import { LinkButton } from '../../components/LinkButton.js';
import { OpennessTag } from '../../components/OpennessTag.js';
import { PageHeader, Section } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { StatusTag } from '../../components/StatusTag.js';
import { ValidityChip } from '../../components/ValidityChip.js';
import './documents.css';
import { ImportJobs } from './import-jobs.js';
import { uploadFile } from './upload-file.js';

interface QueuedFile { key: number; file: File; share: number; state: 'waiting' | 'sending' | 'reading' | 'done' | 'failed'; rows: ImportRowView[]; problem: ApiProblem | null }

const STATUS: Record<ImportRowView['status'], { tone: 'good' | 'grey' | 'seal'; shape: string; word: string }> = {
  imported: { tone: 'good', shape: '●', word: '已导入，待确认' },
  unchanged: { tone: 'grey', shape: '○', word: '库中已有，未变化' },
  refused: { tone: 'seal', shape: '✕', word: '未导入' },
};
const ofLaws = (name: string) => /\.jsonl(?:\.gz)?$/i.test(name);
const PROBLEMS_SHOWN = 20;
const ROWS_SHOWN = 12;
const megabytes = (bytes: number) => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);

function ResultRow({ row }: { row: ImportRowView }) {
  const status = STATUS[row.status];
  const resolved = row.document?.citations.filter((citation) => citation.resolved).length ?? 0;
  return (
    <div className="import-row">
      <div className="row">
        <StatusTag tone={status.tone} shape={status.shape}>{status.word}</StatusTag>
        {row.documentId ? <Link className="cell-title" to={row.status === 'imported' ? `/documents/${row.documentId}/confirm` : `/documents/${row.documentId}`}>{row.document?.title ?? row.file}</Link> : <span className="cell-title">{row.document?.title ?? row.file}</span>}
      </div>
      {row.document && (
        <p className="import-facts">
          <span>{row.document.docNumber ?? '未识别文号'}</span><span>{row.document.issuer ?? '未识别发文机关'}</span><span>成文 {formatCivilDate(row.document.signedOn)}</span>
          <OpennessTag openness={row.document.openness} /><span>{row.document.articles} 条</span><span>引用 {row.document.citations.length} 处，查到 {resolved} 处</span>
          {row.document.citations.filter((citation) => citation.validity === 'repealed' || citation.validity === 'declared_lapsed' || citation.validity === 'expired').slice(0, 3).map((citation) => <span key={citation.text}>引用了 {citation.text} <ValidityChip validity={citation.validity} /></span>)}
        </p>
      )}
      {row.problems.length > 0 && (
        <ul className="import-problems">
          {row.problems.slice(0, PROBLEMS_SHOWN).map((problem, i) => <li key={i}><span className="import-line">{problem.line > 0 ? `第 ${problem.line} 行` : '全文'}</span>{problem.message}</li>)}
          {row.problems.length > PROBLEMS_SHOWN && <li>另有 {row.problems.length - PROBLEMS_SHOWN} 条问题，请先改正以上各条。</li>}
        </ul>
      )}
    </div>
  );
}

/** The rows of one file; a collection of laws can have hundreds, so what needs attention comes first and the rest on demand. */
function ResultRows({ rows }: { rows: readonly ImportRowView[] }) {
  const [all, setAll] = useState(false);
  const sorted = rows.length > ROWS_SHOWN ? [...rows].sort((a, b) => Number(b.status === 'refused') - Number(a.status === 'refused')) : rows;
  const shown = all ? sorted : sorted.slice(0, ROWS_SHOWN);
  return (
    <>
      {shown.map((row, i) => <ResultRow key={i} row={row} />)}
      {shown.length < rows.length && <Button size="small" style={{ marginTop: 10 }} onClick={() => setAll(true)}>显示其余 {rows.length - shown.length} 份</Button>}
    </>
  );
}

/** 导入: several files, one after the other, each with its progress and its result. */
export default function ImportPage() {
  const client = useQueryClient();
  const { may } = useSession();
  const [queue, setQueue] = useState<QueuedFile[]>([]);
  const nextKey = useRef(0);
  const running = useRef<Promise<void>>(Promise.resolve());

  const update = useCallback((key: number, change: Partial<QueuedFile>) => setQueue((before) => before.map((entry) => (entry.key === key ? { ...entry, ...change } : entry))), []);

  const collections = useFileAct(endpoints.startImportJobs);

  const enqueue = useCallback((file: File) => {
    if (ofLaws(file.name)) { collections.mutate({ input: {}, files: [file] }); return; }
    const key = nextKey.current++;
    const tooLarge = file.size > LIMITS.uploadBytes;
    setQueue((before) => [...before, { key, file, share: 0, state: tooLarge ? 'failed' : 'waiting', rows: [], problem: null }]);
    if (tooLarge) return;
    running.current = running.current.then(async () => {
      update(key, { state: 'sending', problem: null });
      try {
        const rows = await uploadFile(file, (share) => update(key, { share, state: share >= 1 ? 'reading' : 'sending' }));
        update(key, { state: 'done', rows });
        void client.invalidateQueries();
      } catch (failure) {
        update(key, { state: 'failed', problem: failure as ApiProblem });
      }
    });
  }, [client, collections, update]);

  const rows = queue.flatMap((entry) => entry.rows);
  const count = (status: ImportRowView['status']) => rows.filter((row) => row.status === status).length;
  const open = queue.filter((entry) => entry.state === 'waiting' || entry.state === 'sending' || entry.state === 'reading').length;
  const firstImported = queue.flatMap((entry) => entry.rows).find((row) => row.status === 'imported' && row.documentId);
  return (
    <div className="page">
      <PageHeader title="导入文件" back={{ to: '/documents', label: '政策文件' }} />
      <Upload.Dragger multiple showUploadList={false} accept=".txt,.md,.docx,.pdf,.html,.htm,.jsonl,.gz" beforeUpload={(file) => { enqueue(file); return Upload.LIST_IGNORE; }} className="import-zone">
        <p className="import-zone-title">把文件拖到这里，或点按选择文件</p>
        <p className="quiet">可一次选多份。支持 txt、md、docx、带文字层的 pdf、html；法律法规集用 jsonl 或 jsonl.gz，在后台导入，可以离开本页。每份不超过 {LIMITS.uploadBytes / 1024 / 1024} MB，编码支持 UTF-8 和 GB18030。</p>
      </Upload.Dragger>
      <p className="hint import-hint">导入后是待确认的草稿，要有人对照原文确认文号、日期和公开属性，群众才能看到。同一文件重复导入不会产生变化；读不懂的行会逐行列出，不会留下半份文件。</p>
      <ProblemAlert problem={collections.error} />
      <ImportJobs mayRelease={may('supervisor')} />
      {queue.length > 0 && (
        <Section
          title={open > 0 ? `正在导入，还有 ${open} 份` : '导入结果'}
          extra={<span className="row"><span className="quiet small" role="status">已导入 {count('imported')} 份，未变化 {count('unchanged')} 份，未导入 {count('refused') + queue.filter((entry) => entry.state === 'failed').length} 份</span>{firstImported && open === 0 && <LinkButton to={`/documents/${firstImported.documentId}/confirm`} type="primary">逐份确认</LinkButton>}</span>}
        >
          <ul className="rows">
            {queue.map((entry) => (
              <li key={entry.key} className="import-entry">
                <div className="import-file"><span className="import-name">{entry.file.name}</span><span className="quiet small">{megabytes(entry.file.size)}</span></div>
                <div className="import-result">
                  {entry.state === 'waiting' && <span className="quiet">排队等候</span>}
                  {entry.state === 'sending' && <Progress percent={Math.round(entry.share * 100)} size="small" aria-label={`上传 ${entry.file.name}`} />}
                  {entry.state === 'reading' && <span className="quiet">已上传，正在识别文号、日期、条文和引用…</span>}
                  {entry.state === 'failed' && (
                    <div className="row"><StatusTag tone="seal" shape="✕">未导入</StatusTag><span>{entry.problem?.title ?? `文件超过 ${LIMITS.uploadBytes / 1024 / 1024} MB，请拆分后再导入。`}{entry.problem?.detail ? ` ${entry.problem.detail}` : ''}</span>
                      {entry.problem && <Button size="small" onClick={() => { setQueue((before) => before.filter((one) => one.key !== entry.key)); enqueue(entry.file); }}>重新导入</Button>}</div>
                  )}
                  <ResultRows rows={entry.rows} />
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
