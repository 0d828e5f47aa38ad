import { type ContentView, GATES, endpoints } from '@govmedia-hub/contracts';
import type { HubClient } from '../hub-client.js';
import { see } from '../walk.js';
import { ConsoleFace } from './console-face.js';
import { PEOPLE, type Tour, need } from './tour.js';

/** Step 4: five gates by named persons, three reviews by three others; a changed word re-opens everything. */
export async function reviewing(tour: Tour): Promise<void> {
  const { walk, hub, seen, texts } = tour;
  walk.chapter('四、五关、三审三校');
  const operator = await hub.as(PEOPLE.operator);
  const [first, second] = [await hub.as(PEOPLE.first), await hub.as(PEOPLE.second)];
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

  const consoleOf = (who: string): Promise<ConsoleFace> => ConsoleFace.signIn(tour, who);
  const desk = await walk.step('初审人员在浏览器中登录审核台', async () => {
    const face = await consoleOf(PEOPLE.first);
    await face.openDesk(id);
    await face.picture('1-desk');
    return face;
  }, (face) => face.who);

  await walk.step('在审核台上由具名人员逐一关闭五关，结论绑定稿件摘要和词库版本', async () => {
    await passAllGates(need(desk, '登录审核台'));
    await desk!.picture('2-gates');
    const now = await look(first);
    see(now.status === 'in_review' && now.gates.every(({ verdict, digest, lexiconVersion, byName }) => verdict === 'passed' && digest === now.revision.digest && lexiconVersion && byName === PEOPLE.first), `状态 ${now.status}，${JSON.stringify(now.gates)}`);
    return `${now.gates.length} 关，摘要 ${now.revision.digest.slice(0, 12)}…，词库 ${now.gates[0]!.lexiconVersion}`;
  });

  await walk.step('在审核台上初审同意', async () => {
    await need(desk, '登录审核台').approve('内容准确，同意。');
    await desk!.picture('3-first-review');
    const now = await look(first);
    see(now.reviews[0]?.decision === 'approved' && now.reviews[0].digest === now.revision.digest, JSON.stringify(now.reviews[0]));
    return desk!.panel('三审');
  });

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

  await walk.step('重新过五关，初审、复审、终审由三人在浏览器中完成', async () => {
    const again = need(desk, '登录审核台');
    await again.openDesk(id);
    await passAllGates(again);
    await again.approve('改动已核对，同意。');
    for (const who of [PEOPLE.second, PEOPLE.third]) {
      const face = await consoleOf(who);
      try {
        await face.openDesk(id);
        await face.approve('内容准确，同意。');
        await face.picture(who === PEOPLE.second ? '4-second-review' : '5-third-review');
        see(face.troubles.length === 0, `${who}的页面有错误：${face.troubles.slice(0, 2).join(' | ')}`);
      } finally { await face.close(); }
    }
    const now = await look(first);
    see(now.status === 'in_review' && new Set(now.reviews.map(({ byId }) => byId)).size === 3, `状态 ${now.status}，${now.reviews.map(({ decision }) => decision).join(' ')}`);
    return now.reviews.map(({ byName }) => byName).join('、');
  });

  await walk.step('一校、二校、三校由三人完成，三校之前不能发布', async () => {
    const publisher = await hub.as(PEOPLE.publisher);
    const before = await look(publisher);
    const early = await publisher.call(endpoints.publishContent, { params: { id }, body: { digest: before.revision.digest, seenVersion: before.version } });
    see(early.status === 409, `未校对先发布：应为 409，却是 ${early.status}`);
    for (const [step, who] of [[1, PEOPLE.second], [2, PEOPLE.third], [3, PEOPLE.first]] as const) {
      const proofreader = await hub.as(who);
      const { revision } = await look(proofreader);
      await proofreader.ok(endpoints.proofreadContent, { params: { id }, body: { digest: revision.digest, step, decision: 'approved', opinion: '已校对，无误。' } });
    }
    const now = await look(first);
    see(now.status === 'approved' && new Set(now.proofs.map(({ byId }) => byId)).size === 3 && now.proofs.every(({ digest }) => digest === now.revision.digest), `状态 ${now.status}，${now.proofs.map(({ decision }) => decision).join(' ')}`);
    return now.proofs.map(({ byName }) => byName).join('、');
  });

  await walk.step('审核台没有脚本错误', async () => {
    const { troubles } = need(desk, '登录审核台');
    see(troubles.length === 0, troubles.slice(0, 3).join(' | '));
    return '0 处';
  });
  await desk?.close();
}

async function passAllGates(desk: ConsoleFace): Promise<void> {
  await desk.dismissFindings('经核对政策原文，表述无误。');
  for (const gate of GATES) await desk.passGate(gate);
}
