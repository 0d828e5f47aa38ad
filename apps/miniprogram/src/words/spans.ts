export interface Span {
  start: number;
  end: number;
}

export interface Piece<T> {
  text: string;
  mark: T | null;
}

/**
 * Cuts a text at spans (UTF-16 offsets): pieces in order, marked or plain.
 * Spans out of range are clipped; of two that overlap the earlier one stands.
 */
export function cutAtSpans<T extends Span>(text: string, spans: readonly T[]): Piece<T>[] {
  const pieces: Piece<T>[] = [];
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(span.start, at);
    const end = Math.min(span.end, text.length);
    if (span.start < at || end <= start) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), mark: null });
    pieces.push({ text: text.slice(start, end), mark: span });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), mark: null });
  return pieces;
}

/** Finds each citation's own words in the text, one after the other, so that equal words get their own place. */
export function locate<C extends { text: string }>(text: string, citations: readonly C[]): (Span & { citation: C })[] {
  const found: (Span & { citation: C })[] = [];
  const nextFrom = new Map<string, number>();
  for (const citation of citations) {
    if (!citation.text) continue;
    const start = text.indexOf(citation.text, nextFrom.get(citation.text) ?? 0);
    if (start < 0) continue;
    nextFrom.set(citation.text, start + citation.text.length);
    found.push({ start, end: start + citation.text.length, citation });
  }
  return found;
}
