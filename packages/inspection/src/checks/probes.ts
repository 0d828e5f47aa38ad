import type { ProbeFacts } from '../facts.js';
import { DAY_MS, spanText, timeText } from '../instants.js';
import type { Check, CheckContext, Evidence } from '../judgements.js';
import { missing, numberOf, wordsOf } from './params.js';

/** The newest probe of every label among the targets, not after the monitoring point. */
function newestProbes({ facts, pointMs, indicator }: CheckContext): ProbeFacts[] {
  const targets = wordsOf(indicator, 'targets');
  const newest = new Map<string, ProbeFacts>();
  for (const probe of facts.probes ?? []) {
    if (!targets.includes(probe.target) || Date.parse(probe.at) > pointMs) continue;
    const known = newest.get(`${probe.target} ${probe.label}`);
    if (!known || Date.parse(probe.at) > Date.parse(known.at)) newest.set(`${probe.target} ${probe.label}`, probe);
  }
  return [...newest.values()].sort((a, b) => (a.label < b.label ? -1 : 1));
}

const shown = (probe: ProbeFacts): Evidence => ({ label: `实测：${probe.label}（${probe.ok ? '可用' : '不可用'}）`, value: probe.note, url: probe.url, at: probe.at });

/** A service or app must be reachable: one failed newest probe is a suspicion, an old or missing one decides nothing. */
export const availability: Check = (context) => {
  const maxAge = numberOf(context.indicator, 'maxProbeAgeDays');
  if (maxAge === null) return missing('maxProbeAgeDays');
  const probes = newestProbes(context);
  if (probes.length === 0) return { outcome: 'undecidable', reason: '没有可用性检测记录，需人工下载、打开试用' };
  const evidence = probes.map(shown);
  const failed = probes.filter((probe) => !probe.ok);
  if (failed.length > 0) return { outcome: 'suspected', reason: `${failed.map((probe) => probe.label).join('、')}检测不可用`, evidence };
  const oldest = Math.min(...probes.map((probe) => Date.parse(probe.at)));
  if (context.pointMs - oldest > maxAge * DAY_MS) return { outcome: 'undecidable', reason: `最近一次检测距监测时间点${spanText(context.pointMs - oldest)}，超过${maxAge}天，需重新试用`, evidence };
  return { outcome: 'clear', reason: `${probes.map((probe) => probe.label).join('、')}检测可用`, evidence };
};

/** 有效互动功能: none filed is a suspicion; one that was tried and works is enough; filed but never tried decides nothing. */
export const interaction: Check = (context) => {
  const maxAge = numberOf(context.indicator, 'maxProbeAgeDays');
  if (maxAge === null) return missing('maxProbeAgeDays');
  const channels = context.facts.account.interactionChannels.filter((channel) => channel.trim() !== '');
  const probes = newestProbes(context);
  const evidence: Evidence[] = [{ label: '备案的互动方式', value: channels.length > 0 ? channels.join('、') : '未填报', url: null, at: null }, ...probes.map(shown)];
  const fresh = probes.filter((probe) => context.pointMs - Date.parse(probe.at) <= maxAge * DAY_MS);
  const working = fresh.filter((probe) => probe.ok);
  if (working.length > 0) return { outcome: 'clear', reason: `${working.map((probe) => probe.label).join('、')}实测有效（${timeText(working[0]!.at)}）`, evidence };
  if (fresh.length > 0) return { outcome: 'suspected', reason: `${fresh.map((probe) => probe.label).join('、')}实测无效`, evidence };
  if (channels.length === 0) return { outcome: 'suspected', reason: '备案信息中没有任何互动方式', evidence };
  return { outcome: 'undecidable', reason: `备案了${channels.join('、')}，近${maxAge}天内没有实测记录，是否有效需人工体验`, evidence };
};
