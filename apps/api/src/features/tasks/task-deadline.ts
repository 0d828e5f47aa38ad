import { chineseDate, deadline, findDeadlineRule, ruleText } from '@govmedia-hub/working-days';

/**
 * When a text must have been looked at again: the term of the rulebook from the day the change is known; for a change of a
 * later day not after that day, unless the term ends later.
 * @throws Error when no rule is in force on the day: the rulebook has a hole
 */
export function recheckDue(openedOn: string, fromOn: string | null): { dueOn: string; explained: string[] } {
  const rule = findDeadlineRule('validity.recheck', openedOn);
  if (!rule) throw new Error(`no deadline rule validity.recheck on ${openedOn}`);
  const { dueOn, steps } = deadline({ receivedOn: openedOn, rule });
  const explained = [ruleText(rule), ...steps.map((step) => step.text)];
  if (fromOn === null || fromOn <= dueOn) return { dueOn, explained };
  return { dueOn: fromOn, explained: [...explained, `变更自${chineseDate(fromOn)}起生效，在此之前办结即可`] };
}
