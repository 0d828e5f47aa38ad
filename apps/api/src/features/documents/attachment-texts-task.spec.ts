import ExcelJS from 'exceljs';
import { docx, paragraph, pdf, zip, type ZipFile } from '../../../test/office-files.js';
import { run, type AttachmentWords } from './attachment-texts-task.js';

const read = async (name: string, bytes: Buffer): Promise<AttachmentWords> => {
  const answer = await run({ name, bytes });
  if ('problem' in answer) throw new Error(answer.problem);
  return answer;
};
const placeAt = ({ places }: AttachmentWords, offset: number): string => places.filter(({ start }) => start <= offset).at(-1)!.label;
const property = (xml: string): ZipFile => ({ name: 'docProps/core.xml', content: `<cp:coreProperties xmlns:cp="c" xmlns:dc="d">${xml}</cp:coreProperties>` });
const part = (name: string, body: string): ZipFile => ({ name: `word/${name}.xml`, content: `<w:hdr xmlns:w="x" xmlns:v="v">${body}</w:hdr>` });

describe('a Word file that goes with a text', () => {
  it('tells tracked changes with who made them, comments, hidden words, watermarks and properties', async () => {
    const body = paragraph('关于调整补贴标准的说明') + '<w:p><w:r><w:t>补贴标准为每月</w:t></w:r><w:del w:id="1" w:author="经办甲"><w:r><w:delText>300</w:delText></w:r></w:del><w:ins w:id="2" w:author="经办乙"><w:r><w:t>400</w:t></w:r></w:ins><w:r><w:t>元。</w:t></w:r></w:p><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>尚未定案</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>见附表。</w:t></w:r></w:p>';
    const words = await read('说明.docx', docx(body, [
      { name: 'word/comments.xml', content: '<w:comments xmlns:w="x"><w:comment w:id="0" w:author="科长丙"><w:p><w:r><w:t>请再核一次</w:t></w:r></w:p></w:comment></w:comments>' },
      part('header1', '<w:p><w:r><w:pict><v:shape><v:textpath style="x" string="征求意见稿"/></v:shape></w:pict></w:r></w:p><w:p><w:r><w:t>页眉上的字</w:t></w:r></w:p>'),
      property('<dc:creator>经办甲</dc:creator><cp:lastModifiedBy>经办乙</cp:lastModifiedBy><dc:title></dc:title>'),
    ]));
    expect(words.text).toBe('关于调整补贴标准的说明\n补贴标准为每月400元。\n尚未定案见附表。\n页眉上的字');
    expect(words.traits).toEqual([
      { kind: 'comment', place: '批注', label: '科长丙的批注', text: '请再核一次' },
      { kind: 'tracked-change', place: '第2段', label: '经办甲删除', text: '300' },
      { kind: 'tracked-change', place: '第2段', label: '经办乙插入', text: '400' },
      { kind: 'hidden', place: '第3段', label: '隐藏文字', text: '尚未定案' },
      { kind: 'watermark', place: '页眉', label: '水印“征求意见稿”', text: '征求意见稿' },
      { kind: 'metadata', place: '文件属性', label: '作者', text: '经办甲' },
      { kind: 'metadata', place: '文件属性', label: '最后修改者', text: '经办乙' },
    ]);
    expect([placeAt(words, words.text.indexOf('补贴标准为')), placeAt(words, words.text.indexOf('页眉上'))]).toEqual(['第2段', '页眉']);
  });

  it('tells nothing of a clean one', async () => {
    expect((await read('说明.docx', docx(paragraph('正文'), [property('<dc:creator>python-docx</dc:creator>')]))).traits).toEqual([]);
  });
});

describe('a workbook that goes with a text', () => {
  it('tells hidden sheets, rows and columns, notes and properties, and the cell of every word', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.creator = '统计员丁';
    const list = workbook.addWorksheet('名单');
    list.addRows([['姓名', '电话', '备注'], ['甲某', '13800138000', '内勤'], ['乙某', '', '外勤']]);
    list.getColumn(3).hidden = true;
    list.getRow(3).hidden = true;
    list.getCell('A2').note = '此人待核';
    workbook.addWorksheet('底稿', { state: 'veryHidden' }).addRow(['未公开的数']);
    const words = await read('名单.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(words.text).toBe('名单\n姓名\t电话\t备注\n甲某\t13800138000\t内勤\n乙某\t\t外勤\n底稿\n未公开的数');
    expect(placeAt(words, words.text.indexOf('13800138000'))).toBe('工作表“名单” B2');
    expect(placeAt(words, words.text.indexOf('未公开'))).toBe('工作表“底稿” A1');
    expect(words.traits).toEqual([
      { kind: 'comment', place: '工作表“名单” A2', label: '批注', text: '此人待核' },
      { kind: 'hidden', place: '工作表“名单” C列', label: '隐藏的列', text: '备注 内勤 乙某  外勤' },
      { kind: 'hidden', place: '工作表“名单”第3行', label: '隐藏的行', text: '备注 内勤 乙某  外勤' },
      { kind: 'hidden', place: '工作表“底稿”', label: '隐藏的工作表', text: '未公开的数' },
      { kind: 'metadata', place: '文件属性', label: '作者', text: '统计员丁' },
    ]);
  });

  it('refuses one that unpacks to far more than it is worth', async () => {
    expect(await run({ name: '表.xlsx', bytes: zip([{ name: '[Content_Types].xml', content: '<Types/>' }, { name: 'xl/workbook.xml', content: Buffer.alloc(60_000_000, 'a') }]) })).toEqual({ problem: expect.stringContaining('异常庞大') });
    expect(await run({ name: '表.xlsx', bytes: Buffer.from('PK\u0003\u0004坏') })).toEqual({ problem: expect.stringContaining('损坏') });
  });
});

describe('a PDF that goes with a text', () => {
  it('tells the page of every word, notes and properties', async () => {
    const words = await read('告知.pdf', pdf([['第一页的告知事项如下：'], ['第二页的联系方式。']], { info: { Author: '经办戊', Title: '内部底稿' }, notes: [{ page: 2, author: '校对己', text: '电话要改' }] }));
    expect(placeAt(words, words.text.indexOf('第二页'))).toBe('第2页');
    expect(words.traits).toEqual([
      { kind: 'metadata', place: '文件属性', label: '作者', text: '经办戊' },
      { kind: 'metadata', place: '文件属性', label: '标题', text: '内部底稿' },
      { kind: 'comment', place: '第2页', label: '校对己的注释', text: '电话要改' },
    ]);
  });
});
