import { CLOSENESS_MODEL, type ClosenessFeature, type ClosenessModel } from './closest-model.js';
import type { NearCandidate, NearQuestion } from './near-candidates.js';
import { unitCredit } from './coverage.js';
import { sharesOf, type GramAnalysis, type Grams } from './grams.js';
import { facetAgreement, facetsOf, holdsEvidence } from './question-facets.js';

export type Features = Record<ClosenessFeature, number>;

/** How a typed question and a passage go together, beside the other candidates. */
export interface Closeness {
  features: Features;
  /** The known way of asking that came closest; null for what was not written as an answer. */
  closest: string | null;
  /** 0..1: how much the two questions share, seen from both. */
  likeness: number;
}

/** Saturation of what stands often, and how much a long text loses (as BM25's k1 and b, beside a usual number of grams). */
const SATURATION = { k: 0.6, b: 0.3, usual: 600 };
/** So many of the best are looked at closely. */
const COMPARED = 12;

/** Holds a typed question against the candidates that say most of it; the others come back as null. */
export function closenessOf(typed: NearQuestion, candidates: readonly NearCandidate[], grams: GramAnalysis): (Closeness | null)[] {
  const said = candidates.map((candidate) => saidBy(typed, candidate.grams));
  const close = new Set(said.map((value, i) => ({ value, i })).sort((a, b) => b.value - a.value || (candidates[a.i]!.passage.id < candidates[b.i]!.passage.id ? -1 : 1)).slice(0, COMPARED).map(({ i }) => i));
  const documents = documentsOf(candidates);
  return candidates.map((candidate, i) => {
    if (!close.has(i) || typed.grams.typed === 0) return null;
    const rivals = [...close].filter((other) => other !== i);
    const lead = (among: readonly number[]): number => (said[i]! - Math.max(0, ...among.map((other) => said[other]!))) / typed.grams.typed;
    return closeLook(typed, candidate, documents.get(candidate.document)!, grams, {
      covered: said[i]! / typed.grams.typed,
      lead: lead(rivals.filter((other) => candidates[other]!.place !== candidate.place)),
      leadOfDocument: lead(rivals.filter((other) => candidates[other]!.document !== candidate.document)),
    });
  });
}

/** 0..1: how sure it is that the passage answers. */
export function sureness({ features }: Closeness, model: ClosenessModel = CLOSENESS_MODEL): number {
  let sum = model.bias;
  for (const [feature, weight] of Object.entries(model.weights) as [ClosenessFeature, number][]) sum += weight * features[feature];
  return 1 / (1 + Math.exp(-sum));
}

interface WholeDocument { names: Grams; everything: Grams; text: string }

/** What the candidates of one document say together: its title and known questions, and everything. */
function documentsOf(candidates: readonly NearCandidate[]): Map<string, WholeDocument> {
  const found = new Map<string, { names: Map<string, number>; everything: Map<string, number>; text: string }>();
  for (const { document, grams, naming, questions, subject } of candidates) {
    const whole = found.get(document) ?? { names: new Map<string, number>(), everything: new Map<string, number>(), text: '' };
    for (const [gram, times] of grams) whole.everything.set(gram, times);
    for (const [gram, times] of naming) whole.names.set(gram, times);
    whole.text += `\n${subject.text}\n${questions.map(({ text }) => text).join('\n')}`;
    found.set(document, whole);
  }
  return found;
}

function closeLook(typed: NearQuestion, candidate: NearCandidate, document: WholeDocument, grams: GramAnalysis, among: Pick<Features, 'covered' | 'lead' | 'leadOfDocument'>): Closeness {
  const { passage, questions } = candidate;
  const { units, text } = typed.analysed;
  const weightOf = (gram: string): number => grams.weightOf(gram);
  const best = { there: 0, back: 0, both: 0, closest: null as string | null };
  const wanted = facetsOf(text);
  let same = 0;
  for (const known of questions) {
    const shares = sharesOf(typed.grams, known.grams, weightOf);
    if (facetAgreement(wanted, facetsOf(known.analysed.text)) === 'same') same = 1;
    if (shares.both > best.both || best.closest === null) Object.assign(best, shares, { closest: known.text });
  }
  const evident = holdsEvidence(wanted, passage.text);
  const unnamed = unnamedShare(typed, document, grams);
  const matters = mattersOf(text, candidate, document, grams);
  return {
    features: {
      ...among, there: best.there, back: best.back, wording: best.both,
      subject: sharesOf(typed.grams, document.names, weightOf).there, document: sharesOf(typed.grams, document.everything, weightOf).there,
      missing: heaviestMissing(typed, candidate, grams), words: Math.log(1 + units.filter(({ weak }) => !weak).length),
      qa: passage.kind === 'qa' ? 1 : 0, guide: passage.kind === 'guide' ? 1 : 0, same, noEvidence: wanted.size > 0 && !evident ? 1 : 0,
      ...matters, unnamed, mattersNamed: matters.matters * (1 - unnamed),
    },
    closest: best.closest, likeness: best.both,
  };
}

/** How many matters of the question the passage speaks of, whether of all, how many of none, and whether the document names one in its title or a known question. */
function mattersOf(text: string, { grams: said }: NearCandidate, { names }: WholeDocument, grams: GramAnalysis): Pick<Features, 'matters' | 'allMatters' | 'lostMatters' | 'titled' | 'untitled' | 'noMatter'> {
  const asked = grams.mattersIn(text);
  const held = asked.filter((matter) => said.has(matter));
  const named = asked.some((matter) => names.has(matter));
  return { matters: Math.min(4, held.length) / 4, allMatters: asked.length >= 2 && held.length === asked.length ? 1 : 0, lostMatters: asked.length === 0 ? 0 : 1 - held.length / asked.length, titled: named ? 1 : 0, untitled: asked.length === 1 && !named ? 1 : 0, noMatter: asked.length === 0 ? 1 : 0 };
}

function saidBy({ grams: { weights } }: NearQuestion, grams: Grams): number {
  let length = 0;
  for (const [gram, times] of grams) if (!gram.startsWith('.')) length += times;
  const base = SATURATION.k * (1 - SATURATION.b + (SATURATION.b * length) / SATURATION.usual);
  let sum = 0;
  for (const [gram, weight] of weights) {
    const times = grams.get(gram);
    if (times) sum += (weight * times) / (times + base);
  }
  return sum;
}

/** Share of the weight that the heaviest word carries which the passage says in no way. */
function heaviestMissing({ analysed, weights }: NearQuestion, { everything, grams: said }: NearCandidate, grams: GramAnalysis): number {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let missing = 0;
  analysed.units.forEach((unit, i) => {
    if (unit.weak || grams.saysLike(unit.word, said)) return;
    missing = Math.max(missing, weights[i]! * (1 - unitCredit(unit, everything)));
  });
  return whole === 0 ? 1 : missing / whole;
}

/** Share of the telling words that neither the title nor a known question of the document names. */
function unnamedShare({ analysed, weights }: NearQuestion, { names, text }: WholeDocument, grams: GramAnalysis): number {
  let whole = 0;
  let unnamed = 0;
  analysed.units.forEach((unit, i) => {
    if (unit.weak) return;
    whole += weights[i]!;
    if (!grams.saysLike(unit.word, names)) unnamed += weights[i]! * (1 - unitCredit(unit, { text, tokens: new Set() }));
  });
  return whole === 0 ? 1 : unnamed / whole;
}
