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

  it('keeps the table, each row readable by itself though cells were joined', () =>
    expect(blocks[4]).toEqual({ type: 'table', rows: [['年龄', '标准', ''], ['80周岁', '城区', '100元'], ['80周岁', '乡镇 （街道）', '90元']] }));

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

  it('drops marks of direction and zero width that would hide what is said', () => expect(read('<p>补\u202e贴\u200b</p>').blocks).toEqual([{ type: 'paragraph', text: '补贴' }]));
});
