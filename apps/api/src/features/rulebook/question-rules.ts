/** A version of when published Q&As come up again. A change is a new version with its first day. */
export interface QuestionReviewRules {
  version: string;
  source: string;
  effectiveFrom: string;
  effectiveTo: string | null;
  /** Months after the last review, the longest that a confirmation may hold, and how many days before its day a Q&A is listed. */
  reviewMonths: number;
  listedDaysBefore: number;
  /** So many said that it does not help, and so large a share of all who said something, since it was last published or found still right. */
  unhelpful: number;
  unhelpfulShare: number;
}

export const QUESTION_REVIEW_RULES: readonly QuestionReviewRules[] = [
  { version: '2026-11.2', source: '本系统默认值；问答应有下次复审日期，依据变化另派复核任务', effectiveFrom: '2018-12-07', effectiveTo: null, reviewMonths: 12, listedDaysBefore: 30, unhelpful: 3, unhelpfulShare: 0.5 },
];

/** How long a question and its answer are kept; tickets keep their own text. */
export interface AnswerLogRetention { version: string; source: string; effectiveFrom: string; effectiveTo: string | null; days: number }

export const ANSWER_LOG_RETENTION: readonly AnswerLogRetention[] = [
  { version: '2026-11', source: '《中华人民共和国个人信息保护法》第十九条：保存期限应当为实现处理目的所必要的最短时间；期限由本系统规定', effectiveFrom: '2018-12-07', effectiveTo: null, days: 180 },
];

/** @throws Error when no version is in force on the day: the rulebook has a hole */
function inForceOn<Rules extends { effectiveFrom: string; effectiveTo: string | null }>(versions: readonly Rules[], on: string, what: string): Rules {
  const rules = versions.find(({ effectiveFrom, effectiveTo }) => effectiveFrom <= on && (effectiveTo === null || on <= effectiveTo));
  if (!rules) throw new Error(`no ${what} on ${on}`);
  return rules;
}

export const questionReviewRulesOn = (on: string, versions: readonly QuestionReviewRules[] = QUESTION_REVIEW_RULES): QuestionReviewRules => inForceOn(versions, on, 'rules of question reviews');
export const answerLogRetentionOn = (on: string): AnswerLogRetention => inForceOn(ANSWER_LOG_RETENTION, on, 'retention of the answer log');
