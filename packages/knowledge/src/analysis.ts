import { normalise, type Segmenter } from '@govmedia-hub/chinese-text';
import { EverydayTermFinder, type EverydayTermTable, type TermMention } from './everyday-terms.js';
import { EVERYDAY_TERMS } from './everyday-term-table/index.js';
import { articleTokens, documentNumberTokens, numbersInQuestion, type NumberMention } from './number-tokens.js';
import { WORD_LIST, type WordList } from './stop-words.js';

export interface AnalysisOptions { segmenter: Segmenter; terms?: EverydayTermTable; words?: WordList; weights?: QuestionWeights }

/** A word of a question, with the other forms in which a passage may say it. */
export interface Unit {
  word: string;
  /** Any of these proves a match; numbers are tokens that begin with '#'. */
  forms: readonly string[];
  /** The words of those forms, for marking what was found of them. */
  parts: readonly string[];
  /** Its forms and their words as terms of the index. */
  words: readonly string[];
  weak: boolean;
  /** Spans in the normalised question. */
  start: number;
  end: number;
}

export interface QueryTerm {
  /** The term of the index, or for a number the alternatives of which the first known one counts. */
  anyOf: readonly string[];
  /** 1 for what was typed, less for what was added. */
  weight: number;
}

export interface AnalysedQuestion {
  /** Normalised text. */
  text: string;
  terms: QueryTerm[];
  /** The terms under which it is compared with other questions. */
  asked: readonly string[];
  units: Unit[];
  mentions: TermMention[];
  numbers: NumberMention[];
}

/** How much the kinds of terms of a question count. Data: a change needs a new version. */
export interface QuestionWeights { version: string; word: number; weakWord: number; pair: number; single: number; official: number; number: number }

export const QUESTION_WEIGHTS: QuestionWeights = { version: '2026.11', word: 1, weakWord: 0.4, pair: 1, single: 0.6, official: 0.5, number: 3 };

/** How many forms are kept with their words. */
const KEPT = 20_000;
const KEPT_TITLES = 5_000;

const HAN = /[\u3400-\u9fff]/;
const RUN = /[\u3400-\u9fff]+|[a-z0-9]+/g;
const WORDY = /^(?:[\u3400-\u9fff]+|[a-z0-9]+(?:\.[0-9]+)?)$/;

/** Turns text into terms: dictionary words, pairs of characters, and the numbers of documents and articles. */
export class Analysis {
  readonly version: string;
  private readonly segmenter: Segmenter;
  private readonly finder: EverydayTermFinder;
  private readonly weights: QuestionWeights;
  private readonly stop: ReadonlySet<string>;
  private readonly weak: ReadonlySet<string>;
  private readonly wordsOfForms = new Map<string, string[]>();
  /** Of titles and headings, which many passages share. */
  private readonly titles = new Map<string, ReadonlyMap<string, number>>();
  private last = { plain: '', words: [] as string[] };

  constructor(options: AnalysisOptions) {
    const words = options.words ?? WORD_LIST;
    this.segmenter = options.segmenter;
    this.weights = options.weights ?? QUESTION_WEIGHTS;
    this.finder = new EverydayTermFinder(options.terms ?? EVERYDAY_TERMS);
    this.stop = new Set(words.stop);
    this.weak = new Set(words.weak);
    this.version = `q${this.weights.version}+w${words.version}+t${this.finder.version}`;
  }

  /**
   * Terms of a field with how often each stands there. Pairs of characters carry the mark '_', single characters '.'
   * (only when asked for), so that neither is taken for a word.
   */
  fieldTerms(text: string, options: { singles?: boolean; official?: boolean } = {}): ReadonlyMap<string, number> {
    if (!options.singles || options.official) return this.termsOf(text, options);
    let known = this.titles.get(text);
    if (known) return known;
    if (this.titles.size >= KEPT_TITLES) this.titles.clear();
    this.titles.set(text, (known = this.termsOf(text, options)));
    return known;
  }

  private termsOf(text: string, options: { singles?: boolean; official?: boolean }): Map<string, number> {
    const counts = new Map<string, number>();
    const add = (term: string): void => void counts.set(term, (counts.get(term) ?? 0) + 1);
    const plain = normalise(text).text;
    for (const word of this.words(plain)) add(word);
    for (const [run] of plain.matchAll(RUN)) {
      if (!HAN.test(run)) continue;
      for (let i = 0; i + 1 < run.length; i++) add(`_${run.slice(i, i + 2)}`);
      if (options.singles) for (const char of run) add(`.${char}`);
    }
    if (options.official) {
      for (const { official } of this.finder.find(plain)) {
        for (const form of official) for (const word of this.wordsOfForm(form)) if (!counts.has(word)) add(word);
      }
    }
    for (const token of documentNumberTokens(text)) add(token);
    for (const token of articleTokens(text)) add(token);
    return counts;
  }

  /** Normalised text. */
  plain(text: string): string {
    return normalise(text.slice(0, 500)).text;
  }

  /** All words of a normalised text, in order. */
  cut(plain: string): string[] {
    return this.segmenter.words(plain);
  }

  isStop(word: string): boolean {
    return this.stop.has(word);
  }

  /** The same; the last text is often asked for again. */
  private cutOnce(plain: string): string[] {
    if (this.last.plain !== plain) this.last = { plain, words: this.segmenter.words(plain) };
    return this.last.words;
  }

  private wordsOf(forms: readonly string[]): string[] {
    return forms.flatMap((form) => [form, ...this.wordsOfForm(form)]);
  }

  private wordsOfForm(form: string): string[] {
    let words = this.wordsOfForms.get(form);
    if (words) return words;
    if (this.wordsOfForms.size >= KEPT) this.wordsOfForms.clear();
    this.wordsOfForms.set(form, (words = this.words(form)));
    return words;
  }

  /** Words worth keeping, in order, stop words left out. The text must be normalised. */
  words(plain: string): string[] {
    return this.cutOnce(plain).filter((word) => WORDY.test(word) && !this.stop.has(word));
  }

  /** A question as terms for the index and as units for the comparison with a passage. */
  question(text: string): AnalysedQuestion {
    const normalised = normalise(text.slice(0, 500)).text;
    const numbers = numbersInQuestion(normalised);
    let plain = normalised;
    for (const { start, end } of numbers) plain = plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end);
    const mentions = this.finder.find(plain);
    const units = this.units(plain, mentions);
    const terms = new Map<string, number>();
    const add = (term: string, weight: number): void => void terms.set(term, Math.max(terms.get(term) ?? 0, weight));
    for (const word of this.words(plain)) add(word, this.weak.has(word) ? this.weights.weakWord : this.weights.word);
    const hanCount = [...plain].filter((char) => HAN.test(char)).length;
    for (const piece of this.contentRuns(plain)) {
      if (!HAN.test(piece)) continue;
      for (let i = 0; i + 1 < piece.length; i++) add(`_${piece.slice(i, i + 2)}`, this.weights.pair);
      if (hanCount <= 2) for (const char of piece) add(`.${char}`, this.weights.single);
    }
    for (const { official } of mentions) {
      for (const form of official) {
        for (const word of this.wordsOfForm(form)) add(word, this.weights.official);
        for (let i = 0; i + 1 < form.length; i++) add(`_${form.slice(i, i + 2)}`, this.weights.official * this.weights.pair);
      }
    }
    return {
      text: normalised,
      terms: [
        ...numbers.map(({ tokens }) => ({ anyOf: tokens, weight: this.weights.number })),
        ...[...terms].map(([term, weight]) => ({ anyOf: [term], weight })),
      ],
      asked: [...this.fieldTerms(normalised, { official: true }).keys()],
      units: [...numbers.map(({ start, end, tokens }) => ({ word: tokens[0]!, forms: tokens, parts: [], words: tokens, weak: false, start, end })), ...units],
      mentions,
      numbers,
    };
  }

  /** Text to look for units in: the normalised text and, beneath it, the official terms of what it says in everyday words. */
  comparable(...texts: string[]): string {
    const plain = normalise(texts.join('\n')).text;
    const official = this.finder.find(plain).flatMap((mention) => mention.official);
    return official.length === 0 ? plain : `${plain}\n${official.join('\n')}`;
  }

  /** Content words with their other forms. An everyday expression is one unit, whatever words it is cut into. */
  units(plain: string, mentions: readonly TermMention[] = this.finder.find(plain)): Unit[] {
    const units: Unit[] = [];
    let from = 0;
    const cut = (end: number): void => {
      let at = from;
      for (const word of this.cutOnce(plain.slice(from, end))) {
        const start = plain.indexOf(word, at);
        if (start < 0) continue;
        at = start + word.length;
        if (WORDY.test(word) && !this.stop.has(word)) units.push({ word, forms: [word], parts: [], words: this.wordsOf([word]), weak: this.weak.has(word) || word.length === 1, start, end: at });
      }
    };
    for (const mention of mentions) {
      cut(mention.start);
      units.push({ word: mention.everyday, forms: [mention.everyday, ...mention.official], parts: mention.official.flatMap((form) => this.wordsOfForm(form)), words: this.wordsOf([mention.everyday, ...mention.official]), weak: this.weak.has(mention.everyday), start: mention.start, end: mention.end });
      from = mention.end;
    }
    cut(plain.length);
    return units;
  }

  /** Runs of characters between stop words; pairs are taken inside them, so that 的房 and 吗要 are never asked for. */
  private contentRuns(plain: string): string[] {
    const runs: string[] = [];
    let run = '';
    for (const word of this.cutOnce(plain)) {
      if (WORDY.test(word) && !this.stop.has(word)) {
        if (run !== '' && HAN.test(run) !== HAN.test(word)) {
          runs.push(run);
          run = '';
        }
        run += word;
        continue;
      }
      if (run !== '') runs.push(run);
      run = '';
    }
    if (run !== '') runs.push(run);
    return runs;
  }
}
