import type { Severity } from '../findings.js';
import { builtInEvidence } from './built-in-evidence.js';
import { createJudge, type EvidenceWeights } from './evidence-weights.js';
import { Clause, type Proposal } from './evidence.js';
import type { LanguageModel } from './language-model.js';
import { readText } from './weigh-text.js';

/** A string that the library makes improbable beside a twin that it knows well. */
export interface Doubt {
  /** UTF-16 offsets in the text; one or two characters. */
  start: number;
  end: number;
  text: string;
  /** Put in place of start..end. */
  suggestion: string;
  /** The word or clause around, suggestion in place, to be shown. */
  reading: string;
  /** Log odds that the text is wrong here. */
  score: number;
  severity: Extract<Severity, 'warn' | 'note'>;
}

export interface Proofreader {
  /** Format of the weights and a mark of the model; part of a screener's version. */
  version: string;
  source: string;
  /** Doubts in reading order, none overlapping. The same text and model give the same doubts. */
  proofread(text: string): Doubt[];
}

interface Found {
  at: number;
  size: number;
  twins: string;
  score: number;
}

/** Readings of one clause: each puts right what the one before was sure of. */
const MOST_PASSES = 3;

/**
 * A proofreader that has learnt from a library.
 * @param thresholds log odds from which a doubt is told, and told as a warning; those of the weights when left out
 */
export function createProofreader(model: LanguageModel, weights: EvidenceWeights = builtInEvidence, thresholds: { note: number; warn: number } = weights.thresholds): Proofreader {
  const judge = createJudge(weights);
  const isShorthand = (units: Uint16Array, at: number): boolean => weights.shorthand.signs.includes(String.fromCharCode(units[at]!))
    && [at - 1, at + 1].some((i) => weights.shorthand.beside.includes(String.fromCharCode(units[i] ?? 0)));

  /** All doubts of a clause; what is certain is put right first, so that its neighbours are read beside the right characters. */
  function readClause(units: Uint16Array, tokens: Uint16Array, from: number, to: number): Found[] {
    const found = new Map<number, Found>();
    const settled = new Set<number>();
    const least = Math.min(thresholds.note, weights.thresholds.note) - weights.company;
    for (let pass = 0; pass < MOST_PASSES; pass += 1) {
      const clause = new Clause(model, units, tokens, from, to);
      const fresh: { found: Found; proposal: Proposal }[] = [];
      for (let at = from; at < to; at += 1) {
        for (const proposal of clause.proposals(at)) {
          const size = proposal.twins.length;
          const score = judge(proposal.features);
          if (score < least || settled.has(at) || settled.has(at + size - 1) || isShorthand(units, at) || (size === 2 && isShorthand(units, at + 1))) continue;
          const key = at * 2 + size - 1;
          const one = { at, size, twins: proposal.twins.map((twin) => model.characterOf(twin)).join(''), score };
          if (score > (found.get(key)?.score ?? -Infinity)) found.set(key, one);
          if (score >= weights.thresholds.note) fresh.push({ found: one, proposal });
        }
      }
      let changed = false;
      for (const { found: one, proposal } of fresh.sort((a, b) => b.found.score - a.found.score || a.found.at - b.found.at)) {
        if (settled.has(one.at) || settled.has(one.at + one.size - 1)) continue;
        proposal.twins.forEach((twin, i) => {
          tokens[one.at + i] = twin;
          settled.add(one.at + i);
        });
        changed = true;
      }
      if (!changed) break;
    }
    return [...found.values()];
  }

  /** Raises doubts that stand beside a stronger one in the same sentence, never above it. */
  function keepCompany(text: string, starts: Uint32Array, found: readonly Found[]): void {
    const strongest = new Map<number, number>();
    const sentences = found.map(({ at }) => Math.max(text.lastIndexOf('\n', starts[at]!), text.lastIndexOf('。', starts[at]!)));
    found.forEach(({ score }, i) => strongest.set(sentences[i]!, Math.max(score, strongest.get(sentences[i]!) ?? -Infinity)));
    found.forEach((one, i) => { one.score = Math.max(one.score, Math.min(one.score + weights.company, strongest.get(sentences[i]!)!)); });
  }

  return {
    version: `${weights.version}.${model.mark}`,
    source: `本单位已发布文件库的字词统计（${weights.version}，${model.total} 字）`,
    proofread(text) {
      const { units, starts, tokens, clauses } = readText(model, text);
      const found = clauses.flatMap(([from, to]) => readClause(units, tokens, from, to));
      keepCompany(text, starts, found);
      const taken = new Set<number>();
      const doubts: Doubt[] = [];
      for (const { at, size, twins, score } of found.filter((one) => one.score >= thresholds.note).sort((a, b) => b.score - a.score || a.at - b.at || a.size - b.size)) {
        if (taken.has(at) || taken.has(at + size - 1)) continue;
        for (let i = at; i < at + size; i += 1) taken.add(i);
        const start = starts[at]!;
        const end = starts[at + size - 1]! + 1;
        doubts.push({ start, end, text: text.slice(start, end), suggestion: twins, reading: readingAround(units, at, size, twins), score, severity: score >= thresholds.warn ? 'warn' : 'note' });
      }
      return doubts.sort((a, b) => a.start - b.start);
    },
  };
}

/** Up to two characters before, the twins, up to two behind. */
function readingAround(units: Uint16Array, at: number, size: number, twins: string): string {
  let before = '';
  for (let i = at - 1; i >= Math.max(0, at - 2) && units[i]! >= 0x3000; i -= 1) before = String.fromCharCode(units[i]!) + before;
  let behind = '';
  for (let i = at + size; i < Math.min(units.length, at + size + 2) && units[i]! >= 0x3000; i += 1) behind += String.fromCharCode(units[i]!);
  return before + twins + behind;
}
