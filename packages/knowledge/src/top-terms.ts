import { NthGreatest } from './nth-greatest.js';

/** Sums for terms by their numbers, of which the greatest are wanted; the memory is kept from question to question. */
export class TopTerms {
  private sums = new Float64Array(1024);
  private touched = new Uint32Array(1024);
  private count = 0;
  private readonly nth = new NthGreatest();

  constructor(private readonly textOf: (term: number) => string) {}

  begin(terms: number): void {
    for (let i = 0; i < this.count; i++) this.sums[this.touched[i]!] = 0;
    this.count = 0;
    if (this.sums.length >= terms) return;
    this.sums = new Float64Array(Math.max(terms, this.sums.length * 2));
    this.touched = new Uint32Array(this.sums.length);
  }

  add(term: number, amount: number): void {
    const before = this.sums[term]!;
    if (before === 0) this.touched[this.count++] = term;
    this.sums[term] = before + amount || Number.MIN_VALUE; // a sum of nothing is a sum all the same
  }

  /** The n greatest above nothing, greatest first; equals stand in the order of their texts. */
  best(n: number, each: (term: number, sum: number) => void): void {
    const { sums, touched, count } = this;
    const least = this.nth.of(sums, n, touched, count);
    const chosen: number[] = [];
    for (let i = 0; i < count; i++) if (sums[touched[i]!]! >= least) chosen.push(touched[i]!);
    chosen.sort((a, b) => sums[b]! - sums[a]! || (this.textOf(a) < this.textOf(b) ? -1 : 1));
    for (let i = 0; i < Math.min(n, chosen.length); i++) each(chosen[i]!, sums[chosen[i]!]!);
  }
}
