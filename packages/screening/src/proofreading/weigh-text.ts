import { Clause, type Proposal } from './evidence.js';
import type { LanguageModel } from './language-model.js';
import { BOUNDARY, tokenise, type TokenRun } from './tokens.js';

/** A text as the model reads it. */
export interface ReadText extends TokenRun {
  tokens: Uint16Array;
  /** Clauses of two characters and more, as from and to. */
  clauses: readonly (readonly [number, number])[];
}

export function readText(model: LanguageModel, text: string): ReadText {
  const run = tokenise(text);
  const units = run.units.subarray(0, run.length);
  const tokens = Uint16Array.from(units, (unit) => model.tokenOf(unit));
  const clauses: (readonly [number, number])[] = [];
  for (let from = 0; from < run.length;) {
    if (units[from] === BOUNDARY) {
      from += 1;
      continue;
    }
    let to = from;
    while (to < run.length && units[to] !== BOUNDARY) to += 1;
    if (to - from > 1) clauses.push([from, to]);
    from = to;
  }
  return { units, starts: run.starts, length: run.length, tokens, clauses };
}

/** A replacement that is weighed, with its evidence. */
export interface WeighedReplacement {
  start: number;
  end: number;
  suggestion: string;
  features: Float64Array;
}

/** All replacements that would be weighed in a text: what the weights of evidence are learnt from. */
export function weighText(model: LanguageModel, text: string): WeighedReplacement[] {
  const { units, starts, tokens, clauses } = readText(model, text);
  return clauses.flatMap(([from, to]) => {
    const clause = new Clause(model, units, tokens, from, to);
    return Array.from({ length: to - from }, (_, i) => clause.proposals(from + i)).flat().map(({ at, twins, features }: Proposal) => ({
      start: starts[at]!, end: starts[at + twins.length - 1]! + 1, suggestion: twins.map((twin) => model.characterOf(twin)).join(''), features,
    }));
  });
}
