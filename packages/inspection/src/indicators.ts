import type { AccountKind, AccountStatus } from './facts.js';

/** How sure the reconstruction of an indicator from public notices is. */
export type Confidence = 'found' | 'partly_found' | 'unverified';
export const CONFIDENCE_WORDS: Record<Confidence, string> = { found: '有公开来源', partly_found: '部分有公开来源', unverified: '未核实原文' };

/** The closed list of checks; a pack names one and gives its parameters. */
export const CHECK_IDS = ['update_window', 'screened_content', 'incident_record', 'publish_dates', 'availability', 'interaction', 'complaint_record', 'human_only'] as const;
export type CheckId = (typeof CHECK_IDS)[number];

export type ParamValue = number | boolean | string | readonly string[];

export interface Indicator {
  code: string;
  name: string;
  /** The group printed in circulars: 安全泄密事故等严重问题, 内容不更新, 互动回应差. */
  family: string;
  kind: 'veto' | 'deduction' | 'bonus';
  /** What trips it, in the words of the notice. */
  trigger: string;
  source: string;
  confidence: Confidence;
  detectedBy: 'machine' | 'human' | 'both';
  /** A check of the closed list; any other text is judged undecidable. */
  check: string;
  params: Readonly<Record<string, ParamValue>>;
  appliesTo: {
    /** The account must match one of them (each given field must match); an empty list is everybody. */
    anyOf: readonly { kinds?: readonly AccountKind[]; platforms?: readonly string[] }[];
    statuses: readonly AccountStatus[];
    /** Younger accounts are exempt: days of 24 hours between opening (00:00 of that day in Shanghai) and the monitoring point. */
    minAgeDays: number;
  };
}

/** A set of indicators in one version; read-only when national. */
export interface IndicatorPack {
  id: string;
  name: string;
  version: string;
  source: string;
  issuedOn: string;
  effectiveFrom: string;
  effectiveTo: string | null;
  scope: 'national' | 'provincial' | 'city';
  readOnly: boolean;
  /** A label for people: what this text is and is not. */
  note: string;
  indicators: readonly Indicator[];
}

/** The newest version of a pack in effect on a civil date, or null. */
export function findPack(packs: readonly IndicatorPack[], id: string, on: string): IndicatorPack | null {
  const inForce = packs.filter((pack) => pack.id === id && pack.effectiveFrom <= on && (pack.effectiveTo === null || on <= pack.effectiveTo));
  return inForce.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0] ?? null;
}

/** What is wrong with a pack, in Chinese; an empty list means it can be used. */
export function packProblems(pack: IndicatorPack): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  if (pack.indicators.length === 0) problems.push('指标集没有任何指标');
  if (pack.effectiveTo !== null && pack.effectiveTo < pack.effectiveFrom) problems.push('失效日期早于生效日期');
  for (const indicator of pack.indicators) {
    if (seen.has(indicator.code)) problems.push(`指标编号${indicator.code}重复`);
    seen.add(indicator.code);
    if (!(CHECK_IDS as readonly string[]).includes(indicator.check)) problems.push(`指标${indicator.code}的检查方法“${indicator.check}”系统不认识，将一律判为无法判定`);
    if (indicator.source.trim() === '') problems.push(`指标${indicator.code}没有写明来源`);
  }
  return problems;
}
