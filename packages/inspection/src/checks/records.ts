import type { IncidentFacts } from '../facts.js';
import { timeText } from '../instants.js';
import type { Check, CheckContext, Evidence } from '../judgements.js';
import { wordOf, wordsOf } from './params.js';

/** Incidents of the given kinds within the inspected period. */
export function incidentsInPeriod({ facts, pointMs, periodMs }: CheckContext, kinds: readonly string[]): IncidentFacts[] {
  return (facts.incidents ?? []).filter((incident) => kinds.includes(incident.kind) && Date.parse(incident.at) <= pointMs && Date.parse(incident.at) >= periodMs);
}

/** Registered incidents; with onlyIfLate an incident handled in time is no hit. */
export const incidentRecord: Check = (context) => {
  const { facts, indicator, pointMs, periodMs } = context;
  const what = wordOf(indicator, 'what');
  if (facts.incidents === null) return { outcome: 'undecidable', reason: `没有事件登记资料，有无${what}需人工核实` };
  const found = incidentsInPeriod(context, wordsOf(indicator, 'kinds'));
  const hits = indicator.params.onlyIfLate === true ? found.filter((incident) => incident.handledInTime !== true) : found;
  const evidence: Evidence[] = found.map((incident) => ({
    label: incident.handledInTime === true ? '登记的事件（已及时处置）' : incident.handledInTime === false ? '登记的事件（未及时处置）' : '登记的事件（处置情况待核实）',
    value: incident.text,
    url: incident.url ?? null,
    at: incident.at,
  }));
  const targets = wordsOf(indicator, 'alsoProbes');
  const probes = (facts.probes ?? []).filter((probe) => targets.includes(probe.target) && !probe.ok && Date.parse(probe.at) <= pointMs && Date.parse(probe.at) >= periodMs);
  for (const probe of probes) evidence.push({ label: `链接检测：${probe.label}`, value: probe.note, url: probe.url, at: probe.at });
  if (hits.length + probes.length > 0) return { outcome: 'suspected', reason: `检查期内有${hits.length + probes.length}条${what}记录，是否属实由检查人员确认`, evidence };
  if (found.length > 0) return { outcome: 'clear', reason: `检查期内登记${what}${found.length}件，均已及时处置`, evidence };
  return { outcome: 'clear', reason: `依据截至${timeText(context.pointAt)}的事件登记，未见${what}记录` };
};

/** Complaints and reports from the public; each is a lead for a person, never a finding by itself. */
export const complaintRecord: Check = ({ facts, indicator, pointMs, periodMs, pointAt }) => {
  const what = wordOf(indicator, 'what');
  if (facts.complaints === null) return { outcome: 'undecidable', reason: `没有投诉举报资料，有无${what}需人工核实` };
  const kinds = wordsOf(indicator, 'kinds');
  const hits = facts.complaints.filter((complaint) => kinds.includes(complaint.kind) && Date.parse(complaint.at) <= pointMs && Date.parse(complaint.at) >= periodMs);
  if (hits.length === 0) return { outcome: 'clear', reason: `依据截至${timeText(pointAt)}的投诉举报记录，未见${what}线索` };
  return { outcome: 'suspected', reason: `收到${hits.length}件投诉举报，是否属实由检查人员确认`, evidence: hits.map((complaint) => ({ label: '投诉举报', value: complaint.text, url: null, at: complaint.at })) };
};
