/** The only place where the api learns what time it is; tests bring a fixed one. */
export abstract class Clock {
  abstract now(): Date;

  /** Civil date in Asia/Shanghai, 'YYYY-MM-DD': validity changes at its midnight. */
  today(): string {
    return civilDate(this.now());
  }
}

/** China keeps one zone without daylight saving since 1991, so the civil date is UTC+8. */
export function civilDate(instant: Date): string {
  const day = Math.floor((instant.getTime() + 8 * 3_600_000) / 86_400_000);
  if (day !== lastDay) {
    lastDate = new Date(day * 86_400_000).toISOString().slice(0, 10);
    lastDay = day;
  }
  return lastDate;
}

/** Every public answer asks for the date, and nearly always it is the one of the question before. */
let lastDay = Number.NaN;
let lastDate = '';

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** The system's time, which the loading of a demonstration may set back for a while, so that its past lies in the past. */
export class DemonstrationClock extends SystemClock {
  private pretended: Date | null = null;

  override now(): Date {
    return this.pretended ? new Date(this.pretended) : super.now();
  }

  pretend(instant: Date | null): void {
    this.pretended = instant;
  }
}

/** A clock that stands still until it is moved. */
export class FixedClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  now(): Date {
    return new Date(this.instant);
  }

  moveTo(instant: Date): void {
    this.instant = new Date(instant);
  }

  advance(milliseconds: number): void {
    this.instant = new Date(this.instant.getTime() + milliseconds);
  }
}
