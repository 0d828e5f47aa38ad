import { CLOSE_SHAPE, NEAR_SOUND, SAME_SOUND, SHARED_PART, type LanguageModel } from '@govmedia-hub/screening';
import { seeded } from './bench-boosted-trees.js';
import type { Pair } from './bench-proofreading-measure.js';

const SHORTEST = 8;
const LONGEST = 120;
/** Shares of slips: two characters of a word typed by sound; then single ones by sound, near sound, shape and a part in common. */
const DOUBLES = 0.14;
const KINDS = [[0.62, SAME_SOUND], [0.72, NEAR_SOUND], [0.86, CLOSE_SHAPE], [1, SHARED_PART]] as const;

const isHan = (character: string | undefined): character is string => character !== undefined && character >= '\u4e00' && character <= '\u9fff';

/** Sentences drawn from a pool; half of them stay right, the others get one to three slips. The same for the same seed. */
export function slippedSentences(model: LanguageModel, pool: readonly string[], count: number, seed: number): Pair[] {
  const random = seeded(seed);
  const sentences = pool.filter((sentence) => sentence.length >= SHORTEST && sentence.length <= LONGEST);
  const pick = (length: number): number => Math.floor(random() * length);

  function slip(units: string[], at: number, wanted: number): void {
    if (!isHan(units[at])) return;
    const { twins, kinds } = model.twinsOf(units[at]!.charCodeAt(0));
    const fitting = [...twins].filter((_, i) => (kinds[i]! & wanted) !== 0);
    // Common characters are typed by mistake more often than rare ones.
    const shares = fitting.map((token) => (model.unigrams[token]! + 30) ** 0.35);
    let rest = random() * shares.reduce((sum, share) => sum + share, 0);
    const chosen = fitting.find((_, i) => (rest -= shares[i]!) <= 0) ?? fitting.at(-1);
    if (chosen !== undefined) units[at] = model.characterOf(chosen);
  }

  return Array.from({ length: count }, () => {
    const right = sentences[pick(sentences.length)]!;
    const units = right.split('');
    const places = units.flatMap((unit, i) => (isHan(unit) ? [i] : []));
    if (random() < 0.5 || places.length < 5) return { wrong: right, right };
    const slips = 1 + (random() < 0.3 ? 1 : 0) + (random() < 0.1 ? 1 : 0);
    for (let i = 0; i < slips; i += 1) {
      const at = places[pick(places.length)]!;
      if (random() < DOUBLES) for (const one of [at, at + 1]) slip(units, one, SAME_SOUND);
      else {
        const share = random();
        slip(units, at, KINDS.find(([below]) => share < below)![1]);
      }
    }
    return { wrong: units.join(''), right };
  });
}
