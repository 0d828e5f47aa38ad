import { endpoints, GATES, type ConfirmDocumentRequest, type ContentView, type DocumentDraftView, type SaveContentRequest } from '@govmedia-hub/contracts';
import type { TestHouse } from './open-test-house.js';

const held = <T>(answer: { status: number; body: T }, what: string): T => {
  if (answer.status >= 300) throw new Error(`${what} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};

/** Imports a policy text and confirms it as it was read, so that residents see it. Returns the document's id. */
export async function releaseDocument(house: TestHouse, content: string, changes: Partial<ConfirmDocumentRequest> = {}): Promise<string> {
  const operator = house.as('zhou-operator');
  const [row] = held(await operator.upload(endpoints.importDocuments, [{ name: '文件.txt', content }]), 'import');
  const draft: DocumentDraftView = held(await operator.call(endpoints.getDocument, { params: { id: row!.documentId! } }), 'draft');
  const { id, title, docNumber, issuer, signedOn, publishedOn, effectiveOn, expiresOn, openness, version } = draft;
  held(await operator.call(endpoints.confirmDocument, { params: { id }, body: { seenVersion: version, title, docNumber, issuer, signedOn, publishedOn, effectiveOn, expiresOn, openness, interpretation: { plan: { forms: ['qa'] } }, ...changes } }), 'confirmation');
  return id;
}

/** What the secrecy gate must be told. */
export const SECRECY = { ground: 'public_source', conclusion: '内容出自已公开文件，可以公开。' };

/** Closes every desk of a text that was handed in, by the people of the labour bureau; the text is approved then. */
export async function closeDesks(house: TestHouse, view: ContentView): Promise<ContentView> {
  const params = { id: view.id };
  const { digest } = view.revision;
  let now = view;
  for (const gate of GATES) now = held(await house.as('wu-reviewer').call(endpoints.closeGate, { params: { ...params, gate }, body: { digest, verdict: 'passed', opinion: '同意。', ...(gate === 'secrecy' ? { secrecy: SECRECY } : {}) } }), `gate ${gate}`);
  const persons = ['wu-reviewer', 'zheng-reviewer', 'wang-reviewer'];
  for (const [index, who] of persons.entries()) now = held(await house.as(who).call(endpoints.reviewContent, { params, body: { digest, step: (index + 1) as 1 | 2 | 3, decision: 'approved', opinion: '同意。' } }), `review ${index + 1}`);
  return openContent(house, await proofreadContent(house, now));
}

/** Says who lets the text be public, and on what ground. */
export async function openContent(house: TestHouse, view: ContentView): Promise<ContentView> {
  return held(await house.as('feng-publisher').call(endpoints.decideOpenness, { params: { id: view.id }, body: { openness: 'proactive', ground: 'art19', seenVersion: view.version } }), 'openness');
}

/** 一校, 二校, 三校 by three persons. */
export async function proofreadContent(house: TestHouse, view: ContentView): Promise<ContentView> {
  let now = view;
  for (const [index, who] of ['zheng-reviewer', 'wang-reviewer', 'wu-reviewer'].entries()) now = held(await house.as(who).call(endpoints.proofreadContent, { params: { id: view.id }, body: { digest: view.revision.digest, step: (index + 1) as 1 | 2 | 3, decision: 'approved', opinion: '无误。' } }), `proof ${index + 1}`);
  return now;
}

/** Writes a text and takes it through its five gates, three reviews and three proofreadings, by the people of the labour bureau. */
export async function approveContent(house: TestHouse, request: SaveContentRequest): Promise<ContentView> {
  return approveDraft(house, held(await house.as('zhou-operator').call(endpoints.createContent, { body: request }), 'create'));
}

/** The same with a draft that is there already. */
export async function approveDraft(house: TestHouse, draft: ContentView): Promise<ContentView> {
  const operator = house.as('zhou-operator');
  let view = draft;
  const params = { id: view.id };
  view = held(await operator.call(endpoints.submitContent, { params, body: { seenVersion: view.version } }), 'submit');
  for (const finding of view.findings.filter(({ state }) => state === 'open')) {
    view = held(await house.as('wu-reviewer').call(endpoints.decideFinding, { params: { ...params, findingId: finding.id }, body: { decision: 'dismissed', reason: '与原文核对无误。' } }), 'finding');
  }
  return closeDesks(house, view);
}

/** The same until residents see it. */
export async function publishContent(house: TestHouse, request: SaveContentRequest): Promise<ContentView> {
  const view = await approveContent(house, request);
  return held(await house.as('feng-publisher').call(endpoints.publishContent, { params: { id: view.id }, body: { digest: view.revision.digest, seenVersion: view.version } }), 'publish');
}
