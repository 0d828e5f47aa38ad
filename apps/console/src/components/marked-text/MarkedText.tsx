import { runsOf, type InlineMark } from '@govmedia-hub/contracts';
import { Fragment, type ReactNode } from 'react';
import { splitBySpans, type MarkSpan } from './split-by-spans.js';

export interface TextMark extends MarkSpan { tone: 'block' | 'warn' | 'note' | 'done' | 'number'; title?: string }

const WEIGHT: Record<TextMark['tone'], number> = { block: 4, warn: 3, note: 2, done: 1, number: 0 };

interface MarkedTextProps {
  text: string;
  marks: readonly TextMark[];
  offset?: number;
  active?: string | null;
  onPick?: (id: string) => void;
  /** Emphasis and links of the text itself; a link is drawn, not followed, because what lies over it can be pressed. */
  inline?: readonly InlineMark[] | undefined;
}

/** Text with marks at exact spans; a mark can be pressed and stays in step with its card. */
export function MarkedText({ text, marks, offset = 0, active, onPick, inline = [] }: MarkedTextProps) {
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  const marked = (run: string, from: number): ReactNode => splitBySpans(run, marks, from).map((piece) => {
    const over = piece.ids.map((id) => byId.get(id)!).sort((a, b) => WEIGHT[b.tone] - WEIGHT[a.tone]);
    const top = over[0];
    if (!top) return piece.text;
    const first = over.find((mark) => mark.start === piece.start);
    return (
      <mark
        key={piece.start}
        {...(first ? { id: `mark-${first.id}` } : {})}
        className={`mark mark-${top.tone}${over.some((mark) => mark.id === active) ? ' mark-active' : ''}`}
        title={over.map((mark) => mark.title).filter(Boolean).join('\n')}
        {...(onPick ? { role: 'button', tabIndex: 0, onClick: () => onPick(top.id), onKeyDown: (event: React.KeyboardEvent) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); onPick(top.id); } } } : {})}
      >{piece.text}</mark>
    );
  });
  let at = offset;
  return (
    <>
      {runsOf(text, inline).map((run) => {
        const from = at;
        at += run.text.length;
        const words = run.href === null ? marked(run.text, from) : <span className="marked-link" title={run.href}>{marked(run.text, from)}</span>;
        return run.bold ? <strong key={from}>{words}</strong> : <Fragment key={from}>{words}</Fragment>;
      })}
    </>
  );
}
