import type { PostFacts } from '../facts.js';
import { DAY_MS, openedAtMs, spanText, timeText } from '../instants.js';
import type { Check, Evidence } from '../judgements.js';
import { missing, numberOf } from './params.js';

/** Newest post that shows a date not after the point, or null. */
export function lastDatedPost(posts: readonly PostFacts[], pointMs: number): PostFacts | null {
  let last: PostFacts | null = null;
  for (const post of posts) {
    const at = post.publishedAt === null ? NaN : Date.parse(post.publishedAt);
    if (at <= pointMs && (last === null || at > Date.parse(last.publishedAt!))) last = post;
  }
  return last;
}

/** 监测时间点前2周内无更新: exactly maxSilentDays x 24 hours still counts as updated; a post without a date does not count. */
export const updateWindow: Check = ({ facts, pointAt, pointMs, indicator }) => {
  const maxSilentDays = numberOf(indicator, 'maxSilentDays');
  if (maxSilentDays === null) return missing('maxSilentDays');
  if (facts.posts === null) return { outcome: 'undecidable', reason: '没有该账号的发布数据，需人工打开账号核对最后更新时间' };

  const last = lastDatedPost(facts.posts, pointMs);
  const undated = facts.posts.filter((post) => post.publishedAt === null).length;
  const later = facts.posts.filter((post) => post.publishedAt !== null && Date.parse(post.publishedAt) > pointMs).length;
  const evidence: Evidence[] = [{ label: '监测时间点', value: timeText(pointAt), url: null, at: pointAt }];
  if (last) evidence.push({ label: '最后更新', value: last.title, url: last.url, at: last.publishedAt });
  if (undated > 0) evidence.push({ label: '未标发布日期', value: `${undated}篇，按未更新计`, url: null, at: null });
  if (later > 0) evidence.push({ label: '监测时间点之后发布', value: `${later}篇，不计入`, url: null, at: null });

  const limit = maxSilentDays * DAY_MS;
  const silent = last ? pointMs - Date.parse(last.publishedAt!) : null;
  if (last && silent !== null && silent <= limit) {
    return { outcome: 'clear', reason: `最后更新于${timeText(last.publishedAt!)}，距监测时间点${spanText(silent)}，未超过${maxSilentDays}天`, evidence };
  }
  if (facts.collectedThrough !== null && Date.parse(facts.collectedThrough) < pointMs) {
    return { outcome: 'undecidable', reason: `发布数据只采集到${timeText(facts.collectedThrough)}，此后至监测时间点有无更新需人工核对`, evidence };
  }
  if (last && silent !== null) return { outcome: 'suspected', reason: `最后更新于${timeText(last.publishedAt!)}，距监测时间点${spanText(silent)}，超过${maxSilentDays}天`, evidence };
  const since = facts.account.openedOn === null ? '' : `，开设至监测时间点已${spanText(pointMs - openedAtMs(facts.account.openedOn))}`;
  return { outcome: 'suspected', reason: `${undated > 0 ? '没有一篇内容标明发布日期' : '没有发布过内容'}${since}`, evidence };
};
