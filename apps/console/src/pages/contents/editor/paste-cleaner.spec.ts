import { JSDOM } from 'jsdom';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOfHtml } from './paste-cleaner.js';

const read = (html: string) => blocksOfHtml(new JSDOM(html).window.document);
const fixture = (name: string) => read(readFileSync(join(process.cwd(), 'apps/console/src/pages/contents/editor/paste-fixtures', name), 'utf8'));

describe('text pasted from Word', () => {
  const { blocks, pictures, refused } = fixture('word.html');

  it('keeps headings, emphasis, good links and both kinds of Word lists', () => {
    expect(blocks.slice(0, 4)).toEqual([
      { type: 'heading', text: '云溪市高龄津贴政策解读' },
      { type: 'paragraph', text: '年满80周岁的老年人，每人每月100元。详见市政府网站，不要点这里。', marks: [{ kind: 'bold', start: 11, end: 19 }, { kind: 'link', start: 22, end: 27, href: 'https://www.yunxi.example.cn/policy/8' }] },
      { type: 'list', items: ['身份证', '户口簿'], marks: [[], [{ kind: 'bold', start: 2, end: 3 }]] },
      { type: 'list', items: ['登记', '申请'], ordered: true },
    ]);
  });

  it('keeps the table with its joined cells', () =>
    expect(blocks[4]).toEqual({ type: 'table', rows: [['年龄', '标准', ''], ['80周岁', '城区', '100元'], ['', '乡镇 （街道）', '90元']], merged: [{ row: 0, column: 1, rows: 1, columns: 2 }, { row: 1, column: 0, rows: 2, columns: 1 }] }));

  it('keeps how deep the items of a list stand', () => {
    const item = (level: number, sign: string, text: string): string => `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${sign} </span><![endif]>${text}</p>`;
    expect(read(item(1, '1.', '材料') + item(2, '(1)', '身份证') + item(3, 'a.', '复印件') + item(1, '2.', '地点')).blocks).toEqual([{ type: 'list', items: ['材料', '身份证', '复印件', '地点'], ordered: true, levels: [0, 1, 2, 0] }]);
  });

  it('takes in a picture that came along, and tells of one that stayed on the other computer', () => {
    expect(blocks[5]).toEqual({ type: 'picture', mediaId: '', alt: '办理流程图', caption: '' });
    expect(pictures).toEqual([{ at: 5, address: expect.stringContaining('data:image/png;base64,') }]);
    expect(refused).toBe(1);
  });

  it('brings no script, no style and nothing that was hidden', () => {
    expect(JSON.stringify(blocks)).not.toMatch(/stolen|仿宋|内部讨论|mso|javascript/);
    expect(blocks).toHaveLength(6);
  });
});

describe("text pasted from WeChat's editor", () => {
  const { blocks, refused } = fixture('wechat.html');

  it('keeps its words in order, without frames, cards, players and hidden words', () => {
    expect(blocks).toEqual([
      { type: 'paragraph', text: '谁能领高龄津贴', marks: [{ kind: 'bold', start: 0, end: 7 }] },
      { type: 'paragraph', text: '具有云溪市户籍、年满80周岁的老年人。', marks: [{ kind: 'bold', start: 8, end: 14 }] },
      { type: 'list', items: ['本人身份证', '社会保障卡'] },
      { type: 'paragraph', text: '办理地点：市政务服务中心一楼' },
      { type: 'paragraph', text: '咨询电话：12345' },
      { type: 'paragraph', text: '阅读原文', marks: [{ kind: 'link', start: 0, end: 4, href: 'https://mp.example.cn/s/1' }] },
    ]);
  });

  it('keeps lists in lists, and tells where their signs had to change', () => {
    expect(read('<ul><li><p>材料</p><ul><li><p>身份证</p></li><li>户<strong>口</strong>簿</li></ul></li><li>地点</li></ul><p>完</p>')).toMatchObject({ changed: new Set(), blocks: [{ type: 'list', items: ['材料', '身份证', '户口簿', '地点'], levels: [0, 1, 1, 0], marks: [[], [], [{ kind: 'bold', start: 1, end: 2 }], []] }, { type: 'paragraph', text: '完' }] });
    expect(read('<ol><li>材料<ul><li>身份证</li></ul></li></ol>')).toMatchObject({ changed: new Set(['里层列表的编号形式改成了与外层一致']), blocks: [{ type: 'list', ordered: true, items: ['材料', '身份证'], levels: [0, 1] }] });
    expect(read(`${'<ul><li>层'.repeat(6)}${'</li></ul>'.repeat(6)}`)).toMatchObject({ changed: new Set(['列表最多 4 层，更深的并到了第 4 层']), blocks: [{ type: 'list', levels: [0, 1, 2, 3, 3, 3] }] });
  });

  it('fetches no picture from elsewhere', () => expect(refused).toBe(1));
});

describe('other pasted text', () => {
  it('stays inside its paragraph when it is only words', () => {
    expect(read('<span style="color:red">每月<b>100</b>元</span>')).toMatchObject({ inline: true, blocks: [{ type: 'paragraph', text: '每月100元', marks: [{ kind: 'bold', start: 2, end: 5 }] }] });
    expect(read('<p>一段</p>').inline).toBe(false);
  });

  it.each(['<svg onload=alert(1)>', '<img src=x onerror=alert(1)>', '<math><mtext><script>alert(1)</script></mtext></math>', '<iframe srcdoc="<script>alert(1)</script>">x</iframe>', '<object data="x">x</object>', '<style>@import "https://elsewhere.example"</style>', '<template><p>x</p></template>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>'])('brings nothing of %s', (html) => {
    expect(JSON.stringify(read(html).blocks)).not.toMatch(/alert|elsewhere|onerror/);
  });

  it('keeps emphasis and links in cells, and tells what a cell cannot hold', () => {
    const { blocks, changed } = read('<table><tr><th>对象</th><th><a href="https://a.example/1">标准</a></th></tr><tr><td>80周岁</td><td>每月<b>100</b>元<ul><li>城区</li><li>乡镇</li></ul></td></tr><tr><td></td><td></td></tr></table>');
    expect(blocks).toEqual([{ type: 'table', rows: [['对象', '标准'], ['80周岁', '每月100元 城区；乡镇']], marks: [[[], [{ kind: 'link', start: 0, end: 2, href: 'https://a.example/1' }]], [[], [{ kind: 'bold', start: 2, end: 5 }]]] }]);
    expect([...changed]).toEqual(['单元格里的列表改成了用分号隔开的文字']);
  });

  it('drops an empty row and moves the joined cells behind it', () =>
    expect(read('<table><tr><td>甲</td><td>乙</td></tr><tr><td></td><td></td></tr><tr><td rowspan=2>丙</td><td>1</td></tr><tr><td>2</td></tr></table>').blocks).toEqual([{ type: 'table', rows: [['甲', '乙'], ['丙', '1'], ['', '2']], merged: [{ row: 1, column: 0, rows: 2, columns: 1 }] }]));

  it('drops marks of direction and zero width that would hide what is said', () => expect(read('<p>补\u202e贴\u200b</p>').blocks).toEqual([{ type: 'paragraph', text: '补贴' }]));
});
