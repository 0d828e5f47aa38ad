import { GATE_WORDS, GATES, SEVERITY_WORDS, type LexiconEntry, type LexiconKind } from '@govmedia-hub/contracts';
import { FIELDS, type EntryField } from './entries.js';

/** One column of the workbook: how a cell becomes part of an entry, and how it is written. */
export interface SheetColumn {
  field: EntryField;
  header: string;
  width: number;
  required: boolean;
  help: string;
  example: string;
  choices?: readonly string[];
  /** Puts the text of a cell into the entry; says in Chinese what cannot be read. */
  read(text: string, entry: LexiconEntry): string | null;
  write(entry: LexiconEntry): string | number;
}

type Part = Omit<SheetColumn, 'field'>;

const put = <F extends EntryField>(entry: LexiconEntry, field: F, value: LexiconEntry[F]): null => {
  entry[field] = value;
  return null;
};

const textColumn = (field: 'term' | 'source' | 'suggestion' | 'reason' | 'title', header: string, width: number, required: boolean, help: string, example: string): SheetColumn =>
  ({ field, header, width, required, help, example, read: (text, entry) => put(entry, field, text), write: (entry) => entry[field] ?? '' });

const listColumn = (field: 'safePhrases' | 'wrongForms' | 'elements', header: string, help: string, example: string): SheetColumn =>
  ({ field, header, width: 40, required: false, help, example, read: (text, entry) => put(entry, field, text.split(/[、，,；;\n]/)), write: (entry) => (entry[field] ?? []).join('、') });

const dayColumn = (field: 'effectiveFrom' | 'effectiveTo', header: string, required: boolean, help: string, example: string): SheetColumn =>
  ({ field, header, width: 16, required, help, example, read: (text, entry) => put(entry, field, dayOf(text)), write: (entry) => entry[field] ?? '' });

/** '2026年1月5日', '2026-1-5', '2026/1/5', '2026.1.5' → '2026-01-05'; anything else stays and is refused later. */
function dayOf(text: string): string {
  const match = /^(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?$/.exec(text);
  return match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : text;
}

function choice<V extends string>(words: Readonly<Record<V, string>>, values: readonly V[], text: string): V | undefined {
  return values.find((value) => words[value] === text || value === text);
}

const SOURCE = textColumn('source', '来源', 30, true, '这一条的依据：文号、文件名或网址', '云政办发〔2026〕8号');
const RANK: SheetColumn = {
  field: 'rank', header: '次序', width: 8, required: true, help: '整数，数字小的排在前面；可以并列', example: '1',
  read: (text, entry) => put(entry, 'rank', /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN), write: (entry) => entry.rank ?? '',
};

const SEVERITY: SheetColumn = {
  field: 'severity', header: '分量', width: 10, required: true, choices: [SEVERITY_WORDS.warn, SEVERITY_WORDS.note], help: '“请核对”须有人处理后才能过关；“提示”只作参考。词库里的词不能设为“必须处理”', example: '请核对',
  read: (text, entry) => {
    if (text === SEVERITY_WORDS.block || text === 'block') return '词库里的词不能设为“必须处理”，只有机构名称名录里的错误写法可以；请改为“请核对”或“提示”';
    const value = choice(SEVERITY_WORDS, ['warn', 'note'] as const, text);
    return value ? put(entry, 'severity', value) : `“${text}”不是分量，请填写“请核对”或“提示”`;
  },
  write: (entry) => (entry.severity ? SEVERITY_WORDS[entry.severity] : ''),
};

const GATE: SheetColumn = {
  field: 'gate', header: '关口', width: 10, required: true, choices: GATES.map((gate) => GATE_WORDS[gate]), help: '由哪一关处理：政治关、法律关、政策关、保密关、文字关', example: '文字关',
  read: (text, entry) => {
    const value = choice(GATE_WORDS, GATES, text);
    return value ? put(entry, 'gate', value) : `“${text}”不是关口，请填写政治关、法律关、政策关、保密关或文字关`;
  },
  write: (entry) => (entry.gate ? GATE_WORDS[entry.gate] : ''),
};

const FOLDS: { exact: NonNullable<LexiconEntry['exact']>[number]; header: string; help: string }[] = [
  { exact: 'width', header: '识别全角半角', help: '写成全角或半角的也算这个词' },
  { exact: 'traditional', header: '识别繁体', help: '写成繁体字的也算这个词' },
  { exact: 'separators', header: '识别间隔符', help: '中间夹了空格、圆点、横线的也算这个词' },
  { exact: 'case', header: '不分大小写', help: '字母大小写不同的也算这个词' },
];

const foldColumn = ({ exact, header, help }: (typeof FOLDS)[number]): SheetColumn => ({
  field: 'exact', header, width: 12, required: false, choices: ['是', '否'], help: `${help}；填“是”或“否”，不填即“是”`, example: '是',
  read: (text, entry) => {
    if (text !== '是' && text !== '否') return `“${text}”无法识别，请填写“是”或“否”`;
    if (text === '否') entry.exact = [...(entry.exact ?? []), exact];
    return null;
  },
  write: (entry) => (entry.exact?.includes(exact) ? '否' : '是'),
});

const TERM: Record<LexiconKind, Pick<Part, 'header' | 'help' | 'example'>> = {
  terms: { header: '词语', help: '要标出的写法，至少两个字', example: '云溪县' },
  institutions: { header: '规范名称', help: '机构的正确全称或规范简称', example: '云溪市数据局' },
  set_phrases: { header: '规范表述', help: '必须一字不差的表述', example: '四个云溪' },
  titles: { header: '职务名称', help: '职务的规范写法', example: '常务副市长' },
  officials: { header: '姓名', help: '现任人员姓名；离任的保留本行并填写离任日期', example: '某某某' },
};

/** The columns of a kind's sheet, in order. */
export function columnsOf(kind: LexiconKind): SheetColumn[] {
  const { header, help, example } = TERM[kind];
  const term = textColumn('term', header, 24, true, help, example);
  const dates = kind === 'officials'
    ? [dayColumn('effectiveFrom', '任职日期', true, '从哪天起任职', '2025年1月10日'), dayColumn('effectiveTo', '离任日期', false, '任职的最后一天，在任的不填', '')]
    : [dayColumn('effectiveFrom', '启用日期', false, '名称从哪天起使用，一直使用的不填', '2024年1月1日'), dayColumn('effectiveTo', '停用日期', false, '名称使用的最后一天，仍在使用的不填', '')];
  const byField: Partial<Record<EntryField, SheetColumn[]>> = {
    term: [term], gate: [GATE], severity: [SEVERITY],
    suggestion: [textColumn('suggestion', '建议用语', 24, false, '应当改成什么；需要人工判断的不填', '云溪市')],
    reason: [textColumn('reason', '理由', 40, true, '错在哪里、怎么改，作者会看到', '2020年撤县设市，应称云溪市')],
    safePhrases: [listColumn('safePhrases', '安全短语', '含有这个词但没有错的较长短语，多个用顿号隔开', '云溪县志')],
    exact: FOLDS.map(foldColumn),
    wrongForms: [listColumn('wrongForms', '错误写法', kind === 'institutions' ? '出现即为“必须处理”的错误写法，多个用顿号隔开' : '常见的错误写法，多个用顿号隔开', kind === 'institutions' ? '云溪市大数据局、市数据管理局' : '常务付市长')],
    elements: [listColumn('elements', '要素', '表述包含的要素，按固定次序用顿号隔开；没有的不填', '活力云溪、生态云溪、幸福云溪、平安云溪')],
    rank: [RANK], title: [textColumn('title', '职务', 24, true, '与职务名称的写法一致；一人多职的写多行', '市长')],
    effectiveFrom: [dates[0]!], effectiveTo: [dates[1]!], source: [SOURCE],
  };
  return FIELDS[kind].flatMap((field) => byField[field] ?? []);
}
