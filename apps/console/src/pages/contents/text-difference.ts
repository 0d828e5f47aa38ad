/** A stretch that stayed, came or went. */
export interface DifferencePiece { kind: 'same' | 'added' | 'removed'; text: string }

/** Beyond this many cells the comparison of two stretches would hold up the page; they are shown as replaced. */
const MOST_CELLS = 4_000_000;

/** Longest common subsequence of two lists of words, as pieces. */
function compare(before: readonly string[], after: readonly string[]): DifferencePiece[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const a = before.slice(head, before.length - tail);
  const b = after.slice(head, after.length - tail);
  const pieces: DifferencePiece[] = [];
  const push = (kind: DifferencePiece['kind'], text: string) => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  push('same', before.slice(0, head).join(''));
  if (a.length * b.length > MOST_CELLS) {
    push('removed', a.join(''));
    push('added', b.join(''));
  } else {
    const width = b.length + 1;
    const lengths = new Uint32Array((a.length + 1) * width);
    for (let i = a.length - 1; i >= 0; i -= 1) {
      for (let j = b.length - 1; j >= 0; j -= 1) lengths[i * width + j] = a[i] === b[j] ? lengths[(i + 1) * width + j + 1]! + 1 : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
    let i = 0;
    let j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] === b[j]) { push('same', a[i]!); i += 1; j += 1; }
      else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) { push('removed', a[i]!); i += 1; }
      else { push('added', b[j]!); j += 1; }
    }
    push('removed', a.slice(i).join(''));
    push('added', b.slice(j).join(''));
  }
  push('same', before.slice(before.length - tail).join(''));
  return pieces;
}

/** Characters that stay by chance between changes tell nothing: they join the change, and a line that is mostly new is shown as new. */
function readable(pieces: DifferencePiece[], gone: string, come: string): DifferencePiece[] {
  const stayed = pieces.reduce((sum, piece) => sum + (piece.kind === 'same' ? piece.text.length : 0), 0);
  if (stayed * 2 < Math.min(gone.length, come.length)) return [{ kind: 'removed', text: gone }, { kind: 'added', text: come }];
  const joined: DifferencePiece[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed) joined.push({ kind: 'removed', text: removed });
    if (added) joined.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  pieces.forEach((piece, i) => {
    if (piece.kind === 'removed') removed += piece.text;
    else if (piece.kind === 'added') added += piece.text;
    else if (piece.text.length <= 2 && i > 0 && i < pieces.length - 1 && piece.text !== '\n') { removed += piece.text; added += piece.text; }
    else { flush(); joined.push(piece); }
  });
  flush();
  return joined;
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** What changed from one text to another: lines first, then characters inside changed lines. */
export function differenceOf(before: string, after: string): DifferencePiece[] {
  const rough = compare(linesOf(before), linesOf(after));
  const fine: DifferencePiece[] = [];
  for (let i = 0; i < rough.length; i += 1) {
    const piece = rough[i]!;
    const next = rough[i + 1];
    if (piece.kind !== 'same' && next && next.kind !== 'same' && next.kind !== piece.kind) {
      const [gone, come] = piece.kind === 'removed' ? [piece, next] : [next, piece];
      fine.push(...readable(compare([...gone.text], [...come.text]), gone.text, come.text));
      i += 1;
    } else fine.push(piece);
  }
  return fine;
}
