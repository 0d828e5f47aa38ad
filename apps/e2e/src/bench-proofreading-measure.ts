/** A sentence as it was typed and as it should be; of equal length, or only counted as one error somewhere. */
export interface Pair {
  wrong: string;
  right: string;
}

export interface Marked {
  start: number;
  end: number;
  suggestion: string | null;
  /** Infinity for a finding that no threshold touches. */
  score: number;
  rule: string;
}

export interface MarkedPair extends Pair {
  marks: Marked[];
  /** Offsets of wrong characters. */
  errors: number[];
}

const HALF = ',;:?!()';
const FULL = '，；：？！（）';

/** Punctuation made full-width, so that only characters and words are measured. */
export const widen = (text: string): string => text.replace(/[,;:?!()]/g, (mark) => FULL[HALF.indexOf(mark)]!);

export function pairsOf(rows: readonly Record<string, string>[], wrong: string, right: string): Pair[] {
  return rows.map((row) => ({ wrong: widen(row[wrong]!), right: widen(row[right]!) }));
}

/** Where both differ; of different length: from the first to the last difference. */
function errorsOf({ wrong, right }: Pair): number[] {
  if (wrong === right) return [];
  if (wrong.length === right.length) return [...wrong].flatMap((unit, i) => (unit === right[i] ? [] : [i]));
  let start = 0;
  while (wrong[start] === right[start]) start += 1;
  let tail = 0;
  while (tail < wrong.length - start && wrong[wrong.length - 1 - tail] === right[right.length - 1 - tail]) tail += 1;
  return Array.from({ length: Math.max(1, wrong.length - tail - start) }, (_, i) => start + i);
}

export const measure = (pairs: readonly Pair[], find: (text: string) => Marked[]): MarkedPair[] => pairs.map((pair) => ({ ...pair, marks: find(pair.wrong), errors: errorsOf(pair) }));

/** The lowest threshold at which not more than so many of a thousand clean sentences get an alert. */
export function thresholdFor(marked: readonly MarkedPair[], per1000: number): number {
  const clean = marked.filter((pair) => pair.errors.length === 0);
  const tops = clean.map((pair) => Math.max(-Infinity, ...pair.marks.map((mark) => mark.score))).sort((a, b) => b - a);
  const allowed = Math.floor((per1000 / 1000) * clean.length + 1e-9);
  const top = tops[allowed] ?? -Infinity;
  return top === Infinity ? 1e6 : Math.max(-1, top + 1e-9);
}

/** The lowest threshold from which on so large a share of the findings lies on errors, with so many standard errors to spare. */
export function thresholdOfPrecision(marked: readonly MarkedPair[], precision: number, spare = 0): number {
  const findings = marked.flatMap(({ marks, errors }) => marks.filter((mark) => mark.score < Infinity).map((mark) => ({ score: mark.score, hit: errors.some((at) => at >= mark.start && at < mark.end) }))).sort((a, b) => b.score - a.score);
  let hits = 0;
  let lowest = findings[0]?.score ?? 0;
  findings.forEach(({ score, hit }, index) => {
    if (hit) hits += 1;
    const share = hits / (index + 1);
    if (share - spare * Math.sqrt((share * (1 - share)) / (index + 1)) >= precision) lowest = score;
  });
  return lowest - 1e-9;
}

/** Counted in wrong characters (recall), findings (precision) and sentences. */
export function recallAt(marked: readonly MarkedPair[], threshold: number) {
  const sum = { errors: 0, detected: 0, corrected: 0, findings: 0, right: 0, exact: 0, faulty: 0, found: 0, clean: 0, alarmed: 0 };
  for (const { wrong, right, marks, errors } of marked) {
    const told = marks.filter((mark) => mark.score > threshold);
    if (errors.length === 0) {
      sum.clean += 1;
      if (told.length > 0) sum.alarmed += 1;
    } else {
      sum.faulty += 1;
      if (told.some((mark) => errors.some((at) => at >= mark.start && at < mark.end))) sum.found += 1;
    }
    sum.errors += errors.length;
    sum.findings += told.length;
    for (const mark of told) {
      if (errors.some((at) => at >= mark.start && at < mark.end)) sum.right += 1;
      if (wrong.length === right.length && mark.suggestion === right.slice(mark.start, mark.end) && wrong.slice(mark.start, mark.end) !== mark.suggestion) sum.exact += 1;
    }
    for (const at of errors) {
      const over = told.filter((mark) => at >= mark.start && at < mark.end);
      if (over.length > 0) sum.detected += 1;
      if (wrong.length === right.length && over.some((mark) => mark.suggestion === right.slice(mark.start, mark.end))) sum.corrected += 1;
    }
  }
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  return {
    detected: share(sum.detected, sum.errors), corrected: share(sum.corrected, sum.errors), detectionPrecision: share(sum.right, sum.findings), correctionPrecision: share(sum.exact, sum.findings),
    sentences: share(sum.found, sum.faulty), falsePer1000: 1000 * share(sum.alarmed, sum.clean),
  };
}
