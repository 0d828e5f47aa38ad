import type { WordingFinding } from '@govmedia-hub/inspection';
import { builtInLexicons, createScreener, type GateId } from '@govmedia-hub/screening';

export interface PostToScreen { id: string; text: string; asOf: string }
export interface ScreenedPosts { version: string; findings: WordingFinding[] }

/** What can bear on a veto; typing errors and citations are not an inspection's business. */
const GATES: readonly GateId[] = ['politics', 'secrecy'];

/** Screens the posts of a round; runs in a worker thread. */
export async function run({ posts }: { posts: PostToScreen[] }): Promise<ScreenedPosts> {
  const screener = createScreener(builtInLexicons);
  const findings: WordingFinding[] = [];
  for (const { id, text, asOf } of posts)
    for (const { gate, rule, severity, text: found, message } of screener.screen({ text, asOf, kind: 'post' }))
      if (GATES.includes(gate)) findings.push({ postId: id, gate, rule, severity, text: found, message });
  return { version: screener.version, findings };
}
