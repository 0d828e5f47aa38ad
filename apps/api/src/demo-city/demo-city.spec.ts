import { findCitations, findDates, findQuantities } from '@govmedia-hub/chinese-text';
import { accounts, addDays, guides, impostors, interpretations, organisations, passageOf, people, policies, postsOf, postTemplates, questions, render, renderAll } from './index.js';

const TODAY = '2026-11-23';
/** The first and last day of a year, a leap day and an ordinary day: dates move with the day of seeding. */
const DAYS = [TODAY, '2027-01-01', '2027-12-31', '2028-02-29'];
const orgKeys = new Set(organisations.map((organisation) => organisation.key));
const policyByKey = new Map(policies.map((policy) => [policy.key, policy]));
const policyText = new Map(policies.map((policy) => [policy.key, render(policy.text, TODAY)]));
const NUMBER = /\d+(?:\.\d+)?%?/g;
const numbersOf = (text: string): string[] => text.match(NUMBER) ?? [];
const quantitiesOf = (text: string): string[] => findQuantities(text).map((quantity) => `${quantity.value}${quantity.upTo === null ? '' : `-${quantity.upTo}`} ${quantity.unit ?? ''}`);
const bareTitle = (text: string): string => text.replace(/[《》〈〉\s]/g, '');

/** GB 32100—2015: weights 3^i mod 31 over the first 17 characters. */
function isCreditCode(code: string): boolean {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31] === code[17];
}

describe('the demonstration city', () => {
  it('has the size that was promised', () => {
    expect({ organisations: organisations.length, accounts: accounts.length, platforms: new Set(accounts.map((account) => account.platform)).size, policies: policies.length, questions: questions.length, guides: guides.length, interpretations: interpretations.length, impostors: impostors.length })
      .toEqual({ organisations: 13, accounts: 15, platforms: 5, policies: 30, questions: 120, guides: 20, interpretations: 8, impostors: 3 });
    expect(postTemplates.length).toBeGreaterThanOrEqual(80);
  });

  it('uses every key once', () => {
    for (const list of [organisations, people, policies, questions, guides, interpretations, accounts]) {
      const keys = list.map((item: { key: string }) => item.key);
      expect(new Set(keys).size).toBe(keys.length);
    }
    expect(new Set(people.map((person) => person.username)).size).toBe(people.length);
    expect(new Set(people.map((person) => person.name)).size).toBe(people.length);
  });

  it('points only at organisations and policies that exist', () => {
    const named = [...people, ...policies, ...questions, ...guides, ...interpretations, ...accounts].map((item) => item.orgKey);
    const parents = organisations.flatMap((organisation) => organisation.parentKey ?? []);
    expect([...named, ...parents, ...policies.map((policy) => policy.draftedBy), ...postTemplates.flatMap((template) => template.orgKeys ?? [])].filter((key) => !orgKeys.has(key))).toEqual([]);
    const bound = [...questions, ...interpretations].map((item) => item.policyKey);
    const basis = guides.flatMap((guide) => guide.basis).flatMap((item) => ('policyKey' in item ? [item.policyKey] : []));
    expect([...bound, ...basis, ...policies.flatMap((policy) => policy.changedBy ?? [])].filter((key) => !policyByKey.has(key))).toEqual([]);
    expect(impostors.filter((impostor) => !accounts.some((account) => account.key === impostor.looksLikeKey))).toEqual([]);
    expect(impostors.filter((impostor) => accounts.some((account) => account.name === impostor.name))).toEqual([]);
  });

  it('gives every organisation a valid, distinct credit code and a fictional landline', () => {
    expect(organisations.filter((organisation) => !isCreditCode(organisation.creditCode))).toEqual([]);
    expect(new Set(organisations.map((organisation) => organisation.creditCode)).size).toBe(organisations.length);
    const phones = [...organisations.map((organisation) => organisation.phone), ...guides.map((guide) => guide.phone), ...accounts.map((account) => account.contactPhone)];
    expect(phones.filter((phone) => !/^0480-8\d{6}$/.test(phone))).toEqual([]);
    expect(organisations.filter((organisation) => organisation.supervisor).map((organisation) => organisation.key)).toEqual(['government-office']);
  });

  it('staffs the desks: an operator and three reviewers where content is written, two supervisors and two inspectors', () => {
    const count = (orgKey: string, role: string): number => people.filter((person) => person.orgKey === orgKey && (person.roles as string[]).includes(role)).length;
    for (const orgKey of ['human-resources', 'civil-affairs', 'medical-insurance', 'chengguan']) {
      expect([orgKey, count(orgKey, 'operator'), count(orgKey, 'reviewer'), count(orgKey, 'publisher')]).toEqual([orgKey, 1, 3, 1]);
    }
    expect(['supervisor', 'inspector', 'administrator', 'auditor'].map((role) => count('government-office', role))).toEqual([2, 2, 1, 1]);
  });

  it.each(DAYS)('leaves no mark unrendered on %s', (today) => {
    const everything = JSON.stringify(renderAll({ organisations, people, policies, questions, guides, interpretations, accounts, impostors }, today)) + JSON.stringify(accounts.map((account) => postsOf(account, today)));
    expect(everything.match(/\{[a-z]+(?::[^}"]*)?\}/g)).toBeNull();
    expect(everything).not.toMatch(/undefined|NaN/);
  });

  it('prints no mobile or identity number except the planted one', () => {
    const everything = JSON.stringify(renderAll({ organisations, people, policies, questions, guides, interpretations, accounts, impostors }, TODAY)) + JSON.stringify(accounts.map((account) => postsOf(account, TODAY)));
    expect([...new Set(everything.match(/(?<![\dA-Za-z_])1[3-9]\d{9}(?!\d)/g))]).toEqual(['13800138000']);
    expect(everything.match(/(?<!\d)\d{17}[\dX](?![\dA-Z])/g)).toBeNull();
  });
});

describe('the questions and answers of the demonstration city', () => {
  it('asks nothing twice, in no wording', () => {
    const wordings = questions.flatMap((question) => [question.question, ...question.alternatives]);
    expect(wordings.filter((wording, index) => wordings.indexOf(wording) !== index)).toEqual([]);
    expect(questions.filter((question) => question.alternatives.length < 1 || question.alternatives.length > 4)).toEqual([]);
  });

  it.each(questions.map((question) => [question.key, question] as const))('%s agrees number for number with the passage it stands on', (_key, question) => {
    const passage = passageOf(policyText.get(question.policyKey)!, question.anchor);
    expect(passage).not.toBeNull();
    const answer = render(question.answer, TODAY);
    expect(quantitiesOf(answer).filter((quantity) => !quantitiesOf(passage!).includes(quantity))).toEqual([]);
    const dates = findDates(passage!).map((date) => date.iso);
    expect(findDates(answer).filter((date) => !dates.includes(date.iso))).toEqual([]);
    expect(numbersOf(answer).filter((number) => !numbersOf(passage!).includes(number))).toEqual([]);
  });

  it('has few answers whose basis no longer holds, and they are known', () => {
    const stale = questions.filter((question) => !['in_force', 'amended'].includes(policyByKey.get(question.policyKey)!.validity));
    expect(stale.map((question) => question.policyKey)).toEqual(['flexible-work-subsidy-trial', 'job-expansion-grant', 'elder-allowance-former']);
  });

  it('never answers from a passage that a later notice has changed', () => {
    const changed = ['sec-2-1', 'sec-4-1', 'sec-5-2'];
    expect(questions.filter((question) => question.policyKey === 'startup-loan' && changed.includes(question.anchor))).toEqual([]);
  });
});

describe('the interpretations and guides of the demonstration city', () => {
  it.each(interpretations.map((interpretation) => [interpretation.key, interpretation] as const))('%s takes its numbers from its policy and the one that it changed', (_key, interpretation) => {
    const sources = policies.filter((policy) => policy.key === interpretation.policyKey || policy.changedBy === interpretation.policyKey).map((policy) => policyText.get(policy.key)!).join('\n');
    const lines = policyText.get(interpretation.policyKey)!.split('\n');
    const structure = [lines.filter((line) => /^第[^条]{1,4}条/.test(line)), lines.filter((line) => /^第.{1,3}章/.test(line))].map((found) => String(found.length));
    const text = render(interpretation.blocks.map((block) => (block.type === 'qa' ? block.answer : block.text)).join('\n'), TODAY);
    expect(numbersOf(text).filter((number) => !numbersOf(sources).includes(number) && !structure.includes(number))).toEqual([]);
    expect(interpretation.blocks.some((block) => block.type === 'heading' && block.text === '背景依据')).toBe(true);
    const days = interpretation.publishedOffset - Math.round((Date.parse(render(policyByKey.get(interpretation.policyKey)!.publishedOn, TODAY)) - Date.parse(TODAY)) / 86_400_000);
    expect(days).toBeGreaterThanOrEqual(0);
    expect(days).toBeLessThanOrEqual(3);
  });

  it('stands every guide on a passage in force or a national law', () => {
    for (const guide of guides) {
      expect(guide.basis.length).toBeGreaterThan(0);
      for (const basis of guide.basis) {
        if (!('policyKey' in basis)) continue;
        expect([guide.key, basis.anchor, passageOf(policyText.get(basis.policyKey)!, basis.anchor) !== null]).toEqual([guide.key, basis.anchor, true]);
        expect(['in_force', 'amended']).toContain(policyByKey.get(basis.policyKey)!.validity);
      }
    }
  });

  it.each(guides.map((guide) => [guide.key, guide] as const))('%s promises only what its policies say', (_key, guide) => {
    expect([guide.materials, guide.steps, guide.conditions].every((list) => list.length > 0)).toBe(true);
    if (guide.legalTimeLimit) expect(guide.timeLimit.amount).toBeLessThanOrEqual(guide.legalTimeLimit.amount);
    const keys = guide.basis.flatMap((basis) => ('policyKey' in basis ? [basis.policyKey] : []));
    if (keys.length === 0) return;
    const known = quantitiesOf([...new Set(keys)].map((key) => policyText.get(key)!).join('\n'));
    const said = render([...guide.conditions, ...guide.steps.map((step) => step.detail)].join('\n'), TODAY);
    expect(quantitiesOf(said).filter((quantity) => !known.includes(quantity))).toEqual([]);
  });
});

describe('the accounts and posts of the demonstration city', () => {
  const byKey = (key: string) => accounts.find((account) => account.key === key)!;
  const ageHours = (key: string): number => (Date.parse(`${TODAY}T00:00:00Z`) - Date.parse(postsOf(byKey(key), TODAY)[0]!.publishedAt)) / 3_600_000;

  it('has one live account of a sponsor on a platform, certified for its sponsor', () => {
    const live = accounts.filter((account) => account.status !== 'cancelled').map((account) => `${account.orgKey}/${account.platform}`);
    expect(new Set(live).size).toBe(live.length);
    const names = new Map(organisations.map((organisation) => [organisation.key, organisation.name]));
    expect(accounts.filter((account) => account.certSubject !== names.get(account.orgKey))).toEqual([]);
    expect(new Set(accounts.map((account) => render(account.filingNumber, TODAY))).size).toBe(accounts.length);
    expect(accounts.some((account) => account.orgKey === 'human-resources' && account.platform === 'wechat_official')).toBe(false);
  });

  it('covers the edges of an inspection', () => {
    expect(ageHours('resources-wechat')).toBe(16 * 24);
    expect(ageHours('housing-wechat')).toBeLessThan(14 * 24);
    expect(ageHours('housing-wechat')).toBeGreaterThan(12 * 24);
    expect(byKey('chengguan-wechat').openedOffset).toBe(-9);
    expect(postsOf(byKey('chengguan-wechat'), TODAY)).toEqual([]);
    expect(byKey('pocket-service').kind).toBe('service');
    expect(accounts.filter((account) => account.status === 'cancelled').map((account) => account.key)).toEqual(['education-weibo']);
    expect(accounts.filter((account) => account.interactionChannels.length === 0).map((account) => account.key)).toEqual(['market-douyin']);
    const carrying = (words: string): string[] => accounts.filter((account) => postsOf(account, TODAY).some((post) => post.text.includes(words))).map((account) => account.key);
    expect(carrying('攻府')).toEqual(['liuhe-wechat']);
    expect(carrying('13800138000')).toEqual(['medical-wechat']);
  });

  it.each(DAYS)('writes the same year of posts each time, newest first and never ahead of the day (%s)', (today) => {
    for (const account of accounts) {
      const posts = postsOf(account, today);
      expect(postsOf(account, today)).toEqual(posts);
      const instants = posts.map((post) => post.publishedAt);
      expect([...instants].sort().reverse()).toEqual(instants);
      expect(new Set(posts.map((post) => post.url)).size).toBe(posts.length);
      expect(posts.filter((post) => post.publishedAt > `${today}T00:00:00.000Z` || post.publishedAt.slice(0, 10) < addDays(today, -366))).toEqual([]);
      expect(posts.filter((post) => !post.url.startsWith('https://mp.example.invalid/') || post.title === '' || post.text === '')).toEqual([]);
    }
  });
});

describe('the policies of the demonstration city', () => {
  it.each(DAYS)('number their documents upwards within a year, each number once (%s)', (today) => {
    const rows = policies.map((policy) => ({ agency: policy.docNumber.split('〔')[0]!, ...renderAll({ number: policy.docNumber, signedOn: policy.signedOn }, today) }));
    expect(new Set(rows.map((row) => row.number)).size).toBe(rows.length);
    for (const one of rows) {
      for (const other of rows) {
        if (one.agency !== other.agency || one.signedOn.slice(0, 4) !== other.signedOn.slice(0, 4) || one.signedOn >= other.signedOn) continue;
        expect([one.number, other.number, Number(/〕(\d+)/.exec(one.number)![1]) < Number(/〕(\d+)/.exec(other.number)![1])]).toEqual([one.number, other.number, true]);
      }
      expect(one.number).toContain(`〔${one.signedOn.slice(0, 4)}〕`);
    }
  });

  it('are of the length of such documents and end in a signature, a date and an openness mark', () => {
    for (const policy of policies) {
      const text = policyText.get(policy.key)!;
      expect(text.length).toBeGreaterThan(350);
      expect(text.length).toBeLessThan(2600);
      expect(text).toContain(policy.openness === 'proactive' ? '（此件公开发布）' : '（此件依申请公开）');
      expect(text).toContain(`\n${policy.issuer}\n`);
      expect(bareTitle(text)).toContain(bareTitle(render(policy.title, TODAY)));
    }
  });

  it('cite one another by title and number, and every number they cite is known', () => {
    const numbers = new Map(policies.map((policy) => [render(policy.docNumber, TODAY), policy]));
    /** Repealed documents from before the library: known by title only. */
    const outside = ['云民发〔2024〕7号', '云自然资〔2024〕25号'];
    let cited = 0;
    for (const policy of policies) {
      for (const citation of findCitations(policyText.get(policy.key)!)) {
        if (!citation.docNumber || citation.docNumber === render(policy.docNumber, TODAY) || outside.includes(citation.docNumber)) continue;
        cited += 1;
        const target = numbers.get(citation.docNumber);
        expect([policy.key, citation.docNumber, target !== undefined]).toEqual([policy.key, citation.docNumber, true]);
        if (citation.article) expect(passageOf(policyText.get(target!.key)!, citation.article.anchor)).not.toBeNull();
      }
    }
    expect(cited).toBeGreaterThanOrEqual(8);
  });
});
