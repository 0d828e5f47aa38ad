/** Limits that forms show and the server enforces. Characters are UTF-16 code units. */
export const LIMITS = {
  titleChars: 200,
  blockChars: 20_000,
  blocksPerRevision: 200,
  opinionChars: 2_000,
  reasonChars: 500,
  questionChars: 500,
  ticketChars: 2_000,
  uploadBytes: 50 * 1024 * 1024,
  uploadFiles: 20,
  attachmentBytes: 20 * 1024 * 1024,
  attachmentsPerRevision: 10,
  attachmentNameChars: 120,
  screenChars: 200_000,
  passwordMinChars: 10,
  pageDefault: 20,
  pageMax: 100,
} as const;
