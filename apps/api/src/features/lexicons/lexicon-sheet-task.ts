import { LEXICON_KIND_WORDS, LIMITS, type LexiconEntry, type LexiconImportMode, type LexiconImportRow, type LexiconKind } from '@govmedia-hub/contracts';
import ExcelJS from 'exceljs';
import { cut, difference, keyOf, problemsOf, tidy, type Chunk } from './entries.js';
import { columnsOf, type SheetColumn } from './lexicon-columns.js';

export type SheetJob =
  | { act: 'read'; kind: LexiconKind; mode: LexiconImportMode; bytes: Uint8Array; base: string[] }
  | { act: 'write'; kind: LexiconKind; entries: string[]; about: [string, string][] }
  | { act: 'template'; kind: LexiconKind };

/** A file as read and laid upon the version before; with problems it holds no chunks. */
export interface ReadSheet {
  rows: number;
  problems: LexiconImportRow[];
  notices: LexiconImportRow[];
  added: number;
  changed: number;
  same: number;
  removed: number;
  entries: number;
  chunks: Chunk[];
  digest: string;
}

const SHEET = '词条';

/** Runs in a worker thread: a workbook is hostile until read, and reading it keeps everyone waiting. */
export async function run(job: SheetJob): Promise<ReadSheet | Uint8Array> {
  if (job.act === 'read') return readWorkbook(job);
  return job.act === 'write' ? workbook(job.kind, job.entries.flatMap((text) => JSON.parse(text) as LexiconEntry[]), job.about) : workbook(job.kind, [], null);
}

const refused = (message: string, rows = 0): ReadSheet => ({ rows, problems: [{ line: 0, column: null, message }], notices: [], added: 0, changed: 0, same: 0, removed: 0, entries: 0, chunks: [], digest: '' });

async function readWorkbook({ kind, mode, bytes, base }: Extract<SheetJob, { act: 'read' }>): Promise<ReadSheet> {
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(bytes.slice().buffer as ArrayBuffer);
  } catch {
    return refused('文件无法读取：请用 Excel 或 WPS 打开后另存为 .xlsx 格式，再导入');
  }
  const columns = columnsOf(kind);
  const sheet = book.worksheets.find(({ name }) => name === SHEET) ?? book.worksheets[0];
  if (!sheet) return refused('文件里没有工作表，请下载模板填写');
  const problems: LexiconImportRow[] = [];
  const notices: LexiconImportRow[] = [];
  const placed = headings(sheet, columns, notices);
  const missing = columns.filter((column) => column.required && !placed.some((place) => place.column === column));
  if (missing.length > 0) return refused(`工作表“${sheet.name}”第1行缺少栏目：${missing.map(({ header }) => header).join('、')}。请下载“${LEXICON_KIND_WORDS[kind]}”的模板，不要改动第1行`);
  const read = readRows(kind, sheet, placed, problems);
  if (read.rows > LIMITS.lexiconEntries) return refused(`共${read.rows.toLocaleString('zh-CN')}行，一个词库最多${LIMITS.lexiconEntries.toLocaleString('zh-CN')}条，请拆分为几个词库`, read.rows);
  if (read.rows === 0 && problems.length === 0) return refused('工作表里没有词条：请从第2行起填写');
  return laid(kind, mode, base.flatMap((text) => JSON.parse(text) as LexiconEntry[]), read, problems, notices);
}

interface Place { at: number; column: SheetColumn }
interface ReadRows { rows: number; entries: LexiconEntry[]; lineOf: Map<string, number> }

function headings(sheet: ExcelJS.Worksheet, columns: readonly SheetColumn[], notices: LexiconImportRow[]): Place[] {
  const placed: Place[] = [];
  sheet.getRow(1).eachCell((cell, at) => {
    const name = textOf(cell.value).replace(/[*＊\s]/g, '');
    const column = columns.find(({ header }) => header === name);
    if (column && !placed.some((place) => place.column === column)) placed.push({ at, column });
    else if (name !== '') notices.push({ line: 1, column: name, message: `不认识栏目“${name}”，这一列没有读取` });
  });
  return placed;
}

function readRows(kind: LexiconKind, sheet: ExcelJS.Worksheet, placed: readonly Place[], problems: LexiconImportRow[]): ReadRows {
  const entries: LexiconEntry[] = [];
  const lineOf = new Map<string, number>();
  const headerOf = (field: string): string | null => placed.find(({ column }) => column.field === field)?.column.header ?? null;
  let rows = 0;
  sheet.eachRow((row, line) => {
    if (line === 1) return;
    const raw: LexiconEntry = { term: '', source: '' };
    const unread = new Set<string>();
    const cells = placed.map(({ at, column }) => ({ column, text: textOf(row.getCell(at).value) })).filter(({ text }) => text !== '');
    if (cells.length === 0) return;
    rows += 1;
    if (rows > LIMITS.lexiconEntries) return;
    for (const { column, text } of cells) {
      const message = column.read(text, raw);
      if (message !== null) {
        unread.add(column.field);
        problems.push({ line, column: column.header, message });
      }
    }
    const entry = tidy(kind, raw);
    for (const { field, message } of problemsOf(kind, entry)) if (!unread.has(field)) problems.push({ line, column: headerOf(field), message });
    const key = keyOf(kind, entry);
    const first = lineOf.get(key);
    if (entry.term !== '' && first !== undefined) problems.push({ line, column: headerOf('term'), message: `“${entry.term}”与第${first}行重复，请删去其中一行` });
    else lineOf.set(key, line);
    entries.push(entry);
  });
  return { rows, entries, lineOf };
}

function laid(kind: LexiconKind, mode: LexiconImportMode, base: readonly LexiconEntry[], { rows, entries, lineOf }: ReadRows, problems: LexiconImportRow[], notices: LexiconImportRow[]): ReadSheet {
  const known = new Set(entries.map((entry) => keyOf(kind, entry)));
  const next = mode === 'replace' ? entries : [...base.filter((entry) => !known.has(keyOf(kind, entry))), ...entries];
  const changes = difference(kind, base, next);
  const byKey = new Map(changes.map((change) => [change.key, change]));
  const before = new Set(base.map((entry) => keyOf(kind, entry)));
  let same = 0;
  for (const entry of entries) {
    const key = keyOf(kind, entry);
    const line = lineOf.get(key) ?? 0;
    if (byKey.get(key)?.change === 'changed') notices.push({ line, column: null, message: `“${entry.term}”已在现有版本中，导入后按本行修改` });
    else if (before.has(key)) {
      same += 1;
      if (mode === 'merge') notices.push({ line, column: null, message: `“${entry.term}”与现有版本相同，没有变化` });
    }
  }
  if (next.length > LIMITS.lexiconEntries) problems.push({ line: 0, column: null, message: `并入后共${next.length.toLocaleString('zh-CN')}条，一个词库最多${LIMITS.lexiconEntries.toLocaleString('zh-CN')}条，请拆分为几个词库` });
  const count = (change: string): number => changes.filter((each) => each.change === change).length;
  const kept = problems.length === 0 ? cut(kind, next) : { chunks: [], digest: '' };
  return { rows, problems: problems.sort((a, b) => a.line - b.line), notices, added: count('added'), changed: count('changed'), same, removed: count('removed'), entries: next.length, ...kept };
}

/** What a cell shows, whatever it is made of. */
function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value).trim();
  if ('richText' in value) return value.richText.map(({ text }) => text).join('').trim();
  if ('hyperlink' in value) return textOf(value.text as ExcelJS.CellValue);
  if ('result' in value) return textOf(value.result as ExcelJS.CellValue);
  return 'error' in value ? String(value.error) : '';
}

async function workbook(kind: LexiconKind, entries: readonly LexiconEntry[], about: [string, string][] | null): Promise<Uint8Array> {
  const columns = columnsOf(kind);
  const book = new ExcelJS.Workbook();
  book.creator = '政务新媒体内容中心';
  const sheet = book.addWorksheet(SHEET, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ width }) => ({ width, style: { alignment: { vertical: 'top', wrapText: true } } }));
  sheet.addRow(columns.map(({ header, required }) => (required ? `${header}*` : header))).font = { bold: true };
  for (const entry of entries) sheet.addRow(columns.map((column) => column.write(entry)));
  const { dataValidations } = sheet as unknown as { dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } };
  columns.forEach(({ choices, header }, at) => {
    if (!choices) return;
    const letter = sheet.getColumn(at + 1).letter;
    dataValidations.add(`${letter}2:${letter}5000`, { type: 'list', allowBlank: true, formulae: [`"${choices.join(',')}"`], showErrorMessage: true, errorTitle: header, error: `请填写：${choices.join('、')}` });
  });
  if (about) {
    const page = book.addWorksheet('版本说明');
    page.columns = [{ width: 16 }, { width: 80 }];
    for (const row of about) page.addRow(row);
  } else instructions(book, kind, columns);
  return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
}

function instructions(book: ExcelJS.Workbook, kind: LexiconKind, columns: readonly SheetColumn[]): void {
  const page = book.addWorksheet('填写说明');
  page.columns = [16, 10, 70, 44].map((width) => ({ width, style: { alignment: { vertical: 'top', wrapText: true } } }));
  page.addRow([`${LEXICON_KIND_WORDS[kind]}填写说明`]).font = { bold: true, size: 14 };
  for (const line of [
    `在“${SHEET}”工作表从第2行起填写，一行一条，不要改动第1行，不要合并单元格。`,
    `一次最多${LIMITS.lexiconEntries.toLocaleString('zh-CN')}行，文件不超过${LIMITS.lexiconFileBytes / 1024 / 1024} MB。带*的栏目必须填写。`,
    '有一行不合要求，整个文件都不导入；系统逐行列出问题，改好后重新导入即可。',
    '导入后成为草稿，不影响正在使用的版本；试查、查看结果并确定生效日期后才使用。',
    ...(kind === 'terms' ? ['词越短越容易误报：两三个字的词请先想想它会不会出现在普通词语里，能写长就写长，并补上安全短语。'] : []),
    ...(kind === 'officials' ? ['只登记依法公开的现任职务，不要填写电话、身份证号等个人信息。'] : []),
  ]) page.addRow([line]);
  page.addRow([]);
  page.addRow(['栏目', '必填', '怎么填', '示例']).font = { bold: true };
  for (const { header, required, help, example } of columns) page.addRow([header, required ? '是' : '否', help, example]);
}
