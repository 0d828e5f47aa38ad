/**
 * The first few of a list, no two alike in kind as long as there are others; then the rest in their order.
 * Keeps a front page from showing five rows about one policy.
 */
export function varied<T>(items: readonly T[], count: number, kindOf: (item: T) => string | null): T[] {
  const seen = new Set<string>();
  const first: T[] = [];
  const rest: T[] = [];
  for (const item of items) {
    const kind = kindOf(item);
    if (kind !== null && seen.has(kind)) rest.push(item);
    else {
      if (kind !== null) seen.add(kind);
      first.push(item);
    }
  }
  return [...first, ...rest].slice(0, count);
}
