import { percentage } from './percentages.js';

export interface SampleUnit {
  id: string;
  stratum: string;
}

export interface Sample {
  ids: string[];
  strata: { stratum: string; frame: number; drawn: number; ratio: string | null }[];
  seed: string;
  method: string;
}

/** FNV-1a of the seed's text, then mulberry32: small, the same on every machine, and not for secrets. */
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const char of seed) state = Math.imul(state ^ char.codePointAt(0)!, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Seats by largest remainder, then at least one for every stratum as far as the size allows. */
function seats(sizes: readonly number[], size: number): number[] {
  const whole = sizes.reduce((sum, each) => sum + each, 0);
  if (whole === 0) return sizes.map(() => 0);
  const shares = sizes.map((each) => Math.floor((each * size) / whole));
  const byRemainder = sizes.map((each, at) => ({ at, rest: (each * size) % whole })).sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (let left = size - shares.reduce((sum, each) => sum + each, 0), i = 0; left > 0; i += 1, left -= 1) shares[byRemainder[i % byRemainder.length]!.at]! += 1;
  for (let at = 0; at < shares.length; at += 1) {
    if (shares[at]! > 0 || sizes[at] === 0) continue;
    const richest = shares.reduce((best, each, i) => (each > shares[best]! ? i : best), 0);
    if (shares[richest]! <= 1) break;
    shares[richest]! -= 1;
    shares[at] = 1;
  }
  return shares;
}

/**
 * Draws a stratified sample: the same frame, size and seed always give the same ids, in whatever order the frame comes.
 * Throws RangeError for a size that is no whole number, is negative or exceeds the frame, and for an id given twice.
 */
export function drawSample(frame: readonly SampleUnit[], size: number, seed: string): Sample {
  if (!Number.isInteger(size) || size < 0 || size > frame.length) throw new RangeError(`cannot draw ${size} of ${frame.length}`);
  if (new Set(frame.map((unit) => unit.id)).size !== frame.length) throw new RangeError('an id stands twice in the frame');
  const groups = new Map<string, string[]>();
  for (const unit of [...frame].sort((a, b) => (a.id < b.id ? -1 : 1))) groups.set(unit.stratum, [...(groups.get(unit.stratum) ?? []), unit.id]);
  const names = [...groups.keys()].sort();
  const shares = seats(names.map((name) => groups.get(name)!.length), size);
  const ids: string[] = [];
  const strata = names.map((stratum, at) => {
    const members = [...groups.get(stratum)!];
    // One stream per stratum: a new account elsewhere does not disturb this stratum's draw.
    const random = randomFrom(`${seed}\u0000${stratum}`);
    for (let i = 0; i < shares[at]!; i += 1) {
      const pick = i + Math.floor(random() * (members.length - i));
      [members[i], members[pick]] = [members[pick]!, members[i]!];
    }
    ids.push(...members.slice(0, shares[at]));
    return { stratum, frame: members.length, drawn: shares[at]!, ratio: percentage(shares[at]!, members.length, 1) };
  });
  return { ids: ids.sort(), strata, seed, method: '按层比例分配（最大余数法），层内用种子决定的随机数抽取，不重复' };
}
