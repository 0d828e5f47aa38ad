import type { QuestionReviewReason } from '@govmedia-hub/contracts';
import { addDays, addMonths, chineseDate, deadline, findDeadlineRule, ruleText } from '@govmedia-hub/working-days';
import { type QuestionReviewRules } from '../rulebook/rulebook.service.js';

/** One resident's opinion of an answer. */
export interface Opinion { helpful: boolean; on: string }

/** The civil day on which the opinions, in the order of time, first made a Q&A one that does not help; null when they do not now. */
export function lowRatedOn(opinions: readonly Opinion[], rules: QuestionReviewRules): string | null {
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
export function reviewDue(reviewedOn: string, nextReviewOn: string | null, rules: QuestionReviewRules): Due {
  if (nextReviewOn !== null) return { dueOn: nextReviewOn, explained: [`上次确认时定的复审日期：${chineseDate(nextReviewOn)}`] };
  const dueOn = addMonths(reviewedOn, rules.reviewMonths);
  return { dueOn, explained: [`上次审核${chineseDate(reviewedOn)}，满${rules.reviewMonths}个月复审（${rules.source}）`] };
}

/** The last day to which a Q&A may be found still right on a day. */
export const latestNextReview = (today: string, rules: QuestionReviewRules): string => addMonths(today, rules.reviewMonths);

/** What is known of a Q&A: opinions since its text last changed, and how it was last found still right. */
export interface KnownOfQuestion {
  reviewedOn: string;
  /** In the order of time. */
  said: readonly Opinion[];
  nextReviewOn: string | null;
}

/** Why a Q&A comes up on a day without a resident's own words, each reason with its last day. */
export function duesOf({ reviewedOn, said, nextReviewOn }: KnownOfQuestion, today: string, rules: QuestionReviewRules): Map<Exclude<QuestionReviewReason, 'reported'>, Due> {
  const dues = new Map<Exclude<QuestionReviewReason, 'reported'>, Due>();
  const low = lowRatedOn(said, rules);
  if (low !== null) dues.set('low_rated', lowRatedDue(low));
  const review = reviewDue(reviewedOn, nextReviewOn, rules);
  if (review.dueOn <= addDays(today, rules.listedDaysBefore)) dues.set('review_due', review);
  return dues;
}
