import { createHash } from 'node:crypto';

/** Share of pairs of characters from which two questions count as the same. */
const SAME = 0.6;

/** For every question the first of its group of near-duplicates, in the order of their texts. */
export function nearDuplicates(questions: Iterable<string>): Map<string, string> {
  const texts = [...new Set(questions)].sort();
  const pairs = texts.map(pairsOf);
  const holders = new Map<string, number[]>();
  const group = texts.map((_, i) => i);
  const root = (i: number): number => {
    while (group[i] !== i) i = group[i]!;
    return i;
  };
  texts.forEach((_, i) => {
    const shared = new Map<number, number>();
    for (const pair of pairs[i]!) {
      const list = holders.get(pair) ?? [];
      for (const j of list) shared.set(j, (shared.get(j) ?? 0) + 1);
      list.push(i);
      holders.set(pair, list);
    }
    for (const [j, count] of shared) {
      if (count / (pairs[i]!.size + pairs[j]!.size - count) < SAME) continue;
      const [a, b] = [root(i), root(j)];
      group[Math.max(a, b)] = Math.min(a, b);
    }
  });
  return new Map(texts.map((text, i) => [text, texts[root(i)]!]));
}

/** The fold of every question by SHA-1 of its group, so that near-duplicates share one; all in fold 0 without folds. */
export function foldsOf(groups: ReadonlyMap<string, string>, folds: number | null): Map<string, number> {
  const foldOf = (text: string): number => (folds === null ? 0 : parseInt(createHash('sha1').update(text).digest('hex').slice(0, 8), 16) % folds);
  return new Map([...groups].map(([question, group]) => [question, foldOf(group)]));
}

function pairsOf(text: string): Set<string> {
  const plain = text.toLowerCase().replace(/[^\u3400-\u9fffa-z0-9]/g, '');
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < plain.length; i++) pairs.add(plain.slice(i, i + 2));
  return pairs;
}
