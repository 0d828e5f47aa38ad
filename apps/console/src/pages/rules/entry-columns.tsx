import { GATE_WORDS, SEVERITY_WORDS, type LexiconEntry, type LexiconKind } from '@govmedia-hub/contracts';
import type { TableColumnsType } from 'antd';
import { formatCivilDate } from '../../components/dates/civil-date.js';

/** How each field of an entry is called. */
export const FIELD_WORDS: Record<keyof LexiconEntry, string> = {
  term: '词条', source: '来源', gate: '关口', severity: '分量', suggestion: '建议用语', reason: '理由', safePhrases: '安全短语', exact: '不识别的变形', wrongForms: '错误写法', elements: '要素', rank: '次序', title: '职务', effectiveFrom: '起始日期', effectiveTo: '截止日期',
};
export const TERM_WORDS: Record<LexiconKind, string> = { terms: '词语', institutions: '规范名称', set_phrases: '规范表述', titles: '职务名称', officials: '姓名' };
export const EXACT_WORDS: Record<NonNullable<LexiconEntry['exact']>[number], string> = { width: '全角半角', traditional: '繁体', separators: '间隔符', case: '大小写' };

/** A field as people read it. */
export function fieldText(entry: LexiconEntry, field: keyof LexiconEntry): string {
  const value = entry[field];
  if (value === undefined) return '';
  if (field === 'gate') return GATE_WORDS[entry.gate!];
  if (field === 'severity') return SEVERITY_WORDS[entry.severity!];
  if (field === 'exact') return entry.exact!.map((each) => EXACT_WORDS[each]).join('、');
  if (field === 'effectiveFrom' || field === 'effectiveTo') return formatCivilDate(entry[field]);
  return Array.isArray(value) ? value.join('、') : String(value);
}

const FIELDS: Record<LexiconKind, readonly (readonly [keyof LexiconEntry, number])[]> = {
  terms: [['gate', 90], ['severity', 90], ['suggestion', 150], ['reason', 260], ['safePhrases', 200], ['exact', 130], ['source', 200]],
  institutions: [['wrongForms', 320], ['effectiveFrom', 140], ['effectiveTo', 140], ['source', 240]],
  set_phrases: [['elements', 480], ['source', 240]],
  titles: [['rank', 80], ['wrongForms', 320], ['source', 240]],
  officials: [['title', 200], ['rank', 80], ['effectiveFrom', 140], ['effectiveTo', 140], ['source', 240]],
};
const OFFICIAL_DATES: Partial<Record<keyof LexiconEntry, string>> = { effectiveFrom: '任职日期', effectiveTo: '离任日期' };
const NAME_DATES: Partial<Record<keyof LexiconEntry, string>> = { effectiveFrom: '启用日期', effectiveTo: '停用日期' };

export const fieldsOf = (kind: LexiconKind): (keyof LexiconEntry)[] => ['term', ...FIELDS[kind].map(([field]) => field)];
export const wordOf = (kind: LexiconKind, field: keyof LexiconEntry): string => (field === 'term' ? TERM_WORDS[kind] : (kind === 'officials' ? OFFICIAL_DATES : NAME_DATES)[field] ?? FIELD_WORDS[field]);

export function entryColumns<T extends LexiconEntry>(kind: LexiconKind): TableColumnsType<T> {
  return [
    { title: TERM_WORDS[kind], key: 'term', fixed: 'left', width: 200, render: (_, row) => <span className="cell-title lexicon-term">{row.term}</span> },
    ...FIELDS[kind].map(([field, width]) => ({ title: wordOf(kind, field), key: field, width, ...(field === 'rank' ? { align: 'right' as const } : {}), render: (_: unknown, row: T) => fieldText(row, field) || <span className="quiet">—</span> })),
  ];
}
export const tableWidth = (kind: LexiconKind): number => 200 + FIELDS[kind].reduce((sum, [, width]) => sum + width, 0) + 130;
