import { endpoints, GATE_WORDS, PREVIEW_PERIOD_WORDS, SEVERITY_WORDS, type LexiconPreviewView, type PreviewHint, type PreviewSample, type PreviewTermView } from '@govmedia-hub/contracts';
import { Button, Progress, Spin, Table } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useAct, useCall } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { formatCivilDate, formatInstant } from '../../components/dates/civil-date.js';
import { LinkButton } from '../../components/LinkButton.js';
import { MarkedText } from '../../components/marked-text/MarkedText.js';
import { PageHeader, Section } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import './rules.css';
import { EffectDialog } from './version-dialogs.js';

const WHERE: Record<PreviewSample['where'], string> = { post: '账号发布', publication: '本平台内容' };

function Samples({ term }: { term: PreviewTermView }) {
  return (
    <ul className="rows preview-samples">
      {term.samples.map((sample, at) => (
        <li key={at}>
          <span className="finding-text"><MarkedText text={sample.sentence} marks={[{ id: `${sample.id}-${at}`, start: sample.start, end: sample.end, tone: term.severity, title: term.message }]} /></span>
          <span className="cell-sub">{WHERE[sample.where]}《{sample.title}》{sample.on ? `，${formatCivilDate(sample.on)}` : ''}</span>
        </li>
      ))}
      {term.count > term.samples.length && <li className="quiet small">共 {term.count} 处，只列 {term.samples.length} 处。</li>}
    </ul>
  );
}

function Terms({ terms, more, label }: { terms: readonly PreviewTermView[]; more: number; label: string }) {
  const key = (row: PreviewTermView) => `${row.rule}-${row.text}-${row.message}`;
  const [open, setOpen] = useState<readonly React.Key[]>(terms.slice(0, 3).map(key));
  return (
    <>
      <Table<PreviewTermView>
        aria-label={label} rowKey={key} dataSource={[...terms]} pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }} scroll={{ x: 900 }}
        expandable={{ expandedRowRender: (row) => <Samples term={row} />, expandedRowKeys: open, onExpandedRowsChange: (keys) => setOpen(keys), columnTitle: <span className="visually-hidden">例句</span> }}
        columns={[
          { title: '标出的词', key: 'text', width: 200, render: (_, row) => <span className="cell-title lexicon-term">{row.text}</span> },
          { title: '关口', key: 'gate', width: 90, render: (_, row) => GATE_WORDS[row.gate] },
          { title: '分量', key: 'severity', width: 100, render: (_, row) => <span className={`sev-${row.severity}`}>{SEVERITY_WORDS[row.severity]}</span> },
          { title: '理由', dataIndex: 'message', width: 320 },
          { title: '处', dataIndex: 'count', width: 80, align: 'right', render: (value: number) => <span className="number">{value.toLocaleString('zh-CN')}</span> },
          { title: '篇', dataIndex: 'texts', width: 80, align: 'right', render: (value: number) => <span className="number">{value.toLocaleString('zh-CN')}</span> },
        ]}
      />
      {more > 0 && <p className="hint">另有 {more} 个词没有列出。</p>}
    </>
  );
}

function sentenceOf(preview: LexiconPreviewView): string {
  const span = `${formatCivilDate(preview.from)}至${formatCivilDate(preview.to)}的账号发布 ${preview.posts.toLocaleString('zh-CN')} 篇、公开中的内容 ${preview.publications.toLocaleString('zh-CN')} 篇`;
  if (preview.added === 0 && preview.removed === 0) return `在${span}里，这次改动不会多标出什么，也不会少标出什么。`;
  return `在${span}里，这次改动会在 ${preview.addedTexts} 篇里多标出 ${preview.added} 处${preview.removed > 0 ? `，少标出 ${preview.removed} 处` : ''}。`;
}

/** 试查结果: what a change would flag in texts that are public already, before it is made effective. */
export default function PreviewPage() {
  const { id, previewId } = useParams() as { id: string; previewId: string };
  const navigate = useNavigate();
  const { may } = useSession();
  const [deciding, setDeciding] = useState(false);
  const lexicon = useCall(endpoints.getLexicon, { params: { id } });
  const preview = useCall(endpoints.getLexiconPreview, { params: { id: previewId } }, { refetchInterval: (seen) => (seen?.status === 'running' ? 1_000 : false) });
  const again = useAct(endpoints.previewLexicon, { done: (started) => void navigate(`/lexicons/${id}/previews/${started.id}`) });
  const { data } = preview;
  const problem = preview.error ?? lexicon.error;
  if (!data || !lexicon.data) return <div className="page">{problem ? <ProblemAlert problem={problem} retry={() => void preview.refetch()} /> : <div className="page-wait"><Spin /></div>}</div>;
  const version = lexicon.data.versions.find((one) => one.id === data.versionId);
  const draft = version?.status === 'draft' ? version : null;
  const repeat = draft && may('supervisor') && <Button loading={again.isPending} onClick={() => again.mutate({ params: { id: data.versionId }, body: { period: data.period } })}>重新试查</Button>;
  return (
    <div className="page">
      <PageHeader
        title={`试查“${lexicon.data.name}”第${data.versionNumber}版`} back={{ to: `/lexicons/${id}?version=${data.versionNumber}`, label: lexicon.data.name }}
        facts={<><span>{PREVIEW_PERIOD_WORDS[data.period]}</span><span>{data.againstNumber ? `与第${data.againstNumber}版比较` : '原来没有版本'}</span><span>{data.startedByName} 于 {formatInstant(data.startedAt)} 发起</span></>}
        actions={<>{data.status !== 'running' && repeat}{data.status === 'done' && data.current && draft && may('supervisor') && <Button type="primary" onClick={() => setDeciding(true)}>使其生效</Button>}<LinkButton to={`/lexicons/${id}?version=${data.versionNumber}`}>回到词条</LinkButton></>}
      />
      <ProblemAlert problem={again.error} />
      {data.status === 'running' && (
        <div className="preview-progress" role="status">
          <p>正在试查，可以离开这一页，完成后再来看。</p>
          <Progress percent={data.total === 0 ? 0 : Math.floor((data.processed / data.total) * 100)} aria-label="试查进度" />
          <p className="quiet small">已查 {data.processed.toLocaleString('zh-CN')} 篇，共 {data.total.toLocaleString('zh-CN')} 篇</p>
        </div>
      )}
      {data.status === 'failed' && <p className="callout callout-seal">{data.problem}</p>}
      {data.status === 'done' && (
        <>
          {!data.current && <p className="callout callout-amber import-part">草稿在试查之后又改过，这个结果不再适用，请重新试查。</p>}
          <p className="round-sentence preview-sentence">{sentenceOf(data)}</p>
          {data.hints.length > 0 && (
            <Section title={`可能误报（${(data.hints.length + data.moreHints).toLocaleString('zh-CN')}）`}>
              <p className="callout callout-amber import-part">下面的词在文件库 {data.documents.toLocaleString('zh-CN')} 份已公开文件里经常出现，生效后很可能大量误报。</p>
              <Table<PreviewHint> aria-label="可能误报的词" size="small" rowKey="term" dataSource={data.hints} pagination={{ pageSize: 10, hideOnSinglePage: true }} columns={[{ title: '词', dataIndex: 'term', width: 160, render: (term: string) => <span className="cell-title lexicon-term">{term}</span> }, { title: '文件库中', dataIndex: 'libraryHits', width: 110, align: 'right', render: (hits: number) => <span className="number">{hits.toLocaleString('zh-CN')} 处</span> }, { title: '提醒', dataIndex: 'message' }]} />
            </Section>
          )}
          {data.addedTerms.length > 0 && <Section title={`多标出的（${data.added.toLocaleString('zh-CN')} 处）`}><Terms terms={data.addedTerms} more={data.moreAddedTerms} label="多标出的词" /></Section>}
          {data.removedTerms.length > 0 && <Section title={`不再标出的（${data.removed.toLocaleString('zh-CN')} 处）`}><Terms terms={data.removedTerms} more={data.moreRemovedTerms} label="不再标出的词" /></Section>}
          {data.hints.length === 0 && <p className="hint">文件库 {data.documents.toLocaleString('zh-CN')} 份已公开文件里，没有发现可能大量误报的词。</p>}
        </>
      )}
      {deciding && draft && <EffectDialog lexicon={lexicon.data} version={draft} close={() => { setDeciding(false); void navigate(`/lexicons/${id}?version=${data.versionNumber}`); }} />}
    </div>
  );
}
