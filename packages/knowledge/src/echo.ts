import type { QueryTerm } from './analysis.js';
import type { TermKnowledge } from './answered-questions.js';
import type { LearningProfile } from './learning-profile.js';
import type { Passage } from './passages.js';
import type { Scored } from './scoring.js';

const KEPT = 20_000;

/** What the passages that already speak to a question say besides; asked for as well, it finds those that say the same in other words. */
export class Echo {
  private readonly kept = new Map<Passage, Map<string, number>>();

  constructor(private readonly knowledge: TermKnowledge, private readonly profile: LearningProfile) {}

  /** The most telling terms of the first passages found, each passage counting by its score. */
  terms(found: readonly Scored[]): QueryTerm[] {
    const first = found.slice(0, this.profile.echoed);
    const most = first[0]?.score ?? 1;
    const sums = new Map<string, number>();
    for (const { passage, score } of first) {
      const words = this.words(passage);
      const weights = new Map<string, number>();
      let norm = 0;
      for (const [term, impact] of words) {
        const weight = impact * this.knowledge.idfOf(term);
        weights.set(term, weight);
        norm += weight * weight;
      }
      const share = (score / most) ** 2 / (Math.sqrt(norm) || 1);
      for (const [term, weight] of weights) sums.set(term, (sums.get(term) ?? 0) + share * weight);
    }
    return [...sums]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, this.profile.echoedTerms)
      .map(([term, weight]) => ({ anyOf: [term], weight }));
  }

  private words(passage: Passage): Map<string, number> {
    let words = this.kept.get(passage);
    if (words) return words;
    if (this.kept.size >= KEPT) this.kept.delete(this.kept.keys().next().value!);
    this.kept.set(passage, (words = this.knowledge.impactsOf(passage)));
    return words;
  }
}
