import { docx, paragraph, pdf, TYPES, zip } from '../../../../test/office-files.js';
import { readFile } from './read-file.js';
import { readLawLine } from './law-records.js';
import { decodeText } from './text-encoding.js';

const TEXT = '云溪市人民政府办公室关于做好政务公开工作的通知\n各镇人民政府，市各有关单位：\n为做好全市政务公开工作，现将有关事项通知如下。\n一、工作要求\n各单位应当按时公开。\n';

/** A GB18030 writing of text, by searching the decoder's own table: Node has no encoder for it. */
function gb18030(text: string): Buffer {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let high = 0x81; high <= 0xfe; high++) for (let low = 0x40; low <= 0xfe; low++) if (low !== 0x7f) table.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Buffer.from([...text].flatMap((c) => (c < '\u0080' ? [c.charCodeAt(0)] : table.get(c)!)));
}

const textOf = async (name: string, bytes: Buffer): Promise<string> => (await readFile(name, bytes)).text;

describe('text files in the encodings that offices use', () => {
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from('\ufeff' + TEXT)],
    ['UTF-16 little-endian with a mark', Buffer.from('\ufeff' + TEXT, 'utf16le')],
    ['UTF-16 big-endian with a mark', Buffer.from('\ufeff' + TEXT, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le')],
    ['GB18030', gb18030(TEXT)],
  ])('reads %s', async (_name, bytes) => {
    expect(await textOf('通知.txt', bytes)).toBe(TEXT);
  });

  it.each<[string, Buffer, RegExp]>([
    ['an empty file', Buffer.alloc(0), /空/],
    ['a file of blanks', Buffer.from(' \n\t\n'), /没有文字/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 0, 0]), /二进制/],
    ['a PDF with another name', pdf([['甲']]), /内容却是 PDF/],
    ['UTF-8 read as Latin and saved again', Buffer.from(Buffer.from(TEXT.repeat(2)).toString('latin1')), /乱码/],
    ['UTF-8 read as GBK and saved again', Buffer.from(new TextDecoder('gbk').decode(Buffer.from(TEXT.repeat(2)))), /乱码|无法识别/],
    ['GBK read as UTF-8 and saved again', Buffer.from(new TextDecoder('utf-8').decode(gb18030(TEXT.repeat(2)))), /无法识别|乱码/],
    ['锟斤拷', Buffer.from('锟斤拷锟斤拷通知'), /乱码/],
    ['no encoding at all', Buffer.from([0xe4, 0xba, 0x91, 0xff, 0xff, 0x80, 0x20, 0xc3, 0x28]), /认不出|乱码/],
  ])('refuses %s', async (_what, bytes, message) => {
    await expect(readFile('通知.txt', bytes)).rejects.toThrow(message);
  });

  it('reads what a page declares when bytes alone do not tell', () => {
    expect(decodeText(gb18030('公告'), 'gb2312')).toBe('公告');
  });

  it('takes heading marks of Markdown for layout', async () => {
    expect(await textOf('通知.md', Buffer.from('# 标题\n\n**一、要求**\n正文。'))).toBe('标题\n\n一、要求\n正文。');
  });

  it('refuses what it cannot read by its extension', async () => {
    await expect(readFile('程序.exe', Buffer.from('MZ'))).rejects.toThrow('不支持这种文件（.exe）');
    await expect(readFile('通知.doc', Buffer.from('x'))).rejects.toThrow('另存为 .docx');
  });
});

describe('Word files', () => {
  it('are read paragraph by paragraph, tables row by row', async () => {
    const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
    const bytes = docx(`${paragraph('云政发〔2024〕1号')}${paragraph('关于某事的通知')}<w:p/><w:p><w:r><w:t>甲&amp;乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p><w:tbl><w:tr>${cell('序号')}${cell('事项')}</w:tr><w:tr>${cell('1')}${cell('公开')}</w:tr></w:tbl>`);
    expect(await textOf('通知.docx', bytes)).toBe('云政发〔2024〕1号\n关于某事的通知\n\n甲&乙\n丙\n序号\t事项\n1\t公开');
  });

  it('write out the numbers that Word counts by itself', async () => {
    const numbering = '<w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>';
    const listed = (text: string, depth: number): string => paragraph(text, `<w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="3"/></w:numPr></w:pPr>`);
    const bytes = docx(listed('总则', 0) + listed('目的', 1) + listed('范围', 1) + listed('附则', 0) + listed('施行', 1), [{ name: 'word/numbering.xml', content: numbering }]);
    expect(await textOf('通知.docx', bytes)).toBe('一、总则\n（一）目的\n（二）范围\n二、附则\n（一）施行');
  });

  it('take in insertions, leave out deletions, and say so; comments too', async () => {
    const bytes = docx(`<w:p><w:r><w:t>每月</w:t></w:r><w:del><w:r><w:delText>300</w:delText></w:r></w:del><w:ins><w:r><w:t>400</w:t></w:r></w:ins><w:r><w:t>元</w:t><w:commentReference w:id="1"/></w:r></w:p>`);
    expect(await readFile('通知.docx', bytes)).toEqual({ text: '每月400元', problems: [{ line: 1, message: expect.stringContaining('批注') }, { line: 1, message: expect.stringContaining('修订') }] });
  });

  it.each<[string, Buffer, RegExp]>([
    ['a bomb that says how large it is', docx(paragraph('甲'), [{ name: 'word/media/a.bin', content: Buffer.alloc(30 * 1024 * 1024) }]), /压缩炸弹/],
    ['a bomb that lies about its size', zip([TYPES, { name: 'word/document.xml', content: Buffer.alloc(30 * 1024 * 1024, 0x20), claimed: 1000 }]), /损坏|压缩炸弹/],
    ['thousands of entries', docx(paragraph('甲'), Array.from({ length: 2100 }, (_x, i) => ({ name: `word/media/${i}`, content: '' }))), /文件过多/],
    ['an external entity', docx(paragraph('&xxe;'), [], '<!DOCTYPE w [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>'), /实体定义/],
    ['nested entities', docx(paragraph('&b;'), [], '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'), /实体定义/],
    ['a zip that is no Word file', zip([{ name: 'a.txt', content: '甲' }]), /缺少 word\/document.xml/],
    ['a cut-off file', docx(paragraph('甲'.repeat(1000))).subarray(0, 200), /损坏/],
    ['an encrypted or old file', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]), /加密|旧版/],
  ])('refuse %s', async (_what, bytes, message) => {
    await expect(readFile('通知.docx', bytes)).rejects.toThrow(message);
  });
});

describe('PDF files', () => {
  it('are read from their text layer, lines joined to paragraphs, page numbers left out', async () => {
    const bytes = pdf([['关于某事的通知', '各镇人民政府：', '　　为做好全市政务公开工作，提升服务水平，现将有', '关事项通知如下。', '　　一、按时公开', '— 1 —'], ['　　二、认真办理', '— 2 —']]);
    expect((await textOf('通知.pdf', bytes)).split('\n')).toEqual(['关于某事的通知', '各镇人民政府：', '为做好全市政务公开工作，提升服务水平，现将有关事项通知如下。', '一、按时公开', '二、认真办理']);
  });

  it('say which pages have no text', async () => {
    expect((await readFile('通知.pdf', pdf([['关于某事的通知'], []]))).problems[0]!.message).toContain('第2页没有文字');
  });

  it.each<[string, Buffer, RegExp]>([
    ['a scan without a text layer', pdf([[]]), /没有文字层/],
    ['a file that only begins like one', Buffer.from('%PDF-1.4\nnothing'), /已损坏/],
    ['ten thousand pages', pdf(Array.from({ length: 2001 }, () => [])), /2001页/],
  ])('refuse %s', async (_what, bytes, message) => {
    await expect(readFile('通知.pdf', bytes)).rejects.toThrow(message);
  });
});

describe('web pages', () => {
  it('are read block by block without scripts, styles and hidden parts', async () => {
    const html = `<html><head><title>不读</title><script>alert(1)</script></head><body><nav>首页</nav><h1>关于<b>某事</b>的通知</h1><p>各镇人民政府：</p><p style="display:none">暗</p><div>请 办理。<br>第二行</div><img src=x onerror="alert(1)"><table><tr><td>甲</td><td>乙</td></tr></table><script>alert(2)</script></body></html>`;
    const read = await readFile('网页.html', Buffer.from(html));
    expect(read.text.split('\n').map((line) => line.trim()).filter(Boolean)).toEqual(['关于某事的通知', '各镇人民政府：', '请 办理。', '第二行', '甲 乙']);
    expect(read.text).not.toContain('alert');
    expect(read.problems[0]!.message).toContain('脚本已去除');
  });

  it('are read in the encoding they declare', async () => {
    expect(await textOf('网页.htm', Buffer.concat([Buffer.from('<html><head><meta charset="gb2312"></head><body><p>'), gb18030('公告'), Buffer.from('</p></body></html>')]))).toBe('公告');
  });

  it('refuse nesting without end', async () => {
    await expect(readFile('网页.html', Buffer.from('<div>'.repeat(5000) + '甲'))).rejects.toThrow('嵌套过深');
  });
});

describe('a line of a collection of laws', () => {
  const good = { title: '南岭省水条例', text: '第一条 管水。', history: [], organ: null };
  it.each<[string, string, RegExp]>([
    ['that is no JSON', '{', /不是合法的 JSON/],
    ['that is a list', '[]', /应为 JSON 对象/],
    ['without a title', JSON.stringify({ ...good, title: ' ' }), /缺少标题/],
    ['without a text', JSON.stringify({ ...good, text: '' }), /缺少正文/],
    ['with a number for a text', JSON.stringify({ ...good, organ: 5 }), /organ 应为文字/],
    ['with a wrong history', JSON.stringify({ ...good, history: '无' }), /history/],
  ])('%s is refused under its number', (_what, text, message) => {
    expect(readLawLine(text, 7)).toMatchObject({ line: 7, draft: null, problems: [{ line: 7, message: expect.stringMatching(message) }] });
  });

  it('is read when it is right, and nothing when blank', () => {
    expect(readLawLine(JSON.stringify(good), 7)).toMatchObject({ line: 7, superseded: false, draft: { title: '南岭省水条例' } });
    expect(readLawLine('  ', 8)).toBeNull();
  });
});
