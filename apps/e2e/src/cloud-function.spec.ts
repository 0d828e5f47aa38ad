import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { AskView } from '@govmedia-hub/contracts';
import { CloudRunner } from './cloud-runner.js';
import { startDemonstration } from './prepared-city.js';
import type { RunningHub } from './running-hub.js';

const SECRET = 'the-secret-that-hub-and-function-share';
// runs built buildings: npm test builds them together with the browser tests
const withBuildings = process.env.CHROMIUM_PATH ? describe : describe.skip;

withBuildings('the cloud function in front of a running hub', () => {
  let hub: RunningHub;
  let forwarder: CloudRunner;
  let ticker: CloudRunner;
  beforeAll(async () => {
    hub = await startDemonstration({ HUB_FUNCTION_SECRET: SECRET });
    const env = { HUB_URL: hub.url, HUB_FUNCTION_SECRET: SECRET };
    forwarder = await CloudRunner.start('hub', env);
    ticker = await CloudRunner.start('tick', env);
    forwarder.calledBy({ OPENID: 'oResident_1', SOURCE: 'wx_client' });
  }, 600_000);
  afterAll(async () => { forwarder?.stop(); ticker?.stop(); await hub?.stop(); });

  it('brings a resident the same answer as the web does', async () => {
    const question = '灵活就业社保补贴每个月能补多少钱？';
    const { status, body } = await forwarder.call({ method: 'POST', path: '/api/public/questions/ask', query: {}, body: { question } });
    expect(status).toBe(200);
    const answer = JSON.parse(body) as AskView;
    expect(answer).toMatchObject({ question, answered: true });
    const direct = await hub.resident().exchange('POST', '/api/public/questions/ask', { json: { question } });
    expect((JSON.parse(direct.bytes.toString('utf8')) as AskView).answer?.text).toBe(answer.answer?.text);
  });

  it('carries queries in Chinese under a signature that holds', async () => {
    const { status, body } = await forwarder.call({ path: '/api/public/accounts', query: { q: '云溪发布' } });
    expect(status).toBe(200);
    expect((JSON.parse(body) as { items: { name: string }[] }).items.map(({ name }) => name)).toContain('云溪发布');
  });

  it('does not open the staff side', async () => {
    expect((await forwarder.call({ path: '/api/documents' })).status).toBe(404);
  });

  it('lets the timer tick, and nobody else', async () => {
    ticker.calledBy({ SOURCE: 'wx_trigger' });
    expect((await ticker.call({ Type: 'Timer' })).status).toBeLessThan(300);
    ticker.calledBy({ OPENID: 'oResident_1', SOURCE: 'wx_client' });
    expect((await ticker.call({})).status).toBe(403);
    expect((await hub.resident().exchange('POST', '/api/tick', { json: {} })).status).toBeGreaterThanOrEqual(401);
  });

  describe('a call that only pretends to come from the function', () => {
    const signed = (secret: string, at: number, nonce = randomBytes(16).toString('hex')) => {
      const path = '/api/public/questions/ask';
      const body = JSON.stringify({ question: '失业金怎么领' });
      const canonical = ['HUB-HMAC-SHA256-1', 'POST', path, createHash('sha256').update(body).digest('hex'), 'o1', '', String(at), nonce].join('\n');
      const headers = { 'content-type': 'application/json', 'x-hub-openid': 'o1', 'x-hub-unionid': '', 'x-hub-timestamp': String(at), 'x-hub-nonce': nonce, 'x-hub-signature': createHmac('sha256', secret).update(canonical).digest('hex') };
      return fetch(`${hub.url}${path}`, { method: 'POST', headers, body }).then(({ status }) => status);
    };

    it('is refused when it knows another secret', async () => { expect(await signed('another-secret-of-the-same-length-or-so', Date.now())).toBe(401); });
    it('is refused when it is ten minutes old', async () => { expect(await signed(SECRET, Date.now() - 600_000)).toBe(401); });
    it('is refused the second time', async () => {
      const nonce = randomBytes(16).toString('hex');
      expect(await signed(SECRET, Date.now(), nonce)).toBe(200);
      expect(await signed(SECRET, Date.now(), nonce)).toBe(401);
    });
  });
});
