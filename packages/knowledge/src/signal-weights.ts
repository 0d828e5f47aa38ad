import { solve } from './linear-systems.js';

/** The candidates of one question: a row of signals each, and which of them answer it. */
export interface Example { rows: Float64Array[]; answers: boolean[] }

/**
 * Weights under which those that answer are the likeliest of their candidates (a softmax over each question's list, by Newton
 * steps). Signals are scaled by their spread for the fit; a small penalty keeps weights of what tells nothing near zero.
 */
export function fitWeights(examples: readonly Example[], signals: number, penalty = 0.01): number[] {
  const usable = examples.filter(({ answers }) => answers.includes(true));
  const spread = spreadOf(usable, signals);
  let weights = new Float64Array(signals);
  let loss = lossOf(usable, weights, spread, penalty);
  for (let round = 0; round < 12; round++) {
    const gradient = Float64Array.from(weights, (weight) => -penalty * usable.length * weight);
    const curve = new Float64Array(signals * signals);
    for (let s = 0; s < signals; s++) curve[s * signals + s] = penalty * usable.length;
    for (const example of usable) addExample(example, weights, spread, gradient, curve);
    const step = solve(curve, gradient);
    let size = 1;
    let next = weights;
    let nextLoss = Infinity;
    for (; size > 1e-3; size /= 2) {
      next = Float64Array.from(weights, (weight, s) => weight + size * step[s]!);
      nextLoss = lossOf(usable, next, spread, penalty);
      if (nextLoss < loss) break;
    }
    if (!(nextLoss < loss)) break;
    const gained = loss - nextLoss;
    [weights, loss] = [next, nextLoss];
    if (gained < 1e-6 * Math.abs(loss)) break;
  }
  return [...weights].map((weight, s) => weight / spread[s]!);
}

function spreadOf(examples: readonly Example[], signals: number): Float64Array {
  const sums = new Float64Array(signals);
  const squares = new Float64Array(signals);
  let count = 0;
  for (const { rows } of examples) {
    for (const row of rows) {
      count++;
      for (let s = 0; s < signals; s++) {
        sums[s]! += row[s]!;
        squares[s]! += row[s]! * row[s]!;
      }
    }
  }
  return Float64Array.from(squares, (square, s) => Math.sqrt(Math.max(0, square / count - (sums[s]! / count) ** 2)) || 1);
}

function likelihoods({ rows }: Example, weights: Float64Array, spread: Float64Array): { shares: Float64Array; scores: Float64Array; log: number } {
  const scores = Float64Array.from(rows, (row) => row.reduce((sum, value, s) => sum + (value / spread[s]!) * weights[s]!, 0));
  const most = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  const shares = scores.map((score) => Math.exp(score - most));
  const whole = shares.reduce((a, b) => a + b, 0);
  return { shares: shares.map((share) => share / whole), scores, log: most + Math.log(whole) };
}

function lossOf(examples: readonly Example[], weights: Float64Array, spread: Float64Array, penalty: number): number {
  let loss = 0.5 * penalty * examples.length * weights.reduce((sum, weight) => sum + weight * weight, 0);
  for (const example of examples) {
    const { scores, log } = likelihoods(example, weights, spread);
    const right = example.answers.reduce((sum, answers) => sum + (answers ? 1 : 0), 0);
    example.answers.forEach((answers, i) => {
      if (answers) loss -= (scores[i]! - log) / right;
    });
  }
  return loss;
}

function addExample(example: Example, weights: Float64Array, spread: Float64Array, gradient: Float64Array, curve: Float64Array): void {
  const signals = weights.length;
  const { shares } = likelihoods(example, weights, spread);
  const right = example.answers.reduce((sum, answers) => sum + (answers ? 1 : 0), 0);
  const mean = new Float64Array(signals);
  const scaled = new Float64Array(signals);
  example.rows.forEach((row, i) => {
    for (let s = 0; s < signals; s++) {
      scaled[s] = row[s]! / spread[s]!;
      mean[s]! += shares[i]! * scaled[s]!;
      gradient[s]! += scaled[s]! * ((example.answers[i] ? 1 / right : 0) - shares[i]!);
    }
    if (shares[i]! < 1e-9) return;
    for (let s = 0; s < signals; s++) for (let t = 0; t <= s; t++) curve[s * signals + t]! += shares[i]! * scaled[s]! * scaled[t]!;
  });
  for (let s = 0; s < signals; s++) for (let t = 0; t <= s; t++) curve[s * signals + t]! -= mean[s]! * mean[t]!;
}
