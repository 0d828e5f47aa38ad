import { endpoints, FILING_KIND_WORDS, LIMITS, PLATFORM_WORDS, type DecideFilingRequest } from '@govmedia-hub/contracts';
import { App, Button, Spin } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useAct, useCall } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { DueClock } from '../../components/DueClock.js';
import { LinkButton } from '../../components/LinkButton.js';
import { PageHeader, Section } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { ReasonDialog } from '../../components/ReasonDialog.js';
import { FilingStatusTag } from '../../components/StatusTag.js';
import './accounts.css';
import { FilingChecks, FilingFacts } from './filing-checks.js';

const DECISIONS: Record<DecideFilingRequest['decision'], { title: string; verb: string; consequence: string; initial: string; danger: boolean }> = {
  approve: { title: '同意备案', verb: '同意备案', consequence: '同意后编发备案号，账号立即出现在公开名录里。', initial: '同意', danger: false },
  return: { title: '退回补正', verb: '退回补正', consequence: '退回主办单位补正，补正后重新提交。', initial: '', danger: false },
  reject: { title: '不同意备案', verb: '不同意', consequence: '这份备案就此办结，不能恢复；主办单位需要重新申请。', initial: '', danger: true },
};

/** 备案页: form, checks, history; the supervisor decides here. */
export default function FilingPage() {
  const { id } = useParams() as { id: string };
  const { may, person } = useSession();
  const { message } = App.useApp();
  const { data, error, refetch } = useCall(endpoints.getFiling, { params: { id } });
  const [asked, setAsked] = useState<DecideFilingRequest['decision'] | null>(null);
  const shows = { endpoint: endpoints.getFiling, id };
  const decide = useAct(endpoints.decideFiling, { shows, done: () => { setAsked(null); void message.success('已办理。'); } });
  const [withdrawing, setWithdrawing] = useState(false);
  const withdraw = useAct(endpoints.withdrawFiling, { shows, done: () => { setWithdrawing(false); void message.success('备案已撤回。'); } });
  const submit = useAct(endpoints.submitFiling, { shows, done: () => void message.success('备案已提交，等待主管单位审核。') });
  if (!data) return <div className="page">{error ? <ProblemAlert problem={error} retry={() => void refetch()} /> : <div className="page-wait"><Spin /></div>}</div>;
  const editable = may('operator') && person.orgId === data.orgId && (data.status === 'draft' || data.status === 'correction');
  const withdrawable = may('operator') && person.orgId === data.orgId && (data.status === 'draft' || data.status === 'submitted' || data.status === 'correction');
  const decidable = may('supervisor') && data.status === 'submitted';
  const blocked = data.checks.some((check) => check.outcome === 'block');
  const decision = asked ? DECISIONS[asked] : null;
  return (
    <div className="page">
      <PageHeader
        title={`${data.form.accountName || '（未填名称）'} · ${PLATFORM_WORDS[data.form.platform]}`} back={{ to: '/filings', label: '账号备案' }}
        facts={<><FilingStatusTag is={data.status} /><span>{FILING_KIND_WORDS[data.kind]}</span><span>{data.orgName}</span>{data.filingNo && <b>{data.filingNo}</b>}{data.accountId && <Link to={`/accounts/${data.accountId}`}>查看账号</Link>}</>}
        actions={<>
          {withdrawable && <Button danger onClick={() => setWithdrawing(true)}>撤回备案</Button>}
          {editable && <LinkButton to={`/filings/${id}/edit`}>{data.status === 'correction' ? '补正' : '修改'}</LinkButton>}
          {editable && <Button type="primary" loading={submit.isPending} disabled={blocked} onClick={() => submit.mutate({ params: { id }, body: { seenVersion: data.version } })}>提交备案</Button>}
          {decidable && <><Button danger onClick={() => setAsked('reject')}>不同意</Button><Button onClick={() => setAsked('return')}>退回补正</Button><Button type="primary" onClick={() => setAsked('approve')}>同意备案</Button></>}
        </>}
      />
      <ProblemAlert problem={submit.error} />
      <div className="filing">
        <div>
          <p className="turn">{data.turn}{data.dueOn && (data.status === 'submitted' || data.status === 'correction') && <>　<DueClock dueOn={data.dueOn} short /></>}</p>
          <h2 className="form-title">自动检查</h2>
          <FilingChecks checks={data.checks} />
          <Section title="备案表"><FilingFacts form={data.form} /></Section>
        </div>
        <aside aria-label="办理过程">
          <h2 className="form-title">办理过程</h2>
          {data.steps.length === 0 ? <p className="quiet">还没有提交。</p> : <ol className="history">{data.steps.map((step, i) => <li key={i}><b>{step.verb}</b>　{step.byName}<span className="cell-sub">{formatInstant(step.at)}</span>{step.opinion && <p>{step.opinion}</p>}</li>)}</ol>}
        </aside>
      </div>
      {withdrawing && (
        <ReasonDialog title="撤回备案" verb="撤回备案" danger consequence="撤回后这份备案就此办结，不能恢复；需要备案时重新申请。" label="原因" busy={withdraw.isPending} problem={withdraw.error}
          onSubmit={(reason) => withdraw.mutate({ params: { id }, body: { seenVersion: data.version, reason } })} onCancel={() => { setWithdrawing(false); withdraw.reset(); }} />
      )}
      {asked && decision && (
        <ReasonDialog title={decision.title} verb={decision.verb} danger={decision.danger} consequence={decision.consequence} label="意见" initial={decision.initial} maxChars={LIMITS.opinionChars} busy={decide.isPending} problem={decide.error}
          onSubmit={(opinion) => decide.mutate({ params: { id }, body: { seenVersion: data.version, decision: asked, opinion } })} onCancel={() => { setAsked(null); decide.reset(); }} />
      )}
    </div>
  );
}
