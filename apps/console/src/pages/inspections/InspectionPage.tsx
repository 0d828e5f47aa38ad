import { ACCOUNT_RESULTS, ACCOUNT_RESULT_WORDS, endpoints, PLATFORM_WORDS, PLATFORMS, type IndicatorVerdictView, type InspectionAccountView } from '@govmedia-hub/contracts';
import { App, Button, Spin } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { ApiProblem } from '../../api/api-problem.js';
import { callForFile } from '../../api/call.js';
import { useAct, useCall } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { Bars } from '../../components/Bars.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { Digest } from '../../components/Digest.js';
import { ChoiceFilter, FilterBar } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { PageHeader, Section } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { InspectionStatusTag } from '../../components/StatusTag.js';
import { BulkDecision } from './bulk-decision.js';
import { DecisionDrawer } from './decision-drawer.js';
import './inspections.css';
import { VerdictGrid } from './verdict-grid.js';

const FILTERS = { platform: PLATFORMS, result: ACCOUNT_RESULTS } as const;

/** Hands bytes to the browser's own saving. */
function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** 一次检查: the result in a sentence, bars by platform, the table of verdicts, decisions with evidence. */
export default function InspectionPage() {
  const { id } = useParams() as { id: string };
  const { may } = useSession();
  const { modal, message } = App.useApp();
  const [filters, change, clear] = useFilters(FILTERS);
  const { data, error, refetch } = useCall(endpoints.getInspection, { params: { id } });
  const [chosen, setChosen] = useState<{ accountId: string; verdictId: string } | null>(null);
  const [bulk, setBulk] = useState(false);
  const [exporting, setExporting] = useState<'excel' | 'word' | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const close = useAct(endpoints.closeInspection, { shows: { endpoint: endpoints.getInspection, id }, done: () => void message.success('检查结果已定。') });
  if (!data) return <div className="page">{error ? <ProblemAlert problem={error} retry={() => void refetch()} /> : <div className="page-wait"><Spin /></div>}</div>;

  const items = data.items.filter((item) => (!filters.platform || item.platform === filters.platform) && (!filters.result || item.result === filters.result));
  const ofOutcome = (outcome: IndicatorVerdictView['outcome'], among: readonly InspectionAccountView[]) => among.flatMap((item) => item.verdicts.filter((verdict) => verdict.outcome === outcome).map((verdict) => ({ item, verdict })));
  const suspected = ofOutcome('suspected', data.items);
  // an account that fails already does not wait for what cannot be decided
  const undecidable = ofOutcome('undecidable', data.items.filter((item) => item.result === 'pending'));
  const todo = [...suspected, ...undecidable];
  const open: { item: InspectionAccountView; verdict: IndicatorVerdictView } | null = (() => {
    const item = data.items.find((one) => one.accountId === chosen?.accountId);
    const verdict = item?.verdicts.find((one) => one.id === chosen?.verdictId);
    return item && verdict ? { item, verdict } : null;
  })();
  const nextToDecide = () => { const next = todo.find(({ verdict }) => verdict.id !== chosen?.verdictId); setChosen(next ? { accountId: next.item.accountId, verdictId: next.verdict.id } : null); };
  const save = async (kind: 'excel' | 'word') => {
    setExporting(kind);
    setProblem(null);
    try {
      const blob = kind === 'excel' ? await callForFile(endpoints.exportInspection, { params: { id } }) : await callForFile(endpoints.exportCircular, { params: { id } });
      saveFile(blob, kind === 'excel' ? `${data.title}-检查结果.xlsx` : `${data.title}-通报.docx`);
    } catch (failure) {
      setProblem(failure as ApiProblem);
    } finally {
      setExporting(null);
    }
  };
  const confirmClose = () => modal.confirm({
    title: '定检查结果', okText: '定结果', cancelText: '取消',
    content: '定结果后不能再改判，通报以此为准。',
    onOk: () => close.mutateAsync({ params: { id }, body: { seenVersion: data.version } }).catch(() => undefined),
  });

  return (
    <div className="page">
      <PageHeader
        title={data.title} back={{ to: '/inspections', label: '检查' }}
        facts={<><InspectionStatusTag is={data.status} /><span>监测时间点 {formatInstant(data.monitoringPointAt)}</span><span>指标 {data.packId} {data.packVersion}</span><span>{data.startedByName} 于 {formatInstant(data.startedAt)} 发起</span><span>事实摘要 <Digest value={data.factsDigest} label="事实摘要" /></span></>}
        actions={<><Button onClick={() => void save('excel')} loading={exporting === 'excel'}>导出 Excel</Button><Button onClick={() => void save('word')} loading={exporting === 'word'}>生成通报</Button>{may('supervisor') && data.status === 'confirming' && <Button type="primary" onClick={confirmClose} loading={close.isPending} disabled={data.pending > 0} title={data.pending > 0 ? `还有 ${data.pending} 个账号待确认` : ''}>定检查结果</Button>}</>}
      />
      <ProblemAlert problem={problem ?? close.error} />
      <p className="round-sentence">{data.sentence}</p>
      {data.status === 'confirming' && (
        <p className={`callout ${todo.length > 0 ? 'callout-amber' : 'callout-good'} round-todo`}>
          {todo.length > 0 ? <>等检查员认定：疑似 {suspected.length} 条，机器无法判定 {undecidable.length} 条。全部认定后才能定结果。{may('inspector') && <button type="button" className="plain-link" onClick={nextToDecide}>从第一条开始认定</button>}{may('inspector') && todo.length > 1 && <>　<button type="button" className="plain-link" onClick={() => setBulk(true)}>选几条一并认定</button></>}</> : '都已认定，可以定结果。'}
        </p>
      )}
      <Section title="分平台情况">
        <Bars label="分平台合格情况" rows={data.byPlatform.map((row) => ({ key: row.platform, name: PLATFORM_WORDS[row.platform], note: row.passRate ? `合格率 ${row.passRate}` : '', parts: [{ tone: 'good' as const, count: row.passed, word: '合格' }, { tone: 'seal' as const, count: row.failed, word: '不合格' }, { tone: 'amber' as const, count: row.pending, word: '待确认' }] }))} />
      </Section>
      <Section title="账号和指标" extra={<span className="small quiet" role="status">共 {data.items.length} 个账号{items.length < data.items.length ? `，筛选出 ${items.length} 个` : ''}</span>}>
        <FilterBar onClear={clear} active={Object.keys(filters).length > 0}>
          <ChoiceFilter label="平台" value={filters.platform} words={PLATFORM_WORDS} onChange={(platform) => change({ platform })} />
          <ChoiceFilter label="结果" value={filters.result} words={ACCOUNT_RESULT_WORDS} onChange={(result) => change({ result })} />
        </FilterBar>
        <VerdictGrid items={items} all={data.items} chosen={chosen?.verdictId ?? null} onChoose={(accountId, verdictId) => setChosen({ accountId, verdictId })} />
      </Section>
      {bulk && <BulkDecision round={data} waiting={todo} close={() => setBulk(false)} />}
      <DecisionDrawer round={data} open={open} close={() => setChosen(null)} next={nextToDecide} left={todo.length} />
    </div>
  );
}
