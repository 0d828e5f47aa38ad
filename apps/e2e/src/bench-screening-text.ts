// Texts and terms for the matcher benchmark, drawn from one seed: the same on every machine.

/** Small seeded generator of whole numbers below a limit. */
export function generator(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * limit);
  };
}

/** Everyday characters, scattered over their block as in real texts; none that a normalisation folds to another. */
export function alphabet(size: number, seed: number, folds: (unit: number) => number): number[] {
  const next = generator(seed);
  const units: number[] = [];
  const seen = new Set<number>();
  while (units.length < size) {
    const unit = 0x4e00 + next(0x9fa5 - 0x4e00);
    if (seen.has(unit) || folds(unit) !== unit || '一二三四五六七八九十百千'.includes(String.fromCharCode(unit))) continue;
    seen.add(unit);
    units.push(unit);
  }
  return units;
}

/** Terms of 2 to 8 characters, no two alike. */
export function drawTerms(count: number, units: readonly number[], seed: number, taken = new Set<string>()): string[] {
  const next = generator(seed);
  const terms: string[] = [];
  while (terms.length < count) {
    const term = String.fromCharCode(...Array.from({ length: 2 + next(7) }, () => units[next(units.length)]!));
    if (taken.has(term)) continue;
    taken.add(term);
    terms.push(term);
  }
  return terms;
}

const BYTES_PER_HAN = 3;

/**
 * Running text of about `megabytes` of UTF-8: characters by Zipf's law, a mark of punctuation every dozen, lines of a
 * hundred; `planted` terms per megabyte are set in at even chance, away from each other and from line ends.
 */
export function drawText(megabytes: number, units: readonly number[], planted: readonly string[], perMegabyte: number, seed: number): string {
  const next = generator(seed);
  const weights = Float64Array.from(units, (_, rank) => 1 / (rank + 8));
  let total = 0;
  const cumulative = weights.map((weight) => (total += weight));
  const lookup = Uint16Array.from({ length: 65536 }, (_, i) => {
    const at = (i / 65536) * total;
    let [low, high] = [0, units.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    return units[low]!;
  });
  const marks = '，。、；：（）《》';
  const pieces: string[] = [];
  const goal = Math.floor((megabytes * 1e6) / BYTES_PER_HAN);
  const gap = 1e6 / BYTES_PER_HAN / perMegabyte;
  let size = 0;
  let owed = gap * 0.5;
  while (size < goal) {
    let line = '';
    while (line.length < 100) {
      const run = 6 + next(14);
      for (let i = 0; i < run; i += 1) line += String.fromCharCode(lookup[next(65536)]!);
      if (size + line.length >= owed) {
        line += `${marks[next(marks.length)]!}${planted[next(planted.length)]!}${marks[next(marks.length)]!}`;
        owed += gap;
      } else line += marks[next(marks.length)]!;
    }
    pieces.push(line);
    size += line.length + 1;
  }
  return `${pieces.join('\n')}\n`;
}
