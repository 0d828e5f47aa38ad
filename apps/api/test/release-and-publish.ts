import { endpoints, GATES, type ContentView, type DocumentDraftView, type SaveContentRequest } from '@govmedia-hub/contracts';
import type { TestHouse } from './open-test-house.js';

const held = <T>(answer: { status: number; body: T }, what: string): T => {
  if (answer.status >= 300) throw new Error(`${what} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};

/** Imports a policy text and confirms it as it was read, so that residents see it. Returns the document's id. */
export async function releaseDocument(house: TestHouse, content: string): Promise<string> {
  const operator = house.as('zhou-operator');
  const [row] = held(await operator.upload(endpoints.importDocuments, [{ name: '文件.txt', content }]), 'import');
  const draft: DocumentDraftView = held(await operator.call(endpoints.getDocument, { params: { id: row!.documentId! } }), 'draft');
  const { id, title, docNumber, issuer, signedOn, publishedOn, effectiveOn, expiresOn, openness, version } = draft;
  held(await operator.call(endpoints.confirmDocument, { params: { id }, body: { seenVersion: version, title, docNumber, issuer, signedOn, publishedOn, effectiveOn, expiresOn, openness } }), 'confirmation');
  return id;
}

/** Writes a text and takes it through its five gates and three reviews, by the people of the labour bureau. */
export async function approveContent(house: TestHouse, request: SaveContentRequest): Promise<ContentView> {
  const operator = house.as('zhou-operator');
  let view = held(await operator.call(endpoints.createContent, { body: request }), 'create');
  const params = { id: view.id };
  view = held(await operator.call(endpoints.submitContent, { params, body: { seenVersion: view.version } }), 'submit');
  for (const finding of view.findings.filter(({ state }) => state === 'open')) {
    view = held(await house.as('wu-reviewer').call(endpoints.decideFinding, { params: { ...params, findingId: finding.id }, body: { decision: 'dismissed', reason: '与原文核对无误。' } }), 'finding');
  }
  const digest = view.revision.digest;
  for (const gate of GATES) view = held(await house.as('wu-reviewer').call(endpoints.closeGate, { params: { ...params, gate }, body: { digest, verdict: 'passed', opinion: '同意。' } }), `gate ${gate}`);
  for (const [index, who] of ['wu-reviewer', 'zheng-reviewer', 'wang-reviewer'].entries()) {
    view = held(await house.as(who).call(endpoints.reviewContent, { params, body: { digest, step: (index + 1) as 1 | 2 | 3, decision: 'approved', opinion: '同意。' } }), `review ${index + 1}`);
  }
  return view;
}

/** The same until residents see it. */
export async function publishContent(house: TestHouse, request: SaveContentRequest): Promise<ContentView> {
  const view = await approveContent(house, request);
  return held(await house.as('feng-publisher').call(endpoints.publishContent, { params: { id: view.id }, body: { digest: view.revision.digest, seenVersion: view.version } }), 'publish');
}
