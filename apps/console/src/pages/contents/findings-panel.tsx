import { GATE_WORDS, type ContentView, type FindingView, type Gate } from '@govmedia-hub/contracts';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { FindingCard } from '../../components/FindingCard.js';

const RANK = { block: 0, warn: 1, note: 2 } as const;

/** Findings of the revision: what is open first, then by weight and place. */
export function FindingsPanel({ content, gate, active, onPick, onDecide }: { content: ContentView; gate: Gate | null; active: string | null; onPick: (id: string) => void; onDecide: (finding: FindingView, decision: 'confirmed' | 'dismissed') => void }) {
  const [shown, setShown] = useState<'open' | 'all'>('open');
  const ofGate = content.findings.filter((finding) => !gate || finding.gate === gate);
  const open = ofGate.filter((finding) => finding.state === 'open');
  const rows = [...(shown === 'open' ? open : ofGate)].sort((a, b) => RANK[a.severity] - RANK[b.severity] || a.start - b.start);
  return (
    <section className="findings" aria-label="检查结果">
      <div className="row-between findings-head">
        <h2>检查结果{gate ? ` · ${GATE_WORDS[gate]}` : ''}</h2>
        <Segmented size="small" value={shown} onChange={setShown} options={[{ value: 'open', label: `待处理 ${open.length}` }, { value: 'all', label: `全部 ${ofGate.length}` }]} />
      </div>
      {rows.length === 0 && <p className="quiet">{shown === 'open' && ofGate.length > 0 ? '检查结果都已处理。' : '没有检查结果。机器没有发现问题不等于没有问题，请通读全文。'}</p>}
      {rows.map((finding) => (
        <FindingCard key={finding.id} finding={finding} active={finding.id === active} {...(finding.attachment === null ? { onPick: () => onPick(finding.id) } : {})}>
          {content.abilities.decideFindings && finding.state === 'open' && (
            <>
              <Button size="small" onClick={() => onDecide(finding, 'confirmed')}>属实，要改</Button>
              <Button size="small" onClick={() => onDecide(finding, 'dismissed')}>误报</Button>
            </>
          )}
        </FindingCard>
      ))}
    </section>
  );
}
