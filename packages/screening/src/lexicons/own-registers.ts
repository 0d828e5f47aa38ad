import type { ElementList, NumberedPhrase, OwnRegisters, Register, SetName, WrongForm } from './registers.js';

/** Wrong writings that a city lists; those of institutions block, those of posts wait for a person. */
export function ownWrongForms(own: OwnRegisters | undefined): ['politics.institution' | 'politics.title', Register<WrongForm>][] {
  if (!own) return [];
  return [
    ...own.institutions.map((register): ['politics.institution', Register<WrongForm>] => ['politics.institution', { ...register, entries: register.entries.flatMap(({ name, wrongForms, source }) => wrongForms.map((wrong) => formOf(wrong, name, source))) }]),
    ...own.titles.map((register): ['politics.title', Register<WrongForm>] => ['politics.title', { ...register, entries: register.entries.flatMap(({ title, wrongForms, source }) => wrongForms.map((wrong) => formOf(wrong, title, source))) }]),
  ];
}

/** The right name may contain the wrong one (云溪市数据局 and 市数据): inside it nothing is wrong. */
const formOf = (wrong: string, right: string, source?: string): WrongForm => ({ wrong, right, except: right.includes(wrong) ? [right] : [], ...(source ? { source } : {}) });

/** Names and phrases that are searched for slips. */
export function ownNames(own: OwnRegisters | undefined): { rule: 'politics.institution' | 'politics.set-phrase'; register: Register<SetName> }[] {
  if (!own) return [];
  return [
    ...own.institutions.map((register) => ({ rule: 'politics.institution' as const, register })),
    ...own.setPhrases.map((register) => ({ rule: 'politics.set-phrase' as const, register: { ...register, entries: register.entries.map(({ name }) => ({ name })) } })),
  ];
}

const phrasesOf = (own: OwnRegisters | undefined) => (own?.setPhrases ?? []).flatMap((register) => register.entries).filter(({ elements }) => elements.length > 0);
const NUMERALS: Record<string, number> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 };

/** “五个着力” with five elements: the number belongs to the phrase. */
export function ownNumberedPhrases(own: OwnRegisters | undefined): NumberedPhrase[] {
  return phrasesOf(own).flatMap(({ name, elements }) => {
    const numeral = name[0] ?? '';
    return name.length > 2 && NUMERALS[numeral] === elements.length ? [{ head: name.slice(1), count: elements.length, numeral, elements, verbs: [] }] : [];
  });
}

/** Lists of three elements or more are checked for what is missing, strange or out of order. */
export function ownElementLists(own: OwnRegisters | undefined): ElementList[] {
  return phrasesOf(own).filter(({ elements }) => elements.length >= 3).map(({ name, elements }) => ({ id: `own:${name}`, title: `“${name}”`, elements, from: Math.max(3, elements.length - 1) }));
}
