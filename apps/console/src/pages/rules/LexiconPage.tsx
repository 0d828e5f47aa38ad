import { endpoints, LEXICON_KIND_WORDS, PREVIEW_PERIOD_WORDS, PREVIEW_PERIODS, type LexiconImportView, type LexiconVersionView, type PreviewPeriod } from '@govmedia-hub/contracts';
import { App, Button, Dropdown, Spin, Tabs } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { ApiProblem } from '../../api/api-problem.js';
import { callForFile } from '../../api/call.js';
import { useAct, useCall } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { formatCivilDate, formatInstant } from '../../components/dates/civil-date.js';
import { Digest } from '../../components/Digest.js';
import { EmptyState, PageHeader } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { LexiconVersionTag } from '../../components/StatusTag.js';
import { ComparisonPane } from './comparison-pane.js';
import { EntriesPane } from './entries-pane.js';
import { ImportDialog, ImportResult } from './import-dialog.js';
import './rules.css';
import { saveFile } from './save-file.js';
import { CancelDialog, DraftDialog, EffectDialog, RollbackDialog } from './version-dialogs.js';

type Dialog = 'import' | 'effect' | 'rollback' | 'cancel' | 'draft' | null;

const days = (version: LexiconVersionView): string => (version.effectiveFrom ? `${formatCivilDate(version.effectiveFrom)}${version.effectiveTo ? `至${formatCivilDate(version.effectiveTo)}` : '起'}` : '生效日期未定');

/** One lexicon or register: its versions beside the entries of the chosen one. */
export default function LexiconPage() {
  const { id } = useParams() as { id: string };
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const { may } = useSession();
  const { modal, message } = App.useApp();
  const [dialog, setDialog] = useState<Dialog>(null);
  const [result, setResult] = useState<LexiconImportView | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [exporting, setExporting] = useState(false);
  const { data, error, refetch } = useCall(endpoints.getLexicon, { params: { id } });
  const shows = { shows: { endpoint: endpoints.getLexicon, id } };
  const discard = useAct(endpoints.discardLexiconDraft, { ...shows, done: () => void message.success('已放弃草稿。') });
  const preview = useAct(endpoints.previewLexicon, { done: (started) => void navigate(`/lexicons/${id}/previews/${started.id}`) });
  if (!data) return <div className="page">{error ? <ProblemAlert problem={error} retry={() => void refetch()} /> : <div className="page-wait"><Spin /></div>}</div>;

  const version = data.versions.find((one) => one.number === Number(params.get('version'))) ?? data.draft ?? data.inForce ?? data.versions[0] ?? null;
  const supervisor = may('supervisor');
  const choose = (number: number) => setParams((before) => { const next = new URLSearchParams(before); next.set('version', String(number)); return next; });
  const close = () => setDialog(null);
  const save = async (one: LexiconVersionView) => {
    setExporting(true);
    setProblem(null);
    try { saveFile(await callForFile(endpoints.exportLexiconVersion, { params: { id: one.id } }), `${data.name}第${one.number}版.xlsx`); } catch (failure) { setProblem(failure as ApiProblem); } finally { setExporting(false); }
  };
  const askDiscard = (draft: LexiconVersionView) => modal.confirm({
    title: `放弃草稿第${draft.number}版`, okText: '放弃草稿', cancelText: '取消', okButtonProps: { danger: true }, content: `草稿里的 ${draft.entries.toLocaleString('zh-CN')} 条和修改不再保留；生效过的版本不受影响。需要时先导出。`,
    onOk: () => discard.mutateAsync({ params: { id: draft.id }, body: { seenVersion: draft.version } }).catch(() => undefined),
  });
  const tryOut = (draft: LexiconVersionView, period: PreviewPeriod) => preview.mutate({ params: { id: draft.id }, body: { period } });
  const draft = version?.status === 'draft' ? version : null;
  return (
    <div className="page">
      <PageHeader
        title={data.name} back={{ to: '/lexicons', label: '词库与名录' }}
        facts={<><span>{LEXICON_KIND_WORDS[data.kind]}</span>{data.note && <span>{data.note}</span>}{data.inForce ? <span>在用第{data.inForce.number}版，{data.inForce.entries.toLocaleString('zh-CN')} 条，{days(data.inForce)}</span> : <span>还没有在用的版本</span>}</>}
        actions={supervisor && <>{!data.draft && <Button onClick={() => setDialog('draft')}>逐条修改</Button>}<Button type={data.draft ? 'default' : 'primary'} onClick={() => setDialog('import')}>导入 Excel</Button></>}
      />
      <ProblemAlert problem={problem ?? discard.error ?? preview.error} />
      {result && <ImportResult result={result} close={() => setResult(null)} />}
      {!version && <EmptyState title="还没有版本">{supervisor ? '导入 Excel 或逐条添加，成为草稿；试查并定下生效日期后开始使用。' : '主管单位还没有建立词条。'}</EmptyState>}
      {version && (
        <div className="lexicon-columns">
          <nav aria-label="版本" className="lexicon-versions">
            <h2>版本</h2>
            <ol reversed>
              {data.versions.map((one) => (
                <li key={one.id}>
                  <button type="button" className="lexicon-version" aria-current={one.id === version.id} onClick={() => choose(one.number)}>
                    <span className="row-between"><b>第{one.number}版</b><LexiconVersionTag is={one.status} /></span>
                    <span className="cell-sub">{days(one)}</span>
                    <span className="cell-sub">{one.entries.toLocaleString('zh-CN')} 条{one.restoredFrom ? `，恢复自第${one.restoredFrom}版` : ''}</span>
                  </button>
                </li>
              ))}
            </ol>
          </nav>
          <section aria-label={`第${version.number}版`} className="lexicon-version-body">
            <div className="row-between lexicon-version-head">
              <h2>第{version.number}版 <LexiconVersionTag is={version.status} /></h2>
              <span className="row">
                <Button onClick={() => void save(version)} loading={exporting}>导出 Excel</Button>
                {supervisor && draft && <Button danger onClick={() => askDiscard(draft)}>放弃草稿</Button>}
                {supervisor && draft && <Dropdown trigger={['click']} menu={{ items: PREVIEW_PERIODS.map((period) => ({ key: period, label: PREVIEW_PERIOD_WORDS[period] })), onClick: ({ key }) => tryOut(draft, key as PreviewPeriod) }}><Button type={draft.previewId ? 'default' : 'primary'} loading={preview.isPending}>试查</Button></Dropdown>}
                {supervisor && draft && <Button type={draft.previewId ? 'primary' : 'default'} disabled={!draft.previewId} title={draft.previewId ? '' : '先试查并查看结果'} onClick={() => setDialog('effect')}>使其生效</Button>}
                {supervisor && version.status === 'scheduled' && <Button danger onClick={() => setDialog('cancel')}>取消生效</Button>}
                {supervisor && (version.status === 'superseded' || version.status === 'ended') && <Button onClick={() => setDialog('rollback')}>恢复这一版</Button>}
              </span>
            </div>
            <div className="page-facts">
              <span>来源：{version.source}</span><span>{version.createdByName} 于 {formatInstant(version.createdAt)} 建立</span>
              {version.decidedByName && <span>{version.decidedByName} 于 {formatInstant(version.decidedAt)} 定为{days(version)}</span>}
              {version.note && <span>说明：{version.note}</span>}<span>内容摘要 <Digest value={version.digest} label="内容摘要" /></span>
            </div>
            {supervisor && draft && (draft.previewId ? <p className="callout callout-good import-part">这份草稿已经试查过，<Link to={`/lexicons/${id}/previews/${draft.previewId}`}>查看结果</Link>，然后可以使其生效。</p> : <p className="callout callout-amber import-part">生效之前要先试查：看看这次改动会在最近的内容里多标出什么。内容改动后要重新试查。</p>)}
            <Tabs items={[{ key: 'entries', label: `词条 ${version.entries.toLocaleString('zh-CN')}`, children: <EntriesPane key={version.id} lexicon={data} version={version} editable={supervisor && draft !== null} /> }, { key: 'changes', label: '版本差异', children: <ComparisonPane key={version.id} lexicon={data} version={version} /> }]} />
          </section>
        </div>
      )}
      {dialog === 'import' && <ImportDialog lexicon={data} close={close} done={(view) => { setResult(view); close(); choose(view.draft!.number); }} />}
      {dialog === 'draft' && <DraftDialog lexicon={data} close={close} done={close} />}
      {dialog === 'effect' && draft && <EffectDialog lexicon={data} version={draft} close={close} />}
      {dialog === 'cancel' && version && <CancelDialog lexicon={data} version={version} close={close} />}
      {dialog === 'rollback' && version && <RollbackDialog lexicon={data} version={version} close={close} />}
    </div>
  );
}
