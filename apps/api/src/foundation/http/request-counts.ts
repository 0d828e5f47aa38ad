const WINDOW_MS = 60_000;

/** Counts requests per caller in windows of a minute; the memory of a window goes with it. */
export class RequestCounts {
  private readonly counts = new Map<string, number>();
  private windowEnds = 0;

  constructor(private readonly limitPerMinute: number) {}

  /** Counts one more request of a caller, and says whether it is within the limit. */
  admits(caller: string): boolean {
    const now = Date.now();
    if (now >= this.windowEnds) {
      this.counts.clear();
      this.windowEnds = now + WINDOW_MS;
    }
    const count = (this.counts.get(caller) ?? 0) + 1;
    this.counts.set(caller, count);
    return count <= this.limitPerMinute;
  }
}
