import { LIMITS, type TicketKind } from '@govmedia-hub/contracts';

export interface TicketFields {
  kind: TicketKind;
  question: string;
  orgId: string;
  contactPhone: string;
}

/** What can be seen to be wrong before anything is sent; the hub decides. */
export function refusedFields(fields: TicketFields): Partial<Record<keyof TicketFields, string>> {
  const refused: Partial<Record<keyof TicketFields, string>> = {};
  const question = fields.question.trim();
  if (!question) refused.question = '请写下要问的事';
  else if (question.length > LIMITS.ticketChars) refused.question = `最多 ${LIMITS.ticketChars} 字，现在有 ${question.length} 字`;
  const phone = fields.contactPhone.trim();
  if (phone && !/^(1\d{10}|(0\d{2,3}[- ]?)?\d{7,8})$/.test(phone)) refused.contactPhone = '电话号码不完整，请核对，或者不填';
  return refused;
}
