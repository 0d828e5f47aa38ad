import type { SealedEvent } from '../event-log/event-log.service.js';

/** 'document ID' or 'publication ID' in its two parts. */
export function partsOf(subject: string): [type: string, id: string] {
  const space = subject.indexOf(' ');
  return [subject.slice(0, space), subject.slice(space + 1)];
}

/** What an event may have changed in the index. */
export function subjectsOf(event: SealedEvent): string[] {
  if (event.subjectType === 'document') return [`document ${event.subjectId}`];
  const publicationId = event.facts['publicationId'];
  return typeof publicationId === 'string' ? [`publication ${publicationId}`] : [];
}
