import { endpoints, LIMITS, PLATFORM_WORDS, type IndicatorVerdictView, type InspectionAccountView, type InspectionView } from '@govmedia-hub/contracts';
import { Button, Drawer, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useAct } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { OutcomeTag } from '../../components/StatusTag.js';

/** One verdict: what the machine saw, its evidence, and the inspector's decision. */
export function DecisionDrawer({ round, open, close, next, left }: { round: InspectionView; open: { item: InspectionAccountView; verdict: IndicatorVerdictView } | null; close: () => void; next: () => void; left: number }) {
  const { may } = useSession();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const act = useAct(endpoints.decideVerdict, { shows: { endpoint: endpoints.getInspection, id: round.id }, done: () => { setReason(''); if (left > 1) next(); } });
  const verdictId = open?.verdict.id;
  const { reset } = act;
  useEffect(() => { setReason(''); setMissing(false); reset(); }, [verdictId, reset]);
  if (!open) return <Drawer open={false} onClose={close} />;
  const { item, verdict } = open;
  const decidable = may('inspector') && round.status === 'confirming' && (verdict.outcome === 'suspected' || verdict.outcome === 'undecidable');
  const decide = (decision: 'confirmed' | 'dismissed') => {
    if (reason.trim() === '') { setMissing(true); document.getElementById('verdict-reason')?.focus(); return; }
    act.mutate({ params: { id: round.id, verdictId: verdict.id }, body: { decision, reason: reason.trim() } });
  };
  return (
    <Drawer open onClose={close} size={520} title={verdict.name} footer={decidable && (
      <div className="row-between"><span className="small quiet">还有 {left} 条待认定</span><span className="row"><Button loading={act.isPending} onClick={() => decide('dismissed')}>不成立</Button><Button type="primary" danger loading={act.isPending} onClick={() => decide('confirmed')}>确认属实</Button></span></div>
    )}>
      <p className="decision-account"><b>{item.accountName}</b>　{PLATFORM_WORDS[item.platform]} · {item.sponsorName}</p>
      <p className="row" style={{ margin: '8px 0' }}><OutcomeTag is={verdict.outcome} /><span className="quiet small">{verdict.code}</span></p>
      <p>{verdict.reason}</p>
      <h3 className="decision-head">证据</h3>
      {verdict.evidence.length === 0 ? <p className="quiet">没有证据材料。</p> : (
        <ul className="rows">{verdict.evidence.map((evidence, i) => <li key={i}><span className="quiet small">{evidence.label}{evidence.at ? ` · ${formatInstant(evidence.at)}` : ''}</span><p className="decision-value">{evidence.value}</p>{evidence.url && <a href={evidence.url} target="_blank" rel="noreferrer noopener">打开原文</a>}</li>)}</ul>
      )}
      {verdict.decidedByName && <><h3 className="decision-head">认定</h3><p>{verdict.decidedByName}：{verdict.decidedReason}</p></>}
      {decidable && (
        <>
          <h3 className="decision-head">认定理由</h3>
          <ProblemAlert problem={act.error} />
          <p className="hint">确认属实，账号即不合格；认定不成立，写明核实情况。</p>
          <Input.TextArea id="verdict-reason" aria-label="认定理由" value={reason} status={missing ? 'error' : ''} autoSize={{ minRows: 3, maxRows: 8 }} maxLength={LIMITS.reasonChars} showCount onChange={(event) => { setReason(event.target.value); setMissing(false); }} />
          {missing && <p className="field-error" role="alert">请写明认定理由。</p>}
        </>
      )}
    </Drawer>
  );
}
