import { lookAlikes } from './look-alikes.js';
import { readings } from './readings.js';
import { sharedParts } from './shared-parts.js';

/** How a wrong character comes from the right one. */
export const SAME_SOUND = 1;
export const NEAR_SOUND = 2;
export const SAME_SHAPE = 4;
/** Among the four nearest in print. */
export const CLOSE_SHAPE = 8;
/** Written with a part in common. */
export const SHARED_PART = 16;

/** Initials and finals that speakers and input methods mix up. */
const NEAR_INITIALS: readonly (readonly [string, string])[] = [['zh', 'z'], ['ch', 'c'], ['sh', 's'], ['n', 'l'], ['f', 'h'], ['r', 'l'], ['b', 'p'], ['d', 't'], ['g', 'k'], ['j', 'q'], ['q', 'x'], ['j', 'x'], ['zh', 'ch'], ['g', 'h'], ['k', 'h'], ['zh', 'j'], ['ch', 'q'], ['sh', 'x']];
const NEAR_FINALS: readonly (readonly [string, string])[] = [['ang', 'an'], ['eng', 'en'], ['ing', 'in'], ['uang', 'uan'], ['iang', 'ian'], ['ong', 'eng'], ['v', 'u'], ['uo', 'o'], ['ui', 'ei'], ['ie', 'ian'], ['iu', 'iao'], ['ao', 'ou'], ['e', 'uo'], ['i', 'e']];

const initialOf = (syllable: string): string => /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])/.exec(syllable)?.[0] ?? '';

function nearSyllables(syllable: string, known: ReadonlyMap<string, string>): string[] {
  const initial = initialOf(syllable);
  const final = syllable.slice(initial.length);
  const near = new Set<string>();
  const swaps = (pairs: readonly (readonly [string, string])[], part: string): string[] => pairs.flatMap(([a, b]) => (a === part ? [b] : b === part ? [a] : []));
  const initials = swaps(NEAR_INITIALS, initial);
  const finals = swaps(NEAR_FINALS, final);
  for (const other of initials) near.add(other + final);
  for (const other of finals) near.add(initial + other);
  return [...near].filter((other) => other !== syllable && known.has(other));
}

let soundsByCode: Map<number, number[]> | null = null;
let nearBySyllable: number[][] = [];

function readSyllables(): Map<number, number[]> {
  if (soundsByCode) return soundsByCode;
  const sounds = new Map<number, number[]>();
  const syllables = new Map<string, string>();
  const parts = readings.trim().split(/\s+/);
  for (let i = 0; i + 1 < parts.length; i += 2) syllables.set(parts[i]!, parts[i + 1]!);
  const names = [...syllables.keys()];
  names.forEach((name, index) => { for (const one of syllables.get(name)!) sounds.set(one.charCodeAt(0), [...sounds.get(one.charCodeAt(0)) ?? [], index]); });
  nearBySyllable = names.map((name) => nearSyllables(name, syllables).map((near) => names.indexOf(near)));
  soundsByCode = sounds;
  return sounds;
}

/** Numbers of the syllables that a character is read as. */
export const syllablesOf = (code: number): readonly number[] => readSyllables().get(code) ?? [];
export const nearSyllablesOf = (syllable: number): readonly number[] => { readSyllables(); return nearBySyllable[syllable] ?? []; };

let table: Map<number, Map<number, number>> | null = null;

function build(): Map<number, Map<number, number>> {
  const built = new Map<number, Map<number, number>>();
  const join = (a: string, b: string, kind: number): void => {
    if (a === b) return;
    const code = a.charCodeAt(0);
    let twins = built.get(code);
    if (!twins) built.set(code, (twins = new Map()));
    const other = b.charCodeAt(0);
    twins.set(other, (twins.get(other) ?? 0) | kind);
  };
  const syllables = new Map<string, string>();
  const parts = readings.trim().split(/\s+/);
  for (let i = 0; i + 1 < parts.length; i += 2) syllables.set(parts[i]!, parts[i + 1]!);
  for (const [syllable, characters] of syllables) {
    for (const a of characters) for (const b of characters) join(a, b, SAME_SOUND);
    for (const other of nearSyllables(syllable, syllables)) for (const a of characters) for (const b of syllables.get(other)!) join(a, b, NEAR_SOUND);
  }
  for (const group of lookAlikes.trim().split(/\s+/)) {
    const [first, ...rest] = group;
    rest.forEach((other, rank) => {
      const kind = rank < 4 ? SAME_SHAPE | CLOSE_SHAPE : SAME_SHAPE;
      join(first!, other, kind);
      join(other, first!, kind);
    });
  }
  for (const group of sharedParts.trim().split(/\s+/)) for (const a of group) for (const b of group) join(a, b, SHARED_PART);
  return built;
}

/** Characters (codes) that are typed or read for the given one, each with the bits of how. */
export function twinsOf(code: number): ReadonlyMap<number, number> {
  table ??= build();
  return table.get(code) ?? new Map<number, number>();
}
