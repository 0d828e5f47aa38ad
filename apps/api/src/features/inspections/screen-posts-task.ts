import type { WordingFinding } from '@govmedia-hub/inspection';
import { builtInLexicons, createScreener, type GateId, type OwnRegisters } from '@govmedia-hub/screening';

export interface PostToScreen { id: string; text: string; asOf: string }
export interface ScreenedPosts { version: string; findings: WordingFinding[] }

/** What can bear on a veto; typing errors and citations are not an inspection's business. */
const GATES: readonly GateId[] = ['politics', 'secrecy'];

/** Screens the posts of a round with the lexicons of its monitoring point; runs in a worker thread. */
export async function run({ posts, own }: { posts: PostToScreen[]; own?: OwnRegisters | null }): Promise<ScreenedPosts> {
  const screener = createScreener(own ? { ...builtInLexicons, own } : builtInLexicons);
  const findings: WordingFinding[] = [];
  for (const { id, text, asOf } of posts)
    for (const { gate, rule, severity, text: found, message } of screener.screen({ text, asOf, kind: 'post' }))
      if (GATES.includes(gate)) findings.push({ postId: id, gate, rule, severity, text: found, message });
  return { version: screener.version, findings };
}
