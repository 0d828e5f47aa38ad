import { deflateRawSync } from 'node:zlib';

export interface ZipFile { name: string; content: string | Buffer; /** What the directory claims, when it lies. */ claimed?: number }

/** A zip file, made by hand so that it can lie about its sizes. */
export function zip(files: ZipFile[]): Buffer {
  const crcTable = Array.from({ length: 256 }, (_x, n) => { let c = n; for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1; return c >>> 0; });
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const data = Buffer.from(file.content);
    let crc = 0xffffffff;
    for (const byte of data) crc = crcTable[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
    const packed = deflateRawSync(data);
    const name = Buffer.from(file.name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0); head.writeUInt16LE(0x800, 2); head.writeUInt16LE(8, 4);
    head.writeUInt32LE((crc ^ 0xffffffff) >>> 0, 10); head.writeUInt32LE(packed.length, 14); head.writeUInt32LE(file.claimed ?? data.length, 18); head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), head, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 0]), head, tail, name]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4); end.writeUInt16LE(files.length, 6); end.writeUInt32LE(directory.length, 8); end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}

export const TYPES: ZipFile = { name: '[Content_Types].xml', content: '<?xml version="1.0"?><Types/>' };
export const paragraph = (text: string, properties = ''): string => `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
/** A Word file of the given body and further parts. */
export const docx = (body: string, more: ZipFile[] = [], head = ''): Buffer => zip([TYPES, { name: 'word/document.xml', content: `<?xml version="1.0" encoding="UTF-8"?>${head}<w:document xmlns:w="x"><w:body>${body}</w:body></w:document>` }, ...more]);

/** A PDF with one page per text; Chinese through the predefined encoding of Adobe-GB1, nothing embedded. */
export function pdf(pages: string[][], { info = {}, notes = [] }: { info?: Record<string, string>; notes?: { page: number; author: string; text: string }[] } = {}): Buffer {
  const objects: string[] = ['', '<< /Type /Catalog /Pages 2 0 R >>', '', '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>', '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 5 0 R >>', '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>'];
  const kids: number[] = [];
  for (const lines of pages) {
    const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');
    const stream = lines.map((line, i) => { const indent = line.startsWith('　') ? 32 : 0; return `BT /F1 16 Tf ${72 + indent} ${760 - i * 24} Td <${hex(line.trim())}> Tj ET`; }).join('\n');
    const page = objects.length;
    kids.push(page);
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${page + 1} 0 R >>`, `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  }
  const words = (text: string): string => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
  for (const { page, author, text } of notes) {
    const at = kids[page - 1]!;
    objects[at] = objects[at]!.replace(/ >>$/, ` /Annots [${objects.length} 0 R] >>`);
    objects.push(`<< /Type /Annot /Subtype /Text /Rect [100 100 120 120] /T ${words(author)} /Contents ${words(text)} >>`);
  }
  const about = objects.length;
  objects.push(`<< ${Object.entries(info).map(([key, text]) => `/${key} ${words(text)}`).join(' ')} >>`);
  objects[2] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  let out = '%PDF-1.4\n';
  const offsets: number[] = [];
  objects.forEach((object, i) => { if (i > 0) { offsets[i] = out.length; out += `${i} 0 obj\n${object}\nendobj\n`; } });
  const start = out.length;
  out += `xref\n0 ${objects.length}\n0000000000 65535 f \n${offsets.slice(1).map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer << /Size ${objects.length} /Root 1 0 R /Info ${about} 0 R >>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(out, 'latin1');
}
