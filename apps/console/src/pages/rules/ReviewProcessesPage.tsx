import { CONTENT_KIND_WORDS, CONTENT_KINDS, endpoints, type ContentKind, type ReviewProcessVersionView } from '@govmedia-hub/contracts';
import { App, Button, Segmented, Spin } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAct, useCall } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { formatCivilDate, formatInstant } from '../../components/dates/civil-date.js';
import { PageHeader, Section } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { ReviewProcessTag } from '../../components/StatusTag.js';
import { ProcessDesks } from './process-desks.js';
import { ProcessCancelDialog, ProcessChanges, ProcessEffectDialog, ProcessStartDialog } from './process-dialogs.js';
import { ProcessEditor } from './process-editor.js';
import './rules.css';

const from = (version: ReviewProcessVersionView): string => (version.effectiveFrom ? `${formatCivilDate(version.effectiveFrom)}起` : '生效日期未定');

/** 审核流程: by kind of content, which desks a text passes, in which order, by whom and until when; each version with its first day. */
export default function ReviewProcessesPage() {
  const [params, setParams] = useSearchParams();
  const { may } = useSession();
  const { modal, message } = App.useApp();
  const [dialog, setDialog] = useState<'start' | 'effect' | 'cancel' | null>(null);
  const [dirty, setDirty] = useState(false);
  const { data, error, refetch } = useCall(endpoints.listReviewProcesses, {});
  const discard = useAct(endpoints.discardReviewProcess, { done: () => { setDirty(false); void message.success('已放弃草稿。'); } });
  const kind = CONTENT_KINDS.find((each) => each === params.get('kind')) ?? 'interpretation';
  const line = data?.find((each) => each.kind === kind);
  const version = line?.versions.find(({ number }) => number === Number(params.get('version'))) ?? line?.versions[0];
  const go = (next: Record<string, string>) => {
    const leave = () => { setDirty(false); setParams(next); };
    if (dirty) modal.confirm({ title: '草稿还没有保存', content: '离开后，没有保存的修改不再保留。', okText: '不保存，离开', cancelText: '继续修改', okButtonProps: { danger: true }, onOk: leave });
    else leave();
  };
  const supervisor = may('supervisor');
  const askDiscard = (draft: ReviewProcessVersionView) => modal.confirm({ title: `放弃草稿第${draft.number}版`, okText: '放弃草稿', cancelText: '取消', okButtonProps: { danger: true }, content: '草稿里的修改不再保留；生效过的版本不受影响。', onOk: () => discard.mutateAsync({ params: { id: draft.id! }, body: { seenVersion: draft.version } }).catch(() => undefined) });
  return (
    <div className="page">
      <PageHeader
        title="审核流程" back={{ to: '/rule-sets', label: '规则版本' }} facts="一篇内容按送审那天的版本办到底。写过正文的人不能办任何一步。"
        actions={supervisor && line && !line.versions.some(({ status }) => status === 'draft') && <Button type="primary" onClick={() => setDialog('start')}>修改流程</Button>}
      />
      <Segmented<ContentKind> aria-label="内容类型" value={kind} onChange={(next) => go({ kind: next })} options={CONTENT_KINDS.map((each) => ({ value: each, label: CONTENT_KIND_WORDS[each] }))} className="process-kinds" />
      <ProblemAlert problem={error ?? discard.error} retry={() => void refetch()} />
      {!data && !error && <div className="page-wait"><Spin /></div>}
      {line && version && (
        <div className="lexicon-columns">
          <nav aria-label="版本" className="lexicon-versions">
            <h2>版本</h2>
            <ol reversed>
              {line.versions.map((one) => (
                <li key={one.number}>
                  <button type="button" className="lexicon-version" aria-current={one.number === version.number} onClick={() => go({ kind, version: String(one.number) })}>
                    <span className="row-between"><b>第{one.number}版</b><ReviewProcessTag is={one.status} /></span>
                    <span className="cell-sub">{from(one)}</span>
                    <span className="cell-sub">{one.name}</span>
                  </button>
                </li>
              ))}
            </ol>
          </nav>
          <section aria-label={`第${version.number}版`} className="lexicon-version-body">
            <div className="row-between lexicon-version-head">
              <h2>第{version.number}版 <ReviewProcessTag is={version.status} /></h2>
              <span className="row">
                {supervisor && version.status === 'draft' && <Button danger onClick={() => askDiscard(version)}>放弃草稿</Button>}
                {supervisor && version.status === 'draft' && <Button type={dirty || version.problems.length > 0 ? 'default' : 'primary'} disabled={dirty || version.problems.length > 0} title={dirty ? '先保存草稿' : version.problems.length > 0 ? '先补齐缺少的步骤' : ''} onClick={() => setDialog('effect')}>定生效日期</Button>}
                {supervisor && version.status === 'scheduled' && version.id && <Button danger onClick={() => setDialog('cancel')}>取消生效</Button>}
              </span>
            </div>
            <div className="page-facts">
              <span>{version.name}</span><span>全文一般 {version.days.normal} 个工作日，急件 {version.days.urgent} 个工作日</span><span>依据：{version.source}</span>
              {version.createdByName && <span>{version.createdByName} 建立</span>}
              {version.decidedByName && <span>{version.decidedByName} 于 {formatInstant(version.decidedAt)} 定为{from(version)}</span>}
              {version.note && <span>说明：{version.note}</span>}
            </div>
            {supervisor && version.status === 'draft' ? <ProcessEditor key={`${version.id}.${version.version}`} draft={version} changed={setDirty} /> : <div className="process-steps"><ProcessDesks name={version.name} desks={version.desks} /></div>}
            {version.id && (version.status === 'draft' || version.status === 'scheduled') && <Section title="与在用版本的差别">{dirty ? <p className="quiet">保存草稿后，这里列出与在用版本的差别。</p> : <ProcessChanges version={version} />}</Section>}
          </section>
        </div>
      )}
      {dialog === 'start' && <ProcessStartDialog kind={kind} close={() => setDialog(null)} />}
      {dialog === 'effect' && version && <ProcessEffectDialog kind={kind} version={version} close={() => setDialog(null)} />}
      {dialog === 'cancel' && version && <ProcessCancelDialog version={version} close={() => setDialog(null)} />}
    </div>
  );
}
