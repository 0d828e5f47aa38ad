import { addMonths, chineseDate, deadline, findDeadlineRule, ruleText } from '@govmedia-hub/working-days';

/** When a published Q&A comes up again. Data: a change needs a new version. */
export const QUESTION_REVIEW_RULES = {
  version: '2026-11', effectiveFrom: '2026-11-01', source: '本系统默认值；问答应有下次复审日期，依据变化另派复核任务',
  /** Months after the last review, and how many days before that a Q&A is listed. */
  reviewMonths: 12, listedDaysBefore: 30,
  /** So many said that it does not help, and so large a share of all who said something, since it was last published. */
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
export function lowRatedDue(on: string): Due {
  const rule = findDeadlineRule('question.low_rated', on);
  if (!rule) throw new Error(`no deadline rule question.low_rated on ${on}`);
  const { dueOn, steps } = deadline({ receivedOn: on, rule });
  return { dueOn, explained: [ruleText(rule), ...steps.map((step) => step.text)] };
}

export function reviewDue(reviewedOn: string, rules = QUESTION_REVIEW_RULES): Due {
  const dueOn = addMonths(reviewedOn, rules.reviewMonths);
  return { dueOn, explained: [`上次审核${chineseDate(reviewedOn)}，满${rules.reviewMonths}个月复审（${rules.source}）`] };
}
