/** Tells the nth greatest of many numbers above nothing, by a heap with the least of the best on top. The memory is kept. */
export class NthGreatest {
  private heap = new Float64Array(64);

  /** @param at for each of the numbers where it stands among the values; without it all values are meant */
  of(values: Float64Array, n: number, at: Uint32Array | null, count: number): number {
    if (this.heap.length < n) this.heap = new Float64Array(n);
    const heap = this.heap.subarray(0, n).fill(2 * Number.MIN_VALUE);
    for (let i = 0; i < count; i++) {
      const value = values[at ? at[i]! : i]!;
      if (value <= heap[0]!) continue;
      let top = 0;
      for (let below = 1; below < n; below = 2 * top + 1) {
        if (below + 1 < n && heap[below + 1]! < heap[below]!) below++;
        if (heap[below]! >= value) break;
        heap[top] = heap[below]!;
        top = below;
      }
      heap[top] = value;
    }
    return heap[0]!;
  }
}
