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
    if (this.count < this.n) this.up(slot, score);
    else this.down(slot, score);
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
    return this.isWorse(this.slots[a]!, this.scores[a]!, b);
  }

  private put(at: number, slot: number, score: number): void {
    this.slots[at] = slot;
    this.scores[at] = score;
  }

  private move(from: number, to: number): void {
    this.slots[to] = this.slots[from]!;
    this.scores[to] = this.scores[from]!;
  }

  private isWorse(slot: number, score: number, at: number): boolean {
    const other = this.scores[at]!;
    return score !== other ? score < other : this.idOf(slot) > this.idOf(this.slots[at]!);
  }

  /** Puts in one that comes to stand at the end, as far up as it belongs. */
  private up(slot: number, score: number): void {
    let at = this.count++;
    while (at > 0) {
      const above = (at - 1) >>> 1;
      if (!this.isWorse(slot, score, above)) break;
      this.move(above, at);
      at = above;
    }
    this.put(at, slot, score);
  }

  /** Puts one in the place of the worst, as far down as it belongs. */
  private down(slot: number, score: number): void {
    let at = 0;
    for (let below = 1; below < this.count; below = 2 * at + 1) {
      if (below + 1 < this.count && this.worse(below + 1, below)) below++;
      if (this.isWorse(slot, score, below)) break;
      this.move(below, at);
      at = below;
    }
    this.put(at, slot, score);
  }
}
