/** Keeps the n best of many scored slots; equals are decided by the id of the passage, so that no order of arrival matters. */
export class BestSlots {
  private readonly heap: { slot: number; score: number }[] = [];

  constructor(private readonly n: number, private readonly idOf: (slot: number) => string) {}

  /** A score below this has no chance. */
  get least(): number {
    return this.heap.length < this.n ? -Infinity : this.heap[0]!.score;
  }

  offer(slot: number, score: number): void {
    const { heap } = this;
    if (heap.length < this.n) {
      heap.push({ slot, score });
      this.up(heap.length - 1);
      return;
    }
    if (this.n === 0 || !this.worse(heap[0]!, { slot, score })) return;
    heap[0] = { slot, score };
    this.down();
  }

  /** Best first. */
  sorted(): { slot: number; score: number }[] {
    return [...this.heap].sort((a, b) => (this.worse(b, a) ? -1 : 1));
  }

  private worse(a: { slot: number; score: number }, b: { slot: number; score: number }): boolean {
    return a.score !== b.score ? a.score < b.score : this.idOf(a.slot) > this.idOf(b.slot);
  }

  private up(from: number): void {
    const { heap } = this;
    for (let at = from; at > 0; ) {
      const above = (at - 1) >>> 1;
      if (!this.worse(heap[at]!, heap[above]!)) return;
      [heap[at], heap[above]] = [heap[above]!, heap[at]!];
      at = above;
    }
  }

  private down(): void {
    const { heap } = this;
    for (let at = 0; ; ) {
      let least = at;
      for (const below of [2 * at + 1, 2 * at + 2]) if (below < heap.length && this.worse(heap[below]!, heap[least]!)) least = below;
      if (least === at) return;
      [heap[at], heap[least]] = [heap[least]!, heap[at]!];
      at = least;
    }
  }
}
