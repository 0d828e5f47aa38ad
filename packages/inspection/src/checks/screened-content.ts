import type { PostFacts, WordingFinding } from '../facts.js';
import type { Check, CheckContext, Evidence } from '../judgements.js';
import { wordOf, wordsOf } from './params.js';
import { incidentsInPeriod } from './records.js';

const MOST_EVIDENCE = 20;

/** Posts of the inspected period; a post without a date is always looked at. */
export function postsInPeriod(posts: readonly PostFacts[], { pointMs, periodMs }: Pick<CheckContext, 'pointMs' | 'periodMs'>): PostFacts[] {
  return posts.filter((post) => {
    if (post.publishedAt === null) return true;
    const at = Date.parse(post.publishedAt);
    return at <= pointMs && at >= periodMs;
  });
}

/** Findings of the screening engine on the period's posts, by rule, or by gate and severity; a hit is a suspicion for a person to judge. */
export const screenedContent: Check = (context) => {
  const { facts, indicator } = context;
  const what = wordOf(indicator, 'what');
  const incidents = incidentsInPeriod(context, wordsOf(indicator, 'alsoIncidents'));
  const evidence: Evidence[] = incidents.map((incident) => ({ label: '登记的事件', value: incident.text, url: incident.url ?? null, at: incident.at }));
  const suspected = (count: number, reason: string): ReturnType<Check> => ({
    outcome: 'suspected',
    reason,
    evidence: count > MOST_EVIDENCE ? [...evidence.slice(0, MOST_EVIDENCE), { label: '其余', value: `另有${count - MOST_EVIDENCE}处未列出`, url: null, at: null }] : evidence,
  });

  if (facts.posts === null || facts.screening === null) {
    const why = facts.posts === null ? '没有该账号的发布数据' : '该账号的内容尚未经机器筛查';
    if (incidents.length > 0) return suspected(evidence.length, `登记有${incidents.length}件${what}事件；${why}`);
    return { outcome: 'undecidable', reason: `${why}，需人工查看`, evidence };
  }
  const posts = new Map(postsInPeriod(facts.posts, context).map((post) => [post.id, post]));
  const gates = wordsOf(indicator, 'gates');
  const severities = wordsOf(indicator, 'severities');
  const rules = wordsOf(indicator, 'rules');
  const counts = (finding: WordingFinding): boolean => rules.includes(finding.rule) || (gates.includes(finding.gate) && severities.includes(finding.severity));
  const hits = facts.screening.findings.filter((finding) => posts.has(finding.postId) && counts(finding));
  for (const hit of hits) {
    const post = posts.get(hit.postId)!;
    evidence.push({ label: hit.message, value: `“${hit.text}”（《${post.title}》）`, url: post.url, at: post.publishedAt });
  }
  if (evidence.length > 0) {
    const found = [hits.length > 0 ? `机器在${new Set(hits.map((hit) => hit.postId)).size}篇内容中发现${hits.length}处疑似${what}` : '', incidents.length > 0 ? `登记有${incidents.length}件${what}事件` : ''].filter(Boolean);
    return suspected(evidence.length, `${found.join('，')}，是否属实由检查人员确认`);
  }
  return { outcome: 'clear', reason: posts.size === 0 ? '检查期内没有发布内容' : `机器筛查${posts.size}篇内容，未发现${what}（规则版本${facts.screening.lexiconVersion}）`, evidence };
};
