export interface RankedQuery {
  /** Ids, best first. */
  found: readonly string[];
  relevant: readonly string[];
  /** Those of the relevant that no question learnt from cites. */
  uncited: readonly string[];
  ms: number;
}

export interface RetrievalFigures {
  recall5: number; recall10: number; recall20: number; recall100: number; mrr10: number; ndcg10: number;
  /** Recall@10 for articles that no question learnt from cites; null when all are cited. */
  recall10Uncited: number | null;
  p50Ms: number; p99Ms: number;
}

/** Means over the queries; recall is the share of a query's relevant passages among the first k. */
export function figuresOf(ranked: readonly RankedQuery[]): RetrievalFigures {
  const mean = (of: (query: RankedQuery) => number, over = ranked): number => Number((over.reduce((sum, query) => sum + of(query), 0) / Math.max(1, over.length)).toFixed(4));
  const recall = (k: number) => ({ found, relevant }: RankedQuery): number => share(found.slice(0, k), relevant);
  const uncited = ranked.filter((query) => query.uncited.length > 0);
  const times = ranked.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (q: number): number => Number((times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0).toFixed(2));
  return {
    recall5: mean(recall(5)), recall10: mean(recall(10)), recall20: mean(recall(20)), recall100: mean(recall(100)), mrr10: mean(reciprocalRank), ndcg10: mean(gain),
    recall10Uncited: uncited.length === 0 ? null : mean((query) => share(query.found.slice(0, 10), query.uncited), uncited),
    p50Ms: at(0.5), p99Ms: at(0.99),
  };
}

function share(found: readonly string[], wanted: readonly string[]): number {
  return wanted.length === 0 ? 0 : wanted.filter((id) => found.includes(id)).length / wanted.length;
}

function reciprocalRank({ found, relevant }: RankedQuery): number {
  const first = found.slice(0, 10).findIndex((id) => relevant.includes(id));
  return first < 0 ? 0 : 1 / (first + 1);
}

function gain({ found, relevant }: RankedQuery): number {
  const discount = (rank: number): number => 1 / Math.log2(rank + 2);
  const got = found.slice(0, 10).reduce((sum, id, rank) => sum + (relevant.includes(id) ? discount(rank) : 0), 0);
  const most = relevant.slice(0, 10).reduce((sum, _id, rank) => sum + discount(rank), 0);
  return most === 0 ? 0 : got / most;
}
