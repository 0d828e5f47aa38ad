import type { ContentBlock } from '@govmedia-hub/contracts';
import { formatDifference } from './format-difference.js';

const table = (more: Partial<Extract<ContentBlock, { type: 'table' }>> = {}): ContentBlock => ({ type: 'table', rows: [['对象', '标准'], ['80周岁', '100元']], ...more });

describe('what two texts are marked with differently', () => {
  it('is told though no word changed', () => {
    expect(formatDifference([table({ caption: '表一', marks: [[[], []], [[], [{ kind: 'link', start: 0, end: 4, href: 'https://a.example' }]]] })], [table({ caption: '表一', marks: [[[], []], [[], [{ kind: 'link', start: 0, end: 4, href: 'https://b.example' }]]] })]))
      .toEqual({ gone: ['链接“100元”→ https://a.example'], come: ['链接“100元”→ https://b.example'] });
    expect(formatDifference([table()], [table({ rows: [['对象', ''], ['80周岁', '100元']], merged: [{ row: 0, column: 0, rows: 1, columns: 2 }] })])).toEqual({ gone: [], come: ['合并单元格“对象”：1 行 2 列'] });
    expect(formatDifference([{ type: 'list', items: ['材料', '身份证'], levels: [0, 1] }], [{ type: 'list', items: ['材料', '身份证'] }])).toEqual({ gone: ['列表第 2 层“身份证”'], come: [] });
    expect(formatDifference([{ type: 'paragraph', text: '甲乙', marks: [{ kind: 'bold', start: 0, end: 1 }] }], [{ type: 'paragraph', text: '甲乙' }])).toEqual({ gone: ['加粗“甲”'], come: [] });
  });

  it('is nothing for the same text', () => expect(formatDifference([table()], [table()])).toEqual({ gone: [], come: [] }));
});
