import ExcelJS from 'exceljs';
import { propertiesOf } from './docx-traits.js';
import { unpack } from './office-parts.js';
import { READING_LIMITS, Unreadable, type FileTrait, type ReadText } from './reading-limits.js';

const LIMIT = 200;
/** Beyond so many cells places are told by row. */
const CELLS = 20_000;
const DRAFT = /草稿|送审|讨论稿|征求意见|样稿|初稿|未定稿|内部|保密|秘密|机密|绝密/;

/**
 * Text of a workbook, a line for each row, cells apart by tabs, with the cell each word stands in; hidden sheets, rows and
 * columns, notes and properties beside it. Hidden cells are read like all others.
 * @throws Unreadable for bombs and damaged files
 */
export async function readWorkbook(bytes: Buffer): Promise<ReadText> {
  // Sizes are counted while the parts are unpacked, so that nothing bigger than the limits reaches the workbook library.
  const parts = await unpack(bytes, () => true, 'Excel（.xlsx）');
  if (![...parts.keys()].some((part) => part.startsWith('xl/'))) throw new Unreadable('不是有效的 Excel 文件');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const traits: FileTrait[] = [];
  const places: { start: number; label: string }[] = [];
  const lines: string[] = [];
  let offset = 0;
  let cells = 0;
  const put = (line: string): void => {
    offset += line.length + 1;
    if (offset > READING_LIMITS.characters) throw new Unreadable(`文字过长，上限${READING_LIMITS.characters}字`);
    lines.push(line);
  };
  workbook.eachSheet((sheet) => {
    const name = `工作表“${sheet.name}”`;
    places.push({ start: offset, label: name });
    put(sheet.name);
    const hiddenSheet = sheet.state !== 'visible';
    const hidden = { rows: [] as number[], columns: [] as number[], words: '' };
    for (let column = 1; column <= Math.min(sheet.columnCount, 16_384); column++) if (sheet.getColumn(column).hidden) hidden.columns.push(column);
    sheet.eachRow((row, number) => {
      if (row.hidden) hidden.rows.push(number);
      const texts = (Array.isArray(row.values) ? row.values.slice(1) : []).map((_, at) => row.getCell(at + 1).text.replace(/[\t\n\r]+/g, ' '));
      let start = offset;
      if (cells > CELLS) places.push({ start, label: `${name}第${number}行` });
      texts.forEach((text, at) => {
        const column = at + 1;
        if (text !== '' && cells <= CELLS) places.push({ start, label: `${name} ${sheet.getColumn(column).letter}${number}` });
        if (text !== '') cells += 1;
        start += text.length + 1;
        if (hiddenSheet || row.hidden || hidden.columns.includes(column)) hidden.words += `${text} `;
        const note = noteOf(row.getCell(column));
        if (note !== '' && traits.length < LIMIT) traits.push({ kind: 'comment', place: `${name} ${sheet.getColumn(column).letter}${number}`, label: '批注', text: note });
      });
      put(texts.join('\t'));
    });
    if (hiddenSheet) traits.push({ kind: 'hidden', place: name, label: '隐藏的工作表', text: hidden.words.trim().slice(0, 200) });
    else {
      if (hidden.columns.length > 0) traits.push({ kind: 'hidden', place: `${name} ${rangesOf(hidden.columns, (column) => sheet.getColumn(column).letter)}列`, label: '隐藏的列', text: hidden.words.trim().slice(0, 200) });
      if (hidden.rows.length > 0) traits.push({ kind: 'hidden', place: `${name}第${rangesOf(hidden.rows, String)}行`, label: '隐藏的行', text: hidden.words.trim().slice(0, 200) });
    }
    const margins = Object.values(sheet.headerFooter ?? {}).filter((text): text is string => typeof text === 'string').map((text) => text.replace(/&(?:"[^"]*"|[A-Z]|\d+)/g, ' ').trim()).filter(Boolean);
    for (const text of new Set(margins)) {
      places.push({ start: offset, label: `${name}页眉页脚` });
      put(text);
      if (DRAFT.test(text)) traits.push({ kind: 'watermark', place: `${name}页眉页脚`, label: `标记“${text.slice(0, 40)}”`, text });
    }
  });
  return { text: lines.join('\n'), problems: [], places, traits: [...traits, ...propertiesOf(parts)] };
}

function noteOf(cell: ExcelJS.Cell): string {
  const { note } = cell as { note?: string | { texts?: { text: string }[] } };
  return typeof note === 'string' ? note.trim() : (note?.texts ?? []).map(({ text }) => text).join('').trim();
}

/** 3, 4, 5, 9 → 3-5、9 */
function rangesOf(numbers: readonly number[], name: (number: number) => string): string {
  const ranges: string[] = [];
  for (let i = 0; i < numbers.length;) {
    let j = i;
    while (numbers[j + 1] === numbers[j]! + 1) j++;
    ranges.push(i === j ? name(numbers[i]!) : `${name(numbers[i]!)}-${name(numbers[j]!)}`);
    i = j + 1;
  }
  return ranges.slice(0, 20).join('、');
}
