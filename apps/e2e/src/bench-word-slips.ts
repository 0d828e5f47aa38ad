import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CLOSE_SHAPE, newerWords, officialWords, packPairs, SAME_SOUND, SLIP_EVIDENCE, SlipFinder, twinsOf, WordTable, type WordSlip } from '@govmedia-hub/screening';
import { seeded } from './bench-boosted-trees.js';
import { dictionaryWords, readSets, sharedWithTests } from './bench-proofreading-library.js';

/** One law in so many teaches the weights, beside pairs of the others only. */
const LEFT_OUT = 4;
const WEIGHTS = { clean: 1, law: 3, slips: 0.5 };
const RIDGE = 2;
const THRESHOLD = 2.4;

interface Row { evidence: readonly number[]; answer: number; weight: number }

function countPairs(texts: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const text of texts) {
    for (let i = 0; i + 1 < text.length; i += 1) {
      const [a, b] = [text.charCodeAt(i), text.charCodeAt(i + 1)];
      if (a >= 0x4e00 && a <= 0x9fff && b >= 0x4e00 && b <= 0x9fff) counts.set(a * 65536 + b, (counts.get(a * 65536 + b) ?? 0) + 1);
    }
  }
  return counts;
}

function slipsIn(finder: SlipFinder, text: string): WordSlip[] {
  const codes = Uint16Array.from(text, (unit) => unit.charCodeAt(0));
  const found: WordSlip[] = [];
  for (const match of text.matchAll(/[\u4e00-\u9fff]{2,}/g)) finder.find(codes, match.index, match.index + match[0].length, found);
  return found;
}

/** Newton's method for log odds that are a sum of weighted evidence. */
function fit(rows: readonly Row[]): number[] {
  const size = SLIP_EVIDENCE.length + 1;
  const weights = new Array<number>(size).fill(0);
  for (let turn = 0; turn < 30; turn += 1) {
    const gradient = weights.map((weight, i) => (i === 0 ? 0 : RIDGE * weight));
    const curvature = weights.map((_, i) => weights.map((_unused, k) => (i === k ? (i === 0 ? 1e-6 : RIDGE) : 0)));
    for (const { evidence, answer, weight } of rows) {
      const values = [1, ...evidence];
      const chance = 1 / (1 + Math.exp(-values.reduce((sum, value, i) => sum + value * weights[i]!, 0)));
      for (let i = 0; i < size; i += 1) {
        gradient[i]! += weight * (chance - answer) * values[i]!;
        for (let k = 0; k < size; k += 1) curvature[i]![k]! += weight * chance * (1 - chance) * values[i]! * values[k]!;
      }
    }
    solve(curvature, gradient).forEach((step, i) => { weights[i]! -= step; });
  }
  return weights;
}

/** Solves a small system by elimination. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let i = 0; i < size; i += 1) {
    let pivot = i;
    for (let k = i + 1; k < size; k += 1) if (Math.abs(rows[k]![i]!) > Math.abs(rows[pivot]![i]!)) pivot = k;
    [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
    for (let k = i + 1; k < size; k += 1) {
      const share = rows[k]![i]! / rows[i]![i]!;
      for (let c = i; c <= size; c += 1) rows[k]![c]! -= share * rows[i]![c]!;
    }
  }
  const answer = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = rows[i]![size]!;
    for (let k = i + 1; k < size; k += 1) sum -= rows[i]![k]! * answer[k]!;
    answer[i] = sum / rows[i]![i]!;
  }
  return answer;
}

/** `npm run bench -- word-slips FOLDER`: counts pairs of characters in the laws, learns how a slip in a word is weighed, and writes both as source files. */
export function benchWordSlips(folder: string, say: (line: string) => void): void {
  const sets = readSets();
  if (!sets) return say('HUB_CORPUS_DIR is not set or holds no proofreading/: nothing was learnt');
  const shared = sharedWithTests(sets);
  const laws = gunzipSync(readFileSync(path.join(sets.folder, 'laws.jsonl.gz'))).toString().split('\n').filter(Boolean).map((line) => (JSON.parse(line) as { text: string }).text.split(/(?<=[。；\n])/).filter((sentence) => !shared(sentence)));
  const learnt = laws.filter((_, i) => i % LEFT_OUT !== 1).flat();
  const left = laws.filter((_, i) => i % LEFT_OUT === 1).flat();
  const words = [...dictionaryWords()];
  const version = '2026-11';
  const source = '国家和地方法律法规中相邻两字的出现次数（只有计数，没有文句）';
  const finder = new SlipFinder(new WordTable(words, { version, source, ...packPairs(countPairs(learnt)) }, newerWords), officialWords);
  const rows: Row[] = [];
  const cleanSeen = new Set<string>();
  for (const sentence of left) {
    for (const clause of sentence.match(/[\u4e00-\u9fff]{2,}/g) ?? []) {
      if (cleanSeen.has(clause)) continue;
      cleanSeen.add(clause);
      for (const { evidence } of slipsIn(finder, clause)) rows.push({ evidence, answer: 0, weight: WEIGHTS.clean });
    }
  }
  const clean = rows.length;
  const add = (wrong: string, right: string, weight: number): void => {
    for (const { from, evidence } of slipsIn(finder, wrong)) rows.push({ evidence, answer: wrong.slice(from, from + 2) === right.slice(from, from + 2) ? 0 : 1, weight });
  };
  for (const { wrong, right } of sets.law) if (wrong.length === right.length) add(wrong, right, WEIGHTS.law);
  const random = seeded(5);
  const seen = countPairs(learnt);
  const single = new Map<number, number>();
  for (const [pair, count] of seen) single.set(pair % 65536, (single.get(pair % 65536) ?? 0) + count);
  for (const right of left) {
    if (right.length < 12 || right.length > 120 || random() > 0.2) continue;
    const at = Math.floor(random() * right.length);
    const wanted = random() < 0.7 ? SAME_SOUND : CLOSE_SHAPE;
    const fitting = [...twinsOf(right.charCodeAt(at))].filter(([twin, kind]) => (kind & wanted) !== 0 && (single.get(twin) ?? 0) >= 4);
    const shares = fitting.map(([twin]) => ((single.get(twin) ?? 0) + 30) ** 0.35);
    let rest = random() * shares.reduce((sum, share) => sum + share, 0);
    const twin = fitting.find((_, i) => (rest -= shares[i]!) <= 0)?.[0];
    if (twin !== undefined) add(right.slice(0, at) + String.fromCharCode(twin) + right.slice(at + 1), right, WEIGHTS.slips);
  }
  const [bias = 0, ...weights] = fit(rows);
  const scoreOf = ({ evidence }: Row): number => evidence.reduce((sum, value, i) => sum + value * weights[i]!, bias);
  const right = rows.filter(({ answer }) => answer === 1);
  for (const threshold of [1, 1.5, 2, 2.5, 3, 3.5, 4]) say(`at ${threshold}: ${right.filter((row) => scoreOf(row) >= threshold).length} of ${right.length} slips with a candidate, ${rows.slice(0, clean).filter((row) => scoreOf(row) >= threshold).length} false in ${left.join('').length} clean characters (repeated clauses once)`);
  const packed = packPairs(countPairs(laws.flat()));
  writeFileSync(path.join(folder, 'law-pairs.ts'), `import type { PackedPairs } from './pair-levels.js';\n\n/** Counted by \`npm run bench -- word-slips FOLDER\`. */\nexport const lawPairs: PackedPairs = {\n  version: '${version}',\n  source: '${source}',\n  characters: '${packed.characters}',\n  pairs: '${packed.pairs}',\n};\n`);
  writeFileSync(path.join(folder, 'slip-weights.ts'), `import type { SlipWeights } from './word-reader.js';\n\n/** Learnt on clean and slipped sentences of laws whose pairs had not been counted: \`npm run bench -- word-slips FOLDER\`. */\nexport const slipWeights: SlipWeights = {\n  version: '${version}',\n  source: '法律语句错别字样本和自造错别字的法律语句',\n  bias: ${bias.toFixed(4)},\n  weights: [${weights.map((weight) => Number(weight.toFixed(4))).join(', ')}],\n  threshold: ${THRESHOLD},\n};\n`);
  say(`${(packed.pairs.length / 1000).toFixed(0)} kB of pairs, ${weights.length} weights, written to ${folder}`);
}
