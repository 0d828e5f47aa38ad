import { endpoints, type FilingForm } from '@govmedia-hub/contracts';
import type { TestHouse } from './open-test-house.js';

/** Files an account of the labour bureau and has it approved. Returns the account's id. */
export async function fileAccount(house: TestHouse, changes: Partial<FilingForm> = {}): Promise<string> {
  const form: FilingForm = {
    accountName: '云溪人社', platform: 'wechat_official', accountType: '订阅号', platformAccountId: 'gh_048000000099', accountKind: 'mixed', homepageUrl: null, intro: '讲清就业社保政策', openedOn: null,
    certSubject: '云溪市人力资源和社会保障局', undertakingDept: '办公室', operationMode: 'self', operatorOrg: null, leaderInCharge: '分管领导', responsiblePerson: '办公室主任', responsiblePhone: '0480-8222601',
    interactionChannels: ['后台留言'], updateFrequency: '每周不少于一次', reason: '公开就业和社会保险政策，方便群众查询', ...changes,
  };
  const operator = house.as('zhou-operator');
  const draft = (await operator.call(endpoints.createFiling, { body: { kind: 'opening', form } })).body;
  const submitted = (await operator.call(endpoints.submitFiling, { params: { id: draft.id }, body: { seenVersion: draft.version } })).body;
  const answer = await house.as('chen-supervisor').call(endpoints.decideFiling, { params: { id: draft.id }, body: { seenVersion: submitted.version, decision: 'approve', opinion: '同意' } });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body.accountId!;
}
