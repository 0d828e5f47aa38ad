import { createHash } from 'node:crypto';

/** What of an event goes into the chain. */
export interface ChainedEvent {
  id: string;
  position: number;
  at: Date;
  actorId: string;
  onBehalfOfOrgId: string | null;
  verb: string;
  subjectType: string;
  subjectId: string;
  facts: Record<string, string | number | boolean | null>;
}

export const CHAIN_START = '0'.repeat(64);

/** SHA-256, hex, over the previous hash and a canonical writing of the event. */
export function chainHash(previousHash: string, event: ChainedEvent): string {
  const facts = Object.keys(event.facts).sort().map((key) => [key, event.facts[key]]);
  const canonical = JSON.stringify([event.position, event.id, event.at.toISOString(), event.actorId, event.onBehalfOfOrgId, event.verb, event.subjectType, event.subjectId, facts]);
  return createHash('sha256').update(previousHash).update('\n').update(canonical).digest('hex');
}
