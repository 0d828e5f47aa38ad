import { seal, type Finding, type FindingDraft } from './findings.js';
import { screenTraits } from './gates/attachment-traits.js';
import { screenLaw } from './gates/law-gate.js';
import { screenPolicy, screenPolicyOfAttachment } from './gates/policy-gate.js';
import { screenPolitics } from './gates/politics-gate.js';
import { screenSecrecy, screenSources } from './gates/secrecy-gate.js';
import { compilePatterns, screenText } from './gates/text-gate.js';
import type { AttachmentInput, LibraryIndex, ScreeningInput } from './input.js';
import { emptyLibrary } from './input.js';
import { ownElementLists, ownNumberedPhrases } from './lexicons/own-registers.js';
import type { Lexicons } from './lexicons/registers.js';
import { Page } from './page.js';
import type { Proofreader } from './proofreading/proofreader.js';
import { screenStatistics } from './proofreading/statistical-gate.js';
import { Vocabulary } from './vocabulary.js';
import type { WordReader } from './words/word-reader.js';
import { screenWords } from './words/words-gate.js';

/** Changes when the code would judge the same text differently. */
const engineVersion = '3';

export interface Screener {
  /** Engine and lexicon versions; verdicts name it. */
  version: string;
  /** Findings of all five gates in reading order, those of attachments last. The same input gives the same output. */
  screen(input: ScreeningInput, library?: LibraryIndex): Finding[];
  /** What the lexicons and registers alone find: quick enough for a year of texts. */
  screenTerms(text: string, asOf: string): Finding[];
  /** The same lexicons with what another proofreader has learnt; costs nothing. */
  withProofreader(proofreader: Proofreader | null): Screener;
}

/**
 * Compiles lexicons and registers once; the screener may then be used for any number of texts.
 * @param proofreader what the office's own library has taught; without it the lexicons speak alone
 * @param words who knows the words of general Chinese
 */
export function createScreener(lexicons: Lexicons, { proofreader = null, words = null }: { proofreader?: Proofreader | null; words?: WordReader | null } = {}): Screener {
  const catalogue = new Map(lexicons.rules.entries.map((entry) => [entry.rule, entry]));
  const vocabulary = new Vocabulary(lexicons);
  const styles = compilePatterns(lexicons.styles.entries, lexicons.styles.source);
  const wordings = compilePatterns(lexicons.wordingPatterns.entries, lexicons.wordingPatterns.source);
  const local = lexicons.local.map((register) => `+${register.id}@${register.version}`).join('');
  const all = withOwnPhrases(lexicons);
  const own = lexicons.own ? `+own@${lexicons.own.version}` : '';
  const screenerWith = (learnt: Proofreader | null): Screener => ({
    version: `${engineVersion}/${lexicons.version}${words ? `+words@${words.version}` : ''}${local}${own}${learnt ? `+${learnt.version}` : ''}`,
    screen(input, library = emptyLibrary) {
      const drafts: FindingDraft[] = [];
      const page = new Page(input.text, null, catalogue, drafts);
      vocabulary.screen(page, input.asOf);
      screenText(page, styles, catalogue, input.asOf);
      screenPolitics(page, all, wordings, catalogue, input.asOf);
      screenLaw(page, library, lexicons, input);
      screenPolicy(page, input, lexicons);
      screenSecrecy(page);
      screenSources(page, input);
      if (words && catalogue.has('text.wrong-word')) screenWords(page, words);
      if (learnt && catalogue.has('text.statistical')) screenStatistics(page, learnt, drafts);
      for (const attachment of input.attachments ?? []) screenAttachment(attachment, drafts, library, input);
      return seal(drafts);
    },
    screenTerms(text, asOf) {
      const drafts: FindingDraft[] = [];
      const page = new Page(text, null, catalogue, drafts);
      vocabulary.screen(page, asOf);
      screenPolitics(page, all, wordings, catalogue, asOf);
      return seal(drafts);
    },
    withProofreader: screenerWith,
  });
  return screenerWith(proofreader);

  /** An attachment is published with the text: its words pass all gates; its name counts as its first line. */
  function screenAttachment(attachment: AttachmentInput, drafts: FindingDraft[], library: LibraryIndex, input: ScreeningInput): void {
    const { asOf } = input;
    const found: FindingDraft[] = [];
    const page = new Page(attachment.text, attachment.name, catalogue, found);
    vocabulary.screen(page, asOf);
    screenText(page, styles, catalogue, asOf);
    screenPolitics(page, all, wordings, catalogue, asOf);
    screenLaw(page, library, lexicons, input);
    screenPolicyOfAttachment(page, input, lexicons, found);
    screenSecrecy(page);
    if (words && catalogue.has('text.wrong-word')) screenWords(page, words);
    drafts.push(...found.map((draft) => ({ ...draft, place: placeOf(attachment, draft.start) })));
    const named: FindingDraft[] = [];
    const stem = attachment.name.replace(/\.[A-Za-z0-9]{1,5}$/, '');
    screenSecrecy(new Page(stem.replace(/[_\-—+ ]+/g, (gap) => '\n'.repeat(gap.length)), attachment.name, catalogue, named));
    drafts.push(...named.map((draft) => ({ ...draft, start: 0, end: 0, place: '文件名', message: `附件名称：${draft.message}`, suggestion: null })));
    screenTraits(attachment, catalogue, drafts);
  }
}

/** The part of the file that an offset of its text lies in. */
function placeOf({ places = [] }: AttachmentInput, offset: number): string | null {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return places[low - 1]?.label ?? null;
}

/** Phrases of a city's own registers stand beside the built-in ones. */
function withOwnPhrases(lexicons: Lexicons): Lexicons {
  const { own, numberedPhrases, elementLists } = lexicons;
  return {
    ...lexicons,
    numberedPhrases: { ...numberedPhrases, entries: [...numberedPhrases.entries, ...ownNumberedPhrases(own)] },
    elementLists: { ...elementLists, entries: [...elementLists.entries, ...ownElementLists(own)] },
  };
}
