import { BestSlots } from './best-slots.js';
import type { PassageStore } from './passage-store.js';
import type { Passage } from './passages.js';
import type { PostingList } from './postings.js';

/** A list so short that its passages are looked at first. */
const HINT = 1_000;

type Accept = (passage: Passage) => boolean;
const EVERY: Accept = () => true;

/** Something that passages are to say, and how much it counts. */
export interface Asked { term: number; weight: number }

/**
 * What every passage says of some terms, added up roughly: the terms that tell most come first, and when so many postings have been
 * read the commonest are left out. It chooses which passages are worth a closer look; it ranks nothing by itself.
 */
export class FirstLook {
  sums = new Float32Array(1024);
  private rarest: PostingList | null = null;
  private readonly best: BestSlots;

  constructor(private readonly store: PassageStore) {
    this.best = new BestSlots((slot) => store.idAt(slot));
  }

  /** @param postings how many may be read, whole lists only; the most telling term is always read */
  run(asked: Asked[], postings: number): void {
    const { slots } = this.store;
    if (this.sums.length < slots) this.sums = new Float32Array(Math.max(slots, this.sums.length * 2));
    else this.sums.fill(0, 0, slots);
    this.rarest = null;
    this.more(asked, postings);
  }

  /** Adds more to what was added up before, of as many postings. */
  more(asked: Asked[], postings: number): void {
    const { store, sums } = this;
    asked.sort((a, b) => b.weight - a.weight || (store.textOf(a.term) < store.textOf(b.term) ? -1 : 1));
    let read = 0;
    for (const { term, weight } of asked) {
      const frequency = store.frequency(term);
      if (read > 0 && read + frequency > postings) continue;
      read += frequency;
      for (const list of store.lists(term)) {
        if (list.to - list.from < HINT) this.rarest ??= list;
        if (list.slots instanceof Uint32Array) addSealed(sums, list, weight);
        else addFresh(sums, list, weight);
      }
    }
  }

  /**
   * The n best accepted passages; equals are decided by their ids, so that no order of arrival matters. Their order is not told.
   * @param hint passages that are likely among the best: the worse of them are known to have no chance
   */
  choose(n: number, accept: Accept, hint: PostingList | null = this.rarest): Int32Array {
    // Nearly always all are accepted: asking only the chosen spares a look at many passages.
    const chosen = this.chosen(n, EVERY, hint);
    for (const slot of chosen) if (!accept(this.store.at(slot))) return this.chosen(n, accept, hint);
    return chosen;
  }

  private chosen(n: number, accept: Accept, hint: PostingList | null): Int32Array {
    const { sums, best } = this;
    const { slots } = this.store;
    let least = 0;
    if (hint && hint.to - hint.from >= n) {
      best.begin(n);
      for (let i = hint.from; i < hint.to; i++) this.offer(hint.slots[i]!, accept);
      if (best.count === n) least = best.least;
    }
    best.begin(n);
    // Sums are never below nothing, and such numbers stand in the order of their bits, which are sooner compared.
    const bits = new Int32Array(sums.buffer, 0, slots);
    let worst = Math.max(1, bitsOf(least));
    for (let slot = nextOf(bits, 0, slots, worst); slot < slots; slot = nextOf(bits, slot + 1, slots, worst)) {
      this.offer(slot, accept);
      if (best.count === n) worst = Math.max(worst, bitsOf(best.least));
    }
    return best.chosen();
  }

  private offer(slot: number, accept: Accept): void {
    const { best, store } = this;
    const score = this.sums[slot]!;
    if (score !== 0 && store.alive[slot] === 1 && best.hasChance(slot, score) && (accept === EVERY || accept(store.at(slot)))) best.offer(slot, score);
  }
}

/** The first place from the given one on where there is as much; the end when there is none. Both are never below nothing, so that a difference is below nothing when there is less. */
function nextOf(bits: Int32Array, from: number, end: number, least: number): number {
  let at = from;
  for (; at + 7 < end; at += 8) {
    const one = (bits[at]! - least) & (bits[at + 1]! - least) & (bits[at + 2]! - least) & (bits[at + 3]! - least);
    if ((one & (bits[at + 4]! - least) & (bits[at + 5]! - least) & (bits[at + 6]! - least) & (bits[at + 7]! - least)) >= 0) break;
  }
  while (at < end && bits[at]! < least) at++;
  return at;
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
