import { shapeLines } from './shapes.js';
import { soundLines } from './sounds.js';

const twins = new Map<string, { sound: Set<string>; shape: Set<string> }>();

function join(group: string, by: 'sound' | 'shape'): void {
  for (const a of group) {
    const entry = twins.get(a) ?? { sound: new Set<string>(), shape: new Set<string>() };
    for (const b of group) if (a !== b) entry[by].add(b);
    twins.set(a, entry);
  }
}

for (const line of soundLines.trim().split('\n')) join(line.slice(line.indexOf(' ') + 1), 'sound');
for (const group of shapeLines.trim().split(/\s+/)) join(group, 'shape');

/** Every character that is commonly typed for this one. */
export function twinsOf(character: string): string[] {
  const entry = twins.get(character);
  return entry ? [...new Set([...entry.shape, ...entry.sound])] : [];
}

/** 'sound' or 'shape' when the two characters are commonly typed for one another, else null. */
export function twinKind(a: string, b: string): 'sound' | 'shape' | null {
  const entry = twins.get(a);
  if (!entry) return null;
  return entry.shape.has(b) ? 'shape' : entry.sound.has(b) ? 'sound' : null;
}
