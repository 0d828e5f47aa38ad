import type { PassageStore } from './passage-store.js';
import type { Passage } from './passages.js';
import type { PostingList } from './postings.js';

/** A list so short that its passages are looked at first. */
const HINT = 1_000;

/** Something that passages are to say, and how much it counts. */
export interface Asked { term: number; weight: number }

/**
 * What every passage says of some terms, added up roughly: the terms that tell most come first, and when so many postings have been
 * read the commonest are left out. It chooses which passages are worth a closer look; it ranks nothing by itself.
 */
export class FirstLook {
  sums = new Float32Array(1024);
  private count = 0;
  private rarest: PostingList | null = null;
  private best = new Int32Array(1024);
  private scores = new Float32Array(1024);

  constructor(private readonly store: PassageStore) {}

  /**
   * @param postings how many may be read, whole lists only; the most telling term is always read
   * @param upon what has been added up before
   */
  run(asked: Asked[], postings: number, upon: FirstLook | null = null): void {
    const { store } = this;
    const { slots } = store;
    if (this.sums.length < slots) this.sums = new Float32Array(Math.max(slots, this.sums.length * 2));
    if (upon) this.sums.set(upon.sums.subarray(0, slots));
    else this.sums.fill(0, 0, slots);
    this.rarest = null;
    asked.sort((a, b) => b.weight - a.weight);
    let read = 0;
    for (const { term, weight } of asked) {
      const frequency = store.frequency(term);
      if (read > 0 && read + frequency > postings) continue;
      read += frequency;
      for (const list of store.lists(term)) {
        if (!upon && list.to - list.from < HINT) this.rarest ??= list;
        if (list.slots instanceof Uint32Array) addSealed(this.sums, list, weight);
        else addFresh(this.sums, list, weight);
      }
    }
  }

  /**
   * The n best accepted passages; equals are decided by their ids, so that no order of arrival matters. Their order is not told.
   * @param hint passages that are likely among the best: the worse of them are known to have no chance
   */
  choose(n: number, accept: (passage: Passage) => boolean, hint: PostingList | null = this.rarest): Int32Array {
    const { store, sums } = this;
    const { slots } = store;
    if (this.best.length < n) [this.best, this.scores] = [new Int32Array(n), new Float32Array(n)];
    let least = 0;
    if (hint && hint.to - hint.from >= n) {
      this.count = 0;
      for (let i = hint.from; i < hint.to; i++) this.offer(hint.slots[i]!, n, accept);
      if (this.count === n) least = this.scores[0]!;
    }
    this.count = 0;
    // Sums are never below nothing, and such numbers stand in the order of their bits, which are sooner compared.
    const bits = new Int32Array(sums.buffer, 0, slots);
    const worst = Math.max(1, bitsOf(least));
    for (let slot = 0; slot < slots; slot++) if (bits[slot]! >= worst) this.offer(slot, n, accept);
    return this.best.slice(0, this.count);
  }

  private offer(slot: number, n: number, accept: (passage: Passage) => boolean): void {
    const { best, scores, store } = this;
    const score = this.sums[slot]!;
    if (score === 0 || store.alive[slot] === 0) return;
    if (this.count === n && (score < scores[0]! || (score === scores[0] && store.at(slot).id > store.at(best[0]!).id))) return;
    if (!accept(store.at(slot))) return;
    if (this.count < n) {
      best[this.count] = slot;
      scores[this.count] = score;
      this.up(this.count++);
      return;
    }
    best[0] = slot;
    scores[0] = score;
    this.down(n);
  }

  private worse(a: number, b: number): boolean {
    const { best, scores, store } = this;
    return scores[a] !== scores[b] ? scores[a]! < scores[b]! : store.at(best[a]!).id > store.at(best[b]!).id;
  }

  private swap(a: number, b: number): void {
    const { best, scores } = this;
    const [slot, score] = [best[a]!, scores[a]!];
    best[a] = best[b]!;
    scores[a] = scores[b]!;
    best[b] = slot;
    scores[b] = score;
  }

  private up(from: number): void {
    for (let at = from; at > 0; ) {
      const above = (at - 1) >>> 1;
      if (!this.worse(at, above)) return;
      this.swap(at, above);
      at = above;
    }
  }

  private down(count: number): void {
    for (let at = 0; ; ) {
      let least = at;
      const below = 2 * at + 1;
      if (below < count && this.worse(below, least)) least = below;
      if (below + 1 < count && this.worse(below + 1, least)) least = below + 1;
      if (least === at) return;
      this.swap(at, least);
      at = least;
    }
  }
}

function addSealed(sums: Float32Array, { slots, impacts, from, to }: PostingList, weight: number): void {
  for (let i = from; i < to; i++) {
    const slot = slots[i]!;
    sums[slot] = sums[slot]! + weight * impacts[i]!;
  }
}

/** The same for lists that still grow; apart, so that the compiler knows one kind of list in each. */
function addFresh(sums: Float32Array, { slots, impacts, from, to }: PostingList, weight: number): void {
  for (let i = from; i < to; i++) {
    const slot = slots[i]!;
    sums[slot] = sums[slot]! + weight * impacts[i]!;
  }
}

const ONE = new Float32Array(1);
const ONE_BITS = new Int32Array(ONE.buffer);

function bitsOf(value: number): number {
  ONE[0] = value;
  return ONE_BITS[0]!;
}
