import { characterFold } from '@govmedia-hub/chinese-text';
import { nearTwinsOf, twinsOf } from '../lexicons/character-twins.js';

const { table } = characterFold();
/** 朮 is read as 术: a twin that the matcher takes for another character is that character. */
const folded = (character: string): string => String.fromCharCode(table[character.charCodeAt(0)]!);

/** A phrase written with one slip, and the word of it that is spoilt. */
export interface PhraseSlip {
  /** The whole phrase as it is mistyped. */
  form: string;
  /** Where the spoilt word lies in `form`. */
  start: number;
  end: number;
  right: string;
  kind: 'twin' | 'swapped' | 'doubled';
  /** The wrong character may begin the next word: it counts only where a clause ends. */
  edge?: 'tail';
}

/** Whether no word goes on at a place: the text or its clause ends there. */
export const clauseEnds = (text: string, at: number): boolean => at >= text.length || '，。；：、！？）》”』\n'.includes(text[at]!);

/** Characters that at the end of a phrase begin the next word as a rule, and at its start end the one before. */
const running = new Set('以是为的在有于不与和由及之其这那此也而但则就又或被把将从向对让给已未无可能会要应须该按据经受需使令所');

/**
 * Every phrase with one character replaced by one that sounds or looks like it, with two neighbours swapped, or with one
 * character doubled. Phrases part their words by `/`; forms whose spoilt word is a word in its own right (`words`) are left out.
 */
export function phraseSlips(phrases: readonly string[], words: ReadonlySet<string>, shortest = 4, near = false): PhraseSlip[] {
  const whole = new Set(phrases.map((phrase) => phrase.replaceAll('/', '')));
  const slips: PhraseSlip[] = [];
  for (const phrase of phrases) {
    const text = phrase.replaceAll('/', '');
    if (text.length < shortest) continue;
    // Written without parting marks: nothing else begins or ends like it.
    const idiom = !phrase.includes('/');
    let from = 0;
    for (const word of phrase.split('/')) {
      const to = from + word.length;
      const [head, tail] = [text.slice(0, from), text.slice(to)];
      const add = (wrong: string, kind: PhraseSlip['kind'], edge?: PhraseSlip['edge']): void => {
        const form = head + wrong + tail;
        if (!words.has(wrong) && !whole.has(form)) slips.push({ form, start: from, end: from + wrong.length, right: word, kind, ...(edge ? { edge } : {}) });
      };
      for (let i = 0; i < word.length; i += 1) {
        const at = from + i;
        for (const twin of near ? new Set([...twinsOf(word[i]!), ...nearTwinsOf(word[i]!)]) : twinsOf(word[i]!)) {
          if (folded(twin) === word[i]!) continue;
          const runs = running.has(twin) && !idiom;
          if (at === 0 && runs) continue;
          const edge = at === text.length - 1 && runs ? 'tail' : undefined;
          add(word.slice(0, i) + twin + word.slice(i + 1), 'twin', edge);
        }
        // At either end of the phrase a doubled character is mostly the neighbour's (各地市 市场).
        if (at > 0 && at < text.length - 1) add(word.slice(0, i + 1) + word.slice(i), 'doubled');
        if (i + 1 < word.length && word[i] !== word[i + 1]) add(word.slice(0, i) + word[i + 1]! + word[i]! + word.slice(i + 2), 'swapped');
      }
      from = to;
    }
  }
  return slips;
}
