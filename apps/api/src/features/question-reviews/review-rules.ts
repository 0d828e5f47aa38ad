import { addMonths, chineseDate, deadline, findDeadlineRule, ruleText } from '@govmedia-hub/working-days';

/** When a published Q&A comes up again. Data: a change needs a new version. */
export const QUESTION_REVIEW_RULES = {
  version: '2026-11.2', effectiveFrom: '2026-11-01', source: '本系统默认值；问答应有下次复审日期，依据变化另派复核任务',
  /** Months after the last review, the longest that a confirmation may hold, and how many days before its day a Q&A is listed. */
  reviewMonths: 12, listedDaysBefore: 30,
  /** So many said that it does not help, and so large a share of all who said something, since it was last published or found still right. */
  unhelpful: 3, unhelpfulShare: 0.5,
} as const;

/** One resident's opinion of an answer. */
export interface Opinion { helpful: boolean; on: string }

/** The civil day on which the opinions, in the order of time, first made a Q&A one that does not help; null when they do not now. */
export function lowRatedOn(opinions: readonly Opinion[], rules = QUESTION_REVIEW_RULES): string | null {
  const isLow = (unhelpful: number, all: number): boolean => unhelpful >= rules.unhelpful && unhelpful / all >= rules.unhelpfulShare;
  let unhelpful = 0;
  let since: string | null = null;
  opinions.forEach(({ helpful, on }, i) => {
    if (!helpful) unhelpful += 1;
    if (!isLow(unhelpful, i + 1)) since = null;
    else since ??= on;
  });
  return since;
}

export interface Due { dueOn: string; explained: string[] }

/** @throws Error when no rule is in force on the day: the rulebook has a hole */
function dueBy(ruleId: 'question.low_rated' | 'question.reported', on: string): Due {
  const rule = findDeadlineRule(ruleId, on);
  if (!rule) throw new Error(`no deadline rule ${ruleId} on ${on}`);
  const { dueOn, steps } = deadline({ receivedOn: on, rule });
  return { dueOn, explained: [ruleText(rule), ...steps.map((step) => step.text)] };
}

export const lowRatedDue = (on: string): Due => dueBy('question.low_rated', on);
export const reportedDue = (on: string): Due => dueBy('question.reported', on);

/** @param nextReviewOn the day that a reviewer set when the Q&A was last found still right */
export function reviewDue(reviewedOn: string, nextReviewOn: string | null = null, rules = QUESTION_REVIEW_RULES): Due {
  if (nextReviewOn !== null) return { dueOn: nextReviewOn, explained: [`上次确认时定的复审日期：${chineseDate(nextReviewOn)}`] };
  const dueOn = addMonths(reviewedOn, rules.reviewMonths);
  return { dueOn, explained: [`上次审核${chineseDate(reviewedOn)}，满${rules.reviewMonths}个月复审（${rules.source}）`] };
}

/** The last day to which a Q&A may be found still right on a day. */
export const latestNextReview = (today: string, rules = QUESTION_REVIEW_RULES): string => addMonths(today, rules.reviewMonths);
