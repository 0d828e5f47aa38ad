import { extname } from 'node:path';
import ExcelJS from 'exceljs';
import { fromBuffer } from 'yauzl';
import { readFile } from './readers/read-file.js';
import { READING_LIMITS, Unreadable } from './readers/reading-limits.js';

export type AttachmentText = { text: string } | { problem: string };

/** Runs in a worker thread: the words of a file, or why it is refused. */
export async function run({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<AttachmentText> {
  try {
    const buffer = Buffer.from(bytes);
    return { text: extname(name).toLowerCase() === '.xlsx' ? await readWorkbook(buffer) : (await readFile(name, buffer)).text };
  } catch (error) {
    return { problem: error instanceof Unreadable ? error.message : '文件无法读取，可能已损坏' };
  }
}

async function readWorkbook(bytes: Buffer): Promise<string> {
  await checkArchive(bytes);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const lines: string[] = [];
  let characters = 0;
  workbook.eachSheet((sheet) => {
    lines.push(sheet.name);
    sheet.eachRow((row) => {
      const line = (Array.isArray(row.values) ? row.values.slice(1) : []).map((_, at) => row.getCell(at + 1).text).join('\t');
      characters += line.length;
      if (characters > READING_LIMITS.characters) throw new Unreadable(`文字过长，上限${READING_LIMITS.characters}字`);
      lines.push(line);
    });
  });
  return lines.join('\n');
}

/** A workbook that says it unpacks to far more than it is worth is not unpacked. */
function checkArchive(bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error || !zip) return reject(new Unreadable('不是有效的 Excel 文件'));
      let entries = 0;
      let unpacked = 0;
      zip.on('entry', (entry: { uncompressedSize: number }) => {
        entries += 1;
        unpacked += entry.uncompressedSize;
        if (entries > READING_LIMITS.zipEntries || unpacked > READING_LIMITS.zipBytes || unpacked > bytes.length * READING_LIMITS.zipRatio) {
          zip.close();
          return reject(new Unreadable('压缩包展开后异常庞大，已拒绝'));
        }
        zip.readEntry();
      });
      zip.on('end', () => resolve());
      zip.on('error', () => reject(new Unreadable('不是有效的 Excel 文件')));
      zip.readEntry();
    });
  });
}
