import { endpoints, LIMITS, TICKET_KIND_WORDS } from '@govmedia-hub/contracts';
import { App, Button, Checkbox, Input, Modal, Radio, Select, Spin } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useAct, useCall } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { DraftLine } from '../../components/drafts/DraftLine.js';
import { useDraft } from '../../components/drafts/use-draft.js';
import { DueClock } from '../../components/DueClock.js';
import { Facts, PageHeader, Section } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { ReasonDialog } from '../../components/ReasonDialog.js';
import { StatusTag, TicketStatusTag } from '../../components/StatusTag.js';
import './tickets.css';

type Complexity = 'simple' | 'complex';

/** 咨询页: accept, transfer, answer. */
export default function TicketPage() {
  const { id } = useParams() as { id: string };
  const navigate = useNavigate();
  const { may, person } = useSession();
  const { message, modal } = App.useApp();
  const { data, error, refetch } = useCall(endpoints.getTicket, { params: { id } });
  const organisations = useCall(endpoints.listOrganisations, {});
  const draft = useDraft<string>(`ticket.${id}`);
  const [answer, setAnswer] = useState(draft.found?.value ?? '');
  const [offer, setOffer] = useState(true);
  const [accepting, setAccepting] = useState(false);
  const [complexity, setComplexity] = useState<Complexity>('simple');
  const [transferring, setTransferring] = useState(false);
  const [toOrg, setToOrg] = useState<string | null>(null);
  const shows = { endpoint: endpoints.getTicket, id };
  const accept = useAct(endpoints.acceptTicket, { shows, done: () => { setAccepting(false); void message.success('已受理。'); } });
  const transfer = useAct(endpoints.transferTicket, { shows, done: () => { setTransferring(false); void message.success('已转办。'); void navigate('/tickets'); } });
  const reply = useAct(endpoints.answerTicket, { shows, done: () => { draft.drop(); void message.success('已答复，群众凭工单号和查询码可以看到。'); } });
  if (!data) return <div className="page">{error ? <ProblemAlert problem={error} retry={() => void refetch()} /> : <div className="page-wait"><Spin /></div>}</div>;
  const open = data.status === 'waiting' || data.status === 'accepted';
  const own = may('operator') && person.orgId === data.orgId;
  const send = () => modal.confirm({
    title: '答复群众', content: '答复立即可以查到，发出后不能修改。', okText: '发出答复', cancelText: '再看看',
    onOk: () => reply.mutateAsync({ params: { id }, body: { seenVersion: data.version, answer: answer.trim(), offerToLibrary: offer } }).catch(() => undefined),
  });
  return (
    <div className="page">
      <PageHeader
        title={`${TICKET_KIND_WORDS[data.kind]} ${data.ticketNo}`} back={{ to: '/tickets', label: '咨询办理' }}
        facts={<><TicketStatusTag is={data.status} />{data.overdue && <StatusTag tone="seal" shape="▲">逾期</StatusTag>}<span>{data.unit}</span><span>收到 {formatInstant(data.openedAt)}</span></>}
        actions={<>{open && (own || may('supervisor')) && <Button onClick={() => setTransferring(true)}>转办</Button>}{own && data.status === 'waiting' && <Button type="primary" onClick={() => setAccepting(true)}>受理</Button>}</>}
      />
      <div className="ticket">
        <div>
          <p className="ticket-text">{data.question}</p>
          {data.answer && <Section title="答复" extra={<span className="small quiet">{formatInstant(data.answeredAt)}</span>}><p className="ticket-answer">{data.answer}</p></Section>}
          {own && data.status === 'accepted' && (
            <Section title="答复群众" extra={<DraftLine savedAt={draft.savedAt} />}>
              <ProblemAlert problem={reply.error} names={{ answer: '答复' }} />
              <label className="stack"><span className="hint">先直接回答，再写依据（文号、第几条）和办理办法。不要写个人信息。</span>
                <Input.TextArea id="answer" aria-label="答复" value={answer} autoSize={{ minRows: 7, maxRows: 24 }} maxLength={LIMITS.ticketChars} showCount onChange={(event) => { setAnswer(event.target.value); draft.keep(event.target.value); }} />
              </label>
              <div className="row-between" style={{ marginTop: 12 }}>
                <Checkbox checked={offer} onChange={(event) => setOffer(event.target.checked)}>同时作为政策问答草稿，审核后供其他群众查到</Checkbox>
                <Button type="primary" disabled={answer.trim() === ''} loading={reply.isPending} onClick={send}>答复</Button>
              </div>
            </Section>
          )}
          {own && data.status === 'waiting' && <p className="callout" style={{ marginTop: 16 }}>受理后才能答复。不属于本单位职责的，请转办。</p>}
        </div>
        <aside aria-label="期限和过程">
          <Facts items={[['受理期限', <DueClock key="a" dueOn={data.acceptDueOn} done={data.status !== 'waiting'} />], ['答复期限', <DueClock key="d" dueOn={data.dueOn} done={!open} />], ['经办人', data.handlerName], ['联系电话', data.contactPhone]]} />
          {data.dueExplained.length > 0 && <details className="ticket-why"><summary>期限怎么算的</summary><ol>{data.dueExplained.map((line, i) => <li key={i}>{line}</li>)}</ol></details>}
          <h2 className="ticket-head">办理过程</h2>
          <ol className="ticket-steps">{data.steps.map((step, i) => <li key={i}><span className="quiet small">{formatInstant(step.at)}</span><br />{step.text}</li>)}</ol>
        </aside>
      </div>
      <Modal open={accepting} title="受理" okText="受理" cancelText="取消" confirmLoading={accept.isPending} onCancel={() => setAccepting(false)} onOk={() => accept.mutate({ params: { id }, body: { seenVersion: data.version, complexity } })}>
        <ProblemAlert problem={accept.error} />
        <p className="hint">受理后群众会看到由本单位办理和答复期限。</p>
        <Radio.Group value={complexity} onChange={(event) => setComplexity(event.target.value as Complexity)} className="ticket-choice" options={[{ value: 'simple', label: '一般事项，按一般期限答复' }, { value: 'complex', label: '复杂事项，需要核查或会商，期限延长' }]} />
      </Modal>
      {transferring && (
        <ReasonDialog title="转办" verb="转办" label="转办理由" consequence="转办后由接收单位重新受理，受理期限重新计算，群众会看到承办单位变更。" busy={transfer.isPending} problem={transfer.error}
          onSubmit={(reason) => { if (toOrg) transfer.mutate({ params: { id }, body: { seenVersion: data.version, orgId: toOrg, reason } }); else void message.warning('请选择接收单位。'); }} onCancel={() => setTransferring(false)}>
          <label className="stack" style={{ marginBottom: 12 }}><span>接收单位</span>
            <Select<string> aria-label="接收单位" showSearch={{ optionFilterProp: 'label' }} value={toOrg} placeholder="选择单位" options={(organisations.data ?? []).filter((org) => org.id !== data.orgId).map((org) => ({ value: org.id, label: org.name }))} onChange={setToOrg} />
          </label>
        </ReasonDialog>
      )}
    </div>
  );
}
