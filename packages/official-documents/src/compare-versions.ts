/** A section as far as comparing needs it. */
export interface ComparedSection { anchor: string; label: string; heading: string | null; text: string }

export interface DifferencePiece { kind: 'same' | 'removed' | 'added'; text: string }

/** One row of two versions side by side. */
export interface ComparisonRow {
  /** moved: the same words under another number. */
  kind: 'same' | 'changed' | 'moved' | 'added' | 'removed';
  before: ComparedSection | null;
  after: ComparedSection | null;
  /** The text letter by letter; of a changed row only. */
  pieces: DifferencePiece[];
}

/** Sections alike from here on are the same article, renumbered or reworded. */
const ALIKE = 0.55;
/** How far a renumbered article may have wandered, beside what was added or taken out in all. */
const REACH = 30;
/** Longer texts are compared sentence by sentence: letter by letter would take too long and tell too little. */
const LETTERWISE = 1_200;

/**
 * Two versions of a document side by side, article by article, in reading order of the later one; what was removed stands
 * where it stood. Articles pair by their words first, so that one that was only renumbered is not shown as rewritten.
 */
export function compareVersions(before: readonly ComparedSection[], after: readonly ComparedSection[]): ComparisonRow[] {
  const pairs = pair(before, after);
  const rows: ComparisonRow[] = [];
  let next = 0;
  const flushRemoved = (until: number): void => {
    for (; next < until; next++) if (!pairs.some(([left]) => left === next)) rows.push({ kind: 'removed', before: before[next]!, after: null, pieces: [] });
  };
  for (const [at, section] of after.entries()) {
    const match = pairs.find(([, right]) => right === at);
    if (!match) {
      rows.push({ kind: 'added', before: null, after: section, pieces: [] });
      continue;
    }
    flushRemoved(match[0]);
    next = Math.max(next, match[0] + 1);
    rows.push(rowOf(before[match[0]]!, section));
  }
  flushRemoved(before.length);
  return rows;
}

function rowOf(before: ComparedSection, after: ComparedSection): ComparisonRow {
  const [left, right] = [wordsOf(before), wordsOf(after)];
  if (left === right) return { kind: before.anchor === after.anchor && before.label === after.label ? 'same' : 'moved', before, after, pieces: [] };
  return { kind: 'changed', before, after, pieces: differenceOf(left, right) };
}

const wordsOf = (section: ComparedSection): string => [section.heading, section.text].filter(Boolean).join('\n');

/** Index pairs in increasing order on both sides that together are most alike. */
function pair(before: readonly ComparedSection[], after: readonly ComparedSection[]): [number, number][] {
  const grams = [before.map((section) => gramsOf(wordsOf(section))), after.map((section) => gramsOf(wordsOf(section)))] as const;
  const reach = REACH + Math.abs(before.length - after.length);
  const value = (i: number, j: number): number => {
    const same = before[i]!.anchor === after[j]!.anchor;
    if (!same && Math.abs(i - j) > reach) return 0;
    const alike = likeness(grams[0][i]!, grams[1][j]!);
    if (same && alike >= 0.2) return alike + 0.15;
    return alike >= ALIKE ? alike : 0;
  };
  const best = Array.from({ length: before.length + 1 }, () => new Float64Array(after.length + 1));
  const values = before.map((_, i) => after.map((_each, j) => value(i, j)));
  for (let i = before.length - 1; i >= 0; i--) for (let j = after.length - 1; j >= 0; j--) best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, values[i]![j]! > 0 ? values[i]![j]! + best[i + 1]![j + 1]! : 0);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (values[i]![j]! > 0 && best[i]![j] === values[i]![j]! + best[i + 1]![j + 1]!) pairs.push([i++, j++]);
    else if (best[i]![j] === best[i + 1]![j]!) i++;
    else j++;
  }
  return pairs;
}

function gramsOf(text: string): Map<string, number> {
  const grams = new Map<string, number>();
  const plain = text.replace(/\s/g, '');
  for (let i = 0; i < Math.max(1, plain.length - 1); i++) grams.set(plain.slice(i, i + 2), (grams.get(plain.slice(i, i + 2)) ?? 0) + 1);
  return grams;
}

/** Dice's coefficient over pairs of letters. */
function likeness(a: Map<string, number>, b: Map<string, number>): number {
  let [common, total] = [0, 0];
  for (const [gram, times] of a) {
    common += Math.min(times, b.get(gram) ?? 0);
    total += times;
  }
  for (const times of b.values()) total += times;
  return total === 0 ? 1 : (2 * common) / total;
}

/** What was taken out and put in, joined into as few pieces as read well. */
export function differenceOf(before: string, after: string): DifferencePiece[] {
  const cut = (text: string): string[] => (Math.max(before.length, after.length) > LETTERWISE ? (text.match(/[^。；，\n]*[。；，\n]?/g) ?? []).filter(Boolean) : [...text]);
  const [left, right] = [cut(before), cut(after)];
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint32Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i--) for (let j = right.length - 1; j >= 0; j--) lengths[i]![j] = left[i] === right[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  const pieces: DifferencePiece[] = [];
  const put = (kind: DifferencePiece['kind'], text: string): void => {
    const last = pieces[pieces.length - 1];
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      put('same', left[i]!);
      i++;
      j++;
    } else if (i < left.length && (j >= right.length || lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) put('removed', left[i++]!);
    else put('added', right[j++]!);
  }
  return pieces;
}
