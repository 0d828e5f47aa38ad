import { writeFileSync } from 'node:fs';
import { createProofreader, FEATURES, weighText, builtInEvidence, type EvidenceWeights, type LanguageModel } from '@govmedia-hub/screening';
import { learnLibrary, readSets } from './bench-proofreading-library.js';
import { measure, recallAt, thresholdOfPrecision, type Marked, type MarkedPair, type Pair } from './bench-proofreading-measure.js';
import { slippedSentences } from './bench-proofreading-slips.js';
import { boost, type Boosted, type Examples, seeded } from './bench-boosted-trees.js';

const FOLDS = 5;
/** Sentences that share so many characters in a row are never on both sides of a fold. */
const ALIKE = 10;
/** The thresholds are the lowest with this precision of detection, one standard error to spare, on sentences of the law set that a fold has not learnt. */
const WANTED = { note: 0.98, warn: 0.985 };
const SPARE = 1;
const OPTIONS = { rounds: 250, leaves: 12, rate: 0.06, leastExamples: 80, ridge: 5, features: 0.5, examples: 0.7, seed: 7 };
/** Sentences with generated slips, out of laws that the library is learnt without; a sentence of the law set counts as much as so many of them. */
const GENERATED = { sentences: 16_000, leaveOut: 5, seed: 11 };
const LAW_WEIGHT = 4;
/** From here on a fold's proofreader reads on as if the doubt were put right, about as with the thresholds that are chosen. */
const PUT_RIGHT = 4;

/** Numbers for groups of sentences that have a string in common. */
function groupsOf(pairs: readonly Pair[]): number[] {
  const above = pairs.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (above[root] !== root) root = above[root]!;
    above[i] = root;
    return root;
  };
  const first = new Map<string, number>();
  pairs.forEach(({ right }, i) => {
    for (let k = 0; k + ALIKE <= Math.max(ALIKE, right.length); k += 1) {
      const string = right.slice(k, k + ALIKE);
      const other = first.get(string);
      if (other === undefined) first.set(string, i);
      else above[find(i)] = find(other);
    }
  });
  return pairs.map((_, i) => find(i));
}

/** Replacements of the sentences; one that lies on an error and is not its right reading teaches nothing. */
function examplesOf(model: LanguageModel, pairs: readonly Pair[]): Examples & { sentences: number[] } {
  const rows: { features: Float64Array; answer: number; sentence: number }[] = [];
  pairs.forEach(({ wrong, right }, sentence) => {
    if (wrong.length !== right.length) return;
    for (const { start, end, suggestion, features } of weighText(model, wrong)) {
      const error = wrong.slice(start, end) !== right.slice(start, end);
      const exact = suggestion === right.slice(start, end);
      if (error === exact) rows.push({ features, answer: exact ? 1 : 0, sentence });
    }
  });
  return { values: FEATURES.map((_, f) => Float32Array.from(rows, (row) => row.features[f]!)), answers: Uint8Array.from(rows, (row) => row.answer), sentences: rows.map((row) => row.sentence) };
}

/** The kept sentences of the law set beside all generated ones. */
function together(law: ReturnType<typeof examplesOf>, generated: Examples, keep: (sentence: number) => boolean): Examples {
  const rows = law.sentences.flatMap((sentence, i) => (keep(sentence) ? [i] : []));
  const length = rows.length + generated.answers.length;
  const joined = <T extends Float32Array | Uint8Array>(to: T, own: ArrayLike<number>, other: ArrayLike<number>): T => {
    rows.forEach((row, i) => { to[i] = own[row]!; });
    to.set(other, rows.length);
    return to;
  };
  return {
    values: law.values.map((column, f) => joined(new Float32Array(length), column, generated.values[f]!)),
    answers: joined(new Uint8Array(length), law.answers, generated.answers),
    weights: new Float32Array(length).fill(LAW_WEIGHT, 0, rows.length).fill(1, rows.length),
  };
}

const weightsOf = (boosted: Boosted): EvidenceWeights => ({ ...builtInEvidence, ...boosted, thresholds: { note: PUT_RIGHT, warn: 99 } });

const finder = (model: LanguageModel, weights: EvidenceWeights) => {
  const proofreader = createProofreader(model, weights, { note: -2, warn: 99 });
  return (text: string): Marked[] => proofreader.proofread(text).map(({ start, end, suggestion, score }) => ({ start, end, suggestion, score, rule: 'text.statistical' }));
};

/** `npm run bench -- proofreading-weights FILE`: learns the weights of evidence from the law set, chooses their thresholds on sentences of it that were left out, and writes them to `file`. */
export function benchProofreadingWeights(file: string, say: (line: string) => void): void {
  const sets = readSets();
  if (!sets) return say('HUB_CORPUS_DIR is not set or holds no proofreading/: nothing was learnt');
  const { law } = sets;
  const short = learnLibrary(sets, say, GENERATED.leaveOut);
  const generated = examplesOf(short.model, slippedSentences(short.model, short.left, GENERATED.sentences, GENERATED.seed));
  const { model } = learnLibrary(sets, say);
  const examples = examplesOf(model, law);
  for (const { answers } of [generated, examples]) say(`${answers.length} replacements weighed, ${answers.reduce((sum, one) => sum + one, 0)} of them right`);
  const groups = groupsOf(law);
  const random = seeded(OPTIONS.seed);
  const foldOfGroup = new Map([...new Set(groups)].map((group) => [group, Math.floor(random() * FOLDS)]));
  const left: MarkedPair[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const weights = weightsOf(boost(together(examples, generated, (sentence) => foldOfGroup.get(groups[sentence]!) !== fold), OPTIONS));
    left.push(...measure(law.filter((_, i) => foldOfGroup.get(groups[i]!) === fold), finder(model, weights)));
  }
  const thresholds = { note: Number(thresholdOfPrecision(left, WANTED.note, SPARE).toFixed(2)), warn: Number(thresholdOfPrecision(left, WANTED.warn, SPARE).toFixed(2)) };
  say(`thresholds ${JSON.stringify(thresholds)}`);
  for (const precision of [0.94, 0.95, 0.96, 0.97, 0.98, 0.99]) {
    const threshold = thresholdOfPrecision(left, precision);
    const at = recallAt(left, threshold);
    say(`law, left out: precision ${precision} at ${threshold.toFixed(2)}: recall ${at.detected.toFixed(3)}, false per 1,000 clean ${at.falsePer1000.toFixed(1)}`);
  }
  const { bias, trees } = boost(together(examples, generated, () => true), OPTIONS);
  const { version, source, company, shorthand } = builtInEvidence;
  writeFileSync(file, `import type { EvidenceWeights } from './evidence-weights.js';

/** Learnt by boosting small trees on sentences about law with and without typing errors and on sentences of laws with generated slips, beside statistics of national and regional law: \`npm run bench -- proofreading-weights FILE\`. */
export const builtInEvidence: EvidenceWeights = {
  version: '${version}',
  source: '${source}',
  thresholds: { note: ${thresholds.note}, warn: ${thresholds.warn} },
  company: ${company},
  shorthand: { signs: '${shorthand.signs}', beside: '${shorthand.beside}' },
  bias: ${bias},
  trees: [
${trees.map((tree) => `    [${tree.join(',')}],`).join('\n')}
  ],
};
`);
  say(`${trees.length} trees, thresholds ${JSON.stringify(thresholds)}, written to ${file}`);
}
