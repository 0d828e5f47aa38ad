/**
 * The closed list of error codes, each with its HTTP status.
 * The Chinese title of each code lives in the api's catalogue; clients switch on the code.
 */
export const ERROR_STATUS = {
  'request.invalid': 400,
  'request.too_large': 413,
  'request.not_found': 404,
  'request.repeated': 409,
  'request.too_many': 429,
  'request.unsupported_media': 415,
  'server.failed': 500,
  'server.not_ready': 503,
  'session.required': 401,
  'session.expired': 401,
  'session.bad_credentials': 401,
  'session.locked_out': 423,
  'session.csrf': 403,
  'access.denied': 403,
  'access.other_organisation': 403,
  'paging.bad_cursor': 400,
  'organisations.not_found': 404,
  'organisations.person_not_found': 404,
  'organisations.username_taken': 409,
  'organisations.weak_password': 422,
  'documents.not_found': 404,
  'documents.changed_meanwhile': 409,
  'documents.not_a_draft': 409,
  'documents.not_released': 409,
  'documents.openness_missing': 422,
  'documents.doc_number_taken': 409,
  'documents.unreadable': 422,
  'documents.dates_disagree': 422,
  'accounts.not_found': 404,
  'accounts.filing_not_found': 404,
  'accounts.changed_meanwhile': 409,
  'accounts.move_not_allowed': 409,
  'accounts.filing_blocked': 422,
  'accounts.name_taken': 409,
  'accounts.own_filing': 403,
  'contents.not_found': 404,
  'contents.changed_meanwhile': 409,
  'contents.move_not_allowed': 409,
  'contents.finding_not_found': 404,
  'contents.finding_already_decided': 409,
  'contents.source_not_found': 422,
  'contents.source_not_public': 422,
  'contents.source_required': 422,
  'contents.secrecy_marking': 422,
  'contents.empty': 422,
  'contents.attachment_refused': 422,
  'contents.attachment_not_found': 404,
  'media.refused': 422,
  'media.not_found': 404,
  'reviews.digest_changed': 409,
  'reviews.own_text': 403,
  'reviews.same_person_twice': 403,
  'reviews.open_findings': 422,
  'reviews.gates_open': 409,
  'reviews.step_out_of_order': 409,
  'reviews.gate_already_closed': 409,
  'publishing.not_approved': 409,
  'publishing.digest_changed': 409,
  'publishing.not_found': 404,
  'publishing.move_not_allowed': 409,
  'channels.not_found': 404,
  'channels.changed_meanwhile': 409,
  'channels.account_not_active': 422,
  'channels.settings_incomplete': 422,
  'channels.address_refused': 422,
  'channels.stopped': 409,
  'channels.frozen': 409,
  'channels.freeze_not_found': 404,
  'channels.freeze_in_force': 409,
  'channels.second_person_needed': 403,
  'deliveries.not_found': 404,
  'deliveries.changed_meanwhile': 409,
  'deliveries.move_not_allowed': 409,
  'deliveries.already_there': 409,
  'deliveries.not_deliverable': 422,
  'deliveries.time_in_past': 422,
  'knowledge.empty_question': 422,
  'knowledge.not_ready': 503,
  'knowledge.answer_not_found': 404,
  'services.not_found': 404,
  'tickets.not_found': 404,
  'tickets.move_not_allowed': 409,
  'tickets.changed_meanwhile': 409,
  'inspections.not_found': 404,
  'inspections.item_not_found': 404,
  'inspections.pack_not_found': 404,
  'inspections.move_not_allowed': 409,
  'inspections.changed_meanwhile': 409,
  'inspections.monitoring_point_in_future': 422,
  'rulebook.not_found': 404,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** RFC 9457 problem+json, as every error answer of the api is shaped. */
export interface Problem {
  type: string;
  /** Chinese, says what happened and what to do. */
  title: string;
  status: number;
  code: ErrorCode;
  detail?: string;
  requestId: string;
  /** One row per refused field of the request. */
  errors?: { field: string; message: string }[];
  /** What a screen needs to go on, for example the current version beside a stale edit. */
  details?: Record<string, unknown>;
}
