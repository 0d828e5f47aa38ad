import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { endpoints, type ChannelView, type DeliveryView } from '@govmedia-hub/contracts';
import { WechatSandbox } from '@govmedia-hub/wechat-sandbox';
import { transformSync } from '@swc/core';
import { OutboxRunner } from '../../src/foundation/outbox/outbox-runner.js';
import { fileAccount } from '../file-account.js';
import { MessageReceiver } from '../message-receiver.js';
import { databases, openTestHouse, type TestHouse } from '../open-test-house.js';
import { publishContent } from '../release-and-publish.js';

const ROOT = process.cwd();
const OUT = join(ROOT, 'node_modules', '.cache', `killable-hub-${process.pid}`);
const MINUTE = 60_000;

/** The sources as a process of their own can run them, beside the packages that they import. */
function compile(): string {
  for (const folder of ['src', 'test/kill'])
    for (const entry of readdirSync(join(ROOT, 'apps/api', folder), { recursive: true, encoding: 'utf8' })) {
      if (!entry.endsWith('.ts') || entry.endsWith('.spec.ts') || entry.endsWith('.d.ts')) continue;
      const target = join(OUT, folder, entry.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, transformSync(readFileSync(join(ROOT, 'apps/api', folder, entry), 'utf8'), { filename: entry, module: { type: 'es6' }, jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true }, transform: { legacyDecorator: true, decoratorMetadata: true }, keepClassNames: true } }).code);
    }
  writeFileSync(join(OUT, 'package.json'), '{"type":"module"}');
  return join(OUT, 'test/kill/killable-hub.js');
}

/** Where a WeChat delivery is killed: name, which passing of it, and what the delivery has come to when another process went on. */
const SEND_POINTS: [string, number, 'live' | 'unknown'][] = [
  ['claimed', 1, 'live'], ['cover-uploaded', 1, 'live'], ['draft-intended', 1, 'live'], ['draft-added', 1, 'live'], ['draft-noted', 1, 'live'], ['submit-intended', 1, 'unknown'], ['submitted', 1, 'live'], ['submit-noted', 1, 'live'],
  ['unrecorded', 1, 'live'], ['recorded', 1, 'live'], ['claimed', 2, 'live'], ['polled', 1, 'live'], ['unrecorded', 2, 'live'], ['recorded', 2, 'live'],
];

describe.each(databases)('a process killed in the middle, on %s', (kind) => {
  let house: TestHouse;
  let sandbox: WechatSandbox;
  let receiver: MessageReceiver;
  let wechat: ChannelView;
  let webhook: ChannelView;
  let child: string;
  beforeAll(async () => {
    child = compile();
    sandbox = await WechatSandbox.open();
    sandbox.account.switches.publishDelayMs = 0;
    receiver = await MessageReceiver.open();
    house = await openTestHouse(kind, { wechatApiBase: sandbox.url });
    const accountId = await fileAccount(house);
    const create = async (body: object) => (await house.as('feng-publisher').call(endpoints.createChannel, { body: { accountId, active: true, ...body } })).body;
    wechat = await create({ kind: 'wechat_official', name: '公众号', settings: { appId: sandbox.account.appId }, secrets: { appSecret: sandbox.account.secret } });
    webhook = await create({ kind: 'webhook', name: '门户', settings: { url: receiver.url }, secrets: { signingKey: 'a-signing-key-of-24-characters-or-more' } });
  });
  afterAll(async () => {
    await house.close();
    await sandbox.close();
    await receiver.close();
    rmSync(OUT, { recursive: true, force: true });
  });
  const publisher = () => house.as('feng-publisher');
  const look = async (id: string): Promise<DeliveryView> => (await publisher().call(endpoints.getDelivery, { params: { id } })).body;
  const copies = (id: string): number => sandbox.account.published.filter((entry) => !entry.deleted && entry.items[0]!.content_source_url.includes(id)).length;
  const drafts = (id: string): number => sandbox.account.drafts.filter((entry) => entry.items[0]!.content_source_url.includes(id)).length;
  const queue = async (title: string, channel: ChannelView): Promise<DeliveryView> => {
    house.forgetSessions();
    const content = await publishContent(house, { kind: 'post', title, blocks: [{ type: 'paragraph', text: `${title}：照常办理。` }], sources: [] });
    return (await publisher().call(endpoints.deliverContent, { params: { id: content.id }, body: { digest: content.revision.digest, seenVersion: content.version, channelIds: [channel.id], dueAt: null } })).body[0]!;
  };
  const killedAt = (point: string, turn: number): Promise<NodeJS.Signals | string> => new Promise((done, fail) => {
    const its = spawn(process.execPath, [child], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, KILL_PLAN: JSON.stringify({ settings: house.settings, now: house.clock.now().toISOString(), point, turn }) } });
    let said = '';
    for (const stream of [its.stdout, its.stderr]) stream.on('data', (text) => { said += text; });
    its.on('error', fail);
    its.on('close', (_code, signal) => done(signal ?? said));
  });
  /** Another process goes on after the lease has run out. */
  const goOn = async (): Promise<void> => {
    for (let round = 0; round < 6; round += 1) {
      house.clock.advance(5 * MINUTE);
      await house.app.get(OutboxRunner).runDue();
    }
    house.forgetSessions();
  };

  it.each(SEND_POINTS)('at “%s” (passing %i) of a WeChat delivery, loses nothing and doubles nothing: %s', async (point, turn, state) => {
    const { id } = await queue(`断电${point}${turn}`, wechat);
    expect(await killedAt(`deliveries.send ${point}`, turn)).toBe('SIGKILL');
    await goOn();
    const delivery = await look(id);
    expect(delivery.state).toBe(state);
    expect(copies(id)).toBe(state === 'live' ? 1 : 0);
    if (state === 'live') return expect(drafts(id)).toBe(0);
    // Nothing was submitted, and nothing is submitted again before a person has looked.
    expect(drafts(id)).toBe(1);
    await publisher().call(endpoints.decideDelivery, { params: { id }, body: { decision: 'resubmit', reason: '后台没有', seenVersion: delivery.version } });
    await goOn();
    expect([(await look(id)).state, copies(id), drafts(id)]).toEqual(['live', 1, 0]);
  });

  it.each([['claimed', 1], ['article-known', 1], ['deleted', 1], ['unrecorded', 1]])('at “%s” of a WeChat withdrawal, ends withdrawn', async (point, turn) => {
    const { id } = await queue(`撤回${point}`, wechat);
    await house.app.get(OutboxRunner).runDue();
    await goOn();
    const live = await look(id);
    await publisher().call(endpoints.withdrawDelivery, { params: { id }, body: { reason: '有误', seenVersion: live.version } });
    expect(await killedAt(`deliveries.withdraw ${point}`, turn)).toBe('SIGKILL');
    await goOn();
    expect([(await look(id)).state, copies(id)]).toEqual(['withdrawn', 0]);
  });

  it.each([['claimed', 1], ['sent', 1], ['unrecorded', 1]])('at “%s” of a webhook delivery, sends under the same id only', async (point, turn) => {
    const { id } = await queue(`推送${point}`, webhook);
    receiver.received.length = 0;
    expect(await killedAt(`deliveries.send ${point}`, turn)).toBe('SIGKILL');
    await goOn();
    expect((await look(id)).state).toBe('live');
    expect(new Set(receiver.received.map((message) => message.headers['webhook-id']))).toEqual(new Set([id]));
  });
});
