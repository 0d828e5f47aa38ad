import { useEffect, useState } from 'react';

/** All places of a text inside an element, as ranges; a place does not run across paragraphs. */
function placesOf(text: string, root: Element): Range[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const value = node.nodeValue ?? '';
    for (let at = value.indexOf(text); at >= 0; at = value.indexOf(text, at + 1)) {
      // 6元 is not to be found in 16元
      if (/^\d/.test(text) && /[\d.]/.test(value[at - 1] ?? '')) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      ranges.push(range);
    }
  }
  return ranges;
}

interface Line { from: { x: number; y: number }; to: { x: number; y: number } }

/** Joins a number of the text by a line to the same number in the source beside it, and says when the source has none. */
export function NumberLines({ markId, text }: { markId: string; text: string }) {
  const [line, setLine] = useState<Line | null>(null);
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    const source = document.querySelector('[data-source-text]');
    const mark = document.getElementById(markId);
    if (!source || !mark) return undefined;
    const places = placesOf(text, source);
    const best = places.find((range) => range.startContainer.parentElement?.closest('.policy-active')) ?? places[0];
    setCount(places.length);
    const highlights = 'highlights' in CSS ? CSS.highlights : null;
    if (highlights && places.length > 0) highlights.set('source-number', new Highlight(...places));
    const holder = best?.startContainer.parentElement;
    const frame = source.getBoundingClientRect();
    if (holder && best) {
      const at = best.getBoundingClientRect();
      if (at.top < frame.top || at.bottom > frame.bottom) holder.scrollIntoView({ block: 'center' });
    }
    let asked = 0;
    const draw = () => {
      asked = 0;
      const from = mark.getBoundingClientRect();
      const to = best?.getBoundingClientRect();
      const seen = to && to.top >= frame.top - 4 && to.bottom <= frame.bottom + 4 && from.bottom > 48;
      setLine(seen ? { from: { x: from.right, y: from.top + from.height / 2 }, to: { x: to.left, y: to.top + to.height / 2 } } : null);
    };
    const later = () => { if (asked === 0) asked = requestAnimationFrame(draw); };
    draw();
    window.addEventListener('scroll', later, true);
    window.addEventListener('resize', later);
    return () => {
      window.removeEventListener('scroll', later, true);
      window.removeEventListener('resize', later);
      cancelAnimationFrame(asked);
      highlights?.delete('source-number');
    };
  }, [markId, text]);
  return (
    <>
      {line && (
        <svg className="number-lines" aria-hidden="true">
          <path d={`M ${line.from.x} ${line.from.y} C ${line.from.x + 40} ${line.from.y}, ${line.to.x - 40} ${line.to.y}, ${line.to.x} ${line.to.y}`} />
          <circle cx={line.from.x} cy={line.from.y} r="3" /><circle cx={line.to.x} cy={line.to.y} r="3" />
        </svg>
      )}
      {count !== null && <p className="number-note" role="status">{count > 0 ? `“${text}”在依据中有 ${count} 处` : `依据中没有“${text}”`}</p>}
    </>
  );
}
