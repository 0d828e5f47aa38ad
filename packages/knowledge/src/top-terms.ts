import type { Vector } from './mixture.js';
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

  /** Adds the first n terms of a vector, so many times. */
  addFirst(n: number, { terms, weights }: Vector, times: number): void {
    const { sums, touched } = this;
    let { count } = this;
    const end = Math.min(n, terms.length);
    for (let i = 0; i < end; i++) {
      const term = terms[i]!;
      const before = sums[term]!;
      if (before === 0) touched[count++] = term;
      sums[term] = before + times * weights[i]! || Number.MIN_VALUE;
    }
    this.count = count;
  }

  /** The n greatest above nothing, in no order; of equals at the end those come in that are first in the order of their texts. */
  best(n: number, each: (term: number, sum: number) => void): void {
    const { sums, touched, count } = this;
    const least = this.nth.of(sums, n, touched, count);
    const equals: number[] = [];
    let given = 0;
    for (let i = 0; i < count; i++) {
      const term = touched[i]!;
      const sum = sums[term]!;
      if (sum === least) equals.push(term);
      if (sum <= least) continue;
      each(term, sum);
      given++;
    }
    if (equals.length > n - given) equals.sort((a, b) => (this.textOf(a) < this.textOf(b) ? -1 : 1));
    for (const term of equals.slice(0, n - given)) each(term, least);
  }
}
