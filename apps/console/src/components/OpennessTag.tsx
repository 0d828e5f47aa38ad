import { OPENNESS_WORDS, type Openness } from '@govmedia-hub/contracts';

const TONES: Record<Openness, string> = { proactive: 'good', on_request: 'amber', withheld: 'grey' };
const SHAPES: Record<Openness, string> = { proactive: '◎', on_request: '◐', withheld: '⊘' };

/** 公开属性; none stated counts as not public and says so. */
export function OpennessTag({ openness }: { openness: Openness | null }) {
  if (!openness) return <span className="chip tone-amber"><span aria-hidden="true">△</span> 未标公开属性</span>;
  return <span className={`chip tone-${TONES[openness]}`}><span aria-hidden="true">{SHAPES[openness]}</span> {OPENNESS_WORDS[openness]}</span>;
}
