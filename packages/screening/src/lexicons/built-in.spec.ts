import { normalise } from '@govmedia-hub/chinese-text';
import { builtInLexicons, createScreener } from '../index.js';
import { twinKind } from './character-twins.js';

const { rules, confusables, repeats, institutionWrongForms, wordings, superlatives, styles, wordingPatterns, safePhrases, institutions, setPhrases } = builtInLexicons;
const flat = (text: string): string => normalise(text).text;

describe('the built-in lexicons', () => {
  it('name source, version and rule of everything they hold', () => {
    for (const [name, register] of Object.entries(builtInLexicons)) {
      if (typeof register === 'string' || Array.isArray(register)) continue;
      expect({ name, ...(register as { version: string; source: string }) }).toMatchObject({ version: expect.stringMatching(/^\d{4}-\d{2}$/), source: expect.stringMatching(/./) });
    }
    const known = new Set(rules.entries.map((entry) => entry.rule));
    expect(known.size).toBe(rules.entries.length);
    for (const { rule } of [...styles.entries, ...wordingPatterns.entries]) expect(known).toContain(rule);
  });

  it.each([['confusables', confusables], ['repeats', repeats], ['institution wrong forms', institutionWrongForms], ['wordings', wordings], ['superlatives', superlatives]] as const)('hold no %s that are listed twice, or that fold onto their right form', (_, register) => {
    const forms = register.entries.map((form) => form.wrong);
    expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([]);
    expect(register.entries.filter((form) => form.right !== null && flat(form.right) === flat(form.wrong))).toEqual([]);
    expect(register.entries.flatMap((form) => (form.except ?? []).filter((phrase) => !flat(phrase).includes(flat(form.wrong))).map((phrase) => `${form.wrong}: ${phrase}`))).toEqual([]);
  });

  it('find nothing wrong with their own right forms, names and safe phrases', () => {
    const screener = createScreener(builtInLexicons);
    const right = [...confusables.entries, ...institutionWrongForms.entries].flatMap((form) => (form.right === null ? [] : [form.right]));
    const texts = [...right, ...institutions.entries.map((entry) => entry.name), ...setPhrases.entries.map((entry) => entry.name), ...safePhrases.entries];
    const wrong = [...new Set(texts)].flatMap((text) => screener.screen({ text: `${text}。`, asOf: '2026-11-23', kind: 'document' }).filter((finding) => finding.severity !== 'note').map((finding) => `${text}: ${finding.text}`));
    expect(wrong).toEqual([]);
  });

  it('find every confusable form where it stands alone, at the form or at the word of it that is wrong', () => {
    const screener = createScreener(builtInLexicons);
    const missed = confusables.entries.filter((form) => !screener.screen({ text: `，${form.wrong}。`, asOf: '2026-11-23', kind: 'document' }).some((finding) => finding.start >= 1 && finding.end <= 1 + form.wrong.length && finding.severity !== 'note' || form.severity === 'note'));
    expect(missed.map((form) => form.wrong)).toEqual([]);
  });

  it('know which characters sound or look alike', () => {
    expect([twinKind('厅', '庭'), twinKind('己', '已'), twinKind('除', '险'), twinKind('政', '府')]).toEqual(['sound', 'shape', 'shape', null]);
  });
});
