import type { AnalysedQuestion } from './analysis.js';
import type { GramAnalysis } from './grams.js';
import { facetsOf } from './question-facets.js';

/** How a question is told to go on from the one before. Data: a change needs a new version. */
export interface FollowUpRules {
  version: string;
  source: string;
  /** Words with which a follow-up begins, longest first, and with which it ends. */
  openings: readonly string[];
  endings: readonly string[];
  /** Words of what is done or wanted, which no subject keeps. */
  leftOut: readonly string[];
  /** Longest subject that is carried on, in characters. */
  subjectChars: number;
}

export const FOLLOW_UP_RULES: FollowUpRules = {
  version: '2026.11', source: '自编：政务咨询追问的常见说法', openings: ['那么', '那这个', '那个', '那', '这个', '这', '它', '还有', '另外', '然后', '还要', '还'], endings: ['呢'],
  leftOut: ['提交', '准备', '携带', '带', '提供', '领取', '享受', '满足', '符合', '收', '要', '办', '办证', '交', '缴', '怎样', '告诉'],
  subjectChars: 60,
};

/** What a question is about, without what is wanted of it, to carry on to the next; null when it names nothing. */
export function subjectOf({ units, text }: AnalysedQuestion, grams: GramAnalysis, rules: FollowUpRules = FOLLOW_UP_RULES): string | null {
  const kept = units.filter(({ word, weak }) => !weak && !rules.leftOut.includes(word) && facetsOf(word).size === 0 && (word.length > 1 || grams.mattersIn(word).length > 0));
  const subject = kept.map(({ start, end }) => text.slice(start, end)).join('');
  return subject === '' ? null : subject.slice(0, rules.subjectChars);
}

/** The question with the subject of the one before in front of it; null when it names a matter of its own and does not begin as a follow-up. */
export function followUpOf(question: AnalysedQuestion, subject: string, grams: GramAnalysis, rules: FollowUpRules = FOLLOW_UP_RULES): string | null {
  const { text } = question;
  const opening = rules.openings.find((word) => text.startsWith(word)) ?? '';
  const ending = rules.endings.some((word) => text.replace(/[?？。!！]+$/, '').endsWith(word));
  if (opening === '' && !ending && grams.mattersIn(text).length > 0) return null;
  return `${subject} ${text.slice(opening.length)}`;
}
