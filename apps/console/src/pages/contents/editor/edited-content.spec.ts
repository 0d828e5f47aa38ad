import { startContent, toSaveRequest, type EditedContent } from './edited-content.js';

const edited = (changes: Partial<EditedContent>): EditedContent => ({ ...startContent('interpretation'), title: ' 高龄津贴解读 ', ...changes });

describe('what the editor sends', () => {
  it('begins a question and answer with a pair, and a guide with its parts', () => {
    expect(startContent('qa').blocks.map((block) => block.type)).toEqual(['qa']);
    expect(startContent('guide')).toMatchObject({ blocks: [], guide: { audience: 'person' } });
    expect(startContent('post').guide).toBeNull();
  });

  it('drops what nobody filled in and keeps the rest in order', () => {
    const request = toSaveRequest(edited({ blocks: [
      { type: 'paragraph', text: '  ' },
      { type: 'heading', text: ' 谁能领 ' },
      { type: 'list', items: ['身份证', ' ', '户口簿'] },
      { type: 'table', rows: [['', ''], ['', '']] },
      { type: 'qa', question: '多少岁？', alternatives: ['', '几岁'], answer: '80周岁。', documentId: null, anchor: null },
    ] }));
    expect(request.title).toBe('高龄津贴解读');
    expect(request.blocks).toEqual([
      { type: 'heading', text: '谁能领' },
      { type: 'list', items: ['身份证', '户口簿'] },
      { type: 'qa', question: '多少岁？', alternatives: ['几岁'], answer: '80周岁。', documentId: null, anchor: null },
    ]);
  });

  it('moves marks with the spaces that it cuts off', () =>
    expect(toSaveRequest(edited({ blocks: [{ type: 'paragraph', text: '  每人400元 ', marks: [{ kind: 'bold', start: 4, end: 9 }] }] })).blocks).toEqual([{ type: 'paragraph', text: '每人400元', marks: [{ kind: 'bold', start: 2, end: 6 }] }]));

  it('moves marks inside cells, and lifts an item whose upper one nobody filled in', () =>
    expect(toSaveRequest(edited({ blocks: [{ type: 'table', rows: [[' 甲 ', '乙']], marks: [[[{ kind: 'bold', start: 1, end: 2 }], []]] }, { type: 'list', items: ['', '身份证', '复印件'], levels: [0, 1, 2] }] })).blocks).toEqual([{ type: 'table', rows: [['甲', '乙']], marks: [[[{ kind: 'bold', start: 0, end: 1 }], []]] }, { type: 'list', items: ['身份证', '复印件'], levels: [0, 1] }]));

  it('keeps a picture that still lacks its words, so that the refusal names it', () =>
    expect(toSaveRequest(edited({ blocks: [{ type: 'picture', mediaId: 'm', alt: '', caption: '' }] })).blocks).toHaveLength(1));

  it('names only document and passage of a source, and the version that was seen', () => {
    const source = { documentId: 'd1', anchor: 'art-3', title: '办法', docNumber: null, label: '第三条', validity: 'in_force', openness: 'proactive' } as const;
    expect(toSaveRequest(edited({ sources: [source] }), 7)).toMatchObject({ sources: [{ documentId: 'd1', anchor: 'art-3' }], seenVersion: 7 });
    expect(toSaveRequest(edited({}))).not.toHaveProperty('seenVersion');
  });

  it('sends no guide parts with anything but a guide', () =>
    expect(toSaveRequest({ ...startContent('guide'), kind: 'notice' }).guide).toBeNull());
});
