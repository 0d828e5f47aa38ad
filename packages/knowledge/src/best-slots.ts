/** Keeps the n best of many scored slots; equals are decided by the id of the passage, so that no order of arrival matters. The memory is kept from question to question. */
export class BestSlots {
  private slots = new Int32Array(64);
  private scores = new Float64Array(64);
  private n = 0;
  count = 0;

  constructor(private readonly idOf: (slot: number) => string) {}

  begin(n: number): void {
    this.n = n;
    this.count = 0;
    if (this.slots.length < n) [this.slots, this.scores] = [new Int32Array(n), new Float64Array(n)];
  }

  /** A score below this has no chance. */
  get least(): number {
    return this.n === 0 ? Infinity : this.count < this.n ? -Infinity : this.scores[0]!;
  }

  /** False when it would not be among the best. */
  hasChance(slot: number, score: number): boolean {
    return this.count < this.n || (this.n > 0 && (score > this.scores[0]! || (score === this.scores[0] && this.idOf(slot) < this.idOf(this.slots[0]!))));
  }

  offer(slot: number, score: number): void {
    if (!this.hasChance(slot, score)) return;
    if (this.count < this.n) {
      this.put(this.count, slot, score);
      this.up(this.count++);
      return;
    }
    this.put(0, slot, score);
    this.down();
  }

  /** In no order. */
  chosen(): Int32Array {
    return this.slots.slice(0, this.count);
  }

  /** Best first. */
  sorted(): { slot: number; score: number }[] {
    const order = Array.from({ length: this.count }, (_, at) => at).sort((a, b) => (this.worse(b, a) ? -1 : 1));
    return order.map((at) => ({ slot: this.slots[at]!, score: this.scores[at]! }));
  }

  private worse(a: number, b: number): boolean {
    const { slots, scores } = this;
    return scores[a] !== scores[b] ? scores[a]! < scores[b]! : this.idOf(slots[a]!) > this.idOf(slots[b]!);
  }

  private put(at: number, slot: number, score: number): void {
    this.slots[at] = slot;
    this.scores[at] = score;
  }

  private swap(a: number, b: number): void {
    const [slot, score] = [this.slots[a]!, this.scores[a]!];
    this.put(a, this.slots[b]!, this.scores[b]!);
    this.put(b, slot, score);
  }

  private up(from: number): void {
    for (let at = from; at > 0; ) {
      const above = (at - 1) >>> 1;
      if (!this.worse(at, above)) return;
      this.swap(at, above);
      at = above;
    }
  }

  private down(): void {
    for (let at = 0; ; ) {
      let least = at;
      const below = 2 * at + 1;
      if (below < this.count && this.worse(below, least)) least = below;
      if (below + 1 < this.count && this.worse(below + 1, least)) least = below + 1;
      if (least === at) return;
      this.swap(at, least);
      at = least;
    }
  }
}
