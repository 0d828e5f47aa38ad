import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { READING_LIMITS, Unreadable } from './reading-limits.js';

/** Unpacks the parts that are read, within limits on entries, sizes and ratio: sizes are counted, not believed. */
export async function unpack(bytes: Buffer, wanted: (part: string) => boolean, kind: string): Promise<Map<string, string>> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, opened) => (error ? reject(new Unreadable(`不是完好的 ${kind} 文件，文件可能已损坏`)) : resolve(opened)));
  });
  const parts = new Map<string, string>();
  let entries = 0;
  let declared = 0;
  let unpacked = 0;
  await new Promise<void>((resolve, reject) => {
    const refuse = (message: string): void => {
      zip.close();
      reject(new Unreadable(message));
    };
    zip.on('error', () => refuse(`不是完好的 ${kind} 文件，文件可能已损坏`));
    zip.on('end', () => resolve());
    zip.on('entry', (entry: Entry) => {
      entries++;
      declared += entry.uncompressedSize;
      if (entries > READING_LIMITS.zipEntries) return refuse(`压缩包内文件过多（超过${READING_LIMITS.zipEntries}个），疑似恶意文件，已拒绝`);
      if (declared > READING_LIMITS.zipBytes || entry.uncompressedSize > READING_LIMITS.zipRatio * Math.max(entry.compressedSize, 1024)) return refuse('压缩包展开后异常庞大，疑似恶意文件（压缩炸弹），已拒绝');
      if (!wanted(entry.fileName)) return void zip.readEntry();
      zip.openReadStream(entry, (error, stream) => {
        if (error) return refuse(`${kind} 文件内部已损坏，无法读取`);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => {
          unpacked += chunk.length;
          if (unpacked > READING_LIMITS.zipBytes) {
            stream.destroy();
            return refuse('压缩包展开后异常庞大，疑似恶意文件（压缩炸弹），已拒绝');
          }
          chunks.push(chunk);
        });
        stream.on('error', () => refuse(`${kind} 文件内部已损坏，无法读取`));
        stream.on('end', () => {
          parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
          zip.readEntry();
        });
      });
    });
    zip.readEntry();
  });
  return parts;
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The five entities of XML and character references; documents that define others have been refused before. */
export function plain(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
  });
}

/** Walks the tags of an XML part in order. Document types are refused, so there is nothing to expand. */
export function* tagsOf(xml: string, part: string): Generator<{ name: string; attributes: string; closing: boolean; empty: boolean; textBefore: string }> {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw new Unreadable(`文件的 ${part} 含有文档类型或实体定义，疑似恶意文件，已拒绝`);
  let last = 0;
  let count = 0;
  for (const match of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)((?:"[^"]*"|'[^']*'|[^'">])*?)(\/?)>/g)) {
    if (++count > READING_LIMITS.xmlTags) throw new Unreadable('文件结构过于庞大，请拆分后导入');
    yield { name: match[2]!, attributes: match[3]!, closing: match[1] === '/', empty: match[4] === '/', textBefore: xml.slice(last, match.index) };
    last = match.index + match[0].length;
  }
}

export const attribute = (attributes: string, name: string): string | null => new RegExp(`(?:^|\\s)w:${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? null;
