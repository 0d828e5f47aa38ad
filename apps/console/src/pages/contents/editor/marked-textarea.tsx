import { useRef } from 'react';
import { splitBySpans } from '../../../components/marked-text/split-by-spans.js';
import type { TextMark } from '../../../components/marked-text/MarkedText.js';

/** A text field that grows with its text and shows findings at their spans behind it. */
export function MarkedTextarea({ id, label, value, onChange, marks = [], offset = 0, placeholder, maxLength, serif = false, single = false, readOnly = false }: {
  id: string; label: string; value: string; onChange: (value: string) => void; marks?: readonly TextMark[]; offset?: number; placeholder?: string; maxLength?: number; serif?: boolean; single?: boolean; readOnly?: boolean;
}) {
  const box = useRef<HTMLTextAreaElement>(null);
  const tones = new Map(marks.map((mark) => [mark.id, mark.tone]));
  return (
    <div className={serif ? 'marked-field serif' : 'marked-field'}>
      <div className="marked-back" aria-hidden="true">
        {splitBySpans(value, marks, offset).map((piece) => (piece.ids.length > 0 ? <mark key={piece.start} className={`mark mark-${tones.get(piece.ids[0]!)}`}>{piece.text}</mark> : piece.text))}
        {/* a last empty line has height only with something in it */}
        {'\u200b'}
      </div>
      <textarea
        ref={box} id={id} data-piece={id} aria-label={label} value={value} placeholder={placeholder} maxLength={maxLength} rows={1} spellCheck={false} readOnly={readOnly}
        onChange={(event) => onChange(single ? event.target.value.replace(/\n/g, '') : event.target.value)}
        onKeyDown={(event) => { if (single && event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault(); }}
      />
    </div>
  );
}
