import type { DemoAudience, DemoQuestion } from './types.js';

/** anchor, question, other wordings, answer; the audience where it differs from the set's. */
type Entry = [anchor: string, question: string, alternatives: string[], answer: string, audience?: DemoAudience];

interface SetOf {
  orgKey: string;
  policyKey: string;
  topic: string;
  audience?: DemoAudience;
  /** Days from the day of seeding since when the answers are valid; review is due a year after the last review. */
  validFromOffset: number;
}

/** Unfolds the questions about one policy; keys are the policy's key and a running number. */
export function questionsAbout(set: SetOf, entries: Entry[]): DemoQuestion[] {
  return entries.map(([anchor, question, alternatives, answer, audience], index) => ({
    key: `${set.policyKey}-${index + 1}`,
    orgKey: set.orgKey,
    policyKey: set.policyKey,
    anchor,
    question,
    alternatives,
    answer,
    audience: audience ?? set.audience ?? 'person',
    topic: set.topic,
    validFromOffset: set.validFromOffset,
    // Spread over the year, so that the reviewers' list is never one heap.
    reviewDueOffset: 30 + ((index * 47 + set.policyKey.length * 13) % 330),
  }));
}
