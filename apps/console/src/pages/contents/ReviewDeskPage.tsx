import { CONTENT_KIND_WORDS, endpoints, GATES, GATE_WORDS, type ContentView, type Gate } from '@govmedia-hub/contracts';
import { App, Button, Modal, Segmented, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useAct, useCall, useList } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { AttachmentList } from '../../components/AttachmentList.js';
import { CitationLine } from '../../components/CitationLine.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { Digest } from '../../components/Digest.js';
import { LinkButton } from '../../components/LinkButton.js';
import { EmptyState } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { ContentStatusTag } from '../../components/StatusTag.js';
import { useKeys } from '../../components/use-keys.js';
import './contents.css';
import { CorrectionDialog } from './correction-dialog.js';
import { DeskList } from './desk-list.js';
import { DeskWork } from './desk-work.js';
import { DifferenceView } from './difference-view.js';
import { FindingsPanel } from './findings-panel.js';
import { ReviewActDialog, type ReviewAct } from './review-acts.js';
import { NumberLines } from './number-lines.js';
import { numbersIn } from './numbers-in.js';
import { OpennessPanel } from './openness-panel.js';
import { RevisionText } from './revision-text.js';
import { SourcesPane } from './sources-pane.js';
import { VerdictsPanel } from './verdicts-panel.js';

const KEYS = [['J', '下一篇'], ['K', '上一篇'], ['A', '通过当前一关，同意当前一审或一校；改过的稿子先看改动，再按一次全部重新确认'], ['R', '退回'], ['N', '下一条检查结果'], ['S', '对照依据；点正文里的数字，连到依据中的同一数字'], ['D', '对照上一版'], ['?', '显示这张表']] as const;

/** The gate that the keys speak about: the chosen one, else the first that is open and ready. */
function gateAtHand(content: ContentView, chosen: Gate | null): Gate | null {
  if (!content.abilities.closeGates) return null;
  const may = (gate: Gate) => content.abilities.desks.includes(`gate:${gate}`);
  const open = GATES.filter((gate) => may(gate));
  if (chosen && open.includes(chosen)) return chosen;
  return open.find((gate) => !content.findings.some((finding) => finding.gate === gate && finding.state === 'open')) ?? open[0] ?? null;
}

function Content({ content, showSources, setShowSources, move, setHelp }: { content: ContentView; showSources: boolean; setShowSources: (show: boolean) => void; move: (step: 1 | -1) => void; setHelp: (open: boolean) => void }) {
  const { message } = App.useApp();
  const { may, person } = useSession();
  const [correcting, setCorrecting] = useState(false);
  // who approved an earlier text sees first what has changed since
  const [view, setView] = useState<'text' | 'difference'>(content.reaffirm ? 'difference' : 'text');
  const [gate, setGate] = useState<Gate | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const [act, setAct] = useState<ReviewAct | null>(null);
  const submit = useAct(endpoints.submitContent, { shows: { endpoint: endpoints.getContent, id: content.id }, done: () => void message.success('已送审。') });
  const reaffirm = useAct(endpoints.reaffirmContent, { shows: { endpoint: endpoints.getContent, id: content.id }, done: () => void message.success('已对照改动重新确认。') });
  const { abilities, revision } = content;
  const again = () => { if (view !== 'difference') setView('difference'); else if (!reaffirm.isPending) reaffirm.mutate({ params: { id: content.id }, body: { digest: revision.digest } }); };
  const atHand = gateAtHand(content, gate);
  const open = content.findings.filter((finding) => finding.state === 'open').sort((a, b) => a.start - b.start);

  const pick = (id: string, from: 'text' | 'card') => {
    setActive(id);
    setView('text');
    if (id.startsWith('number-')) return;
    requestAnimationFrame(() => document.getElementById(from === 'text' ? `finding-${id}` : `mark-${id}`)?.scrollIntoView({ block: 'center' }));
  };
  // what is to be found in the source: a number that was pressed, or what a finding of the policy gate speaks of
  const sought = ((): string | null => {
    if (!showSources || view !== 'text' || !active) return null;
    if (active.startsWith('number-')) return numbersIn(revision.text).find(({ start }) => active === `number-${start}`)?.text ?? null;
    const finding = content.findings.find((one) => one.id === active);
    return finding?.gate === 'policy' ? finding.suggestion ?? finding.text : null;
  })();
  const decide = (good: boolean) => {
    if (good && content.reaffirm) { again(); return; }
    const step = abilities.review ? (`review:${abilities.review}` as const) : abilities.proofread ? (`proof:${abilities.proofread}` as const) : null;
    if (atHand && (!good || !content.findings.some((finding) => finding.gate === atHand && finding.state === 'open'))) setAct({ kind: 'verdict', desk: `gate:${atHand}`, good });
    else if (atHand) void message.info(`${GATE_WORDS[atHand]}还有待处理的检查结果，请先逐条处理。`);
    else if (step) setAct({ kind: 'verdict', desk: step, good });
    else if (good && abilities.publish) setAct({ kind: 'publish' });
    else void message.info('现在没有轮到您的审核。');
  };
  useKeys({
    j: () => move(1), k: () => move(-1), a: () => decide(true), r: () => decide(false), s: () => setShowSources(!showSources),
    d: () => setView(view === 'text' ? 'difference' : 'text'), '?': () => setHelp(true),
    n: () => { const at = open.findIndex((finding) => finding.id === active); const next = open[at + 1] ?? open[0]; if (next) pick(next.id, 'card'); },
  });

  return (
    <>
      <article className={showSources ? 'review-text review-text-beside' : 'review-text'} aria-label="正文">
        <header className="review-head">
          <div className="review-head-row">
            <p className="review-turn"><ContentStatusTag is={content.status} /> <span>{content.turn}</span></p>
            <div className="row">
              {abilities.edit && <LinkButton to={`/contents/${content.id}/edit`} size="small">修改</LinkButton>}
              {abilities.submit && <Button size="small" type="primary" loading={submit.isPending} onClick={() => submit.mutate({ params: { id: content.id }, body: { seenVersion: content.version } })}>送审</Button>}
              {abilities.submit && <Button size="small" loading={submit.isPending} onClick={() => submit.mutate({ params: { id: content.id }, body: { seenVersion: content.version, priority: 'urgent' } })}>作为急件送审</Button>}
              {abilities.publish && <Button size="small" type="primary" onClick={() => setAct({ kind: 'publish' })}>发布</Button>}
              {(content.status === 'approved' || content.status === 'published') && may('publisher') && <LinkButton to={`/contents/${content.id}/deliver`} size="small">投递</LinkButton>}
              {content.publicationId && may('operator') && person.orgId === content.orgId && <Button size="small" onClick={() => setCorrecting(true)}>起草更正</Button>}
              {abilities.withdraw && <Button size="small" danger onClick={() => setAct({ kind: 'withdraw' })}>撤回</Button>}
            </div>
          </div>
          <ProblemAlert problem={submit.error} />
          {content.status === 'withdrawn' && <p className="callout callout-seal">已撤回：{content.withdrawnReason}</p>}
          <p className="review-facts">
            <span>{CONTENT_KIND_WORDS[content.kind]}</span><span>按“{content.process.name}”流程第 {content.process.version} 版办理</span><span>{content.orgName}</span><span>{content.authorName} 撰写</span><span>第 {revision.number} 版，{revision.savedByName} 保存于 {formatInstant(revision.savedAt)}</span><span>摘要 <Digest value={revision.digest} /></span>
            {content.publishedAt && <span>发布于 {formatInstant(content.publishedAt)}</span>}
          </p>
          <div className="review-head-row">
            <Segmented size="small" value={view} onChange={setView} options={[{ value: 'text', label: '正文' }, { value: 'difference', label: content.reaffirm ? '对照我同意的一版' : '对照上一版' }]} />
            <Button size="small" aria-pressed={showSources} onClick={() => setShowSources(!showSources)}>{showSources ? '收起依据' : `对照依据（${revision.sources.length}）`}</Button>
          </div>
          {!showSources && <ul className="review-sources">{revision.sources.map((source, i) => <li key={i}>依据 <CitationLine documentId={source.documentId} title={source.title} docNumber={source.docNumber} label={source.label} anchor={source.anchor} validity={source.validity} /></li>)}</ul>}
        </header>
        <div className="review-body">
          {view === 'text' ? <RevisionText revision={revision} findings={content.findings} active={active} onPick={(id) => pick(id, 'text')} numbers={showSources} /> : <DifferenceView contentId={content.id} current={revision} baseId={content.reaffirm?.revisionId ?? null} />}
          {view === 'text' && revision.attachments.length > 0 && <section className="review-attachments" aria-label="随附文件"><h2>附件（{revision.attachments.length}）</h2><AttachmentList contentId={content.id} attachments={revision.attachments} /></section>}
          {sought && active && <NumberLines key={active} markId={`mark-${active}`} text={sought} />}
        </div>
      </article>
      {showSources && <section className="review-beside" aria-label="依据"><SourcesPane sources={revision.sources} /></section>}
      <aside className="review-side" aria-label="结论">
        <ProblemAlert problem={reaffirm.error} />
        <DeskWork content={content} differs={view === 'difference'} reaffirm={again} busy={reaffirm.isPending} />
        <VerdictsPanel content={content} gate={gate} chooseGate={setGate} focused={abilities.review ? null : atHand} act={(given) => setAct({ kind: 'verdict', ...given })} />
        <OpennessPanel content={content} act={setAct} />
        <FindingsPanel content={content} gate={gate} active={active} onPick={(id) => pick(id, 'card')} onDecide={(finding, decision) => setAct({ kind: 'finding', finding, decision })} />
        <p className="review-keys"><button type="button" className="plain-link" onClick={() => setHelp(true)}>快捷键 <kbd>?</kbd></button></p>
      </aside>
      {correcting && <CorrectionDialog content={content} close={() => setCorrecting(false)} />}
      {act && <ReviewActDialog act={act} content={content} close={() => setAct(null)} />}
    </>
  );
}

/** 内容页, which is the review desk: list · text with findings and source · gates, reviews, proofreadings. */
export default function ReviewDeskPage({ desk = false }: { desk?: boolean }) {
  const { id } = useParams();
  const navigate = useNavigate();
  const list = useList(endpoints.listContents, { query: { mine: 'desk', limit: 50 } }, { enabled: desk });
  const current = id;
  const { data, error, refetch } = useCall(endpoints.getContent, { params: { id: current ?? '' } }, { enabled: current !== undefined });
  const [showSources, setShowSources] = useState(false);
  const [help, setHelp] = useState(false);
  // the first of the list gets an address of its own, so that it stays on the desk when it has been dealt with
  const first = list.items[0]?.id;
  useEffect(() => { if (desk && !id && first) void navigate(`/contents/desk/${first}`, { replace: true }); }, [desk, id, first, navigate]);
  useEffect(() => { document.title = `${data ? data.title : '审核台'} · 政务新媒体内容中心`; }, [data]);

  const move = (step: 1 | -1) => {
    if (!desk) return;
    const at = list.items.findIndex((item) => item.id === current);
    const next = list.items[at < 0 ? 0 : at + step];
    if (next) void navigate(`/contents/desk/${next.id}`, { replace: true });
    else if (step === 1 && list.hasMore) list.more();
  };

  return (
    <div className={desk ? 'review review-with-list' : 'review'}>
      <h1 className="visually-hidden">{desk ? '审核台' : '内容'}</h1>
      {desk && <DeskList list={list} current={current ?? null} />}
      {!desk && <div className="review-back"><Link className="page-back" to="/contents"><span aria-hidden="true">‹ </span>内容列表</Link></div>}
      {error && <div className="review-text"><ProblemAlert problem={error} retry={() => void refetch()} /></div>}
      {!current && !list.loading && !first && <div className="review-text"><EmptyState title="没有等您办理的内容" action={<Link to="/contents">查看全部内容</Link>}>新的内容送审后会出现在左边。</EmptyState></div>}
      {current && !data && !error && <div className="page-wait"><Spin /></div>}
      {data && data.id === current && <Content key={data.id} content={data} showSources={showSources} setShowSources={setShowSources} move={move} setHelp={setHelp} />}
      <Modal open={help} title="快捷键" footer={null} onCancel={() => setHelp(false)} width={400}>
        <dl className="key-help">{KEYS.map(([key, what]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{what}</dd></div>)}</dl>
        <p className="small quiet">对话框里按 <kbd>Ctrl</kbd> + <kbd>Enter</kbd> 提交，<kbd>Esc</kbd> 取消。输入文字时快捷键不起作用。</p>
      </Modal>
    </div>
  );
}
