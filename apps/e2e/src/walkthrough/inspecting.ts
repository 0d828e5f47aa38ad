import { endpoints } from '@govmedia-hub/contracts';
import { see } from '../walk.js';
import { PEOPLE, type Tour, need } from './tour.js';

/** Step 7: a round over all accounts; a machine hit is suspected until a person confirms it. */
export async function inspecting({ walk, hub, now, seen }: Tour): Promise<void> {
  walk.chapter('七、检查');
  const supervisor = await hub.as(PEOPLE.supervisor);
  const inspector = await hub.as(PEOPLE.inspector);

  await walk.step('按监测时点对全部账号发起检查', async () => {
    const packs = await supervisor.ok(endpoints.listIndicatorPacks);
    const pack = packs.find(({ indicators }) => indicators.some(({ kind }) => kind === 'veto'));
    see(pack, '应有含单项否决指标的指标包');
    const round = await supervisor.ok(endpoints.startInspection, { body: { packId: pack.id, monitoringPointAt: now.toISOString(), title: '演练检查' } });
    seen.inspectionId = round.id;
    const outcomes = round.items.flatMap(({ verdicts }) => verdicts.map(({ outcome }) => outcome));
    see(round.accounts >= 15 && outcomes.includes('suspected'), `账号 ${round.accounts} 个，结论 ${[...new Set(outcomes)].join('、')}`);
    see(!outcomes.includes('confirmed') && round.failed === 0, '未经人工确认，不得判定不合格');
    return `${pack.name} ${pack.version}；${round.sentence}`;
  });

  await walk.step('无法判定的项目如实说明', async () => {
    const round = await inspector.ok(endpoints.getInspection, { params: { id: need(seen.inspectionId, '发起检查') } });
    const undecidable = round.items.flatMap(({ verdicts }) => verdicts).filter(({ outcome }) => outcome === 'undecidable');
    see(undecidable.length === 0 || undecidable.every(({ reason }) => reason), '无法判定应写明原因');
    return undecidable.length > 0 ? `${undecidable.length} 项，如：${undecidable[0]!.reason}` : '本轮没有';
  });

  await walk.step('疑似和无法判定的未处理完，不能定结果', async () => {
    const id = need(seen.inspectionId, '发起检查');
    const round = await supervisor.ok(endpoints.getInspection, { params: { id } });
    const answer = await supervisor.call(endpoints.closeInspection, { params: { id }, body: { seenVersion: round.version } });
    see(answer.status === 409, `应为 409，却是 ${answer.status}`);
    return answer.problem?.title ?? '';
  });

  await walk.step('检查员逐项确认或排除，只有属实的才不合格', async () => {
    const id = need(seen.inspectionId, '发起检查');
    let round = await inspector.ok(endpoints.getInspection, { params: { id } });
    const waiting = round.items.flatMap(({ verdicts }) => verdicts.filter(({ outcome }) => outcome === 'suspected' || outcome === 'undecidable'));
    const counts = { suspected: 0, undecidable: 0, confirmed: 0 };
    for (const { id: verdictId, outcome } of waiting) {
      counts[outcome as 'suspected' | 'undecidable'] += 1;
      // of what the machine suspects, all but the second is true; what it cannot tell has been tried by hand
      const confirmed = outcome === 'suspected' && counts.suspected !== 2;
      if (confirmed) counts.confirmed += 1;
      round = await inspector.ok(endpoints.decideVerdict, { params: { id, verdictId }, body: { decision: confirmed ? 'confirmed' : 'dismissed', reason: confirmed ? '经核对账号页面，情况属实。' : outcome === 'suspected' ? '经核实，监测期内已在其他栏目更新。' : '已人工体验，功能可用。' } });
    }
    const failing = round.items.filter(({ verdicts }) => verdicts.some(({ outcome }) => outcome === 'confirmed'));
    see(counts.confirmed > 0 && round.failed > 0 && round.failed === failing.length, `不合格 ${round.failed} 个，属实涉及 ${failing.length} 个`);
    return `疑似 ${counts.suspected} 项，无法判定 ${counts.undecidable} 项，属实 ${counts.confirmed} 项，不合格账号 ${round.failed} 个`;
  });

  await walk.step('主管定结果', async () => {
    const id = need(seen.inspectionId, '发起检查');
    const round = await supervisor.ok(endpoints.getInspection, { params: { id } });
    const closed = await supervisor.ok(endpoints.closeInspection, { params: { id }, body: { seenVersion: round.version } });
    see(closed.status === 'closed' && closed.pending === 0, `状态 ${closed.status}，待确认 ${closed.pending}`);
    return closed.sentence;
  });

  for (const [name, path] of [['Excel 结果表', 'export.xlsx'], ['Word 通报', 'circular.docx']] as const) {
    await walk.step(`导出${name}`, async () => {
      const { status, bytes, headers } = await supervisor.exchange('GET', `/api/inspections/${need(seen.inspectionId, '发起检查')}/${path}`);
      see(status === 200 && bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4])) && bytes.length > 3_000, `答复 ${status}，${bytes.length} 字节`);
      return `${(bytes.length / 1024).toFixed(1)} KB，${headers.get('content-type')?.split('.').at(-1)}`;
    });
  }
}
