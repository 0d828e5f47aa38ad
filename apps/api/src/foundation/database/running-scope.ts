import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What the work in progress belongs to, across everything that it awaits. Node follows every callback of the process while a
 * store of this kind is in use, which an answer by id would pay for, so it is put away while no such work is going on.
 */
export class RunningScope<T> {
  private readonly store = new AsyncLocalStorage<T>();
  private running = 0;

  /** Of the work that asks; undefined outside. */
  current(): T | undefined {
    return this.store.getStore();
  }

  async during<Result>(value: T, work: () => Promise<Result>): Promise<Result> {
    this.running += 1;
    try {
      return await this.store.run(value, work);
    } finally {
      this.running -= 1;
      if (this.running === 0) this.store.disable();
    }
  }
}
