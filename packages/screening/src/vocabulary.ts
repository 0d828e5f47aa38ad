import { foldedText, normalise } from '@govmedia-hub/chinese-text';
import { ownNames, ownWrongForms } from './lexicons/own-registers.js';
import type { LocalTerm, Lexicons, Register, SetName, WrongForm } from './lexicons/registers.js';
import { NearMisses, type Piece } from './matching/near-miss.js';
import { WordBorders } from './matching/word-borders.js';
import { clauseEnds, phraseSlips, type PhraseSlip } from './matching/phrase-slips.js';
import { PatternMatcher } from './matching/pattern-matcher.js';
import type { Page } from './page.js';

type WrongFormRule = 'text.confusable' | 'text.repeated' | 'politics.institution' | 'politics.title' | 'politics.wording' | 'law.superlative';
type SlipRule = 'text.confusable' | 'politics.set-phrase' | 'politics.title';
type NameRule = 'politics.institution' | 'politics.set-phrase';

type Term =
  | { kind: 'safe' }
  | { kind: 'wrong'; rule: WrongFormRule; form: WrongForm; before: RegExp | null; after: RegExp | null; register: Register<unknown> }
  | { kind: 'slip'; rule: SlipRule; slip: PhraseSlip; register: Register<unknown> }
  | { kind: 'piece'; group: NameGroup; piece: Piece }
  | { kind: 'local'; local: LocalTerm; register: Register<unknown> };

interface NameGroup {
  rule: NameRule;
  /** Two real offices of neighbouring places may differ by one character: a guess at a city's own names never blocks. */
  severity?: 'warn';
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

const separatorMarks = ' ·•・*_~|^-.';
/** Dots and hyphens part words as a rule: only between single characters do they break one. */
const separators = /[\u4e00-\u9fff][ ·•・*_~|^][\u4e00-\u9fff]|[\u4e00-\u9fff][.-][\u4e00-\u9fff][.-][\u4e00-\u9fff]/;
const withoutSeparators = Uint16Array.from({ length: 65536 }, (_, unit) => (separatorMarks.includes(String.fromCharCode(unit)) ? 0 : unit));

/** Terms of some lexicons in one matcher: one pass finds wrong forms, halves of names, local terms and safe phrases. */
class TermTable {
  private readonly terms: Term[] = [];
  private readonly texts: string[] = [];
  private readonly safe = new Set<string>();
  private matcher = new PatternMatcher([]);
  /** Wrong names, wordings and a city's own terms also behind marks that break them apart (攻 府, 攻·府). */
  private broken: { matcher: PatternMatcher; terms: number[] } = { matcher: this.matcher, terms: [] };

  addSafe(phrases: Iterable<string>): void {
    for (const phrase of phrases) this.safe.add(phrase);
  }

  addWrongForms(rules: readonly (readonly [WrongFormRule, Register<WrongForm>])[]): void {
    for (const [rule, register] of rules) {
      for (const form of register.entries) {
        this.addSafe(form.except ?? []);
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
  }

  addSlips(rule: SlipRule, register: Register<unknown>, slips: readonly PhraseSlip[]): void {
    for (const slip of slips) {
      // Phrases and twins are plain characters already.
      this.texts.push(slip.form);
      this.terms.push({ kind: 'slip', rule, slip, register });
    }
  }

  addNames(groups: readonly NameGroup[]): void {
    for (const group of groups) {
      this.addSafe(group.register.entries.map(({ name }) => name));
      for (const { term, piece } of group.misses.pieces) this.add(term, { kind: 'piece', group, piece });
    }
  }

  addLocal(registers: readonly Register<LocalTerm>[]): void {
    for (const register of registers) {
      for (const local of register.entries) {
        this.addSafe(local.except ?? []);
        this.add(local.term, { kind: 'local', local, register });
      }
    }
  }

  private add(text: string, term: Term): void {
    this.texts.push(foldedText(text));
    this.terms.push(term);
  }

  /** Ends the adding. */
  compile(): this {
    for (const phrase of this.safe) this.add(phrase, { kind: 'safe' });
    this.matcher = new PatternMatcher(this.texts);
    const breakable = this.terms.flatMap((term, index) => (mayBeBroken(term) && this.texts[index]!.length >= 2 ? [index] : []));
    this.broken = { matcher: new PatternMatcher(breakable.map((index) => this.texts[index]!), { fold: withoutSeparators }), terms: breakable };
    return this;
  }

  scan(text: string, safe: Hit[], hits: Hit[]): void {
    this.matcher.scan(text, (index, start, end) => {
      const term = this.terms[index]!;
      (term.kind === 'safe' ? safe : hits).push({ term, start, end });
    });
  }

  scanBroken(text: string, hits: Hit[]): void {
    this.broken.matcher.scan(text, (index, start, end) => {
      const at = this.broken.terms[index]!;
      if (end - start > this.texts[at]!.length && end - start < this.texts[at]!.length * 2) hits.push({ term: this.terms[at]!, start, end });
    });
  }
}

interface BuiltIn { lexicons: Lexicons; table: TermTable; borders: WordBorders }

/** Compiling what comes with the product takes far longer than fifty thousand terms of a city, and changes with no edition of theirs. */
let lastBuiltIn: BuiltIn | null = null;
const sameBesideOwn = (a: Lexicons, b: Lexicons): boolean => (Object.keys({ ...a, ...b }) as (keyof Lexicons)[]).every((key) => key === 'own' || a[key] === b[key]);

function builtIn(lexicons: Lexicons): BuiltIn {
  if (lastBuiltIn && sameBesideOwn(lastBuiltIn.lexicons, lexicons)) return lastBuiltIn;
  const table = new TermTable();
  table.addSafe(lexicons.safePhrases.entries);
  table.addWrongForms([
    ['text.confusable', lexicons.confusables],
    ['text.repeated', lexicons.repeats],
    ['politics.institution', lexicons.institutionWrongForms],
    ['politics.wording', lexicons.wordings],
    ['law.superlative', lexicons.superlatives],
  ]);
  const words = new Set(lexicons.twinWords.entries);
  table.addSlips('text.confusable', lexicons.phrases, phraseSlips(lexicons.phrases.entries, words, 4, false));
  table.addSlips('politics.set-phrase', lexicons.setPhrases, phraseSlips(lexicons.setPhrases.entries.filter(({ name }) => name.length <= 6).map(({ name }) => name), words, 3, true));
  table.addSlips('politics.title', lexicons.titles, phraseSlips(lexicons.titles.entries, words, 3, false));
  table.addSafe(lexicons.titles.entries);
  table.addNames([
    { rule: 'politics.institution', register: lexicons.institutions, misses: new NearMisses(lexicons.institutions.entries) },
    { rule: 'politics.set-phrase', register: lexicons.setPhrases, misses: new NearMisses(lexicons.setPhrases.entries, true) },
  ]);
  table.addLocal(lexicons.local);
  const borders = new WordBorders([...lexicons.phrases.entries.flatMap((phrase) => phrase.split('/')), ...lexicons.twinWords.entries, ...lexicons.titles.entries]);
  lastBuiltIn = { lexicons, table: table.compile(), borders };
  return lastBuiltIn;
}

function ownTable(own: Lexicons['own']): TermTable | null {
  if (!own) return null;
  const table = new TermTable();
  table.addWrongForms(ownWrongForms(own));
  table.addNames(ownNames(own).map(({ rule, register }): NameGroup => ({ rule, severity: 'warn', register, misses: new NearMisses(register.entries, rule === 'politics.set-phrase') })));
  table.addLocal(own.terms);
  return table.compile();
}

const byPlace = (a: Hit, b: Hit): number => a.start - b.start || a.end - b.end;

/** Everything that the lexicons know, those of the product and those of the city. */
export class Vocabulary {
  private readonly table: TermTable;
  private readonly own: TermTable | null;
  private readonly borders: WordBorders;

  constructor(lexicons: Lexicons) {
    const known = builtIn(lexicons);
    this.table = known.table;
    this.borders = known.borders;
    this.own = ownTable(lexicons.own);
  }

  /** Reports everything the lexicons find on the page. */
  screen(page: Page, asOf: string): void {
    const { text } = page.flat;
    const safe: Hit[] = [];
    const hits: Hit[] = [];
    this.table.scan(text, safe, hits);
    if (this.own) {
      this.own.scan(text, safe, hits);
      hits.sort(byPlace);
    }
    if (separators.test(text)) {
      this.table.scanBroken(text, hits);
      this.own?.scanBroken(text, hits);
    }
    const safeOver = (start: number, end: number): boolean => safe.some((span) => span.start <= start && span.end >= end);
    const taken: { start: number; end: number }[] = [];
    const overlapsTaken = (start: number, end: number): boolean => taken.some((span) => span.start < end && span.end > start);

    // Two swapped characters explain a slip better than one that is missing.
    const nameLength = (term: Term): number => (term.kind === 'piece' ? term.group.register.entries[term.piece.name]!.name.length : 0);
    const pieces = hits.filter((hit) => hit.term.kind === 'piece').sort((a, b) => Number(isSwapped(b.term)) - Number(isSwapped(a.term)) || nameLength(b.term) - nameLength(a.term));
    for (const { term, start, end } of pieces) {
      if (term.kind !== 'piece') continue;
      const { group } = term;
      const miss = group.misses.check(text, term.piece, start, end);
      if (!miss) continue;
      const entry = group.register.entries[miss.name]!;
      const at = Math.min(miss.at, miss.end - 1);
      if (!applies(asOf, group.register) || !applies(asOf, entry) || safeOver(at, at + 1) || overlapsTaken(miss.start, miss.end)) continue;
      taken.push({ start: miss.start, end: miss.end });
      const what = group.rule === 'politics.institution' ? '机构或国名' : '固定表述';
      page.reportFlat(group.rule, miss.start, miss.end, `疑为${what}“${entry.name}”之误`, entry.name, { source: `${group.register.title}（${group.register.version}）`, ...(group.severity ? { severity: group.severity } : {}) });
    }
    for (const { term, start, end } of hits) {
      if (term.kind === 'wrong') {
        if (!applies(asOf, term.register) || safeOver(start, end)) continue;
        if (term.before?.test(text.slice(end, end + 40)) || term.after?.test(text.slice(Math.max(0, start - 12), start))) continue;
        if (term.rule !== 'politics.institution' && overlapsTaken(start, end)) continue;
        const { form } = term;
        if (term.rule === 'law.superlative' && isForbidden(text, start, end)) continue;
        const severity = form.severity ? { severity: form.severity } : term.rule === 'law.superlative' && everydayPraise.has(form.wrong) && !isOffer(text, start, end) ? { severity: 'note' as const } : {};
        page.reportFlat(term.rule, start, end, messageFor(term.rule, form), form.right, { source: `${form.source ?? term.register.source}（${term.register.version}）`, ...severity });
      } else if (term.kind === 'slip') {
        const { slip, rule } = term;
        const [from, to] = [start + slip.start, start + slip.end];
        if (!applies(asOf, term.register) || safeOver(from, to) || overlapsTaken(from, to) || (slip.edge === 'tail' && (!clauseEnds(text, end) || hits.some((other) => other.term.kind === 'wrong' && other.start < end && other.end > start)))) continue;
        const doubled = slip.kind === 'doubled' && rule === 'text.confusable';
        const message = doubled ? `衍字，应为“${slip.right}”` : rule === 'text.confusable' ? `疑为错别字，应为“${slip.right}”` : `疑为${rule === 'politics.title' ? '职务名称' : '固定表述'}“${slip.right}”之误`;
        page.reportFlat(doubled ? 'text.repeated' : rule, from, to, message, slip.right, { source: `${term.register.source}（${term.register.version}）` });
      } else if (term.kind === 'local' && applies(asOf, term.register) && !safeOver(start, end) && !this.borders.cutThrough(text, start, end)) {
        if (countsAsWritten(term.local, page.written(start, end))) page.reportLocal(term.local, term.register, start, end);
      }
    }
  }
}

/** 广告不得使用“最佳”等用语: a rule about the words names them. */
function isForbidden(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 60), start).split(/[。；！？\n]/).at(-1)!;
  const after = text.slice(end, end + 30).split(/[。；！？\n]/)[0]!;
  const quoted = /[“"][^”"]{0,12}$/.test(before) && /^[^“"]{0,12}[”"]/.test(after);
  const forbids = /(?:不得|禁止|严禁|不能|不可|不准|避免|杜绝|查处|整治|慎用|禁用|暗示)[^，。；]{0,20}$|(?:不得|禁止|严禁|不准)(?:含有|出现|使用|发布|宣传|宣称|承诺|标注)/.test(before);
  return forbids || (quoted && /用语|字样|词语|词汇|表述|说法|宣传语|广告语|违法|虚假/.test(after));
}

/** Praise that speeches and reports use as well: it weighs where something is offered. */
const everydayPraise = new Set(['独一无二', '全球唯一', '全国唯一', '全省唯一', '最先进', '遥遥领先', '史无前例', '无与伦比', '举世无双', '包治百病', '填补国内空白', '填补国际空白', '最大规模', '全国最优', '最受欢迎', '最具影响力', '全国首家', '全球首发', '王牌', '万能', '无风险', '零风险', '绝对安全', '根治', '最高级', '最佳', '顶级', '极品', '全国最好', '世界最好', '全省最好', '全市最好', '世界第一', '全球第一', '全国第一', '全省第一', '全市第一', '亚洲第一', '国内第一', '最权威', '最完美', '最优质']);

function isOffer(text: string, start: number, end: number): boolean {
  const around = text.slice(Math.max(0, start - 40), start).split(/[。；！？\n]/).at(-1)! + text.slice(start, end + 30).split(/[。；！？\n]/)[0]!;
  return /产品|品牌|商品|服务|设备|仪器|价格|优惠|体验|疗效|治疗|药|套餐|销量|购买|抢购|选购|购房|楼盘|房源|户型|理财|收益|门店|商家|店铺|公司|企业|厂家|推出|打造|专享|旗舰|团队|公寓|学校|医院|培训|课程|方案|工艺|原料|口感|品质|质量|享受/.test(around);
}

const mayBeBroken = (term: Term): boolean =>
  term.kind === 'local' ? term.local.match?.separators !== false : term.kind === 'wrong' && (term.rule === 'politics.institution' || term.rule === 'politics.title' || term.rule === 'politics.wording');

/** Whether a writing found counts as the term: every fold that is turned off must not have been needed. */
function countsAsWritten({ term, match }: LocalTerm, found: string): boolean {
  if (!match) return true;
  const folds = { width: match.width ?? true, lowerCase: match.ignoreCase ?? true, traditional: match.traditional ?? true, separators: match.separators ?? true };
  return normalise(found, folds).text === normalise(term, folds).text;
}

const isSwapped = (term: Term): boolean => term.kind === 'piece' && term.piece.side === 'swapped';

function messageFor(rule: WrongFormRule, form: WrongForm): string {
  if (form.why) return form.why;
  if (rule === 'law.superlative') return `“${form.wrong}”属于绝对化用语，应有依据或改写`;
  if (rule === 'text.repeated') return `“${form.wrong}”疑为重复`;
  if (rule === 'politics.institution') return form.right ? `名称错误，应为“${form.right}”` : '名称错误';
  if (rule === 'politics.title') return form.right ? `职务名称错误，应为“${form.right}”` : '职务名称错误';
  if (rule === 'politics.wording') return form.right ? `用语不规范，应使用“${form.right}”` : '用语不规范，请按规范表述改写';
  return `疑为错别字，应为“${form.right}”`;
}
