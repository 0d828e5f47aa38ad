import { Inject, Injectable } from '@nestjs/common';
import { Clock, DemonstrationClock } from '../foundation/clock/clock.js';

/** One act of the city's past. */
export interface Act {
  /** Days from the day of seeding, 0 or negative. */
  offset: number;
  /** Acts of one day run in this order. */
  order: number;
  run(): Promise<void>;
}

const DAY = 86_400_000;
/** 09:00 in Shanghai, in milliseconds after 00:00 UTC. */
const MORNING = 1 * 3_600_000;

/** Plays acts in the order of their days, with the demonstration's clock standing on each day. */
@Injectable()
export class Timeline {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  async play(acts: readonly Act[], progress: (done: number, of: number) => void): Promise<void> {
    const today = this.clock.today();
    const start = Date.parse(`${today}T00:00:00Z`);
    const ordered = [...acts].sort((a, b) => a.offset - b.offset || a.order - b.order);
    const pretended = this.clock instanceof DemonstrationClock ? this.clock : null;
    try {
      let minute = 0;
      let day = Number.NaN;
      for (const [index, act] of ordered.entries()) {
        minute = act.offset === day ? minute + 1 : 0;
        day = act.offset;
        // Acts of the seeding day itself happen now; a past that lies later than now would be no past.
        if (pretended) pretended.pretend(act.offset < 0 ? new Date(start + act.offset * DAY + MORNING + minute * 60_000) : null);
        await act.run();
        progress(index + 1, ordered.length);
      }
    } finally {
      pretended?.pretend(null);
    }
  }
}
