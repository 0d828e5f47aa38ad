import { HOUR_MS, openedAtMs, timeText } from '../instants.js';
import type { Check, Evidence } from '../judgements.js';
import { missing, numberOf } from './params.js';
import { postsInPeriod } from './screened-content.js';

/** 伪造发稿日期: a post dated before the account existed, or dated earlier than a look at which it was not there yet. */
export const publishDates: Check = (context) => {
  const { facts, indicator } = context;
  const hours = numberOf(indicator, 'toleranceHours');
  if (hours === null) return missing('toleranceHours');
  if (facts.posts === null) return { outcome: 'undecidable', reason: '没有该账号的发布数据，需人工核对发稿日期' };
  const posts = postsInPeriod(facts.posts, context);
  const openedOn = facts.account.openedOn;
  const evidence: Evidence[] = [];
  let watched = 0;
  for (const post of posts) {
    if (post.publishedAt === null) continue;
    const at = Date.parse(post.publishedAt);
    if (post.absentAt != null) {
      watched += 1;
      if (Date.parse(post.absentAt) - at > hours * HOUR_MS) {
        evidence.push({ label: '标注日期早于实际出现时间', value: `《${post.title}》标注${timeText(at)}，而${timeText(post.absentAt)}采集时尚不存在`, url: post.url, at: post.publishedAt });
        continue;
      }
    }
    if (openedOn !== null && openedAtMs(openedOn) - at > hours * HOUR_MS) evidence.push({ label: '标注日期早于账号开设', value: `《${post.title}》标注${timeText(at)}，账号${openedOn}开设`, url: post.url, at: post.publishedAt });
  }
  if (evidence.length > 0) return { outcome: 'suspected', reason: `${evidence.length}篇内容的发稿日期存疑，是否属实由检查人员确认`, evidence: evidence.slice(0, 20) };
  return { outcome: 'clear', reason: `核对${posts.length}篇内容的发稿日期，未发现倒签（其中${watched}篇有采集记录可比对，其余只与开设日期比对）` };
};
