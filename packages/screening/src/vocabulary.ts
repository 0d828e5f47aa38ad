import { normalise } from '@govmedia-hub/chinese-text';
import type { LocalTerm, Lexicons, Register, SetName, WrongForm } from './lexicons/registers.js';
import { NearMisses, type Piece } from './matching/near-miss.js';
import { PatternMatcher } from './matching/pattern-matcher.js';
import type { Page } from './page.js';

type WrongFormRule = 'text.confusable' | 'text.repeated' | 'politics.institution' | 'politics.wording' | 'law.superlative';
type NameRule = 'politics.institution' | 'politics.set-phrase';

type Term =
  | { kind: 'safe' }
  | { kind: 'wrong'; rule: WrongFormRule; form: WrongForm; before: RegExp | null; after: RegExp | null; register: Register<unknown> }
  | { kind: 'piece'; group: number; piece: Piece }
  | { kind: 'local'; local: LocalTerm; register: Register<unknown> };

interface NameGroup {
  rule: NameRule;
  register: Register<SetName>;
  misses: NearMisses;
}

interface Hit {
  term: Term;
  start: number;
  end: number;
}

const applies = (asOf: string, span: { effectiveFrom?: string | null; effectiveTo?: string | null }): boolean =>
  (!span.effectiveFrom || span.effectiveFrom <= asOf) && (!span.effectiveTo || asOf <= span.effectiveTo);

const separatorMarks = ' ·•・*_~|^';
const separators = /[\u4e00-\u9fff][ ·•・*_~|^][\u4e00-\u9fff]/;
const withoutSeparators = Uint16Array.from({ length: 65536 }, (_, unit) => (separatorMarks.includes(String.fromCharCode(unit)) ? 0 : unit));

/** All terms of all lexicons in one matcher: one pass finds wrong forms, halves of names, local terms and safe phrases. */
export class Vocabulary {
  private readonly terms: Term[] = [];
  private readonly texts: string[] = [];
  private readonly groups: NameGroup[];
  private readonly matcher: PatternMatcher;
  /** Wrong names, wordings and a city's own terms also behind marks that break them apart (攻 府, 攻·府). */
  private readonly broken: { matcher: PatternMatcher; terms: number[] };

  constructor(lexicons: Lexicons) {
    const safe = new Set<string>(lexicons.safePhrases.entries);
    const wrongRules: [WrongFormRule, Register<WrongForm>][] = [
      ['text.confusable', lexicons.confusables],
      ['text.repeated', lexicons.repeats],
      ['politics.institution', lexicons.institutionWrongForms],
      ['politics.wording', lexicons.wordings],
      ['law.superlative', lexicons.superlatives],
    ];
    for (const [rule, register] of wrongRules) {
      for (const form of register.entries) {
        for (const phrase of form.except ?? []) safe.add(phrase);
        this.add(form.wrong, {
          kind: 'wrong',
          rule,
          form,
          before: form.unlessBefore ? new RegExp(`^(?:${form.unlessBefore})`) : null,
          after: form.unlessAfter ? new RegExp(`(?:${form.unlessAfter})$`) : null,
          register,
        });
      }
    }
    this.groups = [
      { rule: 'politics.institution', register: lexicons.institutions, misses: new NearMisses(lexicons.institutions.entries) },
      { rule: 'politics.set-phrase', register: lexicons.setPhrases, misses: new NearMisses(lexicons.setPhrases.entries) },
    ];
    this.groups.forEach((group, index) => {
      for (const { name } of group.register.entries) safe.add(name);
      for (const { term, piece } of group.misses.pieces) this.add(term, { kind: 'piece', group: index, piece });
    });
    for (const register of lexicons.local) for (const local of register.entries) this.add(local.term, { kind: 'local', local, register });
    for (const phrase of safe) this.add(phrase, { kind: 'safe' });
    this.matcher = new PatternMatcher(this.texts);
    const breakable = this.terms.flatMap((term, index) => ((term.kind === 'local' || (term.kind === 'wrong' && (term.rule === 'politics.institution' || term.rule === 'politics.wording'))) && this.texts[index]!.length >= 2 ? [index] : []));
    this.broken = { matcher: new PatternMatcher(breakable.map((index) => this.texts[index]!), { fold: withoutSeparators }), terms: breakable };
  }

  private add(text: string, term: Term): void {
    this.texts.push(normalise(text).text);
    this.terms.push(term);
  }

  /** Reports everything the lexicons find on the page. */
  screen(page: Page, asOf: string): void {
    const { text } = page.flat;
    const safe: Hit[] = [];
    const hits: Hit[] = [];
    this.matcher.scan(text, (index, start, end) => {
      const term = this.terms[index]!;
      (term.kind === 'safe' ? safe : hits).push({ term, start, end });
    });
    if (separators.test(text)) {
      this.broken.matcher.scan(text, (index, start, end) => {
        const at = this.broken.terms[index]!;
        if (end - start > this.texts[at]!.length && end - start < this.texts[at]!.length * 2) hits.push({ term: this.terms[at]!, start, end });
      });
    }
    const safeOver = (start: number, end: number): boolean => safe.some((span) => span.start <= start && span.end >= end);
    const taken: { start: number; end: number }[] = [];
    const overlapsTaken = (start: number, end: number): boolean => taken.some((span) => span.start < end && span.end > start);

    // Two swapped characters explain a slip better than one that is missing.
    const pieces = hits.filter((hit) => hit.term.kind === 'piece').sort((a, b) => Number(isSwapped(b.term)) - Number(isSwapped(a.term)));
    for (const { term, start, end } of pieces) {
      if (term.kind !== 'piece') continue;
      const group = this.groups[term.group]!;
      const miss = group.misses.check(text, term.piece, start, end);
      if (!miss) continue;
      const entry = group.register.entries[miss.name]!;
      const at = Math.min(miss.at, miss.end - 1);
      if (!applies(asOf, group.register) || !applies(asOf, entry) || safeOver(at, at + 1) || overlapsTaken(miss.start, miss.end)) continue;
      taken.push({ start: miss.start, end: miss.end });
      const what = group.rule === 'politics.institution' ? '机构或国名' : '固定表述';
      page.reportFlat(group.rule, miss.start, miss.end, `疑为${what}“${entry.name}”之误`, entry.name, { source: `${group.register.title}（${group.register.version}）` });
    }
    for (const { term, start, end } of hits) {
      if (term.kind === 'wrong') {
        if (!applies(asOf, term.register) || safeOver(start, end)) continue;
        if (term.before?.test(text.slice(end, end + 40)) || term.after?.test(text.slice(Math.max(0, start - 12), start))) continue;
        if (term.rule !== 'politics.institution' && overlapsTaken(start, end)) continue;
        const { form } = term;
        const severity = form.severity ? { severity: form.severity } : {};
        page.reportFlat(term.rule, start, end, messageFor(term.rule, form), form.right, { source: `${term.register.source}（${term.register.version}）`, ...severity });
      } else if (term.kind === 'local' && applies(asOf, term.register) && !safeOver(start, end)) {
        const span = { start: page.flat.map[start]!, end: page.flat.map[end - 1]! + 1 };
        page.reportLocal(term.local, term.register, span.start, span.end);
      }
    }
  }
}

const isSwapped = (term: Term): boolean => term.kind === 'piece' && term.piece.side === 'swapped';

function messageFor(rule: WrongFormRule, form: WrongForm): string {
  if (form.why) return form.why;
  if (rule === 'law.superlative') return `“${form.wrong}”属于绝对化用语，应有依据或改写`;
  if (rule === 'text.repeated') return `“${form.wrong}”疑为重复`;
  if (rule === 'politics.institution') return form.right ? `名称错误，应为“${form.right}”` : '名称错误';
  if (rule === 'politics.wording') return form.right ? `用语不规范，应使用“${form.right}”` : '用语不规范，请按规范表述改写';
  return `疑为错别字，应为“${form.right}”`;
}
