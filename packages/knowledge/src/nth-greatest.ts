/** Tells the nth greatest of many numbers above nothing, by parting them again and again (quickselect). The memory is kept. */
export class NthGreatest {
  private rest = new Float64Array(64);

  /**
   * The nth greatest; the least above nothing when there are fewer.
   * @param at for each of the numbers where it stands among the values; without it the first of the values are meant
   */
  of(values: Float64Array, n: number, at: Uint32Array | null, count: number): number {
    if (this.rest.length < count) this.rest = new Float64Array(2 * count);
    const { rest } = this;
    let size = 0;
    for (let i = 0; i < count; i++) {
      const value = values[at ? at[i]! : i]!;
      if (value > Number.MIN_VALUE) rest[size++] = value;
    }
    if (size < n) return 2 * Number.MIN_VALUE;
    const wanted = n - 1;
    for (let from = 0, to = size - 1; from < to; ) {
      const pivot = middleOf(rest[from]!, rest[(from + to) >>> 1]!, rest[to]!);
      let [low, high] = [from, to];
      while (low <= high) {
        while (rest[low]! > pivot) low++;
        while (rest[high]! < pivot) high--;
        if (low > high) break;
        const other = rest[low]!;
        rest[low++] = rest[high]!;
        rest[high--] = other;
      }
      if (wanted <= high) to = high;
      else if (wanted >= low) from = low;
      else break;
    }
    return rest[wanted]!;
  }
}

function middleOf(a: number, b: number, c: number): number {
  return a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;
}
