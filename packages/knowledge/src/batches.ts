/** Many things of which each is made when it is asked for; an array is one. What is made may be overwritten by the next one. */
export interface List<T> { readonly length: number; at(index: number): T | undefined }

const BATCH_BITS = 10;
/** How many things stand in one batch. */
const BATCH = 2 ** BATCH_BITS;

/** A list in batches of one size, of which the last may be smaller. */
export class Batches<T> implements List<T> {
  private readonly batches: List<T>[] = [];
  length = 0;

  /** @throws Error after a batch that is smaller than the others */
  add(batch: List<T>): void {
    if (this.length % BATCH !== 0 || batch.length > BATCH) throw new Error('a batch is missing');
    this.batches.push(batch);
    this.length += batch.length;
  }

  at(index: number): T {
    return this.batches[index >>> BATCH_BITS]!.at(index & (BATCH - 1))!;
  }
}

/** Where each batch of so many things begins and ends. */
export function* batchesOf(length: number): IterableIterator<[from: number, to: number]> {
  for (let from = 0; from < length; from += BATCH) yield [from, Math.min(length, from + BATCH)];
}
