/** A round number at or above the largest value, so that the axis reads well. */
export function axisTop(most: number): number {
  if (most <= 0) return 1;
  const step = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 2.5, 5, 10].map((times) => times * step).find((top) => top >= most) ?? most;
}
