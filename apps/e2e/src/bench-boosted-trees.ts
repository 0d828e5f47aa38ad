/** Examples in columns: values[f][i] is feature f of example i; answers are 0 or 1. */
export interface Examples {
  values: readonly Float32Array[];
  answers: Uint8Array;
  /** How much each example counts; 1 when left out. */
  weights?: Float32Array;
}

export interface BoostOptions {
  rounds: number;
  leaves: number;
  rate: number;
  leastExamples: number;
  /** Added to the curvature of a leaf. */
  ridge: number;
  /** Shares of the features and of the examples that a tree sees. */
  features: number;
  examples: number;
  seed: number;
}

export interface Boosted {
  bias: number;
  /** Nodes of four numbers: feature (-1 for a leaf), threshold or value, node when not above, node when above. */
  trees: number[][];
}

const BINS = 64;
const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** The same numbers for the same seed on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Thresholds between which the values of a feature fall in about equal numbers. */
function cutsOf(values: Float32Array): number[] {
  const sorted = values.slice().sort();
  const cuts: number[] = [];
  for (let b = 1; b < BINS; b += 1) {
    const low = sorted[Math.floor((b * sorted.length) / BINS)]!;
    let next = Math.floor((b * sorted.length) / BINS);
    while (next < sorted.length && sorted[next] === low) next += 1;
    if (next === sorted.length) break;
    const cut = round((low + sorted[next]!) / 2, 3);
    if (cut >= low && cut < sorted[next]! && cut > (cuts.at(-1) ?? -Infinity)) cuts.push(cut);
  }
  return cuts;
}

interface Leaf {
  rows: Int32Array;
  gradient: number;
  curvature: number;
  node: number;
  split: { gain: number; feature: number; bin: number } | null;
}

/** Gradient boosting of small trees on logistic loss, grown leaf by leaf where the gain is greatest. */
export function boost({ values, answers, weights: counts }: Examples, options: BoostOptions): Boosted {
  const count = answers.length;
  const random = seeded(options.seed);
  const cuts = values.map(cutsOf);
  const bins = values.map((column, f) => Uint8Array.from(column, (value) => { let low = 0; let high = cuts[f]!.length; while (low < high) { const mid = (low + high) >> 1; if (value > cuts[f]![mid]!) low = mid + 1; else high = mid; } return low; }));
  const weightOf = (i: number): number => counts?.[i] ?? 1;
  const share = answers.reduce((sum, answer, i) => sum + answer * weightOf(i), 0) / answers.reduce((sum, _, i) => sum + weightOf(i), 0);
  const bias = round(Math.log(share / (1 - share)), 4);
  const scores = new Float64Array(count).fill(bias);
  const gradients = new Float64Array(count);
  const curvatures = new Float64Array(count);
  const trees: number[][] = [];
  const sums = new Float64Array(BINS);
  const weights = new Float64Array(BINS);
  const numbers = new Int32Array(BINS);
  const worth = (gradient: number, curvature: number): number => (gradient * gradient) / (curvature + options.ridge);

  function bestSplit(leaf: Leaf, chosen: readonly number[]): Leaf['split'] {
    let best: Leaf['split'] = null;
    if (leaf.rows.length < options.leastExamples * 2) return null;
    for (const feature of chosen) {
      const column = bins[feature]!;
      sums.fill(0);
      weights.fill(0);
      numbers.fill(0);
      for (const row of leaf.rows) {
        const bin = column[row]!;
        sums[bin]! += gradients[row]!;
        weights[bin]! += curvatures[row]!;
        numbers[bin]! += 1;
      }
      let [gradient, curvature, seen] = [0, 0, 0];
      for (let bin = 0; bin < cuts[feature]!.length; bin += 1) {
        gradient += sums[bin]!;
        curvature += weights[bin]!;
        seen += numbers[bin]!;
        if (seen < options.leastExamples) continue;
        if (leaf.rows.length - seen < options.leastExamples) break;
        const gain = worth(gradient, curvature) + worth(leaf.gradient - gradient, leaf.curvature - curvature) - worth(leaf.gradient, leaf.curvature);
        if (gain > 1e-6 && gain > (best?.gain ?? 0)) best = { gain, feature, bin };
      }
    }
    return best;
  }

  function leafOf(rows: Int32Array, node: number, chosen: readonly number[]): Leaf {
    let [gradient, curvature] = [0, 0];
    for (const row of rows) {
      gradient += gradients[row]!;
      curvature += curvatures[row]!;
    }
    const leaf: Leaf = { rows, gradient, curvature, node, split: null };
    leaf.split = bestSplit(leaf, chosen);
    return leaf;
  }

  for (let turn = 0; turn < options.rounds; turn += 1) {
    for (let i = 0; i < count; i += 1) {
      const chance = 1 / (1 + Math.exp(-scores[i]!));
      gradients[i] = weightOf(i) * (answers[i]! - chance);
      curvatures[i] = weightOf(i) * chance * (1 - chance);
    }
    const order = values.map((_, feature) => [random(), feature] as const).sort((a, b) => a[0] - b[0]);
    const chosen = order.slice(0, Math.ceil(values.length * options.features)).map(([, feature]) => feature);
    const rows = Int32Array.from({ length: count }, (_, i) => i).filter(() => random() < options.examples);
    const tree: number[] = [-1, 0, 0, 0];
    const leaves = [leafOf(rows, 0, chosen)];
    while (leaves.length < options.leaves) {
      const index = leaves.reduce((most, leaf, i) => ((leaf.split?.gain ?? 0) > (leaves[most]!.split?.gain ?? 0) ? i : most), 0);
      const leaf = leaves[index]!;
      if (!leaf.split) break;
      const { feature, bin } = leaf.split;
      const column = bins[feature]!;
      const node = tree.length / 4;
      tree.splice(leaf.node * 4, 4, feature, cuts[feature]![bin]!, node, node + 1);
      tree.push(-1, 0, 0, 0, -1, 0, 0, 0);
      leaves.splice(index, 1, leafOf(leaf.rows.filter((row) => column[row]! <= bin), node, chosen), leafOf(leaf.rows.filter((row) => column[row]! > bin), node + 1, chosen));
    }
    for (const leaf of leaves) tree[leaf.node * 4 + 1] = round((options.rate * leaf.gradient) / (leaf.curvature + options.ridge), 4);
    trees.push(tree);
    for (let i = 0; i < count; i += 1) {
      let node = 0;
      while (tree[node * 4]! >= 0) node = values[tree[node * 4]!]![i]! > tree[node * 4 + 1]! ? tree[node * 4 + 3]! : tree[node * 4 + 2]!;
      scores[i]! += tree[node * 4 + 1]!;
    }
  }
  return { bias, trees };
}
