import { splitBySpans, type MarkSpan } from './split-by-spans.js';

export interface TextMark extends MarkSpan { tone: 'block' | 'warn' | 'note' | 'done' | 'number'; title?: string }

const WEIGHT: Record<TextMark['tone'], number> = { block: 4, warn: 3, note: 2, done: 1, number: 0 };

/** Text with marks at exact spans; a mark can be pressed and stays in step with its card. */
export function MarkedText({ text, marks, offset = 0, active, onPick }: { text: string; marks: readonly TextMark[]; offset?: number; active?: string | null; onPick?: (id: string) => void }) {
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  return (
    <>
      {splitBySpans(text, marks, offset).map((piece) => {
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
      })}
    </>
  );
}
