import { endpoints, FREEZE_SCOPE_WORDS, FREEZE_SCOPES, PLATFORM_WORDS, type FreezeScope, type FreezeView } from '@govmedia-hub/contracts';
import { App, Button, Radio, Select, Spin } from 'antd';
import { useState } from 'react';
import { useAct, useCall } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { EmptyState, PageHeader, Section } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { ReasonDialog } from '../../components/ReasonDialog.js';
import { StatusTag } from '../../components/StatusTag.js';
import './channels.css';

const LIFT_WORDS = { at_once: '解冻', first_of_two: '申请解冻', second_of_two: '确认解冻' } as const;

/** 紧急冻结 */
export default function FreezesPage() {
  const { may } = useSession();
  const { data, error, refetch } = useCall(endpoints.listFreezes, {});
  const [freezing, setFreezing] = useState(false);
  const [lifting, setLifting] = useState<FreezeView | null>(null);
  const inForce = (data ?? []).filter((freeze) => freeze.liftedAt === null);
  const over = (data ?? []).filter((freeze) => freeze.liftedAt !== null);
  return (
    <div className="page page-narrow">
      <PageHeader title="紧急冻结" actions={may('publisher', 'supervisor') && <Button type="primary" danger onClick={() => setFreezing(true)}>立即冻结</Button>} />
      <p className="quiet" style={{ marginBottom: 16 }}>冻结后，排队和定时的内容一律不发送，解冻后自动继续。撤回不受影响。</p>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <div className="page-wait"><Spin /></div>}
      {data && inForce.length === 0 && <EmptyState title="没有冻结">各单位、各账号都可以正常发布。</EmptyState>}
      <ul className="freezes">
        {inForce.map((freeze) => (
          <li key={freeze.id} className="callout callout-seal">
            <div className="row-between"><p><StatusTag tone="seal" shape="■">冻结中</StatusTag> <b>{freeze.subjectName}</b>　<span className="quiet">{FREEZE_SCOPE_WORDS[freeze.scope]}</span></p>{freeze.abilities.lift && <Button size="small" onClick={() => setLifting(freeze)}>{LIFT_WORDS[freeze.abilities.lift]}</Button>}</div>
            <p>{freeze.reason}</p>
            <p className="small quiet">{freeze.byName}于{formatInstant(freeze.at)}冻结；{freeze.held > 0 ? `${freeze.held} 条投递等待解冻` : '没有等待的投递'}{freeze.liftRequestedAt && `；${freeze.liftRequestedByName}于${formatInstant(freeze.liftRequestedAt)}申请解冻（${freeze.liftReason}），等待第二人确认`}</p>
          </li>
        ))}
      </ul>
      {over.length > 0 && <Section title="已解冻"><ul className="rows">{over.map((freeze) => <li key={freeze.id}><b>{freeze.subjectName}</b>　{freeze.reason}<span className="cell-sub">{freeze.byName} {formatInstant(freeze.at)} 冻结；{freeze.liftedByName} {formatInstant(freeze.liftedAt)} 解冻：{freeze.liftReason}</span></li>)}</ul></Section>}
      {freezing && <FreezeDialog close={() => setFreezing(false)} />}
      {lifting && <LiftDialog freeze={lifting} close={() => setLifting(null)} />}
    </div>
  );
}

function FreezeDialog({ close }: { close: () => void }) {
  const { message } = App.useApp();
  const { may, person } = useSession();
  const supervisor = may('supervisor');
  const [scope, setScope] = useState<FreezeScope>('account');
  const [subjectId, setSubjectId] = useState<string | null>(null);
  const accounts = useCall(endpoints.listAccounts, { query: { limit: 100, ...(supervisor ? {} : { orgId: person.orgId }) } });
  const units = useCall(endpoints.listOrganisations, {});
  const act = useAct(endpoints.freeze, { done: () => { void message.success('已冻结。'); close(); } });
  const options = scope === 'account' ? (accounts.data?.items ?? []).map((account) => ({ value: account.id, label: `${account.name}（${PLATFORM_WORDS[account.platform]}，${account.sponsorName}）` })) : (units.data ?? []).filter((unit) => supervisor || unit.id === person.orgId).map((unit) => ({ value: unit.id, label: unit.name }));
  return (
    <ReasonDialog title="立即冻结" verb="冻结" label="原因" danger busy={act.isPending} problem={act.error} onCancel={close} consequence={scope === 'city' ? '全市所有单位立即停止对外发布，直到主管单位解冻。' : '所选范围立即停止对外发布。解冻须两人办理，或由主管单位办理。'} onSubmit={(reason) => act.mutate({ body: { scope, subjectId: scope === 'city' ? null : subjectId, reason } })}>
      <Radio.Group style={{ marginBottom: 12 }} value={scope} onChange={(event) => { setScope(event.target.value as FreezeScope); setSubjectId(null); }} options={FREEZE_SCOPES.filter((one) => supervisor || one !== 'city').map((value) => ({ value, label: FREEZE_SCOPE_WORDS[value] }))} />
      {scope !== 'city' && <Select aria-label={scope === 'account' ? '账号' : '单位'} style={{ width: '100%', marginBottom: 12 }} showSearch={{ optionFilterProp: 'label' }} placeholder={scope === 'account' ? '选择账号' : '选择单位'} value={subjectId} onChange={setSubjectId} options={options} />}
    </ReasonDialog>
  );
}

function LiftDialog({ freeze, close }: { freeze: FreezeView; close: () => void }) {
  const { message } = App.useApp();
  const act = useAct(endpoints.liftFreeze, { done: (its) => { void message.success(its.liftedAt ? '已解冻。' : '已申请解冻，等待第二人确认。'); close(); } });
  const way = freeze.abilities.lift ?? 'at_once';
  return <ReasonDialog title={`${LIFT_WORDS[way]}：${freeze.subjectName}`} verb={LIFT_WORDS[way]} label="理由" busy={act.isPending} problem={act.error} onCancel={close} consequence={way === 'first_of_two' ? '须由本单位另一名发布人员确认后才解冻，或由主管单位直接解冻。' : `解冻后，等待的 ${freeze.held} 条投递会自动发送。`} onSubmit={(reason) => act.mutate({ params: { id: freeze.id }, body: { reason, seenVersion: freeze.version } })} />;
}
