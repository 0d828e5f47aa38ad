import { Injectable } from '@nestjs/common';
import { ANSWERING_VALIDITIES, type IndexCheckView, type QuestionView, type Validity } from '@govmedia-hub/contracts';
import type { AskResult, KnowledgeIndex, Passage, SearchFilters, SearchResult, Suggestion } from '@govmedia-hub/knowledge';
import { Clock } from '../../foundation/clock/clock.js';
import { Database } from '../../foundation/database/database.js';
import { HitCheck } from './hit-check.js';
import { IndexFileCut } from './index-file.js';
import { IndexKeeper } from './index-keeper.js';
import { IndexSnapshots } from './index-snapshots.js';
import { worstValidity, type IndexedPassage } from './indexed-passage.js';

export { IndexFileCut, IndexSnapshots, type IndexedPassage };

/** What the index said and the tables confirmed. */
export interface Checked<T> {
  result: T;
  questionOf: (passageId: string) => QuestionView | null;
  /** Of what was looked up. */
  entryOf: (passageId: string) => IndexedPassage;
}

/** An answer with what was understood. */
export interface Asked extends Checked<AskResult> {
  /** What the question is about, for the next to go on from; null when it names nothing. */
  subject: string | null;
  /** The question joined with the subject of the one before, when it was answered so. */
  joined: string | null;
  /** The question with what is probably written wrongly put right, when asking that finds more. */
  didYouMean: string | null;
}

/** So many are looked at, so many questions come first, and so many titles next. */
const SUGGESTED = 60;
const QUESTIONS_FIRST = 4;
const TITLES_NEXT = 2;

/** How often an answer is tried again when its hits stand otherwise than was believed; with hits that are gone it never leaves. */
const TRIES = 4;

/** The index of everything that residents can find; what it says has been held against the tables. */
@Injectable()
export class LibraryIndexService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keeper: IndexKeeper,
    private readonly check: HitCheck,
  ) {}

  /**
   * The answer to a question, with the passages and the similar questions that go with it.
   * @param before subject of the question before, from which this one may go on when it has no sure answer by itself
   * @param areas codes of the areas whose texts may be used; null: of all, also where none is known
   */
  ask(question: string, k: number, before: string | null = null, areas: ReadonlySet<string> | null = null): Promise<Asked> {
    return this.surviving(() => this.askNow(question, k, before, areas));
  }

  private async askNow(question: string, k: number, before: string | null, areas: ReadonlySet<string> | null): Promise<Asked> {
    await this.keeper.ready();
    const { index } = this.keeper;
    const typed = index.analyse(question);
    const following = before === null ? null : index.followUpOf(typed, before);
    let understood: Pick<Asked, 'joined' | 'didYouMean'> = { joined: null, didYouMean: null };
    const checked = await this.checked((validityOf) => {
      const request = { on: this.clock.today(), k, validityOf };
      const alone = index.ask(typed, request);
      const joined = alone.certainty === 'sure' ? null : following;
      const asked = joined === null ? alone : index.ask(joined, request);
      const meant = asked.certainty === 'sure' ? null : this.didYouMean(question);
      understood = { joined, didYouMean: meant !== null && yieldOf(index.ask(meant, request)) > yieldOf(asked) ? meant : null };
      const similar = asked.similarQuestions.map(({ id }) => id);
      return { result: asked, ids: [...(asked.answer ? [asked.answer.passageId] : []), ...asked.passages.map(({ id }) => id), ...similar] };
    }, areas);
    return { ...checked, ...understood, subject: index.subjectOf(typed) };
  }

  search(query: string, k: number, filters: SearchFilters, areas: ReadonlySet<string> | null = null): Promise<Checked<SearchResult>> {
    return this.surviving(async () => {
      await this.keeper.ready();
      return this.checked((validityOf) => {
        const found = this.keeper.index.search(query, { on: this.clock.today(), k, filters, validityOf });
        return { result: found, ids: found.hits.map(({ id }) => id) };
      }, areas);
    });
  }

  /** What was probably meant; null when there is nothing to put right, and while the words of a large index are still being made ready. */
  didYouMean(query: string): string | null {
    return this.keeper.index.wordsAreReady ? this.keeper.index.didYouMean(query) : null;
  }

  /** Questions and titles that go on from what has been typed, of what the tables say may answer today. */
  suggest(typed: string, limit: number): Promise<(Suggestion & { entry: IndexedPassage })[]> {
    return this.surviving(() => this.suggestNow(typed, limit));
  }

  private async suggestNow(typed: string, limit: number): Promise<(Suggestion & { entry: IndexedPassage })[]> {
    await this.keeper.wordsReady();
    const on = this.clock.today();
    const offered = varied(this.keeper.index.suggest(typed, { on, limit: SUGGESTED }), limit * 2).flatMap((suggestion) => {
      const entry = this.keeper.entry(suggestion.id);
      return entry === null ? [] : [{ ...suggestion, entry }];
    });
    if (offered.length === 0) return [];
    const standing = await this.database.read((db) => this.check.standing(db, offered.map(({ entry }) => entry), on));
    return offered.filter(({ id }) => (ANSWERING_VALIDITIES as readonly (Validity | null)[]).includes(standing.validityOf(id))).slice(0, limit);
  }

  /** Where a passage stands, for those who look after it; null when it is no longer in the index. */
  placeOf(passageId: string): { title: string; label: string; link: string } | null {
    const entry = this.keeper.entry(passageId);
    return entry && { title: entry.title, label: entry.label, link: entry.link };
  }

  /** Version of the index that would answer now; null until it is loaded. */
  version(): string | null {
    return this.keeper.loaded ? this.keeper.index.version : null;
  }

  /** An index with the same analysis and nothing in it, for what is searched apart. */
  emptyIndex(): KnowledgeIndex {
    return this.keeper.emptyIndex();
  }

  /** Holds the index of this process against the tables, puts right what differs, and says what that was. */
  reread(): Promise<IndexCheckView> {
    return this.surviving(async () => {
      const differences = await this.keeper.reread();
      return { passages: this.keeper.index.size, indexVersion: this.keeper.index.version, differences };
    });
  }

  /** The texts that say what was typed, in everyday or official words, best first; by their keys. */
  rank(typed: string, texts: ReadonlyMap<string, string>): string[] {
    return this.keeper.index.rankTexts(typed, texts);
  }

  /** What fails because the file of the index was cut is done again when the index has been read from the tables. */
  private async surviving<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof IndexFileCut)) throw error;
      this.keeper.startAnew();
      return work();
    }
  }

  /** Runs a question, looks up its hits in the tables, and runs it again without those that are gone or stand otherwise. */
  private async checked<T>(run: (validityOf: (passage: Passage) => Validity | null) => { result: T; ids: string[] }, areas: ReadonlySet<string> | null): Promise<Checked<T>> {
    const stated = await this.keeper.validitiesToday();
    const corrected = new Map<string, Validity | null>();
    const validityOf = (passage: Passage): Validity | null => {
      const known = corrected.get(passage.id);
      if (known !== undefined) return known;
      const entry = this.keeper.entry(passage.id);
      return entry === null || (areas !== null && !areas.has(entry.area ?? '')) ? null : worstValidity(entry.basis, stated);
    };
    for (let left = TRIES; ; left -= 1) {
      const { result, ids } = run(validityOf);
      const entries = ids.flatMap((id) => this.keeper.entry(id) ?? []);
      // The index may lose them while the tables are asked: what was believed of them is kept.
      const held = new Map(entries.map((entry) => [entry.passage.id, entry]));
      const believed = new Map(entries.map(({ passage }) => [passage.id, validityOf(passage)]));
      const standing = await this.database.read((db) => this.check.standing(db, entries, this.clock.today()));
      const wrong = entries.filter(({ passage: { id } }) => standing.validityOf(id) !== believed.get(id));
      const gone = wrong.some(({ passage: { id } }) => standing.validityOf(id) === null);
      if (wrong.length === 0 || (left <= 1 && !gone)) return { result, questionOf: standing.questionOf, entryOf: (id) => held.get(id)! };
      for (const { passage } of wrong) corrected.set(passage.id, standing.validityOf(passage.id));
    }
  }
}

/** Questions first, but not so many that no title is left. */
function varied(found: readonly Suggestion[], limit: number): Suggestion[] {
  const [first, titles] = [found.filter(({ kind }) => kind === 'qa'), found.filter(({ kind }) => kind !== 'qa')];
  return [...first.slice(0, QUESTIONS_FIRST), ...titles.slice(0, TITLES_NEXT), ...first.slice(QUESTIONS_FIRST), ...titles.slice(TITLES_NEXT)].slice(0, limit);
}

/** How much was found: an answer, what comes closest, something to read, nothing. */
const yieldOf = ({ certainty, passages, similarQuestions }: AskResult): number => (certainty === 'sure' ? 3 : certainty === 'closest' ? 2 : passages.length + similarQuestions.length > 0 ? 1 : 0);
