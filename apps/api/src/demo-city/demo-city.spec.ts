import { canonicalDocumentNumber, findDates, findQuantities } from '@govmedia-hub/chinese-text';
import { render } from './dates.js';
import { passageOf } from './policy-passage.js';
import { policies } from './policies.js';
import { questions } from './questions.js';

const TODAY = '2026-11-23';
const policyText = new Map(policies.map((policy) => [policy.key, render(policy.text, TODAY)]));
const quantityKeys = (text: string): string[] => findQuantities(text).map((quantity) => `${quantity.value}${quantity.upTo === null ? '' : `-${quantity.upTo}`} ${quantity.unit ?? ''}`);

describe('the questions and answers of the demonstration city', () => {
  it.each(questions.map((question) => [question.key, question] as const))('%s agrees number for number with the passage it stands on', (_key, question) => {
    const passage = passageOf(policyText.get(question.policyKey)!, question.anchor);
    expect(passage).not.toBeNull();
    const known = new Set(quantityKeys(passage!));
    expect(quantityKeys(render(question.answer, TODAY)).filter((key) => !known.has(key))).toEqual([]);
    const dates = new Set(findDates(passage!).map((date) => date.iso));
    expect(findDates(render(question.answer, TODAY)).filter((date) => !dates.has(date.iso))).toEqual([]);
    const digits = new Set(passage!.match(/\d+(?:\.\d+)?%?/g));
    expect((render(question.answer, TODAY).match(/\d+(?:\.\d+)?%?/g) ?? []).filter((number) => !digits.has(number))).toEqual([]);
  });
});
