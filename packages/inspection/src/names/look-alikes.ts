import { editDistance, type Edit } from './edit-distance.js';
import { nameKey, plainName } from './name-keys.js';
import { NAME_WORDS } from './name-words.js';

export interface RegisteredName {
  id: string;
  name: string;
}

export interface LookAlike {
  id: string;
  name: string;
  /** 1 is the same to the eye; only names at or above the threshold are returned. */
  score: number;
  /** Why it resembles, in Chinese, for the resident. */
  reason: string;
}

export interface LookAlikes {
  /** Ids whose name is the asked one. */
  exact: LookAlike[];
  near: LookAlike[];
}

/** From which score a name counts as a look-alike, and how many are named. */
export const LOOK_ALIKE_LIMITS = { version: '1', threshold: 0.72, editThreshold: 0.85, most: 5 } as const;

const EXTRA_WORDS: readonly string[] = [...NAME_WORDS.claims, ...NAME_WORDS.decorations].sort((a, b) => b.length - a.length);
const CORE_WORDS: readonly string[] = [...EXTRA_WORDS, ...NAME_WORDS.unitEndings].sort((a, b) => b.length - a.length);

/** Takes the listed words out of a text, longest first, and says which. */
function strip(text: string, words: readonly string[]): { rest: string; taken: string[] } {
  const taken: string[] = [];
  let rest = '';
  for (let at = 0; at < text.length; ) {
    const word = words.find((each) => text.startsWith(each, at));
    if (word === undefined) rest += text[at++];
    else {
      taken.push(word);
      at += word.length;
    }
  }
  return { rest, taken };
}

const quoted = (words: readonly string[]): string => [...new Set(words)].map((word) => `“${word}”`).join('');

function tell(edit: Edit): string {
  switch (edit.kind) {
    case 'looks': return `“${edit.asked}”与“${edit.registered}”字形相近`;
    case 'sounds': return `“${edit.asked}”与“${edit.registered}”读音相同`;
    case 'nearly_sounds': return `“${edit.asked}”与“${edit.registered}”读音相近`;
    case 'swap': return `“${edit.registered}”颠倒成了“${edit.asked}”`;
    case 'add': return `多了“${edit.asked}”`;
    case 'drop': return `少了“${edit.registered}”`;
    default: return `“${edit.registered}”换成了“${edit.asked}”`;
  }
}

/** The registered name stands whole in the asked one, with something around it. */
function containing(asked: string, registered: string): { score: number; reason: string } | null {
  const at = asked.indexOf(registered);
  if (at < 0 || registered.length < 3 || asked.length === registered.length) return null;
  const extra = asked.slice(0, at) + asked.slice(at + registered.length);
  const { rest } = strip(extra, CORE_WORDS);
  if (rest === '') return { score: 0.95, reason: `在“${registered}”之外加了“${extra}”` };
  return { score: Math.max(0, 0.9 - 0.08 * rest.length), reason: `包含完整的“${registered}”，另有“${extra}”` };
}

/** Both names are the same once words that say nothing about the unit are taken out. */
function sameCore(asked: string, registered: string): { score: number; reason: string } | null {
  const a = strip(asked, CORE_WORDS);
  const b = strip(registered, CORE_WORDS);
  if (a.rest === '' || a.rest !== b.rest) return null;
  const added = a.taken.filter((word) => !b.taken.includes(word));
  const left = b.taken.filter((word) => !a.taken.includes(word));
  const said = [added.length > 0 ? `多了${quoted(added)}` : '', left.length > 0 ? `少了${quoted(left)}` : ''].filter(Boolean).join('、') || '词序不同';
  // A bare place name is no unit: only a claim of authority in front of it misleads.
  if (a.rest.length < 3) {
    const claims = added.some((word) => (NAME_WORDS.claims as readonly string[]).includes(word) || word === '政务' || word === '政府' || word === '发布');
    return claims ? { score: 0.78, reason: `同一地名，${said}` } : null;
  }
  return { score: 0.9, reason: `与“${registered}”只差套话：${said}` };
}

function edited(asked: string, registered: string): { score: number; reason: string } | null {
  const longest = Math.max([...asked].length, [...registered].length);
  if (longest < 2 || Math.abs(asked.length - registered.length) > 3) return null;
  const { cost, edits } = editDistance(asked, registered);
  const score = 1 - cost / longest;
  if (score < LOOK_ALIKE_LIMITS.editThreshold || edits.length === 0) return null;
  return { score, reason: edits.map(tell).join('，') };
}

/**
 * Whether a typed name is a registered one, or resembles one: hidden, traditional and full-width characters, changed,
 * homophone, added or dropped characters, and added claims such as 官方. Best first; ties by name.
 */
export function findLookAlikes(asked: string, registered: readonly RegisteredName[]): LookAlikes {
  const plain = plainName(asked);
  const key = nameKey(asked);
  const exact: LookAlike[] = [];
  const near: LookAlike[] = [];
  if (key === '') return { exact, near };
  for (const { id, name } of registered) {
    if (plain === plainName(name)) {
      exact.push({ id, name, score: 1, reason: '名称一致' });
      continue;
    }
    const other = nameKey(name);
    if (key === other) {
      near.push({ id, name, score: 0.99, reason: '只在繁简、符号或不可见字符上不同' });
      continue;
    }
    const found = [edited(key, other), containing(key, other), sameCore(key, other)].filter((each) => each !== null && each.score >= LOOK_ALIKE_LIMITS.threshold);
    const best = found.sort((a, b) => b!.score - a!.score)[0];
    if (best) near.push({ id, name, score: Math.round(best.score * 100) / 100, reason: best.reason });
  }
  near.sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1));
  return { exact, near: near.slice(0, LOOK_ALIKE_LIMITS.most) };
}
