import { endpoints, type ChannelView, type DeliveryView } from '@govmedia-hub/contracts';
import { unzipSync } from 'fflate';
import { fileAccount } from '../../../test/file-account.js';
import { MessageReceiver } from '../../../test/message-receiver.js';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { approveDraft, publishContent } from '../../../test/release-and-publish.js';
import { OutboxRunner } from '../../foundation/outbox/outbox-runner.js';

const post = (title: string) => ({ kind: 'post' as const, title, blocks: [{ type: 'paragraph' as const, text: `${title}：周末照常办理。` }], sources: [] });

describe.each(databases)('copies on platforms without an API on %s', (kind) => {
  let house: TestHouse;
  let channel: ChannelView;
  let site: MessageReceiver;
  beforeAll(async () => {
    house = await openTestHouse(kind);
    site = await MessageReceiver.open();
    const accountId = await fileAccount(house, { accountName: '云溪人社视频', platform: 'weibo', platformAccountId: 'uid-1' });
    channel = (await publisher().call(endpoints.createChannel, { body: { kind: 'export', name: '微博', accountId, active: true, settings: { hints: '话题写 #云溪人社#' } } })).body;
  });
  afterAll(async () => {
    await site.close();
    await house.close();
  });
  const publisher = () => house.as('feng-publisher');
  const run = () => house.app.get(OutboxRunner).runDue();
  const look = async (id: string): Promise<DeliveryView> => (await publisher().call(endpoints.getDelivery, { params: { id } })).body;
  const sent = async (title: string): Promise<DeliveryView> => {
    const content = await publishContent(house, post(title));
    const [delivery] = (await publisher().call(endpoints.deliverContent, { params: { id: content.id }, body: { digest: content.revision.digest, seenVersion: content.version, channelIds: [channel.id], dueAt: null } })).body as [DeliveryView];
    await run();
    return look(delivery.id);
  };

  it('leave as a package with the frozen text and a list of what to check', async () => {
    const delivery = await sent('导出一篇');
    expect(delivery).toMatchObject({ state: 'accepted', turn: '请导出后到平台发布，再填回链接', abilities: { exportPackage: true, reportLive: true } });
    const answer = await house.as('zhou-operator').call(endpoints.exportDelivery, { params: { id: delivery.id } });
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent('导出一篇.zip'));
    const files = unzipSync(new Uint8Array(answer.body as unknown as Buffer));
    expect(Object.keys(files).sort()).toEqual(['发布清单.txt', '正文.html', '正文.txt'].sort());
    const text = (name: string) => Buffer.from(files[name]!).toString('utf8');
    expect(text('正文.txt')).toBe('导出一篇\r\n\r\n导出一篇：周末照常办理。\r\n');
    expect(text('正文.html')).toContain('<h1>导出一篇</h1>');
    expect(text('发布清单.txt')).toContain('□ 话题写 #云溪人社#');
    expect(text('发布清单.txt')).toContain(delivery.digest);
    expect((await house.as('sun-operator').call(endpoints.exportDelivery, { params: { id: delivery.id } })).body).toMatchObject({ code: 'access.other_organisation' });
  });

  it('become live with the link that a person brings back, are compared, and a difference is answered by a person', async () => {
    const delivery = await sent('粘回链接');
    expect((await publisher().call(endpoints.reportLive, { params: { id: delivery.id }, body: { url: 'http://10.0.0.1/1', seenVersion: delivery.version } })).body).toMatchObject({ code: 'channels.address_refused' });
    site.page = '<html><body><h1>粘回链接</h1><p>粘回链接：周末不办理。</p></body></html>';
    const live = (await publisher().call(endpoints.reportLive, { params: { id: delivery.id }, body: { url: `${site.url}/p`, seenVersion: delivery.version } })).body;
    expect(live).toMatchObject({ state: 'live', liveUrl: `${site.url}/p` });
    await publisher().call(endpoints.readBackDelivery, { params: { id: delivery.id }, body: { seenVersion: live.version } });
    await run();
    const differs = await look(delivery.id);
    expect(differs).toMatchObject({ readBack: { state: 'differs', handled: false }, abilities: { handleAlarm: true } });
    expect((await publisher().call(endpoints.handleAlarm, { params: { id: delivery.id }, body: { reason: '已在平台改正', seenVersion: differs.version } })).body).toMatchObject({ turn: '已上线', readBack: { handled: true } });
  });

  it('wait for a person to take them down, with the day on which it was done', async () => {
    const delivery = await sent('要删除的');
    const live = (await publisher().call(endpoints.reportLive, { params: { id: delivery.id }, body: { url: `${site.url}/q`, seenVersion: delivery.version } })).body;
    const content = (await publisher().call(endpoints.getContent, { params: { id: live.contentId } })).body;
    await publisher().call(endpoints.withdrawContent, { params: { id: content.id }, body: { reason: '标准有误', seenVersion: content.version } });
    await run();
    const waiting = await look(delivery.id);
    expect(waiting).toMatchObject({ turn: '请到平台删除，再回来登记', withdrawal: { state: 'by_hand' }, abilities: { confirmRemoval: true } });
    expect((await publisher().call(endpoints.listDeliveries, { query: { concern: 'by_hand' } })).body.items.map((one) => one.id)).toContain(delivery.id);
    const removedAt = house.clock.now().toISOString();
    expect((await publisher().call(endpoints.confirmRemoval, { params: { id: delivery.id }, body: { removedAt: '2030-01-01T00:00:00Z', seenVersion: waiting.version } })).status).toBe(400);
    expect((await publisher().call(endpoints.confirmRemoval, { params: { id: delivery.id }, body: { removedAt, seenVersion: waiting.version } })).body).toMatchObject({ state: 'withdrawn', withdrawal: { doneAt: removedAt } });
  });

  it('are corrected by a notice that is reviewed like any text and linked both ways', async () => {
    const original = await publishContent(house, post('有误的一篇'));
    const draft = (await house.as('zhou-operator').call(endpoints.createCorrection, { params: { id: original.id }, body: { wrong: '周末照常办理。', right: '周六办理，周日不办理。' } })).body;
    expect(draft).toMatchObject({ status: 'draft', kind: 'notice', title: '更正：有误的一篇' });
    const seen = async () => (await house.resident.call(endpoints.publicGetPublication, { params: { id: original.publicationId! } })).body;
    expect((await seen()).corrections).toEqual([]);
    const approved = await approveDraft(house, draft);
    const published = (await publisher().call(endpoints.publishContent, { params: { id: draft.id }, body: { digest: approved.revision.digest, seenVersion: approved.version } })).body;
    expect((await seen()).corrections).toMatchObject([{ id: published.publicationId, title: '更正：有误的一篇' }]);
    expect((await house.resident.call(endpoints.publicGetPublication, { params: { id: published.publicationId! } })).body.corrects).toMatchObject({ id: original.publicationId, title: '有误的一篇' });
    expect((await house.as('sun-operator').call(endpoints.createCorrection, { params: { id: original.id }, body: { wrong: '甲', right: '乙' } })).body).toMatchObject({ code: 'access.other_organisation' });
  });

  it('are named to search engines by the sitemap of what is live', async () => {
    const live = await publishContent(house, post('站点地图'));
    const sitemap = async () => String((await house.resident.call(endpoints.publicSitemap)).body);
    expect(await sitemap()).toContain(`<loc>http://127.0.0.1:3000/reading?id=${live.publicationId}</loc><lastmod>2026-11-23</lastmod>`);
    await publisher().call(endpoints.withdrawContent, { params: { id: live.id }, body: { reason: '不再需要', seenVersion: live.version } });
    expect(await sitemap()).not.toContain(live.publicationId!);
  });
});
