import type { KnowledgeIndex } from '@govmedia-hub/knowledge';
import { setImmediate as breathe } from 'node:timers/promises';

/** How long suggestions and corrections of a large index may lag behind it. */
const AFTER_MS = 60_000;

/** Makes suggestions and corrections of an index ready, in pieces between which others are served. */
export class IndexWords {
  private making: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(private readonly index: KnowledgeIndex) {}

  /** Resolves when they can be asked for without keeping others waiting. */
  ready(): Promise<void> {
    return (this.making ??= this.make());
  }

  /** They follow a change of the index after a while; a small one makes them at the next question. */
  follow(): void {
    if (this.timer || this.closed || !this.making || this.index.wordsAreFresh) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.making = this.make().then(() => this.follow());
    }, AFTER_MS).unref();
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    await this.making?.catch(() => undefined);
  }

  private async make(): Promise<void> {
    for (const _ of this.index.prepareWords()) {
      if (this.closed) return;
      await breathe();
    }
  }
}
