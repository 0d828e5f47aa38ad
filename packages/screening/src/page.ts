import { findDates, normalise, sourceSpan, type DateMention, type NormalisedText } from '@govmedia-hub/chinese-text';
import type { FindingDraft, Severity } from './findings.js';
import type { LocalTerm, Register, RuleEntry } from './lexicons/registers.js';

/** A text made ready once for all gates, and the place where they report. */
export class Page {
  readonly flat: NormalisedText;
  private readonly rules: ReadonlyMap<string, RuleEntry>;
  private readonly sink: FindingDraft[];
  private datesFound: DateMention[] | null = null;

  constructor(readonly text: string, readonly attachment: string | null, rules: ReadonlyMap<string, RuleEntry>, sink: FindingDraft[]) {
    this.flat = normalise(text);
    this.rules = rules;
    this.sink = sink;
  }

  get dates(): DateMention[] {
    this.datesFound ??= findDates(this.text);
    return this.datesFound;
  }

  /** Reports a finding at a span of the source text. The rule's own severity and source apply unless given. */
  report(rule: string, start: number, end: number, message: string, suggestion: string | null = null, more: { severity?: Severity; source?: string; text?: string } = {}): void {
    const entry = this.rules.get(rule);
    if (!entry) throw new Error(`rule ${rule} is missing from the catalogue`);
    this.sink.push({
      gate: entry.gate,
      rule,
      severity: more.severity ?? entry.severity,
      start,
      end,
      text: more.text ?? this.text.slice(start, end),
      message,
      suggestion,
      source: more.source ?? entry.source,
      attachment: this.attachment,
    });
  }

  /** Reports at a span of the normalised text. */
  reportFlat(rule: string, start: number, end: number, message: string, suggestion: string | null = null, more: { severity?: Severity; source?: string } = {}): void {
    const span = sourceSpan(this.flat, start, end);
    this.report(rule, span.start, span.end, message, suggestion, more);
  }

  /** Reports a term of a lexicon that a city keeps itself. */
  reportLocal(local: LocalTerm, register: Register<unknown>, start: number, end: number): void {
    this.sink.push({
      gate: local.gate, rule: `${local.gate}.local`, severity: local.severity, start, end, text: this.text.slice(start, end), message: local.message,
      suggestion: local.suggestion, source: `${register.title}（${register.version}）${register.source}`, attachment: this.attachment,
    });
  }

  /** Bounds of the sentence around a source offset; sentences end at 。！？； and line ends. */
  sentenceAt(offset: number): { start: number; end: number } {
    let start = offset;
    while (start > 0 && !/[。！？；\n]/.test(this.text[start - 1]!)) start -= 1;
    let end = offset;
    while (end < this.text.length && !/[。！？；\n]/.test(this.text[end]!)) end += 1;
    return { start, end };
  }
}

export const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff;
