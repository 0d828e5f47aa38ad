/** One sealed line of the event log: ids, codes and digests, never text or personal data. */
export interface EventView {
  id: string;
  /** Gap-free position; null while the sealer has not reached it. */
  position: number | null;
  at: string;
  actorId: string;
  actorName: string;
  onBehalfOfOrgId: string | null;
  /** For example 'documents.confirmed'. */
  verb: string;
  subjectType: string;
  subjectId: string;
  /** Codes, ids, digests. */
  facts: Record<string, string | number | boolean | null>;
}

export interface EventLogVerificationView {
  intact: boolean;
  sealedThrough: number;
  unsealed: number;
  lagSeconds: number;
  /** Positions whose content no longer matches the chain, with what is wrong. */
  touched: { position: number; reason: string }[];
  headHash: string | null;
  checkedAt: string;
}
