import { createHash, createHmac } from 'node:crypto';
import { type IncomingMessage, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endpoints } from '@govmedia-hub/contracts';
import { toCaller } from './caller.js';
import { forward, tick } from './forwarding.js';
import { type HubConnection, connectionFrom } from './hub-connection.js';
import { toForwardedCall } from './resident-routes.js';
import { canonicalRequest, signatureOf } from './signature.js';

const SECRET = 'a-secret-of-thirty-two-characters-or-more';
const resident = toCaller({ OPENID: 'oResident_1', UNIONID: 'uResident-1', SOURCE: 'wx_client' });
const timer = toCaller({ SOURCE: 'wx_trigger' });

describe('who calls', () => {
  it('is whom the platform names, and an id of an unexpected shape counts as nobody', () => {
    expect(resident).toEqual({ openid: 'oResident_1', unionid: 'uResident-1', source: 'wx_client' });
    expect(toCaller({ OPENID: 'o\nx-hub-openid: other' }).openid).toBe('');
    expect(toCaller({}).openid).toBe('');
  });
});

describe('routes that are forwarded', () => {
  it('takes every resident route of the contracts', () => {
    const residentRoutes = Object.values(endpoints).filter((e) => e.path.startsWith('/public/'));
    expect(residentRoutes.length).toBeGreaterThan(15);
    for (const { method, path } of residentRoutes) {
      expect(toForwardedCall({ method, path: path.replace(/:\w+/g, '0192-abc_D') })).toMatchObject({ method });
    }
  });

  it('takes no staff route, not even sign-in', () => {
    for (const { method, path } of Object.values(endpoints).filter((e) => !e.path.startsWith('/public/'))) {
      expect(toForwardedCall({ method, path: path.replace(/:\w+/g, 'x') })).toBe('not_a_resident_route');
    }
  });

  it.each(['/public/../session', '/public/documents/..%2f..%2fsession', '/public//search', '/public/documents/a/b', '//evil.example/public/search', 'http://evil.example/public/search', '/public/search/', '/PUBLIC/search', '/tick', '/public/documents/x#y'])('refuses the disguised path %s', (path) => {
    expect(toForwardedCall({ method: 'GET', path })).toBe('not_a_resident_route');
  });

  it('refuses another method on a resident route', () => {
    expect(toForwardedCall({ method: 'DELETE', path: '/public/search' })).toBe('not_a_resident_route');
  });

  it('joins the query, encodes it, and ignores headers and ids that the event brings', () => {
    expect(toForwardedCall({ path: '/api/public/search?limit=5', query: { q: '社保 转移&x' }, headers: { cookie: 'a=b' }, openid: 'forged' }))
      .toEqual({ method: 'GET', path: '/api/public/search?limit=5&q=%E7%A4%BE%E4%BF%9D+%E8%BD%AC%E7%A7%BB%26x', body: Buffer.alloc(0) });
  });

  it('refuses what is not a call and what is too large', () => {
    expect(toForwardedCall(null)).toBe('not_a_call');
    expect(toForwardedCall({ path: 7 })).toBe('not_a_call');
    expect(toForwardedCall({ method: 'POST', path: '/public/tickets', body: { question: '问'.repeat(30_000) } })).toBe('too_large');
    expect(toForwardedCall({ path: '/public/search', query: { q: '问'.repeat(1_000) } })).toBe('too_large');
  });
});

describe('the signature', () => {
  it('stands over method, path, body, ids, time and nonce, one line each', () => {
    const request = { method: 'POST', path: '/api/public/tickets', body: Buffer.from('{"question":"你好"}'), openid: 'o1', unionid: 'u1', timestamp: '1790000000000', nonce: 'n'.repeat(32) };
    expect(canonicalRequest(request)).toBe([
      'HUB-HMAC-SHA256-1', 'POST', '/api/public/tickets', createHash('sha256').update('{"question":"你好"}').digest('hex'), 'o1', 'u1', '1790000000000', 'n'.repeat(32),
    ].join('\n'));
    expect(signatureOf(request, SECRET)).toBe(createHmac('sha256', SECRET).update(canonicalRequest(request)).digest('hex'));
    expect(signatureOf({ ...request, openid: 'o2' }, SECRET)).not.toBe(signatureOf(request, SECRET));
  });
});

describe('where the hub is', () => {
  it('is taken from the environment, over HTTPS only, with a long enough secret', () => {
    expect(connectionFrom({ HUB_URL: 'https://hub.example.gov.cn/', HUB_FUNCTION_SECRET: SECRET })).toEqual({ url: 'https://hub.example.gov.cn', secret: SECRET, timeoutMs: 8000 });
    expect(connectionFrom({ HUB_URL: 'http://127.0.0.1:3000', HUB_FUNCTION_SECRET: SECRET })).not.toBeNull();
    expect(connectionFrom({ HUB_URL: 'http://hub.example.gov.cn', HUB_FUNCTION_SECRET: SECRET })).toBeNull();
    expect(connectionFrom({ HUB_URL: 'https://hub.example.gov.cn', HUB_FUNCTION_SECRET: 'short' })).toBeNull();
    expect(connectionFrom({})).toBeNull();
  });
});

describe('a call to the hub', () => {
  let hub: Server;
  let connection: HubConnection;
  let heard: { request: IncomingMessage; body: string }[];
  beforeAll(async () => {
    hub = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => { body += chunk; }).on('end', () => {
        heard.push({ request, body });
        if (request.url!.includes('never')) return;
        if (request.url!.includes('moved')) { response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(); return; }
        if (request.url!.includes('flood')) { for (let i = 0; i < 5; i++) response.write(Buffer.alloc(1024 * 1024, 97)); response.end(); return; }
        response.writeHead(200, { 'content-type': 'application/json', etag: '"e"', 'set-cookie': 'hub=1', 'x-powered-by': 'hub' }).end('{"ok":true}');
      });
    });
    await new Promise<void>((done) => hub.listen(0, '127.0.0.1', done));
    connection = { url: `http://127.0.0.1:${(hub.address() as AddressInfo).port}`, secret: SECRET, timeoutMs: 400 };
  });
  beforeEach(() => { heard = []; });
  afterAll(async () => { hub.closeAllConnections(); await new Promise((done) => hub.close(done)); });

  it('carries the platform\'s ids under a signature that the hub can check, and none of the caller\'s headers', async () => {
    const answer = await forward({ method: 'POST', path: '/public/questions/ask', body: { question: '失业金怎么领' }, headers: { authorization: 'x', 'x-hub-openid': 'forged' }, OPENID: 'forged' }, resident, connection, 'r1');
    expect(answer).toEqual({ statusCode: 200, headers: { 'content-type': 'application/json', etag: '"e"' }, body: '{"ok":true}' });
    const [{ request, body }] = heard as [typeof heard[0]];
    expect(Object.keys(request.headers).sort()).toEqual(['accept', 'connection', 'content-length', 'content-type', 'host', 'x-hub-nonce', 'x-hub-openid', 'x-hub-signature', 'x-hub-timestamp', 'x-hub-unionid']);
    expect(request.headers['x-hub-openid']).toBe('oResident_1');
    expect(request.headers['x-hub-signature']).toBe(signatureOf({
      method: 'POST', path: '/api/public/questions/ask', body: Buffer.from(body), openid: 'oResident_1', unionid: 'uResident-1',
      timestamp: String(request.headers['x-hub-timestamp']), nonce: String(request.headers['x-hub-nonce']),
    }, SECRET));
    expect(JSON.parse(body)).toEqual({ question: '失业金怎么领' });
  });

  it('never uses a nonce twice', async () => {
    await forward({ path: '/public/units' }, resident, connection, 'r');
    await forward({ path: '/public/units' }, resident, connection, 'r');
    expect(new Set(heard.map(({ request }) => request.headers['x-hub-nonce'])).size).toBe(2);
  });

  it('does not reach the hub for a staff route, for nobody, or without configuration', async () => {
    expect((await forward({ path: '/documents' }, resident, connection, 'r')).statusCode).toBe(404);
    expect((await forward({ path: '/public/units' }, toCaller({}), connection, 'r')).statusCode).toBe(403);
    expect((await forward({ path: '/public/units' }, resident, null, 'r')).statusCode).toBe(503);
    expect(heard).toHaveLength(0);
  });

  it('says so in the shape of every other refusal when the hub is slow, away or answers too much', async () => {
    const slow = await forward({ path: '/public/documents/never' }, resident, connection, 'r9');
    expect(slow.statusCode).toBe(504);
    expect(JSON.parse(slow.body)).toEqual({ type: 'about:blank', title: '服务响应超时，请稍后再试。', status: 504, code: 'server.not_ready', requestId: 'r9' });
    expect((await forward({ path: '/public/units' }, resident, { ...connection, url: 'http://127.0.0.1:1' }, 'r')).statusCode).toBe(502);
    expect((await forward({ path: '/public/documents/flood' }, resident, { ...connection, timeoutMs: 5_000 }, 'r')).statusCode).toBe(502);
  });

  it('does not follow a redirect to another place', async () => {
    expect((await forward({ path: '/public/documents/moved' }, resident, connection, 'r')).statusCode).toBe(302);
    expect(heard).toHaveLength(1);
  });

  it('ticks for the timer and for nobody else', async () => {
    expect((await tick(timer, connection, 'r')).statusCode).toBe(200);
    expect(heard[0]!.request).toMatchObject({ method: 'POST', url: '/api/tick' });
    expect((await tick(resident, connection, 'r')).statusCode).toBe(403);
    expect((await tick(toCaller({ SOURCE: 'wx_client,scf' }), connection, 'r')).statusCode).toBe(403);
    expect(heard).toHaveLength(1);
  });
});
