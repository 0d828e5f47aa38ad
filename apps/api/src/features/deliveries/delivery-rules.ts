import type { RetryPlan } from '../../foundation/outbox/retry-plan.js';

const SOURCE = '本系统默认值，可随版本调整';

/** When a send is tried again: about twelve hours in all. */
export const SEND_PLAN: RetryPlan = { version: '2026-11', source: SOURCE, firstSeconds: 30, factor: 2, longestSeconds: 3_600, jitter: 0.2, attempts: 20 };
/** Taking back is pressed longer, and never less often than every ten minutes. */
export const WITHDRAW_PLAN: RetryPlan = { version: '2026-11', source: SOURCE, firstSeconds: 10, factor: 2, longestSeconds: 600, jitter: 0.2, attempts: 200 };
export const READ_BACK_PLAN: RetryPlan = { version: '2026-11', source: SOURCE, firstSeconds: 300, factor: 2, longestSeconds: 3_600, jitter: 0.2, attempts: 4 };

/** Minutes after going live at which the live copy is read back. */
export const READ_BACK_MINUTES = { version: '2026-11', source: SOURCE, after: [10, 24 * 60, 7 * 24 * 60] } as const;

/** Seconds between two looks at something that is not yet settled. */
export const WAITS = { version: '2026-11', source: SOURCE, frozen: 30, hubFirst: 15, unsettled: 30, unknown: 600 } as const;

/** WeChat: seconds between polls of a publishing job, and how often an unknown submission is looked for before a person is asked. */
export const WECHAT_PLAN = { version: '2026-11', source: SOURCE, pollSeconds: 20, lookSeconds: 120, looks: 3 } as const;
