import { differenceOf } from './text-difference.js';

const shown = (before: string, after: string) => differenceOf(before, after).map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`)).join('');

describe('what changed between two revisions', () => {
  it('shows a single deleted 不', () => expect(shown('申请人不得重复领取。', '申请人得重复领取。')).toBe('申请人[-不-]得重复领取。'));
  it('shows a changed number', () => expect(shown('每月600元\n按月发放', '每月800元\n按月发放')).toBe('每月[-6-]{+8+}00元\n按月发放'));
  it('shows added and removed lines', () => expect(shown('甲\n乙\n', '甲\n丙丁\n乙\n')).toBe('甲\n{+丙丁\n+}乙\n'));
  it('shows a rewritten line as one, not as crumbs', () => expect(shown('租金按月缴纳，逾期加收。', '申请人向镇便民服务中心提交材料。')).toBe('[-租金按月缴纳，逾期加收。-]{+申请人向镇便民服务中心提交材料。+}'));
  it('joins changes between which only a character or two stayed', () => expect(shown('年满八十周岁的老年人可以申请', '年满七十五岁的老年人可以申请')).toBe('年满[-八十周-]{+七十五+}岁的老年人可以申请'));
  it('finds nothing in equal texts', () => expect(differenceOf('一样', '一样')).toEqual([{ kind: 'same', text: '一样' }]));
  it('handles empty sides', () => {
    expect(shown('', '新')).toBe('{+新+}');
    expect(shown('旧', '')).toBe('[-旧-]');
    expect(differenceOf('', '')).toEqual([]);
  });
  it('rebuilds both texts from its pieces', () => {
    const before = '第一条 为规范。\n第二条 本办法适用。\n第三条 标准为500元。';
    const after = '第一条 为了规范。\n第三条 标准为600元。\n第四条 附则。';
    const pieces = differenceOf(before, after);
    expect(pieces.filter((piece) => piece.kind !== 'added').map((piece) => piece.text).join('')).toBe(before);
    expect(pieces.filter((piece) => piece.kind !== 'removed').map((piece) => piece.text).join('')).toBe(after);
  });
});
