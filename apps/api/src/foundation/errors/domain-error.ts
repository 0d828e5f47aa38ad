import type { ErrorCode } from '@govmedia-hub/contracts';

/** A refusal with a code from the closed list; the filter gives it its status and its Chinese title. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: Record<string, unknown> = {},
    /** One more Chinese sentence for this very case. */
    readonly detail?: string,
  ) {
    super(`${code} ${detail ?? ''}`.trim());
  }
}
