import { LOOK_GROUPS, SOUND_GROUPS } from './name-words.js';

const looks = new Map<string, Set<number>>();
LOOK_GROUPS.forEach((group, at) => {
  for (const char of group.toLowerCase()) looks.set(char, (looks.get(char) ?? new Set()).add(at));
});

/** Sounds that many speakers do not tell apart become one: zh z, ch c, sh s, ang an, eng en, ing in, n l at the front. */
export function blurSound(syllable: string): string {
  return syllable.replace(/^([zcs])h/u, '$1').replace(/(a|e|i)ng$/u, '$1n').replace(/^n/u, 'l');
}

const sounds = new Map<string, Set<string>>();
for (const [syllable, chars] of Object.entries(SOUND_GROUPS)) for (const char of chars) sounds.set(char, (sounds.get(char) ?? new Set()).add(syllable));

export type Likeness = 'same' | 'looks' | 'sounds' | 'nearly_sounds' | 'different';

const meets = <T>(a: Set<T> | undefined, b: Set<T> | undefined): boolean => a !== undefined && b !== undefined && [...a].some((each) => b.has(each));

/** How two characters can be taken for each other. */
export function likeness(a: string, b: string): Likeness {
  if (a === b) return 'same';
  if (meets(looks.get(a), looks.get(b))) return 'looks';
  const [as, bs] = [sounds.get(a), sounds.get(b)];
  if (meets(as, bs)) return 'sounds';
  if (as && bs && meets(new Set([...as].map(blurSound)), new Set([...bs].map(blurSound)))) return 'nearly_sounds';
  return 'different';
}
