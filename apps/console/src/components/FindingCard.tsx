import { FINDING_STATE_WORDS, GATE_WORDS, SEVERITY_WORDS, type FindingView, type Severity } from '@govmedia-hub/contracts';
import type { ReactNode } from 'react';

const SHAPES: Record<Severity, string> = { block: '■', warn: '▲', note: '●' };

/** A finding of the machine beside the text: what, why, what instead; and what a person decided. */
export function FindingCard({ finding, active = false, onPick, children }: {
  finding: Pick<FindingView, 'gate' | 'severity' | 'text' | 'message' | 'suggestion' | 'source' | 'rule'> & Partial<Pick<FindingView, 'id' | 'attachment' | 'place' | 'state' | 'decidedByName' | 'reason'>>;
  active?: boolean; onPick?: () => void; children?: ReactNode;
}) {
  const settled = finding.state === 'dismissed' || finding.state === 'fixed';
  return (
    <article className={`finding finding-${finding.severity}${active ? ' finding-active' : ''}${settled ? ' finding-settled' : ''}`} {...(finding.id ? { id: `finding-${finding.id}` } : {})}>
      <div className="finding-head">
        <span className={`finding-severity sev-${finding.severity}`}><span aria-hidden="true">{SHAPES[finding.severity]}</span> {SEVERITY_WORDS[finding.severity]}</span>
        <span className="quiet small">{GATE_WORDS[finding.gate]}</span>
        {finding.state && finding.state !== 'open' && <span className="finding-state">{FINDING_STATE_WORDS[finding.state]}</span>}
      </div>
      {finding.attachment && <p className="small">在附件“{finding.attachment}”{finding.place ? `：${finding.place}` : '里'}</p>}
      {finding.text === '' ? null : onPick ? <button type="button" className="finding-text" onClick={onPick}>“{finding.text}”</button> : <p className="finding-text">“{finding.text}”</p>}
      <p>{finding.message}</p>
      {finding.suggestion && <p className="finding-suggestion">建议：{finding.suggestion}</p>}
      {finding.source && <p className="small quiet">规则来源：{finding.source}</p>}
      {finding.decidedByName && <p className="small quiet">{finding.decidedByName}：{finding.reason}</p>}
      {children && <div className="finding-acts">{children}</div>}
    </article>
  );
}
