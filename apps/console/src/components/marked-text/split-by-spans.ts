/** A stretch of text that is to be marked; offsets are UTF-16 code units. */
export interface MarkSpan { id: string; start: number; end: number }

/** A stretch between two borders and the marks that lie over it, in the order in which they were given. */
export interface MarkedPiece { start: number; end: number; text: string; ids: string[] }

/**
 * Cuts text at the borders of all spans, so that overlapping marks can be drawn exactly.
 * Spans outside the text are clipped; empty and reversed ones are left out.
 */
export function splitBySpans(text: string, spans: readonly MarkSpan[], offset = 0): MarkedPiece[] {
  const kept = spans
    .map((span) => ({ id: span.id, start: Math.max(0, span.start - offset), end: Math.min(text.length, span.end - offset) }))
    .filter((span) => span.start < span.end);
  const borders = [...new Set([0, text.length, ...kept.flatMap((span) => [span.start, span.end])])].sort((a, b) => a - b);
  const pieces: MarkedPiece[] = [];
  for (let i = 0; i + 1 < borders.length; i += 1) {
    const start = borders[i]!;
    const end = borders[i + 1]!;
    pieces.push({ start: start + offset, end: end + offset, text: text.slice(start, end), ids: kept.filter((span) => span.start <= start && span.end >= end).map((span) => span.id) });
  }
  return pieces;
}
