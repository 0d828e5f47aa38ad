import { endpoints, type AskRequest, type AskView } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { releaseDocument } from '../../../test/release-and-publish.js';
import { AnswerLogEntity } from './answer-log.entity.js';

const HOMES = `云民发〔2025〕6号

云溪市养老机构补贴办法

各镇人民政府：
第一条　养老机构是指依法登记的敬老院、养老院。
第二条　申请养老机构床位补贴，应当提交登记证书和床位照片。
第三条　养老机构床位补贴标准为每张床位3000元。
第四条　本办法自2025年3月1日起施行。

云溪市民政局
2025年2月10日
（此件公开发布）
`;

describe.each(databases)('asking on from the question before, on %s', (kind) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse(kind);
    await releaseDocument(house, HOMES);
    await house.settle();
  });
  afterAll(() => house.close());
  const ask = async (body: AskRequest): Promise<AskView> => (await house.resident.call(endpoints.publicAsk, { body })).body;

  it('“那标准是多少” is understood after a question on care homes, and not without it', async () => {
    const first = await ask({ question: '养老机构床位补贴要提交什么' });
    expect(first).toMatchObject({ follows: null, conversation: { subject: expect.stringContaining('养老机构') } });
    expect(await ask({ question: '那标准是多少' })).toMatchObject({ answered: false, follows: null });
    const next = await ask({ question: '那标准是多少', conversation: first.conversation!.handle });
    expect(next).toMatchObject({ question: '那标准是多少', follows: first.conversation!.subject, answered: true, answer: { text: expect.stringContaining('每张床位3000元') } });
    expect(next.conversation!.subject).toBe(first.conversation!.subject); // and may be gone on from again
  });

  it('what was asked on is logged as it was understood', async () => {
    const first = await ask({ question: '养老机构床位补贴要提交什么' });
    const { answerId } = await ask({ question: '那标准是多少', conversation: first.conversation!.handle });
    expect((await house.database.read((db) => db.findOneByOrFail(AnswerLogEntity, { id: answerId }))).question).toBe(`${first.conversation!.subject} 标准是多少`);
  });

  it('the handle tells nothing of the question and carries no personal data', async () => {
    const { conversation } = await ask({ question: '我电话13800000000，养老机构床位补贴要提交什么' });
    expect(conversation!.subject).not.toContain('138');
    expect(Buffer.from(conversation!.handle, 'base64').toString('utf8') + conversation!.handle).not.toMatch(/养老|138/);
  });

  it('ends after half an hour, and a handle that was changed is none', async () => {
    const { conversation } = await ask({ question: '养老机构床位补贴要提交什么' });
    const { handle } = conversation!;
    const on = async (conversation: string): Promise<string | null> => (await ask({ question: '那标准是多少', conversation })).follows;
    expect(await on(`${handle.slice(0, -2)}AA`)).toBeNull();
    const now = house.clock.now().getTime();
    house.clock.moveTo(new Date(now + 29 * 60_000));
    expect(await on(handle)).not.toBeNull();
    house.clock.moveTo(new Date(now + 30 * 60_000));
    expect(await on(handle)).toBeNull();
    expect((await house.resident.call(endpoints.publicAsk, { body: { question: '标准', conversation: 'x'.repeat(601) } })).status).toBe(400);
  });
});
