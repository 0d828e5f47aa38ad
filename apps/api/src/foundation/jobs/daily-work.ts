import type { Clock } from '../clock/clock.js';

const EVERY_MS = 60_000;

/** Work that this process does at its start and then once on every civil date, one run after the other. */
export class DailyWork {
  private timer: NodeJS.Timeout | null = null;
  private doneOn = '';
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly clock: Clock, private readonly work: () => Promise<void>, private readonly failed: (error: Error) => void) {}

  /** Long work asks in between whether it may go on. */
  get ended(): boolean {
    return this.stopped;
  }

  start(): void {
    this.look();
    this.timer = setInterval(() => this.look(), EVERY_MS);
    this.timer.unref();
  }

  /** Waits for what is under way. */
  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.stopped = true;
    await this.running;
  }

  private look(): void {
    const today = this.clock.today();
    if (this.doneOn === today || this.stopped) return;
    this.doneOn = today;
    this.running = this.running.then(this.work).catch(this.failed);
  }
}
