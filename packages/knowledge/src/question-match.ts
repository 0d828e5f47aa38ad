import { ANSWER_MODEL, type AnswerModel, type MatchFeature } from './answer-model.js';
import type { AnalysedQuestion } from './analysis.js';
import { coverageOf, likenessOfWording, unitCredit, type Comparable } from './coverage.js';
import type { Candidate, TypedQuestion } from './candidates.js';
import { facetAgreement, facetsOf, holdsEvidence } from './question-facets.js';

export type Features = Record<MatchFeature, number>;

/** How a typed question and a Q&A go together, before it is held against the other candidates. */
export interface QuestionMatch {
  features: Features;
  /** The known way of asking that came closest. */
  closest: string;
  /** 0..1: how much the two questions share, seen from both. */
  likeness: number;
  coverage: number;
  /** Typed letter for letter as it is known. */
  exact: boolean;
}

/** Coverage that counts beside the others': what another candidate says just as well speaks for neither. */
const RELATIVE = { leadFull: 'full', leadAsked: 'asked', leadWording: 'wording', leadBalance: 'balance', leadBoth: 'sum' } as const;

/** Holds a typed question against every known way of asking, the answer, and the passage on which the answer rests. */
export function matchQuestion(typed: TypedQuestion, { passage, comparable, subject, basis, questions }: Candidate, weightsOf: (units: AnalysedQuestion['units']) => number[]): QuestionMatch {
  const { units, text } = typed.analysed;
  const share = (...parts: (Comparable | null)[]): number => coverageOf(units, typed.weights, joined(parts)).share;
  const wanted = facetsOf(text);
  const everything = joined([comparable, basis]);
  const whole = share(comparable);
  const full = share(everything);
  const best = { sum: -1, both: 0, back: 0, wording: 0, asked: 0, exact: false, text: questions[0]!.text };
  let same = 0;
  let other = 1;
  for (const known of questions) {
    const there = share(known.comparable, subject);
    const back = coverageOf(known.analysed.units, weightsOf(known.analysed.units), typed.comparable).share;
    const both = there + back === 0 ? 0 : (2 * there * back) / (there + back);
    const wording = likenessOfWording(text, known.analysed.text);
    const agreement = facetAgreement(wanted, facetsOf(known.analysed.text));
    if (agreement === 'same') same = 1;
    if (agreement !== 'other') other = 0;
    if (both + wording > best.sum) Object.assign(best, { sum: both + wording, both, back, wording, asked: share(known.comparable), exact: wording === 1, text: known.text });
  }
  const evident = wanted.size > 0 && holdsEvidence(wanted, passage.text);
  const balance = Math.sqrt(full * best.back);
  return {
    features: {
      both: best.both, back: best.back, wording: best.wording, asked: best.asked, same, other, whole, full, balance, sum: (best.both + full) / 2, named: share(subject),
      evidence: evident ? 1 : 0, noEvidence: wanted.size > 0 && !evident ? 1 : 0, missing: heaviestMissing(typed, everything),
      leadFull: 0, leadAsked: 0, leadWording: 0, leadBalance: 0, leadBoth: 0,
    },
    closest: best.text, likeness: best.both * (other === 1 ? 0.7 : 1), coverage: whole, exact: best.exact,
  };
}

/** 0..1 for each match: how sure it is that the Q&A answers, seen beside the other candidates. */
export function sureness(matches: readonly QuestionMatch[], model: AnswerModel = ANSWER_MODEL): number[] {
  for (const [lead, of] of Object.entries(RELATIVE) as [keyof typeof RELATIVE, MatchFeature][]) {
    const sorted = matches.map(({ features }) => features[of]).sort((a, b) => b - a);
    for (const { features } of matches) features[lead] = features[of] === sorted[0] ? features[of] - (sorted[1] ?? 0) : features[of] - sorted[0]!;
  }
  return matches.map(({ features, exact }) => {
    if (exact) return 1;
    let sum = model.bias;
    for (const [feature, weight] of Object.entries(model.weights) as [MatchFeature, number][]) sum += weight * features[feature];
    return 1 / (1 + Math.exp(-sum));
  });
}

/** Share of the weight that the heaviest word carries which nothing here says. */
export function heaviestMissing({ analysed, weights }: TypedQuestion, target: Comparable): number {
  let sum = 0;
  let missing = 0;
  analysed.units.forEach((unit, i) => {
    sum += weights[i]!;
    if (!unit.weak && unitCredit(unit, target) < 0.5) missing = Math.max(missing, weights[i]!);
  });
  return sum === 0 ? 1 : missing / sum;
}

function joined(parts: readonly (Comparable | null)[]): Comparable {
  const there = parts.filter((part) => part !== null);
  return { text: there.map(({ text }) => text).join('\n'), tokens: new Set(there.flatMap(({ tokens }) => [...tokens])) };
}
