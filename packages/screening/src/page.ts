import { normalise, sourceSpan, type DateMention, type NormalisedText } from '@govmedia-hub/chinese-text';
import type { FindingDraft, Severity } from './findings.js';
import type { LocalTerm, Register, RuleEntry } from './lexicons/registers.js';
import { datesIn } from './remembered.js';
import { readablePage, spanInSource, type PageText } from './page-text.js';

interface Details {
  severity?: Severity;
  source?: string;
  text?: string;
  place?: string;
}

/** A text made ready once for all gates, and the place where they report. */
export class Page {
  /** What the rules read; offsets of `report` are offsets of this text. */
  readonly text: string;
  readonly flat: NormalisedText;
  /** Offsets of `text` whose source is a traditional character. */
  readonly traditional: readonly number[];
  private readonly page: PageText;

  constructor(private readonly source: string, readonly attachment: string | null, private readonly rules: ReadonlyMap<string, RuleEntry>, private readonly sink: FindingDraft[]) {
    this.page = readablePage(source);
    this.text = this.page.text;
    this.traditional = this.page.traditional;
    this.flat = normalise(this.text);
  }

  get dates(): readonly DateMention[] {
    return datesIn(this.text);
  }

  /** Reports a finding at a span of `text`. The rule's own severity and source apply unless given. */
  report(rule: string, start: number, end: number, message: string, suggestion: string | null = null, more: Details = {}): void {
    const entry = this.rules.get(rule);
    if (!entry) throw new Error(`rule ${rule} is missing from the catalogue`);
    this.put(start, end, { gate: entry.gate, rule, severity: more.severity ?? entry.severity, message, suggestion, source: more.source ?? entry.source }, more);
  }

  /** Reports at a span of the normalised text. */
  reportFlat(rule: string, start: number, end: number, message: string, suggestion: string | null = null, more: Details = {}): void {
    const span = sourceSpan(this.flat, start, end);
    this.report(rule, span.start, span.end, message, suggestion, more);
  }

  /** Reports a term of a lexicon that a city keeps itself, at a span of the normalised text. */
  reportLocal(local: LocalTerm, register: Register<unknown>, start: number, end: number): void {
    const span = sourceSpan(this.flat, start, end);
    this.put(span.start, span.end, { gate: local.gate, rule: `${local.gate}.local`, severity: local.severity, message: local.message, suggestion: local.suggestion, source: `${register.title}（${register.version}）${local.source ?? register.source}` });
  }

  /** What is written in the source at a span of the normalised text. */
  written(start: number, end: number): string {
    const span = sourceSpan(this.flat, start, end);
    const [from, to] = spanInSource(this.page, this.source, span.start, span.end);
    return this.source.slice(from, to);
  }

  private put(start: number, end: number, finding: Pick<FindingDraft, 'gate' | 'rule' | 'severity' | 'message' | 'suggestion' | 'source'>, { text, place }: Details = {}): void {
    const [from, to] = spanInSource(this.page, this.source, start, end);
    this.sink.push({ ...finding, start: from, end: to, text: text ?? this.source.slice(from, to), attachment: this.attachment, place: place ?? null });
  }

  /** Bounds of the sentence around an offset of `text`; sentences end at 。！？； and line ends. */
  sentenceAt(offset: number): { start: number; end: number } {
    let start = offset;
    while (start > 0 && !/[。！？；\n]/.test(this.text[start - 1]!)) start -= 1;
    let end = offset;
    while (end < this.text.length && !/[。！？；\n]/.test(this.text[end]!)) end += 1;
    return { start, end };
  }
}

export const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff;
