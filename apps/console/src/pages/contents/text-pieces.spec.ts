import type { ContentBlock } from '@govmedia-hub/contracts';
import { joinPieces, pieceAt, piecesOf, placePieces } from './text-pieces.js';

const blocks: ContentBlock[] = [
  { type: 'paragraph', text: '高龄津贴每月100元。' },
  { type: 'list', items: ['身份证', '户口簿'] },
  { type: 'qa', question: '多少岁能领？', alternatives: ['几岁开始领'], answer: '年满80周岁。', documentId: null, anchor: 'art-3' },
  { type: 'table', rows: [['年龄', '标准'], ['80周岁', '100元']] },
];
const revision = { title: '高龄津贴怎么领', blocks, guide: null };

describe('readable text of a revision', () => {
  it('is read from top to bottom', () =>
    expect(piecesOf(revision).map((piece) => piece.text)).toEqual(['高龄津贴怎么领', '高龄津贴每月100元。', '身份证', '户口簿', '多少岁能领？', '几岁开始领', '年满80周岁。', '年龄', '标准', '80周岁', '100元']));

  it('is joined line by line with the place of each piece', () => {
    const { text, placed } = joinPieces(piecesOf(revision));
    for (const piece of placed) expect(text.slice(piece.start, piece.end)).toBe(piece.text);
    expect(text.split('\n')).toHaveLength(9);
  });

  it('leaves out empty pieces, so that an empty field moves no offset', () =>
    expect(joinPieces([{ key: 'a', text: '甲' }, { key: 'b', text: '' }, { key: 'c', text: '乙' }]).text).toBe('甲\n乙'));

  it('is found again in a canonical text that adds words and separators of its own', () => {
    const canonical = '标题：高龄津贴怎么领\n\n高龄津贴每月100元。\n- 身份证\n- 户口簿\n问：多少岁能领？\n又问：几岁开始领\n答：年满80周岁。\n年龄\t标准\n80周岁\t100元';
    const placed = placePieces(canonical, piecesOf(revision));
    expect(placed?.get('3.rows.1.1')).toMatchObject({ text: '100元', start: canonical.lastIndexOf('100元') });
    expect(placed?.get('0.text')?.start).toBe(canonical.indexOf('高龄津贴每月'));
  });

  it('is found again in a guide, whose materials stand on one line each', () => {
    const guide = {
      audience: 'person' as const, lifeEvent: '退休', conditions: ['年满80周岁'], materials: [{ name: '身份证', form: '原件', copies: 1, note: '核验后退还' }], steps: [{ title: '申请', detail: '到镇便民服务中心申请。' }],
      timeLimit: { amount: 5, unit: 'working_day' as const, text: '5个工作日' }, fee: { free: true, text: '不收费' }, place: '一楼', hours: '工作日', phone: '0480-1', onlineUrl: null, oneVisit: true,
    };
    const canonical = '高龄津贴\n年满80周岁\n身份证，原件，1份，核验后退还\n申请\n到镇便民服务中心申请。\n5个工作日\n不收费\n一楼\n工作日\n0480-1';
    const placed = placePieces(canonical, piecesOf({ title: '高龄津贴', blocks: [], guide }));
    expect(placed?.get('guide.materials.0.note')?.start).toBe(canonical.indexOf('核验后退还'));
    expect(placed?.get('guide.steps.0.title')?.start).toBe(canonical.indexOf('申请\n'));
  });

  it('says so when a piece is missing', () => expect(placePieces('高龄津贴怎么领\n别的话', piecesOf(revision))).toBeNull());

  it('tells in which piece a finding begins', () => {
    const { text, placed } = joinPieces(piecesOf(revision));
    expect(pieceAt(placed, text.indexOf('80周岁。'))?.key).toBe('2.answer');
    expect(pieceAt(placed, text.length + 5)).toBeNull();
  });
});
