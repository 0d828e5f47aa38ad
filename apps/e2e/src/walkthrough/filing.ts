import { endpoints } from '@govmedia-hub/contracts';
import { see } from '../walk.js';
import { PEOPLE, type Tour, need } from './tour.js';

/** Step 2: an account is filed, sent back once, approved, numbered and shown in the directory. */
export async function filing(tour: Tour): Promise<void> {
  const { walk, hub, texts, seen } = tour;
  walk.chapter('二、账号备案');
  const operator = await hub.as(PEOPLE.operator);
  const supervisor = await hub.as(PEOPLE.supervisor);

  await walk.step('采编人员填报公众号并提交', async () => {
    const draft = await operator.ok(endpoints.createFiling, { body: { kind: 'opening', form: texts.filing.faulty } });
    const sent = await operator.ok(endpoints.submitFiling, { params: { id: draft.id }, body: { seenVersion: draft.version } });
    see(sent.status === 'submitted', `状态 ${sent.status}`);
    seen.filingId = sent.id;
    return sent.turn;
  });

  await walk.step('主管单位退回补正', async () => {
    const id = need(seen.filingId, '提交备案');
    const seenFiling = await supervisor.ok(endpoints.getFiling, { params: { id } });
    const back = await supervisor.ok(endpoints.decideFiling, { params: { id }, body: { seenVersion: seenFiling.version, decision: 'return', opinion: '请写明承办科室，并具体说明开设理由。' } });
    see(back.status === 'correction', `状态 ${back.status}`);
    return back.turn;
  });

  await walk.step('补正后再次提交，主管同意，取得备案号', async () => {
    const id = need(seen.filingId, '提交备案');
    const returned = await operator.ok(endpoints.getFiling, { params: { id } });
    const saved = await operator.ok(endpoints.saveFiling, { params: { id }, body: { kind: 'opening', form: texts.filing.sound, seenVersion: returned.version } });
    const sent = await operator.ok(endpoints.submitFiling, { params: { id }, body: { seenVersion: saved.version } });
    const approved = await supervisor.ok(endpoints.decideFiling, { params: { id }, body: { seenVersion: sent.version, decision: 'approve', opinion: '同意备案。' } });
    see(approved.status === 'approved' && approved.filingNo && approved.accountId, `状态 ${approved.status}，备案号 ${approved.filingNo}`);
    seen.accountId = approved.accountId;
    return approved.filingNo;
  });

  await walk.step('同一申请不能再次审核', async () => {
    const id = need(seen.filingId, '提交备案');
    const now = await supervisor.ok(endpoints.getFiling, { params: { id } });
    const again = await supervisor.call(endpoints.decideFiling, { params: { id }, body: { seenVersion: now.version, decision: 'approve', opinion: '同意。' } });
    see(again.status === 409, `应为 409，却是 ${again.status}`);
    return again.problem?.title ?? '';
  });

  await walk.step('公开目录中可以查到', async () => {
    const { items } = await hub.resident().ok(endpoints.publicListAccounts, { query: { q: texts.filing.sound.accountName } });
    const found = items.find(({ name }) => name === texts.filing.sound.accountName);
    see(found?.filingNo && found.status === 'active', `目录 ${JSON.stringify(items.map(({ name }) => name))}`);
    return `${found.name}，${found.filingNo}`;
  });
}
