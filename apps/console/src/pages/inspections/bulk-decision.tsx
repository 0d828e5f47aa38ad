import { endpoints, PLATFORM_WORDS, type DecideVerdictsRequest, type IndicatorVerdictView, type InspectionAccountView, type InspectionView } from '@govmedia-hub/contracts';
import { App, Checkbox, Segmented } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/queries.js';
import { ReasonDialog } from '../../components/ReasonDialog.js';
import { OutcomeTag } from '../../components/StatusTag.js';

interface Waiting { item: InspectionAccountView; verdict: IndicatorVerdictView }

/** One decision with one reason on many verdicts of a round; all of them or none. */
export function BulkDecision({ round, waiting, close }: { round: InspectionView; waiting: readonly Waiting[]; close: () => void }) {
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [decision, setDecision] = useState<DecideVerdictsRequest['decision']>('dismissed');
  const [missing, setMissing] = useState(false);
  const act = useAct(endpoints.decideVerdicts, { shows: { endpoint: endpoints.getInspection, id: round.id }, done: () => { void message.success(`已认定 ${chosen.size} 条。`); close(); } });
  const choose = (ids: readonly string[], on: boolean) => { setMissing(false); setChosen((before) => { const after = new Set(before); for (const id of ids) if (on) after.add(id); else after.delete(id); return after; }); };
  const groups = [...new Map(waiting.map(({ verdict }) => [verdict.code, verdict.name] as const))].map(([code, name]) => ({ code, name, rows: waiting.filter(({ verdict }) => verdict.code === code) }));
  const submit = (reason: string) => {
    if (chosen.size === 0) { setMissing(true); return; }
    act.mutate({ params: { id: round.id }, body: { verdictIds: [...chosen], decision, reason } });
  };
  return (
    <ReasonDialog
      title="一并认定" verb={decision === 'confirmed' ? '确认属实' : '认定不成立'} danger={decision === 'confirmed'} label="认定理由" busy={act.isPending} problem={act.error} onSubmit={submit} onCancel={close}
      consequence={decision === 'confirmed' ? '选中的各条都认定属实，所涉账号即不合格。' : '选中的各条都认定不成立，理由写明核实情况，逐条记入。'}
    >
      <Segmented<DecideVerdictsRequest['decision']> aria-label="认定结论" value={decision} onChange={setDecision} options={[{ value: 'dismissed', label: '不成立' }, { value: 'confirmed', label: '属实' }]} />
      <p className="bulk-count" role="status">已选 {chosen.size} 条，共 {waiting.length} 条待认定</p>
      <div className="bulk-list" role="group" aria-label="待认定的各条" tabIndex={0}>
        {groups.map(({ code, name, rows }) => {
          const ids = rows.map(({ verdict }) => verdict.id);
          const on = ids.filter((id) => chosen.has(id)).length;
          return (
            <div key={code} className="bulk-group">
              <Checkbox checked={on === ids.length} indeterminate={on > 0 && on < ids.length} onChange={(event) => choose(ids, event.target.checked)}><b>{name}</b> <span className="quiet small">{code}，{ids.length} 条</span></Checkbox>
              <ul>{rows.map(({ item, verdict }) => <li key={verdict.id}><Checkbox checked={chosen.has(verdict.id)} onChange={(event) => choose([verdict.id], event.target.checked)}>{item.accountName} <span className="quiet small">{PLATFORM_WORDS[item.platform]}</span></Checkbox><OutcomeTag is={verdict.outcome} /></li>)}</ul>
            </div>
          );
        })}
      </div>
      {missing && <p className="field-error" role="alert">请先选择要认定的条目。</p>}
    </ReasonDialog>
  );
}
