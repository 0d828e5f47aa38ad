import { LIBRARY, segmenter } from '../fixtures/yunxi-library.js';
import { KnowledgeIndex } from './index.js';

const index = new KnowledgeIndex({ segmenter });
for (const passage of LIBRARY) index.put(passage);

describe('a question that goes on from the one before', () => {
  it.each([
    ['孩子落户要带什么材料', '那要多少钱'],
    ['怎么申请高龄津贴', '每个月发多少'],
    ['养狗要办证吗', '还要交钱吗'],
  ])('after %s, %s is asked of the same subject', (before, question) => {
    const subject = index.subjectOf(before)!;
    const joined = index.followUpOf(question, subject)!;
    expect(joined.startsWith(subject)).toBe(true);
    expect(joined).toContain(question.replace(/^(?:那|还要)/, ''));
  });

  it('carries on what a question is about, not what it wanted', () => {
    expect(index.subjectOf('高龄津贴多少钱')).toBe('高龄津贴');
    expect(index.subjectOf('多少钱')).toBeNull();
  });

  it.each(['高龄津贴每月多少钱', '电动车上牌要带什么'])('stands by itself when it names a matter of its own: %s', (question) => {
    expect(index.followUpOf(question, '宅基地')).toBeNull();
  });

  it('takes a new matter on with the old one when it is put as a follow-up', () => {
    expect(index.followUpOf('那二孩呢', '托育费')).toBe('托育费 二孩呢');
  });
});
