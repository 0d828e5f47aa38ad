import { endpoints, type ChannelView, type DeliveryView } from '@govmedia-hub/contracts';
import { WechatSandbox } from '@govmedia-hub/wechat-sandbox';
import { fileAccount } from '../../../test/file-account.js';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { approveDraft, publishContent } from '../../../test/release-and-publish.js';
import { OutboxRunner } from '../../foundation/outbox/outbox-runner.js';

const MINUTE = 60_000;
const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const post = (title: string) => ({ kind: 'post' as const, title, blocks: [{ type: 'heading' as const, text: '办理时间' }, { type: 'paragraph' as const, text: `${title}：周末照常办理，每人<1>次。` }, { type: 'table' as const, rows: [['窗口', '时间'], ['社保', '9:00']] }], sources: [] });

describe.each(databases)('the WeChat official account on %s', (kind) => {
  let house: TestHouse;
  let sandbox: WechatSandbox;
  let channel: ChannelView;
  beforeAll(async () => {
    sandbox = await WechatSandbox.open({ now: () => house.clock.now().getTime() });
    house = await openTestHouse(kind, { wechatApiBase: sandbox.url });
    const accountId = await fileAccount(house);
    channel = (await publisher().call(endpoints.createChannel, { body: { kind: 'wechat_official', name: '云溪人社公众号', accountId, active: true, settings: { appId: sandbox.account.appId, author: '云溪人社' }, secrets: { appSecret: sandbox.account.secret, callbackToken: 'AAAAA', encodingAesKey: AES_KEY } } })).body;
  });
  beforeEach(() => {
    house.forgetSessions();
    Object.assign(sandbox.account.switches, { ipWhitelisted: true, authorised: true, publishDelayMs: 2_000, publishEndsAs: 0, quota: {}, minuteQuota: {}, next: {} });
    sandbox.account.calls.length = 0;
  });
  afterAll(async () => {
    await house.close();
    await sandbox.close();
  });
  const publisher = () => house.as('feng-publisher');
  const run = () => house.app.get(OutboxRunner).runDue();
  const later = (milliseconds: number) => { house.clock.advance(milliseconds); house.forgetSessions(); return run(); };
  const look = async (id: string): Promise<DeliveryView> => (await publisher().call(endpoints.getDelivery, { params: { id } })).body;
  const queue = async (title: string): Promise<DeliveryView> => {
    const content = await publishContent(house, post(title));
    const answer = await publisher().call(endpoints.deliverContent, { params: { id: content.id }, body: { digest: content.revision.digest, seenVersion: content.version, channelIds: [channel.id], dueAt: null } });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body[0]!;
  };
  const sent = async (title: string): Promise<DeliveryView> => {
    const { id } = await queue(title);
    await run();
    return look(id);
  };
  const copies = (id: string): number => sandbox.account.published.filter((entry) => !entry.deleted && entry.items[0]!.content_source_url.includes(id)).length;
  const drafts = (id: string): number => sandbox.account.drafts.filter((entry) => entry.items[0]!.content_source_url.includes(id)).length;

  it('is tried with its settings, and told in plain words what is wrong', async () => {
    const trial = async () => (await publisher().call(endpoints.tryChannel, { params: { id: channel.id } })).body;
    sandbox.account.switches.ipWhitelisted = false;
    expect(await trial()).toEqual({ ok: false, message: expect.stringContaining('IP 白名单') });
    sandbox.account.switches.ipWhitelisted = true;
    expect(await trial()).toEqual({ ok: true, message: 'AppID、AppSecret 和 IP 白名单无误。' });
    expect(channel).toMatchObject({ secretsSet: ['appSecret', 'callbackToken', 'encodingAesKey'], callbackUrl: expect.stringContaining(`/api/channels/${channel.id}/wechat-callback`) });
    const kept = JSON.stringify(await house.database.read((db) => db.query('select * from wechat_tokens')));
    expect(kept).not.toContain(sandbox.account.stableToken(false).access_token);
  });

  it('takes a text as a draft, accepts it, and shows it only when the platform says so', async () => {
    const accepted = await sent('灵活就业');
    expect(accepted).toMatchObject({ state: 'accepted', turn: '等待平台给出发布结果' });
    expect([drafts(accepted.id), copies(accepted.id)]).toEqual([1, 0]);
    const { content, ...draft } = sandbox.account.drafts[0]!.items[0]!;
    expect(draft).toMatchObject({ title: '灵活就业', author: '云溪人社', content_source_url: expect.stringContaining(`d=${accepted.id}`), need_open_comment: 0 });
    expect(content).toContain('每人&lt;1&gt;次');
    expect(content).not.toMatch(/class=|<script|<style/);
    await later(MINUTE);
    const live = await look(accepted.id);
    expect(live).toMatchObject({ state: 'live', liveUrl: expect.stringContaining(`${sandbox.url}/s/`) });
    expect([drafts(live.id), copies(live.id)]).toEqual([0, 1]);
    expect(await house.trail(live.id)).toEqual(['deliveries.queued', 'deliveries.accepted', 'deliveries.live']);
  });

  it('reads the article back through the API, and raises an alarm when it was changed or deleted there', async () => {
    const { id } = await sent('读回');
    await later(MINUTE);
    await later(15 * MINUTE);
    expect((await look(id)).readBack).toMatchObject({ state: 'same' });
    const article = sandbox.account.published.find((entry) => entry.items[0]!.content_source_url.includes(id))!;
    article.items[0]!.content = article.items[0]!.content.replace('照常办理', '不办理');
    await later(25 * 60 * MINUTE);
    expect((await look(id)).readBack).toMatchObject({ state: 'differs', detail: expect.stringContaining('不办理') });
  });

  it.each([[4, 'refused', '微信平台审核没有通过。'], [2, 'refused', '微信原创审核没有通过。'], [3, 'refused', '微信发布失败。']] as const)('tells a refusal after acceptance (publish_status %i)', async (status, state, problem) => {
    sandbox.account.switches.publishEndsAs = status;
    const { id } = await sent(`受理后未通过${status}`);
    await later(MINUTE);
    expect(await look(id)).toMatchObject({ state, problem, remedy: expect.stringContaining('公众号后台'), abilities: { retry: true } });
    expect(copies(id)).toBe(0);
  });

  it('renews a token that ran out or was renewed by somebody else, without anybody noticing', async () => {
    sandbox.account.endTokens();
    const { id } = await sent('凭据过期');
    await later(MINUTE);
    expect((await look(id)).state).toBe('live');
    expect(copies(id)).toBe(1);
  });

  it('waits for the next day when the daily quota is used up, and goes on by itself', async () => {
    sandbox.account.switches.quota = { 'freepublish/submit': 0 };
    const { id } = await sent('额度用完');
    expect(await look(id)).toMatchObject({ state: 'queued', problem: '今天的接口调用次数已用完。', remedy: expect.stringContaining('次日零点') });
    const midnight = Date.parse(`${new Date(house.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)}T00:00:00+08:00`) + 24 * 3_600_000;
    await later(midnight - house.clock.now().getTime() - MINUTE);
    expect((await look(id)).state).toBe('queued');
    sandbox.account.switches.quota = {};
    await later(10 * MINUTE);
    await later(MINUTE);
    expect((await look(id)).state).toBe('live');
    expect(copies(id)).toBe(1);
  });

  it.each([
    ['ipWhitelisted', false, 'failed', 'IP 白名单'],
    ['authorised', false, 'failed', '没有发布接口的权限'],
  ] as const)('ends as failed with the remedy when %s is %s', async (name, value, state, words) => {
    Object.assign(sandbox.account.switches, { [name]: value });
    const delivery = await sent(`设置有误${words.slice(0, 4)}`);
    expect(delivery).toMatchObject({ state });
    expect(`${delivery.problem}${delivery.remedy}`).toContain(words);
  });

  it('refuses a title that the platform would refuse before it is queued', async () => {
    await expect(queue('这是一个很长很长的标题超过公众号三十二个字的上限所以在排队之前就应该被拒绝')).rejects.toThrow('最多 32 字');
  });

  it('finds a draft whose answer was lost, and makes no second article', async () => {
    sandbox.account.switches.next = { 'draft/add': 'hang up after' };
    const { id } = await sent('草稿答复丢失');
    expect((await look(id)).state).toBe('queued');
    await later(5 * MINUTE);
    await later(MINUTE);
    expect((await look(id)).state).toBe('live');
    expect([drafts(id), copies(id)]).toEqual([0, 1]);
  });

  it('finds a submission whose answer was lost among the published articles and never submits again', async () => {
    sandbox.account.switches.next = { 'freepublish/submit': 'hang up after' };
    const { id } = await sent('提交答复丢失');
    expect((await look(id)).state).toBe('queued');
    await later(5 * MINUTE);
    expect(await look(id)).toMatchObject({ state: 'live', liveUrl: expect.stringContaining('/s/') });
    expect(sandbox.account.calls.filter((path) => path === 'freepublish/submit')).toHaveLength(1);
    expect(copies(id)).toBe(1);
  });

  it('leaves to a person what cannot be decided, and goes on as the person says', async () => {
    sandbox.account.switches.next = { 'freepublish/submit': 'hang up before' };
    const { id } = await sent('不知是否提交');
    for (let look_ = 0; look_ < 4; look_ += 1) await later(5 * MINUTE);
    const unknown = await look(id);
    expect(unknown).toMatchObject({ state: 'unknown', problem: expect.stringContaining('草稿箱中仍有这篇草稿，发表记录中没有'), abilities: { decide: true } });
    // The platform never saw it, and the hub cannot know: it does not submit again by itself.
    expect(sandbox.account.calls.filter((path) => path === 'freepublish/submit')).toHaveLength(0);
    expect((await publisher().call(endpoints.decideDelivery, { params: { id }, body: { decision: 'live', reason: '已看到', seenVersion: unknown.version } })).status).toBe(400);
    expect((await publisher().call(endpoints.decideDelivery, { params: { id }, body: { decision: 'resubmit', reason: '后台发表记录中没有', seenVersion: unknown.version } })).body).toMatchObject({ state: 'queued' });
    await run();
    await later(MINUTE);
    expect((await look(id)).state).toBe('live');
    expect([drafts(id), copies(id)]).toEqual([0, 1]);
    expect(sandbox.account.calls.filter((path) => path === 'draft/add')).toHaveLength(1);
  });

  it('looks at once when the platform reports, encrypted and signed, and believes nothing else', async () => {
    await house.app.listen(0, '127.0.0.1');
    const { port } = house.app.getHttpServer().address() as { port: number };
    const url = `http://127.0.0.1:${port}/api/channels/${channel.id}/wechat-callback`;
    sandbox.callback = { url, token: 'AAAAA', aesKey: AES_KEY };
    const { id } = await sent('回调');
    house.clock.advance(3_000);
    await sandbox.report();
    await run();
    expect((await look(id)).state).toBe('live');
    const report = '<xml><Event><![CDATA[PUBLISHJOBFINISH]]></Event></xml>';
    sandbox.callback = { url, token: 'AAAAA', aesKey: null };
    expect((await sandbox.push(report)).status).toBe(400);
    sandbox.callback = { url, token: 'BBBBB', aesKey: AES_KEY };
    expect((await sandbox.push(report)).status).toBe(400);
    sandbox.callback = { url, token: 'AAAAA', aesKey: 'b'.repeat(43) };
    expect((await sandbox.push(report)).status).toBe(400);
    sandbox.callback = { url, token: 'AAAAA', aesKey: AES_KEY };
    expect(await sandbox.push(report)).toEqual({ status: 200, body: 'success' });
    // vectors of the platform's own documentation
    const echo = (signature: string) => fetch(`${url}?signature=${signature}&timestamp=1714036504&nonce=1514711492&echostr=4375120948345356249`);
    expect(await (await echo('f464b24fc39322e44b38aa78f5edd27bd1441696')).text()).toBe('4375120948345356249');
    expect((await echo('899cf89e464efb63f54ddac96b0a0a235f53aa78')).status).toBe(400);
  });

  it('deletes the article when the text is withdrawn, also one that was still on its way', async () => {
    const { id, contentId } = await sent('撤回在途');
    const content = (await publisher().call(endpoints.getContent, { params: { id: contentId } })).body;
    await publisher().call(endpoints.withdrawContent, { params: { id: contentId }, body: { reason: '标准有误', seenVersion: content.version } });
    await later(MINUTE);
    await later(2 * MINUTE);
    expect(await look(id)).toMatchObject({ state: 'withdrawn', withdrawal: { state: 'done' } });
    expect([drafts(id), copies(id)]).toEqual([0, 0]);
    const gone = await sent('后台已删');
    await later(MINUTE);
    sandbox.account.published.find((entry) => entry.items[0]!.content_source_url.includes(gone.id))!.deleted = true;
    const live = await look(gone.id);
    await publisher().call(endpoints.withdrawDelivery, { params: { id: gone.id }, body: { reason: '不再需要', seenVersion: live.version } });
    await run();
    expect((await look(gone.id)).state).toBe('withdrawn');
  });

  describe('a corrected text', () => {
    const MIDNIGHT_PASSED = 25 * 60 * MINUTE;
    /** A live article, and the text published again with other words: the ids of its old and its new copy. */
    const corrected = async (title: string): Promise<{ old: string; next: string }> => {
      const first = await sent(title);
      await later(MINUTE);
      expect((await look(first.id)).state).toBe('live');
      const params = { id: first.contentId };
      const before = (await house.as('zhou-operator').call(endpoints.getContent, { params })).body;
      const saved = (await house.as('zhou-operator').call(endpoints.saveContent, { params, body: { ...post(title), blocks: [{ type: 'paragraph', text: `${title}：周末照常办理，每人2次。` }], seenVersion: before.version } })).body;
      const approved = await approveDraft(house, saved);
      const again = await publisher().call(endpoints.publishContent, { params, body: { digest: approved.revision.digest, seenVersion: approved.version } });
      if (again.status !== 200) throw new Error(JSON.stringify(again.body));
      const all = (await publisher().call(endpoints.listDeliveries, { query: { contentId: first.contentId } })).body.items.filter((delivery) => delivery.channelId === channel.id);
      return { old: first.id, next: all.find((delivery) => delivery.id !== first.id)!.id };
    };

    it('takes the place of the older article: that one is deleted, the new one goes live', async () => {
      const { old, next } = await corrected('更正后替换');
      expect(await look(old)).toMatchObject({ state: 'live', outdated: true, withdrawal: { state: 'pending', reason: '原文已更正，旧文本撤回' } });
      expect(await look(next)).toMatchObject({ state: 'queued', outdated: false });
      await run();
      await later(MINUTE);
      expect(await look(old)).toMatchObject({ state: 'withdrawn', withdrawal: { state: 'done', doneAt: expect.any(String) } });
      expect(await look(next)).toMatchObject({ state: 'live', outdated: false });
      expect([copies(old), copies(next), drafts(next)]).toEqual([0, 1, 0]);
      expect(sandbox.account.published.find((entry) => !entry.deleted && entry.items[0]!.content_source_url.includes(next))!.items[0]!.content).toContain('每人2次');
      expect(await house.trail(old)).toEqual(['deliveries.queued', 'deliveries.accepted', 'deliveries.live', 'deliveries.withdrawal_asked', 'deliveries.withdrawn']);
      expect((await house.trail(next))[0]).toBe('deliveries.queued');
    });

    it.each([['its request never arrived', 'hang up before'], ['its answer was lost', 'hang up after'], ['the platform was busy', 'busy']] as const)('deletes the older article in the end when %s, once, and the new one does not wait for it', async (_, trouble) => {
      const { old, next } = await corrected(`删除遇阻${trouble.replace(/ /g, '')}`);
      sandbox.account.switches.next = { 'freepublish/delete': trouble };
      await run();
      expect(await look(old)).toMatchObject({ state: 'live', withdrawal: { state: 'pending', problem: expect.any(String) } });
      await later(MINUTE);
      await later(10 * MINUTE);
      expect(await look(old)).toMatchObject({ state: 'withdrawn', withdrawal: { state: 'done' } });
      expect((await look(next)).state).toBe('live');
      expect([copies(old), copies(next)]).toEqual([0, 1]);
    });

    it('waits for the next day when deletions are used up, and says so', async () => {
      const { old, next } = await corrected('删除额度用完');
      sandbox.account.switches.quota = { 'freepublish/delete': 0 };
      await run();
      await later(MINUTE);
      expect(await look(old)).toMatchObject({ state: 'live', withdrawal: { state: 'pending', problem: '今天的接口调用次数已用完。' } });
      expect((await look(next)).state).toBe('live');
      sandbox.account.switches.quota = {};
      await later(MIDNIGHT_PASSED);
      expect((await look(old)).state).toBe('withdrawn');
      expect(copies(old)).toBe(0);
    });

    it('leaves the older article to a person when the account may not delete, and goes on once the person has', async () => {
      const { old, next } = await corrected('无权删除');
      sandbox.account.switches.authorised = false;
      await run();
      expect(await look(old)).toMatchObject({ state: 'live', withdrawal: { state: 'by_hand' }, abilities: { confirmRemoval: true } });
      expect(copies(old)).toBe(1);
      sandbox.account.published.find((entry) => entry.items[0]!.content_source_url.includes(old))!.deleted = true;
      sandbox.account.switches.authorised = true;
      const { version } = await look(old);
      expect(await publisher().call(endpoints.confirmRemoval, { params: { id: old }, body: { seenVersion: version, removedAt: house.clock.now().toISOString() } })).toMatchObject({ status: 200, body: { state: 'withdrawn' } });
      expect((await look(next)).state).not.toBe('live');
    });
  });
});
