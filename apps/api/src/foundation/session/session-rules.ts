export const SESSION_COOKIE = 'hub_session';

/**
 * Sign-in rules as data. GB/T 22239-2019 (等保) asks for limited attempts and automatic sign-out and leaves the numbers
 * to the unit; these are the usual ones and carry their own version.
 */
export const SESSION_RULES = {
  version: '2026-11',
  source: 'GB/T 22239-2019 身份鉴别（具体数值为本系统默认值）',
  effectiveFrom: '2026-11-01',
  failuresBeforeLockout: 5,
  lockoutMinutes: 15,
  idleMinutes: 120,
  absoluteHours: 12,
} as const;
