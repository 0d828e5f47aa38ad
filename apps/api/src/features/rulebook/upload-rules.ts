/** How long an uploaded picture or recording that stands in no text is kept. */
export const UPLOAD_RULES = {
  version: '2026.1', source: '本系统默认值，可由各地替换', effectiveFrom: '2026-01-01',
  /** Days after the upload during which nobody needs to have used it. */
  graceDays: 30,
  /** Days between taking it out of reach and removing its bytes; a text that was being saved meanwhile gets it back. */
  restDays: 1,
} as const;
