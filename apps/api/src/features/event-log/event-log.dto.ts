import type { EventView } from '@govmedia-hub/contracts';
import type { EventEntity } from './event.entity.js';

export function toEventView(event: EventEntity, actorName: string): EventView {
  const { id, position, onBehalfOfOrgId, actorId, verb, subjectType, subjectId, facts } = event;
  return { id, position, at: event.at.toISOString(), actorId, actorName, onBehalfOfOrgId, verb, subjectType, subjectId, facts };
}
