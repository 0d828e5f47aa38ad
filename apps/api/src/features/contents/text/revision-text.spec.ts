import { canonicalText, digestOf, type DigestedRevision } from './revision-text.js';

const revision: DigestedRevision = {
  title: '补贴问答', guide: null, attachments: [],
  blocks: [{ type: 'paragraph', text: '每人每月400元。' }, { type: 'table', rows: [['甲', '1'], ['乙', '2']] }, { type: 'qa', question: '能领吗？', alternatives: ['领得到吗'], answer: '能。', documentId: null, anchor: null }],
  sources: [{ documentId: 'd1', anchor: 'art-1', digest: 'aa' }],
};

describe('the canonical revision', () => {
  it('reads line by line, as residents will', () => {
    expect(canonicalText(revision)).toBe('补贴问答\n每人每月400元。\n甲\t1\n乙\t2\n能领吗？\n领得到吗\n能。');
  });

  it('has the same digest whatever the order of keys', () => {
    const { title, blocks, guide, attachments, sources } = revision;
    expect(digestOf({ sources, attachments, guide, blocks: blocks.map((block) => Object.fromEntries(Object.entries(block).reverse()) as typeof block), title })).toBe(digestOf(revision));
  });

  it.each<[string, Partial<DigestedRevision>]>([
    ['the title', { title: '补贴问答。' }],
    ['one word of a block', { blocks: [{ type: 'paragraph', text: '每人每月不400元。' }] }],
    ['the anchor of a source', { sources: [{ documentId: 'd1', anchor: 'art-2', digest: 'aa' }] }],
    ['the text of a source', { sources: [{ documentId: 'd1', anchor: 'art-1', digest: 'bb' }] }],
    ['an attachment', { attachments: [{ name: '附件.txt', sha256: 'cc' }] }],
  ])('changes with %s', (_, change) => {
    expect(digestOf({ ...revision, ...change })).not.toBe(digestOf(revision));
  });
});
