import { drawnRows, linesOfBlock, listNumbers, plainLinesOfBlock, runsOf, type ContentBlock } from '@govmedia-hub/contracts';
import { createHash } from 'node:crypto';
import { InvalidRequest } from '../../../foundation/errors/problem-filter.js';
import { readBlocks } from './content-blocks.js';
import { contentHtml } from './content-html.js';
import { plainBlock } from './plain-text.js';
import { canonicalText, digestOf } from './revision-text.js';

const ID = '01900000-0000-7000-8000-000000000001';
const picture = { type: 'picture', mediaId: ID, alt: '办事大厅三楼窗口分布图', caption: '三楼窗口' };
const chart = { type: 'chart', form: 'bar', title: '参保人数', unit: '万人', rows: [['年份', '人数'], ['2024', '35'], ['2025', '1,036.5']] };
const audio = { type: 'audio', title: '局长讲政策', mediaId: ID, href: null, transcript: '大家好，今天讲补贴标准。' };
const citation = { type: 'citation', documentId: ID, anchor: 'art-2', note: '标准见这一条' };

const refused = (block: unknown): { field: string; message: string }[] => {
  try {
    readBlocks([block]);
  } catch (error) {
    if (error instanceof InvalidRequest) return error.errors;
    throw error;
  }
  return [];
};

describe('the blocks of a text', () => {
  it('of every kind are read as they were sent', () => {
    const blocks = [
      { type: 'heading', text: '一、背景' }, { type: 'paragraph', text: '每人每月400元', marks: [{ kind: 'bold', start: 4, end: 8 }] }, { type: 'list', items: ['甲', '乙'], ordered: true },
      { type: 'table', rows: [['项目', '金额'], ['甲', '1']], caption: '表一' }, { type: 'qa', question: '多少？', alternatives: [], answer: '400元。', documentId: null, anchor: null }, picture, chart, audio, { ...audio, type: 'video', mediaId: null, href: 'https://video.example.cn/1' }, citation, { type: 'attachment', attachmentId: ID },
    ];
    expect(readBlocks(blocks)).toEqual(blocks);
  });

  it('as they were kept before have the form and the digest they had', () => {
    const old: ContentBlock[] = [{ type: 'paragraph', text: '每人每月400元。' }, { type: 'list', items: ['甲'] }, { type: 'table', rows: [['甲', '1']] }];
    const read = readBlocks(old).map(plainBlock);
    expect(JSON.stringify(read)).toBe(JSON.stringify(old));
    expect(digestOf({ title: '题', blocks: read, guide: null, attachments: [], sources: [] })).toBe(createHash('sha256').update('{"attachments":[],"blocks":[{"text":"每人每月400元。","type":"paragraph"},{"items":["甲"],"type":"list"},{"rows":[["甲","1"]],"type":"table"}],"guide":null,"sources":[],"title":"题"}').digest('hex'));
  });

  it('hold emphasis and links in cells, joined cells and lists in lists, each of which changes the digest', () => {
    const table: ContentBlock = { type: 'table', rows: [['对象', '标准', ''], ['80周岁', '城区', '100元'], ['', '乡镇', '90元']], marks: [[[], [], []], [[], [], [{ kind: 'bold', start: 0, end: 3 }]], [[], [{ kind: 'link', start: 0, end: 2, href: 'https://a.example' }], []]], merged: [{ row: 0, column: 1, rows: 1, columns: 2 }, { row: 1, column: 0, rows: 2, columns: 1 }] };
    const list: ContentBlock = { type: 'list', items: ['材料', '身份证', '户口簿', '地点'], levels: [0, 1, 1, 0] };
    expect(readBlocks([table, list]).map(plainBlock)).toEqual([table, list]);
    expect(readBlocks([{ ...table, merged: [...table.merged!].reverse() }])).toEqual([table]);
    const digest = (blocks: ContentBlock[]): string => digestOf({ title: '题', blocks, guide: null, attachments: [], sources: [] });
    const { marks: _, ...unmarked } = table;
    const { merged: __, ...apart } = table;
    const { levels: ___, ...flat } = list;
    expect(new Set([digest([table, list]), digest([unmarked, list]), digest([apart, list]), digest([table, flat])]).size).toBe(4);
    expect(canonicalText({ title: '题', blocks: [table, list], guide: null })).toBe('题\n对象\t标准\t\n80周岁\t城区\t100元\n\t乡镇\t90元\n材料\n身份证\n户口簿\n地点');
    expect(readBlocks([{ ...unmarked, marks: [[[]]], merged: [] }, { ...flat, levels: [0, 0, 0, 0] }])).toEqual([{ type: 'table', rows: table.rows }, flat]);
    expect(drawnRows(table).map((row) => row.map(({ text, rows, columns }) => `${text}${rows}x${columns}`))).toEqual([['对象1x1', '标准1x2'], ['80周岁2x1', '城区1x1', '100元1x1'], ['乡镇1x1', '90元1x1']]);
    expect(listNumbers(list)).toEqual([1, 1, 2, 2]);
  });

  it('show all that can be read of them to screening, digest and index', () => {
    const words = [picture, chart, audio, citation].map((block) => plainLinesOfBlock(block as ContentBlock));
    expect(words).toEqual([['办事大厅三楼窗口分布图', '三楼窗口'], ['参保人数', '万人', '年份\t人数', '2024\t35', '2025\t1,036.5'], ['局长讲政策', '大家好，今天讲补贴标准。'], ['标准见这一条']]);
    expect(canonicalText({ title: '题', blocks: [picture, chart] as ContentBlock[], guide: null })).toBe('题\n办事大厅三楼窗口分布图\n三楼窗口\n参保人数\n万人\n年份\t人数\n2024\t35\n2025\t1,036.5');
    expect(linesOfBlock(chart as ContentBlock)[3]).toEqual([{ key: 'rows.1.0', text: '2024' }, { key: 'rows.1.1', text: '35' }]);
  });

  it.each<[string, unknown, string]>([
    ['a kind nobody knows', { type: 'script', text: 'alert(1)' }, 'type'],
    ['raw markup', { type: 'html', html: '<b>' }, 'type'],
    ['a kind from the prototype', { type: 'constructor' }, 'type'],
    ['a list in place of a block', [{ type: 'paragraph' }], 'type'],
    ['a style', { type: 'paragraph', text: '甲', style: 'position:fixed' }, 'style'],
    ['a picture from somewhere else', { ...picture, src: 'https://elsewhere.example/x.png' }, 'src'],
    ['a picture without words', { ...picture, alt: ' ' }, 'alt'],
    ['a picture by path', { ...picture, mediaId: '../../etc/passwd' }, 'mediaId'],
    ['a recording without a transcript', { ...audio, transcript: '' }, 'transcript'],
    ['a recording from nowhere', { ...audio, mediaId: null }, 'mediaId'],
    ['a recording from two places', { ...audio, href: 'https://a.example/1' }, 'mediaId'],
    ['a recording behind a script', { ...audio, mediaId: null, href: 'javascript:alert(1)' }, 'href'],
    ['a chart of words', { ...chart, rows: [['年份', '人数'], ['2024', '很多']] }, 'rows.1.1'],
    ['a chart with a gap', { ...chart, rows: [['年份', '人数'], ['2024']] }, 'rows'],
    ['a chart in a form nobody drew', { ...chart, form: 'pie' }, 'form'],
    ['a mark outside the text', { type: 'paragraph', text: '甲', marks: [{ kind: 'bold', start: 0, end: 9 }] }, 'marks'],
    ['a mark of another kind', { type: 'paragraph', text: '甲', marks: [{ kind: 'color', start: 0, end: 1 }] }, 'marks'],
    ['a mark with more than it may hold', { type: 'paragraph', text: '甲', marks: [{ kind: 'link', start: 0, end: 1, href: 'https://a.example', onclick: 'x()' }] }, 'marks'],
    ['a merged cell that reaches out of the table', { type: 'table', rows: [['甲', '']], merged: [{ row: 0, column: 1, rows: 1, columns: 2 }] }, 'merged.0'],
    ['merged cells over each other', { type: 'table', rows: [['甲', '', '']], merged: [{ row: 0, column: 0, rows: 1, columns: 2 }, { row: 0, column: 1, rows: 1, columns: 2 }] }, 'merged.1'],
    ['words under a merged cell', { type: 'table', rows: [['甲', '藏']], merged: [{ row: 0, column: 0, rows: 1, columns: 2 }] }, 'rows.0.1'],
    ['a script behind a cell', { type: 'table', rows: [['甲']], marks: [[[{ kind: 'link', start: 0, end: 1, href: 'javascript:alert(1)' }]]] }, 'marks.0.0'],
    ['an item that hangs in the air', { type: 'list', items: ['甲', '乙'], levels: [0, 2] }, 'levels'],
    ['a text too long', { type: 'heading', text: '长'.repeat(20_001) }, 'text'],
  ])('are refused with %s', (_, block, field) => {
    expect(refused(block).map((problem) => problem.field)).toContain(`blocks.0.${field}`);
  });

  it.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,<script>', 'vbscript:x', 'file:///etc/passwd', '//elsewhere.example', '/relative', 'https://user:pass@gov.example.cn', 'https://a.example/"onmouseover="x', 'tel:110;ext=<b>', 'https://\u202egro.elpmaxe'])('lead to no address such as %j', (href) => {
    expect(refused({ type: 'paragraph', text: '点这里', marks: [{ kind: 'link', start: 0, end: 3, href }] })).toHaveLength(1);
  });

  it.each([
    [{ type: 'picture', mediaId: '', alt: '流程图', caption: '' }, ['请上传图片。']],
    [{ type: 'picture', mediaId: ID, alt: ' ', caption: '' }, ['请写明图片内容，供看不到图片的人使用。']],
    [{ type: 'citation', documentId: '', anchor: null, note: '' }, ['请选择政策文件。']],
    [{ type: 'attachment', attachmentId: '' }, ['请选择附件。']],
    [{ type: 'audio', title: '谈话', mediaId: null, href: null, transcript: '' }, ['请上传文件，或填写网址。', '请写明音频里说的全部内容，供听不到的人使用。']],
    [{ type: 'picture', mediaId: '../etc', alt: '流程图', caption: '' }, ['编号格式不正确。']],
  ])('that lack something are told what in plain words: %j', (block, messages) => {
    expect(refused(block).map(({ message }) => message)).toEqual(messages);
  });

  it('may lack words for a while in a draft, never a shape', () => {
    expect(readBlocks([{ ...picture, alt: '' }, { ...audio, transcript: '', mediaId: null }, { ...chart, rows: [['', '']] }], { complete: false })).toHaveLength(3);
    expect(() => readBlocks([{ type: 'paragraph', text: '甲', onclick: 'x' }], { complete: false })).toThrow();
  });

  it('drop marks with the markup that was taken out of their text', () => {
    expect(plainBlock({ type: 'paragraph', text: '<b>甲</b>乙', marks: [{ kind: 'bold', start: 0, end: 3 }] })).toEqual({ type: 'paragraph', text: '甲乙' });
    expect(plainBlock({ type: 'list', items: ['甲', '<i>乙</i>'], marks: [[{ kind: 'bold', start: 0, end: 1 }], [{ kind: 'bold', start: 0, end: 1 }]] })).toEqual({ type: 'list', items: ['甲', '乙'], marks: [[{ kind: 'bold', start: 0, end: 1 }], []] });
  });

  it('join touching marks, sort them and refuse overlapping ones', () => {
    expect(readBlocks([{ type: 'paragraph', text: '甲乙丙丁', marks: [{ kind: 'bold', start: 2, end: 3 }, { kind: 'bold', start: 1, end: 2 }] }])).toEqual([{ type: 'paragraph', text: '甲乙丙丁', marks: [{ kind: 'bold', start: 1, end: 3 }] }]);
    expect(refused({ type: 'paragraph', text: '甲乙丙丁', marks: [{ kind: 'bold', start: 0, end: 3 }, { kind: 'bold', start: 1, end: 2 }] })).toHaveLength(1);
    expect(runsOf('甲乙丙丁', [{ kind: 'bold', start: 1, end: 3 }, { kind: 'link', start: 2, end: 4, href: 'https://a.example' }])).toEqual([
      { text: '甲', bold: false, href: null }, { text: '乙', bold: true, href: null }, { text: '丙', bold: true, href: 'https://a.example' }, { text: '丁', bold: false, href: 'https://a.example' },
    ]);
  });
});

describe('the blocks of a text as HTML for other places', () => {
  const hostile = '<script>alert("1")</script>&\'';
  const blocks: ContentBlock[] = [
    { type: 'heading', text: hostile }, { type: 'paragraph', text: `看这里${hostile}`, marks: [{ kind: 'link', start: 0, end: 3, href: 'https://a.example/?a=1&b=2' }] }, { type: 'list', items: [hostile], ordered: true }, { type: 'table', rows: [[hostile], [hostile]], caption: hostile },
    { type: 'qa', question: hostile, alternatives: [], answer: hostile, documentId: null, anchor: null }, { type: 'picture', mediaId: ID, alt: hostile, caption: hostile }, { ...(chart as ContentBlock & { type: 'chart' }), title: hostile }, { type: 'audio', title: hostile, mediaId: null, href: 'https://a.example/1.mp3', transcript: hostile }, { type: 'citation', documentId: ID, anchor: null, note: hostile }, { type: 'attachment', attachmentId: ID },
  ];
  const sources = [{ documentId: ID, anchor: null, title: '办法', docNumber: '云人社〔2025〕8号', label: null, validity: 'repealed' as const }];

  it('hold no element that the text brought, and for WeChat only inline styles', () => {
    const html = contentHtml(blocks, { sources, attachments: [{ id: ID, name: '表.xlsx', bytes: 1, sha256: '' }], links: false, styled: true, mediaUrl: () => 'https://mmbiz.example/1"' });
    expect(html).not.toMatch(/<script|<a |<iframe|<link|<style|class=|id=|on\w+=/);
    expect([...html.matchAll(/<(\w+)/g)].every(([, tag]) => ['h2', 'p', 'ol', 'li', 'table', 'tbody', 'tr', 'th', 'td', 'strong', 'br', 'img', 'span', 'blockquote'].includes(tag!))).toBe(true);
    expect(html).toContain('看这里（https://a.example/?a=1&amp;b=2）');
    expect(html).toContain('src="https://mmbiz.example/1&quot;"');
    expect(html).toContain('《办法》（云人社〔2025〕8号） ○');
  });

  it('draw joined cells, marks in cells and lists in lists', () => {
    const html = contentHtml([
      { type: 'table', rows: [['对象', '标准', ''], ['80周岁', '城区', '100元'], ['', '乡镇', '90元']], marks: [[], [[], [], [{ kind: 'bold', start: 0, end: 4 }]]], merged: [{ row: 0, column: 1, rows: 1, columns: 2 }, { row: 1, column: 0, rows: 2, columns: 1 }] },
      { type: 'list', items: ['材料', '身份证', '地点'], levels: [0, 1, 0], ordered: true },
    ], { sources: [], links: true, styled: false });
    expect(html).toBe('<table><tbody><tr><th>对象</th><th colspan="2">标准</th></tr><tr><td rowspan="2">80周岁</td><td>城区</td><td><strong>100元</strong></td></tr><tr><td>乡镇</td><td>90元</td></tr></tbody></table><ol><li>材料<ol><li>身份证</li></ol></li><li>地点</li></ol>');
  });

  it('say in words what a place cannot show, and keep links where they work', () => {
    const html = contentHtml(blocks, { sources, links: true, styled: false });
    expect(html).toContain('［图片：&lt;script&gt;');
    expect(html).toContain('<a href="https://a.example/?a=1&amp;b=2" rel="noopener noreferrer">看这里</a>');
    expect(html).toContain('文字稿<br/>');
    expect(html).not.toContain('style=');
  });
});
