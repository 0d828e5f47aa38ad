import { shapeLines } from './shapes.js';
import { soundLines } from './sounds.js';

/** Sounds that many speakers do not part: zh/z, ch/c, sh/s, -ng/-n. */
const nearSounds = new Map<string, string>();
const twins = new Map<string, { sound: Set<string>; shape: Set<string> }>();

function join(group: string, by: 'sound' | 'shape'): void {
  for (const a of group) {
    const entry = twins.get(a) ?? { sound: new Set<string>(), shape: new Set<string>() };
    for (const b of group) if (a !== b) entry[by].add(b);
    twins.set(a, entry);
  }
}

for (const line of soundLines.trim().split('\n')) {
  const [syllable = '', group = ''] = line.split(' ');
  join(group, 'sound');
  const near = syllable.replace(/^([zcs])h/, '$1').replace(/(?<=[aei])ng$/, 'n');
  for (const character of group) if (!nearSounds.has(character)) nearSounds.set(character, near);
}
for (const group of shapeLines.trim().split(/\s+/)) join(group, 'shape');

const lists = new Map<string, string[]>();

/** Every character that is commonly typed for this one. */
export function twinsOf(character: string): readonly string[] {
  let list = lists.get(character);
  if (!list) {
    const entry = twins.get(character);
    list = entry ? [...new Set([...entry.shape, ...entry.sound])] : [];
    lists.set(character, list);
  }
  return list;
}

/** 'sound' or 'shape' when the two characters are commonly typed for one another, else null. */
export function twinKind(a: string, b: string): 'sound' | 'shape' | null {
  const entry = twins.get(a);
  if (!entry) return null;
  return entry.shape.has(b) ? 'shape' : entry.sound.has(b) ? 'sound' : null;
}

const alike = new Map<string, string[]>();
for (const [character, near] of nearSounds) alike.set(near, [...(alike.get(near) ?? []), character]);

/** Characters that sound alike to those who part neither zh from z nor -ng from -n. */
export const nearTwinsOf = (character: string): string[] => (alike.get(nearSounds.get(character) ?? '') ?? []).filter((other) => other !== character);

/** Whether two characters sound alike to those who part neither zh from z nor -ng from -n. */
export const soundsNear = (a: string, b: string): boolean => nearSounds.has(a) && nearSounds.get(a) === nearSounds.get(b);
