import { Injectable } from '@nestjs/common';
import type { IndexCheckView, QuestionView, Validity } from '@govmedia-hub/contracts';
import type { AskResult, Passage, SearchFilters, SearchResult } from '@govmedia-hub/knowledge';
import { Clock } from '../../foundation/clock/clock.js';
import { Database } from '../../foundation/database/database.js';
import { HitCheck } from './hit-check.js';
import { IndexKeeper } from './index-keeper.js';
import { worstValidity, type IndexedPassage } from './indexed-passage.js';

export type { IndexedPassage };

/** What the index said and the tables confirmed. */
export interface Checked<T> {
  result: T;
  questionOf: (passageId: string) => QuestionView | null;
  /** Of what was looked up. */
  entryOf: (passageId: string) => IndexedPassage;
}

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

  /** The answer to a question, with the passages and the similar questions that go with it. */
  async ask(question: string, k: number): Promise<Checked<AskResult>> {
    await this.keeper.ready();
    return this.checked((validityOf) => {
      const asked = this.keeper.index.ask(question, { on: this.clock.today(), k, validityOf });
      const similar = asked.similarQuestions.map(({ id }) => id);
      return { result: asked, ids: [...(asked.answer ? [asked.answer.passageId] : []), ...asked.passages.map(({ id }) => id), ...similar] };
    });
  }

  /** What a question is about, and the question joined with the subject of the one before; null each when there is none. */
  async following(question: string, subject: string | null): Promise<{ subject: string | null; joined: string | null }> {
    await this.keeper.ready();
    return { subject: this.keeper.index.subjectOf(question), joined: subject === null ? null : this.keeper.index.followUpOf(question, subject) };
  }

  async search(query: string, k: number, filters: SearchFilters): Promise<Checked<SearchResult>> {
    await this.keeper.ready();
    return this.checked((validityOf) => {
      const found = this.keeper.index.search(query, { on: this.clock.today(), k, filters, validityOf });
      return { result: found, ids: found.hits.map(({ id }) => id) };
    });
  }

  /** What was probably meant; null when there is nothing to put right. */
  didYouMean(query: string): string | null {
    return this.keeper.index.didYouMean(query);
  }

  /** Questions and titles that go on from what has been typed, of what may answer today. */
  async suggest(typed: string, limit: number): Promise<string[]> {
    await this.keeper.ready();
    const validityOf = await this.keeper.validitiesToday();
    return this.keeper.index
      .suggest(typed, { on: this.clock.today(), limit: limit * 3 })
      .filter(({ id }) => ['in_force', 'amended'].includes(worstValidity(this.keeper.entry(id)?.basis ?? [], validityOf)))
      .slice(0, limit)
      .map(({ text }) => text);
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

  /** Holds the index of this process against the tables, puts right what differs, and says what that was. */
  async reread(): Promise<IndexCheckView> {
    const differences = await this.keeper.reread();
    return { passages: this.keeper.index.size, indexVersion: this.keeper.index.version, differences };
  }

  /** The texts that say what was typed, in everyday or official words, best first; by their keys. */
  rank(typed: string, texts: ReadonlyMap<string, string>): string[] {
    return this.keeper.index.rankTexts(typed, texts);
  }

  /** Runs a question, looks up its hits in the tables, and runs it again without those that are gone or stand otherwise. */
  private async checked<T>(run: (validityOf: (passage: Passage) => Validity | null) => { result: T; ids: string[] }): Promise<Checked<T>> {
    const stated = await this.keeper.validitiesToday();
    const corrected = new Map<string, Validity | null>();
    const validityOf = (passage: Passage): Validity | null => {
      const known = corrected.get(passage.id);
      if (known !== undefined) return known;
      const entry = this.keeper.entry(passage.id);
      return entry === null ? null : worstValidity(entry.basis, stated);
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
