import { canonicalDocumentNumber, titleKey } from '@govmedia-hub/chinese-text';
import { builtInLexicons, createScreener, type LibraryEntry, type LibraryIndex } from '@govmedia-hub/screening';
import { accounts, interpretations, policies, postsOf, questions, renderAll } from './index.js';

const TODAY = '2026-11-23';
const screener = createScreener(builtInLexicons);
const city = renderAll(policies, TODAY);
const entryOf = (policy: (typeof city)[number]): LibraryEntry => ({ documentId: policy.key, title: policy.title, docNumber: policy.docNumber, validity: policy.validity, articles: null });
const library: LibraryIndex = {
  byDocNumber: (number) => city.filter((policy) => canonicalDocumentNumber(policy.docNumber) === number).map(entryOf)[0] ?? null,
  byTitle: (key) => city.filter((policy) => titleKey(policy.title) === key).map(entryOf),
};
const sourcesOf = (policyKey: string) => city
  .filter((policy) => policy.key === policyKey || policy.changedBy === policyKey)
  .map((policy) => ({ documentId: policy.key, title: policy.title, docNumber: policy.docNumber, validity: policy.validity, openness: policy.openness, text: policy.text }));

/** What residents read must pass the gates that the product itself keeps. */
describe('the texts of the demonstration city at the five gates', () => {
  it('no question or answer holds a number that its policy lacks, or anything that blocks', () => {
    const findings = renderAll(questions, TODAY).flatMap((question) => screener
      .screen({ text: [question.question, ...question.alternatives, question.answer].join('\n'), kind: 'qa', asOf: TODAY, sources: sourcesOf(question.policyKey) }, library)
      .filter((finding) => finding.severity === 'block' || finding.gate === 'policy').map((finding) => [question.key, finding.rule, finding.text]));
    expect(findings).toEqual([]);
  });

  it('no interpretation holds a number that its policy lacks, misses a required part, or anything that blocks', () => {
    const findings = renderAll(interpretations, TODAY).flatMap((interpretation) => screener
      .screen({
        text: [interpretation.title, interpretation.summary, ...interpretation.blocks.map((block) => (block.type === 'qa' ? `${block.question}\n${block.answer}` : block.text))].join('\n'),
        kind: 'interpretation', asOf: TODAY, sources: sourcesOf(interpretation.policyKey),
      }, library)
      .filter((finding) => finding.severity === 'block' || finding.gate === 'policy').map((finding) => [interpretation.key, finding.rule, finding.text]));
    expect(findings).toEqual([]);
  });

  it('of a year of posts, only the planted ones raise an alarm', () => {
    const alarms = accounts.flatMap((account) => postsOf(account, TODAY).flatMap((post) => screener
      .screen({ text: `${post.title}\n${post.text}`, kind: 'post', asOf: TODAY }, library)
      .filter((finding) => finding.severity !== 'note').map((finding) => `${account.key} ${finding.gate} ${finding.text}`)));
    expect([...new Set(alarms)].sort()).toEqual(['liuhe-wechat politics 人民攻府', 'medical-wechat secrecy 13800138000']);
  });
});
