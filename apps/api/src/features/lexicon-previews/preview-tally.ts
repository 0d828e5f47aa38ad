import type { PreviewSample, PreviewTermView } from '@govmedia-hub/contracts';
import type { Finding } from '@govmedia-hub/screening';
import { maskPersonalData } from '../../foundation/personal-data/mask-personal-data.js';

/** A text that is tried. */
export interface TriedText {
  where: PreviewSample['where'] | 'document';
  id: string;
  title: string;
  on: string | null;
  text: string;
}

export interface Tally {
  findings: number;
  texts: number;
  /** By rule and words found. */
  terms: Record<string, PreviewTermView>;
}

const SAMPLES = 3;
const SENTENCE = 120;

export const emptyTally = (): Tally => ({ findings: 0, texts: 0, terms: {} });

const place = (finding: Finding): string => `${finding.rule}|${finding.start}|${finding.end}|${finding.severity}|${finding.message}`;

/** Findings of the first list that the second lacks. */
export function onlyIn(these: readonly Finding[], others: readonly Finding[]): Finding[] {
  const known = new Set(others.map(place));
  return these.filter((finding) => !known.has(place(finding)));
}

/** Counts findings of one text; the first few keep their sentence, with personal data masked. */
export function count(tally: Tally, text: TriedText, findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  tally.findings += findings.length;
  tally.texts += 1;
  const seen = new Set<string>();
  for (const finding of findings) {
    const key = `${finding.rule}|${finding.text}|${finding.message}`;
    const term = (tally.terms[key] ??= { text: finding.text, rule: finding.rule, gate: finding.gate, severity: finding.severity, message: finding.message, count: 0, texts: 0, samples: [] });
    term.count += 1;
    if (!seen.has(key)) term.texts += 1;
    seen.add(key);
    if (term.samples.length < SAMPLES && text.where !== 'document') term.samples = distinct([...term.samples, sampleOf(text, text.where, finding)]);
  }
}

/** The same sentence published again shows nothing new. */
const distinct = (samples: readonly PreviewSample[]): PreviewSample[] => samples.filter((sample, at) => samples.findIndex((other) => other.sentence === sample.sentence) === at).slice(0, SAMPLES);

function sampleOf({ id, title, on, text }: TriedText, where: PreviewSample['where'], { start, end }: Finding): PreviewSample {
  let from = start;
  while (from > 0 && start - from < SENTENCE && !/[。！？；\n]/.test(text[from - 1]!)) from -= 1;
  let to = end;
  while (to < text.length && to - end < SENTENCE && !/[。！？；\n]/.test(text[to]!)) to += 1;
  const before = maskPersonalData(text.slice(from, start));
  const found = text.slice(start, end);
  return { where, id, title, on, sentence: before + found + maskPersonalData(text.slice(end, to)), start: before.length, end: before.length + found.length };
}

/** Puts the counts of a batch to those before it. */
export function add(into: Tally, more: Tally): void {
  into.findings += more.findings;
  into.texts += more.texts;
  for (const [key, term] of Object.entries(more.terms)) {
    const known = into.terms[key];
    if (!known) into.terms[key] = term;
    else into.terms[key] = { ...known, count: known.count + term.count, texts: known.texts + term.texts, samples: distinct([...known.samples, ...term.samples]) };
  }
}

/** Most frequent first. */
export const ranked = (tally: Tally): PreviewTermView[] => Object.values(tally.terms).sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
