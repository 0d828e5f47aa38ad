import { endpoints, type ChannelView, type ContentView, type DeliveryView } from '@govmedia-hub/contracts';
import { fileAccount } from '../../../test/file-account.js';
import { MessageReceiver } from '../../../test/message-receiver.js';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { approveContent, approveDraft, publishContent } from '../../../test/release-and-publish.js';
import { OutboxEntity } from '../../foundation/outbox/outbox.entity.js';
import { OutboxRunner } from '../../foundation/outbox/outbox-runner.js';
import { webhookSignature } from './gateways/webhook.gateway.js';

const KEY = 'a-signing-key-of-24-characters-or-more';
const MINUTE = 60_000;
const post = (title: string) => ({ kind: 'post' as const, title, blocks: [{ type: 'paragraph' as const, text: `${title}：周末照常办理。` }], sources: [] });

describe.each(databases)('deliveries on %s', (kind) => {
  let house: TestHouse;
  let receiver: MessageReceiver;
  let accountId: string;
  let channel: ChannelView;
  beforeAll(async () => {
    house = await openTestHouse(kind);
    receiver = await MessageReceiver.open();
    accountId = await fileAccount(house);
    channel = (await publisher().call(endpoints.createChannel, { body: { kind: 'webhook', name: '市门户网站', accountId, active: true, settings: { url: `${receiver.url}/in` }, secrets: { signingKey: KEY } } })).body;
  });
  beforeEach(() => {
    receiver.received.length = 0;
    receiver.answer = () => ({ status: 200 });
    house.forgetSessions();
  });
  afterAll(async () => {
    await receiver.close();
    await house.close();
  });
  const publisher = () => house.as('feng-publisher');
  const run = () => house.app.get(OutboxRunner).runDue();
  const later = (milliseconds: number) => { house.clock.advance(milliseconds); house.forgetSessions(); return run(); };
  const queue = (content: ContentView, channelIds: string[], dueAt: string | null = null, who = 'feng-publisher') => house.as(who).call(endpoints.deliverContent, { params: { id: content.id }, body: { digest: content.revision.digest, seenVersion: content.version, channelIds, dueAt } });
  const look = async (id: string): Promise<DeliveryView> => (await publisher().call(endpoints.getDelivery, { params: { id } })).body;
  const sent = async (title: string): Promise<DeliveryView> => {
    const [delivery] = (await queue(await publishContent(house, post(title)), [channel.id])).body;
    await run();
    return look(delivery!.id);
  };

  it('belong to a filed account of the own unit, and credentials go in and never come out', async () => {
    expect(channel).toMatchObject({ secretsSet: ['signingKey'], accountName: '云溪人社', active: true, frozen: false });
    const all = JSON.stringify([(await publisher().call(endpoints.listChannels)).body, await house.database.read((db) => db.query('select * from channels'))]);
    expect(all).not.toContain(KEY);
    const body = { kind: 'webhook', name: '别家', accountId, active: true, settings: { url: `${receiver.url}/in` }, secrets: { signingKey: KEY } };
    expect(await publisher().call(endpoints.createChannel, { body: { ...body, accountId: house.units.civil } })).toMatchObject({ status: 422, body: { code: 'channels.account_not_active' } });
    expect(await publisher().call(endpoints.createChannel, { body: { ...body, secrets: undefined } })).toMatchObject({ status: 422, body: { code: 'channels.settings_incomplete', detail: '还缺：签名密钥。' } });
    for (const url of ['http://169.254.169.254/latest', 'http://10.0.0.8/hook', 'ftp://example.com/']) expect(await publisher().call(endpoints.createChannel, { body: { ...body, settings: { url } } })).toMatchObject({ status: 422, body: { code: 'channels.address_refused' } });
    expect((await house.as('sun-operator').call(endpoints.listChannels)).body).toEqual([]);
  });

  it('keep what is left out of a change of settings, and refuse a stale one', async () => {
    const body = { kind: 'webhook', name: '云溪市门户网站', accountId, active: true, settings: { url: `${receiver.url}/in` }, seenVersion: channel.version };
    const changed = await publisher().call(endpoints.saveChannel, { params: { id: channel.id }, body });
    expect(changed).toMatchObject({ status: 200, body: { name: '云溪市门户网站', secretsSet: ['signingKey'] } });
    expect(await publisher().call(endpoints.saveChannel, { params: { id: channel.id }, body })).toMatchObject({ status: 409, body: { code: 'channels.changed_meanwhile' } });
    channel = changed.body;
    expect((await publisher().call(endpoints.tryChannel, { params: { id: channel.id } })).body).toEqual({ ok: true, message: '对方已收到测试消息，签名无误。' });
    expect(receiver.received[0]!.json).toEqual({ type: 'ping' });
  });

  it('go out signed, once, with the hub first, and say where they stand', async () => {
    receiver.answer = () => ({ status: 200, body: { url: 'https://portal.yunxi.example/1.html' } });
    const approved = await approveContent(house, post('灵活就业窗口'));
    expect(await queue(approved, [channel.id])).toMatchObject({ status: 422, body: { code: 'deliveries.not_deliverable', detail: expect.stringContaining('本平台') } });
    const answer = await queue(approved, [channel.id, 'hub']);
    expect(answer.body.map((one: DeliveryView) => [one.channelKind, one.state])).toEqual([['hub', 'live'], ['webhook', 'queued']]);
    await run();
    await run();
    const delivery = await look(answer.body[1]!.id);
    expect(delivery).toMatchObject({ state: 'live', liveUrl: 'https://portal.yunxi.example/1.html', channelName: '云溪市门户网站', accountName: '云溪人社', turn: '已上线' });
    expect(receiver.received).toHaveLength(1);
    const [{ headers, body, json }] = receiver.received as [typeof receiver.received[0]];
    expect(headers['webhook-id']).toBe(delivery.id);
    expect(headers['webhook-signature']).toBe(webhookSignature(KEY, delivery.id, String(headers['webhook-timestamp']), body));
    expect(json).toMatchObject({ type: 'publication.published', title: '灵活就业窗口', digest: approved.revision.digest, html: '<p>灵活就业窗口：周末照常办理。</p>' });
    expect(json.originalUrl).toContain(`d=${delivery.id}`);
    expect(await house.trail(delivery.id)).toEqual(['deliveries.queued', 'deliveries.live']);
    expect((await publisher().call(endpoints.listAccountPosts, { params: { id: accountId }, query: {} })).body.items[0]).toMatchObject({ title: '灵活就业窗口', url: 'https://portal.yunxi.example/1.html' });
  });

  it('are refused without full approval of this very text, twice on one channel, and by another unit', async () => {
    const draft = (await house.as('zhou-operator').call(endpoints.createContent, { body: post('草稿') })).body;
    expect(await queue(draft, ['hub'])).toMatchObject({ status: 409, body: { code: 'publishing.not_approved' } });
    const live = await publishContent(house, post('只发一次'));
    expect((await queue({ ...live, revision: { ...live.revision, digest: '0'.repeat(64) } }, [channel.id])).body).toMatchObject({ code: 'publishing.digest_changed' });
    expect((await queue(live, [channel.id])).status).toBe(201);
    expect((await queue(live, [channel.id])).body).toMatchObject({ code: 'deliveries.already_there' });
    const both = await Promise.all([queue(await publishContent(house, post('两人同时')), [channel.id]), run()]);
    expect(both[0].status).toBe(201);
    await run();
  });

  it('follow a corrected text: the copy of the older one is called back and the newer one queued in its place', async () => {
    const old = await sent('夏季作息');
    const { body: item } = await house.as('zhou-operator').call(endpoints.getContent, { params: { id: old.contentId } });
    const { body: edited } = await house.as('zhou-operator').call(endpoints.saveContent, { params: { id: item.id }, body: { ...post('夏季作息'), blocks: [{ type: 'paragraph', text: '夏季作息已经调整：周末不再办理。' }], seenVersion: item.version } });
    const approved = await approveDraft(house, edited);
    const receivedBefore = receiver.received.length;
    const answer = await queue(approved, ['hub', channel.id]);
    expect(answer.body.map((one: DeliveryView) => [one.channelKind, one.state])).toEqual([['hub', 'live'], ['webhook', 'queued']]);
    const put = answer.body[1]!;
    expect(put.turn).toBe('更正后的文本：等待发送');
    expect(await look(old.id)).toMatchObject({ state: 'live', outdated: true, withdrawal: { state: 'pending', reason: '原文已更正，旧文本撤回' } });
    expect(await house.trail(put.id)).toEqual(['deliveries.queued']);
    await run();
    expect(await look(old.id)).toMatchObject({ state: 'withdrawn' });
    expect(await look(put.id)).toMatchObject({ state: 'live', digest: approved.revision.digest });
    expect(receiver.received.slice(receivedBefore).map(({ json }) => json.type).sort()).toEqual(['publication.published', 'publication.withdrawn']);
    // published at the text's own page, nobody chooses channels; the copy follows all the same
    const next = await approveDraft(house, (await house.as('zhou-operator').call(endpoints.saveContent, { params: { id: item.id }, body: { ...post('夏季作息'), blocks: [{ type: 'paragraph', text: '夏季作息再次调整：周末照常办理。' }], seenVersion: (await house.as('zhou-operator').call(endpoints.getContent, { params: { id: item.id } })).body.version } })).body);
    await publisher().call(endpoints.publishContent, { params: { id: next.id }, body: { digest: next.revision.digest, seenVersion: next.version } });
    const board = (await publisher().call(endpoints.listDeliveries, { query: { contentId: item.id, channelId: channel.id } })).body.items;
    expect(board.map((one: DeliveryView) => [one.state, one.digest === next.revision.digest])).toEqual([['queued', true], ['live', false], ['withdrawn', false]]);
    await run();
    expect((await look(put.id)).state).toBe('withdrawn');
  });

  it('are tried again with growing waits until the other side takes them, under the same id', async () => {
    receiver.answer = () => ({ status: 503 });
    const delivery = await sent('接收方忙');
    expect(delivery).toMatchObject({ state: 'queued', attempts: 1, problem: '对方答复 503，稍后再试', remedy: expect.stringContaining('自动再试') });
    const waits: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const entry = await house.database.read((db) => db.findOneByOrFail(OutboxEntity, { subjectId: delivery.id, state: 'waiting' }));
      waits.push((entry.dueAt.getTime() - house.clock.now().getTime()) / 1_000);
      await later(entry.dueAt.getTime() - house.clock.now().getTime());
    }
    expect(waits[0]).toBeGreaterThanOrEqual(24);
    expect(waits[0]).toBeLessThanOrEqual(36);
    expect(waits[1]! / waits[0]!).toBeGreaterThan(1.2);
    receiver.answer = () => ({ status: 200 });
    await later(60 * MINUTE);
    expect((await look(delivery.id)).state).toBe('live');
    expect(new Set(receiver.received.map((message) => message.headers['webhook-id']))).toEqual(new Set([delivery.id]));
  });

  it('end as failed when the other side says no or never answers, and can be sent again', async () => {
    receiver.answer = () => ({ status: 401 });
    const refused = await sent('签名不对');
    expect(refused).toMatchObject({ state: 'failed', problem: '对方拒收（答复 401）。', remedy: expect.stringContaining('签名密钥'), abilities: { retry: true } });
    receiver.answer = () => 'hang up';
    const silent = await sent('一直断线');
    for (let round = 0; round < 20; round += 1) await later(90 * MINUTE);
    expect(await look(silent.id)).toMatchObject({ state: 'failed', problem: expect.stringContaining('多次尝试没有成功：连接中断') });
    receiver.answer = () => ({ status: 200 });
    const again = await look(silent.id);
    expect((await publisher().call(endpoints.retryDelivery, { params: { id: silent.id }, body: { seenVersion: again.version } })).body).toMatchObject({ state: 'queued' });
    await run();
    expect((await look(silent.id)).state).toBe('live');
  });

  it('wait for their time, may be moved without a new approval, and cancelled', async () => {
    const content = await publishContent(house, post('定时'));
    const inHours = (hours: number) => new Date(house.clock.now().getTime() + hours * 60 * MINUTE).toISOString();
    expect((await queue(content, [channel.id], inHours(-1))).body).toMatchObject({ code: 'deliveries.time_in_past' });
    let [delivery] = (await queue(content, [channel.id], inHours(1))).body as [DeliveryView];
    expect((await publisher().call(endpoints.listDeliveries, { query: { concern: 'scheduled' } })).body.items.map((one) => one.id)).toEqual([delivery.id]);
    expect((await publisher().call(endpoints.rescheduleDelivery, { params: { id: delivery.id }, body: { dueAt: inHours(3), seenVersion: delivery.version + 1 } })).body).toMatchObject({ code: 'deliveries.changed_meanwhile' });
    delivery = (await publisher().call(endpoints.rescheduleDelivery, { params: { id: delivery.id }, body: { dueAt: inHours(3), seenVersion: delivery.version } })).body;
    await later(2 * 60 * MINUTE);
    expect(receiver.received).toHaveLength(0);
    await later(61 * MINUTE);
    expect((await look(delivery.id)).state).toBe('live');
    const [second] = (await queue(await publishContent(house, post('取消')), [channel.id], inHours(1))).body as [DeliveryView];
    expect((await publisher().call(endpoints.cancelDelivery, { params: { id: second.id }, body: { reason: '活动改期', seenVersion: second.version } })).body).toMatchObject({ state: 'cancelled', problem: '活动改期' });
    receiver.received.length = 0;
    await later(2 * 60 * MINUTE);
    expect(receiver.received).toHaveLength(0);
  });

  it('publish on the hub at their time, and not when the text has changed since', async () => {
    const at = () => new Date(house.clock.now().getTime() + 60 * MINUTE).toISOString();
    const first = await approveContent(house, post('明早发布'));
    const [hub, webhook] = (await queue(first, ['hub', channel.id], at())).body as DeliveryView[];
    await later(59 * MINUTE);
    expect((await publisher().call(endpoints.getContent, { params: { id: first.id } })).body.status).toBe('approved');
    await later(2 * MINUTE);
    await later(MINUTE);
    expect([(await look(hub!.id)).state, (await look(webhook!.id)).state]).toEqual(['live', 'live']);
    const changed = await approveContent(house, post('又改了'));
    const [stale] = (await queue(changed, ['hub'], at())).body as DeliveryView[];
    await house.as('zhou-operator').call(endpoints.saveContent, { params: { id: changed.id }, body: { ...post('又改了'), title: '又改了一个字', seenVersion: changed.version } });
    await later(61 * MINUTE);
    expect(await look(stale!.id)).toMatchObject({ state: 'failed', problem: expect.stringContaining('发生变化') });
    expect((await publisher().call(endpoints.getContent, { params: { id: changed.id } })).body.status).toBe('draft');
  });

  it('are called back everywhere with the true date when the text is withdrawn, whatever is frozen or stopped by then', async () => {
    const delivery = await sent('要撤回的');
    const content = (await publisher().call(endpoints.getContent, { params: { id: delivery.contentId } })).body;
    await house.as('chen-supervisor').call(endpoints.freeze, { body: { scope: 'city', reason: '演练' } });
    await publisher().call(endpoints.saveChannel, { params: { id: channel.id }, body: { kind: 'webhook', name: channel.name, accountId, active: false, settings: channel.settings, seenVersion: channel.version } });
    receiver.received.length = 0;
    receiver.answer = () => ({ status: 503 });
    const withdrawnAt = house.clock.now().toISOString();
    expect((await house.as('chen-supervisor').call(endpoints.withdrawContent, { params: { id: content.id }, body: { reason: '标准有误', seenVersion: content.version } })).status).toBe(200);
    await run();
    expect(await look(delivery.id)).toMatchObject({ state: 'live', turn: '正在撤回', withdrawal: { state: 'pending', requestedAt: withdrawnAt, problem: '对方答复 503' } });
    receiver.answer = () => ({ status: 200 });
    await later(30 * MINUTE);
    expect(await look(delivery.id)).toMatchObject({ state: 'withdrawn', withdrawal: { state: 'done', requestedAt: withdrawnAt, doneAt: house.clock.now().toISOString(), reason: '标准有误' } });
    expect(receiver.received.at(-1)).toMatchObject({ headers: { 'webhook-id': `${delivery.id}.withdrawn` }, json: { type: 'publication.withdrawn', withdrawnAt, reason: '标准有误' } });
    const [freeze] = (await house.as('chen-supervisor').call(endpoints.listFreezes)).body;
    await house.as('chen-supervisor').call(endpoints.liftFreeze, { params: { id: freeze!.id }, body: { reason: '演练结束', seenVersion: freeze!.version } });
    channel = (await publisher().call(endpoints.listChannels)).body[0]!;
    channel = (await publisher().call(endpoints.saveChannel, { params: { id: channel.id }, body: { kind: 'webhook', name: channel.name, accountId, active: true, settings: channel.settings, seenVersion: channel.version } })).body;
  });

  it('do not go while their account, unit or city is frozen, and go by themselves afterwards', async () => {
    const content = await publishContent(house, post('冻结前排期'));
    const [delivery] = (await queue(content, [channel.id], new Date(house.clock.now().getTime() + 10 * MINUTE).toISOString())).body as [DeliveryView];
    const frozen = await publisher().call(endpoints.freeze, { body: { scope: 'account', subjectId: accountId, reason: '账号疑似被盗' } });
    expect(frozen).toMatchObject({ status: 201, body: { subjectName: '云溪人社', held: 1, abilities: { lift: 'first_of_two' } } });
    expect((await publisher().call(endpoints.freeze, { body: { scope: 'account', subjectId: accountId, reason: '再冻' } })).body).toMatchObject({ code: 'channels.freeze_in_force' });
    await later(20 * MINUTE);
    expect(await look(delivery.id)).toMatchObject({ state: 'queued', turn: '已紧急冻结，解冻后发送' });
    expect((await queue(await publishContent(house, post('冻结中')), [channel.id])).body).toMatchObject({ code: 'channels.frozen' });
    const asked = await publisher().call(endpoints.liftFreeze, { params: { id: frozen.body.id }, body: { reason: '密码已改', seenVersion: frozen.body.version } });
    expect(asked.body).toMatchObject({ liftRequestedByName: '冯发布', liftedAt: null, abilities: { lift: null } });
    expect((await publisher().call(endpoints.liftFreeze, { params: { id: frozen.body.id }, body: { reason: '我自己来', seenVersion: asked.body.version } })).body).toMatchObject({ code: 'channels.second_person_needed' });
    const lifted = await house.as('he-publisher').call(endpoints.liftFreeze, { params: { id: frozen.body.id }, body: { reason: '核实无误', seenVersion: asked.body.version } });
    expect(lifted.body).toMatchObject({ liftedByName: '何发布', held: 0 });
    await later(MINUTE);
    expect((await look(delivery.id)).state).toBe('live');
  });

  it('leave a unit’s freeze by the supervising unit to supervisors, and hold the hub itself too', async () => {
    const content = await approveContent(house, post('单位冻结'));
    expect((await publisher().call(endpoints.freeze, { body: { scope: 'city', reason: '越权' } })).body).toMatchObject({ code: 'access.denied' });
    expect((await publisher().call(endpoints.freeze, { body: { scope: 'unit', subjectId: house.units.civil, reason: '越权' } })).body).toMatchObject({ code: 'access.other_organisation' });
    const freeze = (await house.as('chen-supervisor').call(endpoints.freeze, { body: { scope: 'unit', subjectId: house.units.labour, reason: '舆情处置' } })).body;
    expect((await publisher().call(endpoints.publishContent, { params: { id: content.id }, body: { digest: content.revision.digest, seenVersion: content.version } })).body).toMatchObject({ code: 'channels.frozen' });
    expect((await publisher().call(endpoints.liftFreeze, { params: { id: freeze.id }, body: { reason: '解冻', seenVersion: freeze.version } })).body).toMatchObject({ code: 'access.denied' });
    expect((await house.as('chen-supervisor').call(endpoints.liftFreeze, { params: { id: freeze.id }, body: { reason: '处置完毕', seenVersion: freeze.version } })).body).toMatchObject({ liftedByName: '陈主管', liftReason: '处置完毕' });
    expect((await publisher().call(endpoints.publishContent, { params: { id: content.id }, body: { digest: content.revision.digest, seenVersion: content.version } })).status).toBe(200);
  });

  it('read the live copy back and raise an alarm when the words differ', async () => {
    receiver.answer = () => ({ status: 200, body: { url: `${receiver.url}/page.html` } });
    receiver.page = '<html><head><title>x</title></head><body><nav>首页</nav><h1>读回来 看</h1><p>读回来 看：周末照\u200b常办理。</p><script>var a = 1;</script></body></html>';
    const delivery = await sent('读回来看');
    await later(11 * MINUTE);
    expect((await look(delivery.id)).readBack).toMatchObject({ state: 'same' });
    receiver.page = '<html><body><h1>读回来看</h1><p>读回来看：周末不办理。</p></body></html>';
    await later(25 * 60 * MINUTE);
    expect(await look(delivery.id)).toMatchObject({ turn: '线上文本与审定文本不一致，请核对', readBack: { state: 'differs', detail: expect.stringContaining('周末照常办理'), handled: false } });
    expect((await publisher().call(endpoints.listDeliveries, { query: { concern: 'differs' } })).body.items.map((one) => one.id)).toContain(delivery.id);
    expect(await house.trail(delivery.id)).toContain('deliveries.differs');
  });
});
