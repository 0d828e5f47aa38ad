import { readOfficialDocument } from '@govmedia-hub/official-documents';
import { guides, policies, questions, render, renderAll } from './index.js';

/** Every policy goes the way of an import: what a clerk would confirm must come out of the text. */
describe.each(['2026-11-23', '2027-01-01', '2028-02-29'])('policies read by the importer on %s', (today) => {
  const drafts = new Map(policies.map((policy) => [policy.key, readOfficialDocument(render(policy.text, today))]));
  const expected = new Map(policies.map((policy) => [policy.key, renderAll(policy, today)]));

  it.each(policies.map((policy) => policy.key))('%s has number, title, issuers, dates and openness', (key) => {
    const draft = drafts.get(key)!;
    const policy = expected.get(key)!;
    expect({
      docNumber: draft.docNumber, title: draft.title, issuers: [draft.issuer, ...draft.jointIssuers], signedOn: draft.signedOn,
      effectiveOn: draft.effectiveOn, openness: draft.openness, problems: draft.problems,
    }).toEqual({
      docNumber: policy.docNumber, title: policy.title, issuers: policy.issuer.split('　'), signedOn: policy.signedOn,
      effectiveOn: policy.effectiveOn, openness: policy.openness, problems: [],
    });
    if (policy.expiresOn) expect(draft.expiresOn).toBe(policy.expiresOn);
  });

  it('stands in the validity that the city says', () => {
    for (const policy of policies) {
      const draft = drafts.get(policy.key)!;
      const changer = policy.changedBy ? drafts.get(policy.changedBy)! : null;
      const repealedOn = changer?.repeals.find((effect) => effect.docNumber === draft.docNumber)?.effectiveOn ?? null;
      const amended = changer?.amendments.some((effect) => effect.docNumber === draft.docNumber) ?? false;
      const validity = repealedOn !== null && repealedOn <= today ? 'repealed'
        : draft.expiresOn !== null && draft.expiresOn < today ? 'expired'
          : draft.effectiveOn! > today ? 'not_yet_in_force'
            : amended ? 'amended' : 'in_force';
      expect([policy.key, validity]).toEqual([policy.key, policy.validity]);
    }
  });

  it('has every passage that a question or guide stands on', () => {
    const bound = [
      ...questions.map((question) => ({ policyKey: question.policyKey, anchor: question.anchor })),
      ...guides.flatMap((guide) => guide.basis).flatMap((basis) => ('policyKey' in basis ? [basis] : [])),
    ];
    expect(bound.filter(({ policyKey, anchor }) => !drafts.get(policyKey)!.sections.some((section) => section.anchor === anchor))).toEqual([]);
  });
});
