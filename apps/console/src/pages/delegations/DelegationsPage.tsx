import { endpoints, LIMITS, type DelegationView } from '@govmedia-hub/contracts';
import { App, Button, Input, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useAct, useCall } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { CivilDateInput } from '../../components/CivilDateInput.js';
import { civilDateAt, formatCivilDate, formatInstant } from '../../components/dates/civil-date.js';
import { EmptyState, PageHeader, Section } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { StatusTag, type Tone } from '../../components/StatusTag.js';
import './delegations.css';

const STATUS: Record<DelegationView['status'], readonly [Tone, string, string]> = { ahead: ['accent', '◌', '未开始'], live: ['good', '●', '有效'], over: ['grey', '○', '已到期'], revoked: ['grey', '✕', '已撤销'] };

function GiveForm() {
  const { message } = App.useApp();
  const colleagues = useCall(endpoints.listColleagues, {});
  const today = civilDateAt(Date.now());
  const [toId, setTo] = useState<string | null>(null);
  const [fromOn, setFrom] = useState<string | null>(today);
  const [toOn, setUntil] = useState<string | null>(today);
  const [reason, setReason] = useState('');
  const give = useAct(endpoints.createDelegation, { done: () => { setTo(null); setReason(''); void message.success('已授权代审。'); } });
  const ready = toId !== null && fromOn !== null && toOn !== null && reason.trim() !== '';
  return (
    <Section title="请人代审">
      <p className="quiet">代审人以“代您”的名义办理，记在两人名下：同一篇内容的三审、三校里，两人都不能再办。</p>
      <ProblemAlert problem={give.error ?? colleagues.error} />
      <div className="delegation-form">
        <label className="stack"><span>代审人</span><Select aria-label="代审人" value={toId} placeholder="本单位审核人员" onChange={setTo} options={(colleagues.data ?? []).map((person) => ({ value: person.id, label: `${person.name}（${person.post}）` }))} style={{ width: 240 }} /></label>
        <label className="stack"><span>从</span><CivilDateInput value={fromOn} onChange={setFrom} width={170} /></label>
        <label className="stack"><span>到（含当天）</span><CivilDateInput value={toOn} onChange={setUntil} width={170} /></label>
        <label className="stack"><span>原因</span><Input aria-label="原因" value={reason} maxLength={LIMITS.reasonChars} onChange={(event) => setReason(event.target.value)} style={{ width: 260 }} /></label>
        <Button type="primary" disabled={!ready} loading={give.isPending} onClick={() => give.mutate({ body: { toId: toId!, fromOn: fromOn!, toOn: toOn!, reason: reason.trim() } })}>授权代审</Button>
      </div>
    </Section>
  );
}

/** 代审授权: who stands in for whom, on which days; open to everybody of the unit who reviews. */
export default function DelegationsPage() {
  const { may } = useSession();
  const { modal } = App.useApp();
  const list = useCall(endpoints.listDelegations, {});
  const revoke = useAct(endpoints.revokeDelegation);
  const columns: TableColumnsType<DelegationView> = [
    { title: '委托人', dataIndex: 'fromName', width: 110, fixed: 'left' },
    { title: '代审人', dataIndex: 'toName', width: 110 },
    { title: '起止', key: 'days', width: 270, render: (_, row) => `${formatCivilDate(row.fromOn)}至${formatCivilDate(row.toOn)}` },
    { title: '状态', key: 'status', width: 110, render: (_, row) => <StatusTag tone={STATUS[row.status][0]} shape={STATUS[row.status][1]}>{STATUS[row.status][2]}</StatusTag> },
    { title: '原因', dataIndex: 'reason', width: 130, ellipsis: true },
    { title: '记录', key: 'log', width: 210, render: (_, row) => <span className="small quiet">{formatInstant(row.createdAt)} 授权{row.revokedAt ? `；${row.revokedByName}于${formatInstant(row.revokedAt)}撤销` : ''}</span> },
    { title: '', key: 'acts', width: 80, fixed: 'right', render: (_, row) => row.mayRevoke && <Button size="small" danger onClick={() => modal.confirm({ title: `撤销${row.toName}代${row.fromName}审核`, content: '立即生效。已经办理的结论不受影响。', okText: '撤销授权', cancelText: '取消', onOk: () => revoke.mutateAsync({ params: { id: row.id } }).catch(() => undefined) })}>撤销</Button> },
  ];
  return (
    <div className="page">
      <PageHeader title="代审授权" facts="出差、休假时请同事代审；授权、撤销和每一次代审都有记录。" />
      {may('reviewer') && <GiveForm />}
      <Section title="授权记录">
        <ProblemAlert problem={list.error ?? revoke.error} retry={() => void list.refetch()} />
        <Table<DelegationView> aria-label="授权记录" rowKey="id" dataSource={list.data ?? []} columns={columns} loading={list.isLoading} pagination={false} scroll={{ x: 980 }} locale={{ emptyText: <EmptyState title="没有代审授权">需要时在上面授权。</EmptyState> }} />
      </Section>
    </div>
  );
}
