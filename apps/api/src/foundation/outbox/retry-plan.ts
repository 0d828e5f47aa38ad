/** When to try again, as data. */
export interface RetryPlan {
  version: string;
  source: string;
  firstSeconds: number;
  factor: number;
  longestSeconds: number;
  /** Share of the wait by which it is made shorter or longer, so that many do not knock at once. */
  jitter: number;
  /** Claims without progress after which a person must look. */
  attempts: number;
}

/** @param chance 0..1 */
export function waitSeconds(plan: RetryPlan, attempts: number, chance: number): number {
  const wait = Math.min(plan.longestSeconds, plan.firstSeconds * plan.factor ** Math.max(0, attempts - 1));
  return wait * (1 + plan.jitter * (2 * chance - 1));
}
