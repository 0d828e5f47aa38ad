import { SEVERITIES, SEVERITY_WORDS } from '@govmedia-hub/contracts';
import { FindingCard } from '../../../components/FindingCard.js';
import type { LiveScreening } from './use-live-screening.js';

const RANK = { block: 0, warn: 1, note: 2 } as const;

/** The margin of the editor: what the machine finds while the text is written. */
export function LiveFindings({ live, onPick }: { live: LiveScreening; onPick: (finding: { start: number; end: number }) => void }) {
  const findings = live.result?.findings ?? [];
  const sorted = [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity] || a.start - b.start);
  return (
    <aside className="live" aria-label="实时检查">
      <div className="row-between live-head"><h2>实时检查</h2><span className="small quiet" role="status">{live.behind ? '正在检查…' : live.result ? SEVERITIES.map((severity) => `${SEVERITY_WORDS[severity]} ${findings.filter((finding) => finding.severity === severity).length}`).join(' · ') : ''}</span></div>
      {live.problem && <p className="field-error">{live.problem.title}不影响继续撰写。</p>}
      {!live.result && !live.problem && <p className="quiet">写下文字后，这里会逐条指出用词、机构名称、引用、数字和隐私方面的问题。</p>}
      {live.result && findings.length === 0 && <p className="quiet">没有发现问题。送审时还会再查一遍。</p>}
      {sorted.map((finding, i) => <FindingCard key={`${finding.rule} ${finding.start} ${i}`} finding={finding} onPick={() => onPick(finding)} />)}
      {live.result && <p className="small quiet live-version">词库版本 {live.result.lexiconVersion}</p>}
    </aside>
  );
}
