import { Injectable } from '@nestjs/common';
import { canonicalFacts, type AccountFacts, type InspectionFacts, type WordingFinding } from '@govmedia-hub/inspection';
import { addDays } from '@govmedia-hub/working-days';
import { createHash } from 'node:crypto';
import { civilDate } from '../../foundation/clock/clock.js';
import { Database } from '../../foundation/database/database.js';
import { runTask } from '../../foundation/jobs/run-task.js';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { LexiconsReader } from '../lexicons/lexicons.reader.js';
import type { PostToScreen, ScreenedPosts } from './screen-posts-task.js';

/** How far back content is looked at: data of this house, because the notice sets no period for content. */
export const INSPECTION_PERIOD = { version: '1', source: '本系统默认值：按季度检查', effectiveFrom: '2019-04-01', days: 92 } as const;

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Gathers what a round is judged on. */
@Injectable()
export class InspectionFactsGatherer {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsReader,
    private readonly lexicons: LexiconsReader,
  ) {}

  /** Facts of every account at the monitoring point, screened; post texts are replaced by their digests before they are kept. */
  async gather(monitoringPoint: Date): Promise<InspectionFacts & { periodFrom: string }> {
    const periodFrom = addDays(civilDate(monitoringPoint), -INSPECTION_PERIOD.days);
    const accounts = await this.database.read((db) => this.accounts.factsAt(db, monitoringPoint, periodFrom));
    const posts: PostToScreen[] = accounts.flatMap((account) => (account.posts ?? []).map((post) => ({ id: post.id, text: `${post.title}\n${post.text}`, asOf: civilDate(post.publishedAt ? new Date(post.publishedAt) : monitoringPoint) })));
    const own = await this.database.read((db) => this.lexicons.registersOn(db, civilDate(monitoringPoint)));
    const screened = await runTask<ScreenedPosts>(new URL('./screen-posts-task.js', import.meta.url), { posts, own });
    const byPost = new Map<string, WordingFinding[]>();
    for (const finding of screened.findings) byPost.set(finding.postId, [...(byPost.get(finding.postId) ?? []), finding]);
    return {
      monitoringPointAt: monitoringPoint.toISOString(),
      periodFrom,
      accounts: accounts.map((account): AccountFacts => ({
        ...account,
        posts: account.posts && account.posts.map((post) => ({ ...post, text: `sha256:${sha256(post.text)}` })),
        screening: { lexiconVersion: screened.version, findings: (account.posts ?? []).flatMap((post) => byPost.get(post.id) ?? []) },
      })),
    };
  }
}

/** The digest that the event log keeps; the same whatever order the facts are read in. */
export const factsDigest = (facts: InspectionFacts): string => sha256(canonicalFacts(facts));
