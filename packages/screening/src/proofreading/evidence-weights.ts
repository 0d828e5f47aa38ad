/**
 * One decision tree over FEATURES as nodes of four numbers: feature, threshold, node when not above, node when above.
 * A leaf has feature -1 and its value in the second place. Node 0 is the root.
 */
export type EvidenceTree = readonly number[];

/** How evidence is weighed. Learnt once from sentences with known errors; it holds no text. */
export interface EvidenceWeights {
  version: string;
  source: string;
  /** Log odds before any evidence. */
  bias: number;
  /** Boosted trees; the sum of their leaves is added to the bias. */
  trees: readonly EvidenceTree[];
  /** Log odds from which a doubt is told as a note, and as a warning. */
  thresholds: { note: number; warn: number };
  /** Log odds that a doubt gains beside a stronger one in the same sentence: errors come in company. */
  company: number;
  /** Signs of countries, rare in any library and right in every news item, when one of `beside` stands next to them (中叙、叙方). */
  shorthand: { signs: string; beside: string };
}

/** Log odds that a replacement with these features puts an error right. */
export type Judge = (features: Float64Array) => number;

/** Trees laid out in a row, so that a judgement walks through memory in one direction. */
export function createJudge({ bias, trees }: Pick<EvidenceWeights, 'bias' | 'trees'>): Judge {
  const nodes = trees.reduce((sum, tree) => sum + tree.length / 4, 0);
  const features = new Int8Array(nodes);
  const values = new Float64Array(nodes);
  const below = new Uint32Array(nodes);
  const above = new Uint32Array(nodes);
  const roots: number[] = [];
  let first = 0;
  for (const tree of trees) {
    roots.push(first);
    for (let i = 0; i < tree.length / 4; i += 1) {
      features[first + i] = tree[i * 4]!;
      values[first + i] = tree[i * 4 + 1]!;
      below[first + i] = first + tree[i * 4 + 2]!;
      above[first + i] = first + tree[i * 4 + 3]!;
    }
    first += tree.length / 4;
  }
  return (evidence) => {
    let sum = bias;
    for (const root of roots) {
      let node = root;
      while (features[node]! >= 0) node = evidence[features[node]!]! > values[node]! ? above[node]! : below[node]!;
      sum += values[node]!;
    }
    return sum;
  };
}
