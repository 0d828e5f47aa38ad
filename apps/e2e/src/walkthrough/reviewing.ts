import { type ContentView, GATES, GATE_WORDS, endpoints } from '@govmedia-hub/contracts';
import type { HubClient } from '../hub-client.js';
import { see } from '../walk.js';
import { PEOPLE, type Tour, need } from './tour.js';

/** Step 4: five gates by named persons, three reviews by three others; a changed word re-opens everything. */
export async function reviewing(tour: Tour): Promise<void> {
  const { walk, hub, seen, texts } = tour;
  walk.chapter('四、五关与三审');
  const operator = await hub.as(PEOPLE.operator);
  const [first, second, third] = [await hub.as(PEOPLE.first), await hub.as(PEOPLE.second), await hub.as(PEOPLE.third)];
  const id = need(seen.contentId, '撰写');
  const look = (client: HubClient): Promise<ContentView> => client.ok(endpoints.getContent, { params: { id } });

  await walk.step('作者不能关自己稿件的关口', async () => {
    const { revision } = await look(operator);
    const answer = await operator.call(endpoints.closeGate, { params: { id, gate: 'text' }, body: { digest: revision.digest, verdict: 'passed', opinion: '通过' } });
    see(answer.status === 403, `应为 403，却是 ${answer.status}`);
    return answer.problem?.title ?? '';
  });

  await walk.step('五关未过，不能三审', async () => {
    const { revision } = await look(first);
    const answer = await first.call(endpoints.reviewContent, { params: { id }, body: { digest: revision.digest, step: 1, decision: 'approved', opinion: '同意' } });
    see(answer.status === 409, `应为 409，却是 ${answer.status}`);
    return answer.problem?.title ?? '';
  });

  await walk.step('五关由具名人员逐一关闭，结论绑定稿件摘要和词库版本', async () => {
    await closeAllGates(first, id, look);
    const now = await look(first);
    see(now.status === 'in_review' && now.gates.every(({ verdict, digest, lexiconVersion, byName }) => verdict === 'passed' && digest === now.revision.digest && lexiconVersion && byName === PEOPLE.first), `状态 ${now.status}，${JSON.stringify(now.gates)}`);
    return `${now.gates.length} 关，摘要 ${now.revision.digest.slice(0, 12)}…，词库 ${now.gates[0]!.lexiconVersion}`;
  });

  await walk.step('初审通过', async () => review(first, id, 1, look));

  await walk.step('同一人不能审两次，作者不能审', async () => {
    const { revision } = await look(second);
    const again = await first.call(endpoints.reviewContent, { params: { id }, body: { digest: revision.digest, step: 2, decision: 'approved', opinion: '同意' } });
    see(again.status === 403, `同一人第二次：应为 403，却是 ${again.status}`);
    const own = await operator.call(endpoints.reviewContent, { params: { id }, body: { digest: revision.digest, step: 2, decision: 'approved', opinion: '同意' } });
    see(own.status === 403, `作者：应为 403，却是 ${own.status}`);
    return again.problem?.title ?? '';
  });

  await walk.step('未经终审不能发布', async () => {
    const publisher = await hub.as(PEOPLE.publisher);
    const now = await look(publisher);
    const answer = await publisher.call(endpoints.publishContent, { params: { id }, body: { digest: now.revision.digest, seenVersion: now.version } });
    see(answer.status === 409, `应为 409，却是 ${answer.status}`);
    return answer.problem?.title ?? '';
  });

  await walk.step('改动一个字，五关重开、审核作废', async () => {
    const now = await look(operator);
    const documentId = need(seen.documentId, '导入政策');
    const blocks = now.revision.blocks.map((block) => (block.type === 'paragraph' ? { ...block, text: block.text.replace('完成审核', '办结审核') } : block));
    const saved = await operator.ok(endpoints.saveContent, { params: { id }, body: { kind: 'interpretation', title: texts.sound.title, topic: '就业创业', blocks, sources: [{ documentId, anchor: null }], seenVersion: now.version } });
    see(saved.revision.digest !== now.revision.digest && saved.gates.every(({ verdict }) => verdict === 'open') && saved.reviews.every(({ decision }) => decision === 'open'), `关口 ${saved.gates.map(({ verdict }) => verdict).join(' ')}`);
    const stale = await second.call(endpoints.reviewContent, { params: { id }, body: { digest: now.revision.digest, step: 2, decision: 'approved', opinion: '同意' } });
    see(stale.status === 409, `按旧稿审核应为 409，却是 ${stale.status}`);
    const current = await look(operator);
    if (current.abilities.submit) await operator.ok(endpoints.submitContent, { params: { id }, body: { seenVersion: current.version } });
    return stale.problem?.title ?? '';
  });

  await walk.step('重新过五关，初审、复审、终审由三人完成', async () => {
    await closeAllGates(first, id, look);
    for (const [client, step] of [[first, 1], [second, 2], [third, 3]] as const) await review(client, id, step, look);
    const now = await look(first);
    see(now.status === 'approved' && new Set(now.reviews.map(({ byId }) => byId)).size === 3, `状态 ${now.status}`);
    return now.reviews.map(({ byName }) => byName).join('、');
  });
}

type Look = (client: HubClient) => Promise<ContentView>;

async function closeAllGates(client: HubClient, id: string, look: Look): Promise<void> {
  for (const gate of GATES) {
    let now = await look(client);
    for (const finding of now.findings.filter((f) => f.gate === gate && f.state === 'open')) now = await client.ok(endpoints.decideFinding, { params: { id, findingId: finding.id }, body: { decision: 'dismissed', reason: '经核对政策原文，表述无误。' } });
    await client.ok(endpoints.closeGate, { params: { id, gate }, body: { digest: now.revision.digest, verdict: 'passed', opinion: `${GATE_WORDS[gate]}通过。` } });
  }
}

async function review(client: HubClient, id: string, step: 1 | 2 | 3, look: Look): Promise<string> {
  const now = await look(client);
  const after = await client.ok(endpoints.reviewContent, { params: { id }, body: { digest: now.revision.digest, step, decision: 'approved', opinion: '内容准确，同意。' } });
  const done = after.reviews.find((row) => row.step === step);
  see(done?.decision === 'approved' && done.digest === now.revision.digest, JSON.stringify(done));
  return done.byName ?? '';
}
