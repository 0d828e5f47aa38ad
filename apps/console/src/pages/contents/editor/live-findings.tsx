import { SEVERITIES, SEVERITY_WORDS } from '@govmedia-hub/contracts';
import { Button } from 'antd';
import { FindingCard } from '../../../components/FindingCard.js';
import type { BlockFindings, PlacedFinding } from './use-block-findings.js';

export interface FindingActs { pick: (finding: PlacedFinding) => void; apply: (finding: PlacedFinding) => void; dismiss: (finding: PlacedFinding) => void }

/** The margin of the editor: what the machine finds while the text is written, beside it and in its order. */
export function LiveFindings({ live, findings, dismissed, active, readOnly, acts }: { live: BlockFindings; findings: readonly PlacedFinding[]; dismissed: number; active: string | null; readOnly: boolean; acts: FindingActs }) {
  return (
    <aside className="live" aria-label="实时检查">
      <div className="row-between live-head">
        <h2>实时检查</h2>
        <span className="small quiet" role="status">{live.behind ? '正在检查…' : live.lexiconVersion ? SEVERITIES.map((severity) => `${SEVERITY_WORDS[severity]} ${findings.filter((finding) => finding.severity === severity).length}`).join(' · ') : ''}</span>
      </div>
      {!readOnly && <p className="small quiet live-keys"><kbd>F8</kbd> 下一处　<kbd>F9</kbd> 采用建议　<kbd>F10</kbd> 误报，写理由</p>}
      {live.problem && <p className="field-error">{live.problem.title}不影响继续撰写。</p>}
      {live.lexiconVersion === null && !live.problem && <p className="quiet">写下文字后，这里会逐条指出用词、机构名称、引用、数字和隐私方面的问题。</p>}
      {live.lexiconVersion !== null && findings.length === 0 && !live.behind && <p className="quiet">没有发现问题。送审时还会再查一遍。</p>}
      {findings.map((finding) => (
        <FindingCard key={finding.id} finding={finding} active={finding.id === active} onPick={() => acts.pick(finding)}>
          {!readOnly && (
            <>
              {finding.suggestion !== null && <Button size="small" onClick={() => acts.apply(finding)}>采用建议</Button>}
              {finding.severity !== 'block' && <Button size="small" onClick={() => acts.dismiss(finding)}>误报</Button>}
            </>
          )}
        </FindingCard>
      ))}
      {dismissed > 0 && <p className="small quiet">已标为误报 {dismissed} 处，保存时连同理由一起记入。</p>}
      {live.lexiconVersion && <p className="small quiet live-version">词库版本 {live.lexiconVersion}</p>}
    </aside>
  );
}
