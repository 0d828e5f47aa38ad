import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints } from '@govmedia-hub/contracts';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { createHub } from '../src/bootstrap.js';
import { describe as describeApi } from '../src/foundation/http/open-api.js';
import { OrganisationsService } from '../src/features/organisations/organisations.service.js';
import { openTestHouse, type TestHouse } from './open-test-house.js';

describe('the front door', () => {
  let house: TestHouse;
  beforeAll(async () => { house = await openTestHouse('sqlite', { rateLimitPerMinute: 60 }); });
  afterAll(() => house.close());
  const inject = (request: object) => house.app.getHttpAdapter().getInstance().inject(request as never) as Promise<{ statusCode: number; headers: Record<string, string>; body: string; json(): any }>;

  it('tells the browser to run nothing but the hub’s own scripts', async () => {
    const { headers } = await inject({ url: '/api/health' });
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('answers an unknown address, a broken body and a wrong kind of body as problems in Chinese', async () => {
    expect((await inject({ url: '/api/nowhere' })).json()).toMatchObject({ status: 404, code: 'request.not_found', title: expect.stringContaining('没有这个页面') });
    expect((await inject({ method: 'POST', url: '/api/session', payload: '{"username":', headers: { 'content-type': 'application/json' } })).json()).toMatchObject({ status: 400, code: 'request.invalid' });
    expect((await inject({ method: 'POST', url: '/api/session', payload: '<a/>', headers: { 'content-type': 'text/xml' } })).json()).toMatchObject({ status: 415, code: 'request.unsupported_media' });
    expect((await inject({ method: 'POST', url: '/api/session', payload: { username: 'a', password: 'b', role: 'administrator' } })).json()).toMatchObject({ status: 400, errors: [{ field: 'role' }] });
  });

  it('keeps public answers ready as bytes, says when nothing changed, and forgets them when something did', async () => {
    const first = await inject({ url: '/api/public/units' });
    expect(first.headers['etag']).toBeTruthy();
    const again = await inject({ url: '/api/public/units' });
    expect(again.body).toBe(first.body);
    expect((await inject({ url: '/api/public/units', headers: { 'if-none-match': first.headers['etag'] } })).statusCode).toBe(304);
    await house.database.transaction((db) => house.app.get(OrganisationsService).create(db, house.actor('wei-administrator'), { name: '云溪市新设局', shortName: '新设局', kind: 'bureau', creditCode: '', region: '云溪市', parentId: null, duties: '', address: '', phone: '', supervising: false, effectiveFrom: '2019-01-01', effectiveTo: null }));
    expect((await inject({ url: '/api/public/units' })).body).toContain('云溪市新设局');
  });

  it('believes the cloud function by its signature only, and each call once', async () => {
    const sign = (timestamp: number, nonce: string) => createHmac('sha256', 'test-function-secret-test-function').update(['HUB-HMAC-SHA256-1', 'POST', '/api/tick', createHash('sha256').update('').digest('hex'), 'open-1', '', String(timestamp), nonce].join('\n')).digest('hex');
    const call = (timestamp: number, nonce: string, signature: string) => inject({ method: 'POST', url: '/api/tick', headers: { 'x-hub-openid': 'open-1', 'x-hub-unionid': '', 'x-hub-timestamp': String(timestamp), 'x-hub-nonce': nonce, 'x-hub-signature': signature } });
    const now = house.clock.now().getTime();
    const nonce = 'a'.repeat(32);
    expect((await call(now, nonce, sign(now, nonce))).statusCode).toBe(200);
    expect((await call(now, nonce, sign(now, nonce))).statusCode).toBe(401);
    expect((await call(now, 'b'.repeat(32), sign(now, nonce))).statusCode).toBe(401);
    expect((await call(now - 6 * 60_000, 'c'.repeat(32), sign(now - 6 * 60_000, 'c'.repeat(32)))).statusCode).toBe(401);
    expect((await inject({ method: 'POST', url: '/api/tick' })).statusCode).toBe(401);
  });

  it('describes every endpoint with its fields, its access and its problems', () => {
    const document = describeApi(SwaggerModule.createDocument(house.app, new DocumentBuilder().setTitle('hub').build()));
    const described = Object.entries(document.paths).flatMap(([path, item]) => Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`));
    for (const endpoint of Object.values(endpoints)) expect(described).toContain(`${endpoint.method} /api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`);
    expect(document.components!.schemas!['CreatePersonDto']).toMatchObject({ required: expect.arrayContaining(['username', 'orgId', 'roles']) });
    expect(document.paths['/api/documents']!.get!.parameters).toContainEqual(expect.objectContaining({ name: 'validity', in: 'query', required: false }));
    expect(document.paths['/api/people']!.post!.responses['409']).toBeDefined();
  });

  it('sends a ready answer the short way with the same headers, forgets it with the others, and counts it against the limit', async () => {
    await house.app.listen(0, '127.0.0.1');
    const { port } = house.app.getHttpServer().address() as { port: number };
    const get = (headers: Record<string, string> = {}) => fetch(`http://127.0.0.1:${port}/api/public/units?short=1`, { headers });
    const plain = (response: Response) => Object.fromEntries([...response.headers].filter(([name]) => !/^(date|x-request-id|x-ratelimit-.*)$/.test(name)));
    await house.settle();
    const first = await get();
    const text = await first.text();
    const second = await get();
    expect(await second.text()).toBe(text);
    expect(plain(second)).toEqual(plain(first));
    expect(second.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(second.headers.get('x-ratelimit-limit')).toBeNull();
    expect((await get({ 'if-none-match': first.headers.get('etag')! })).status).toBe(304);
    await house.database.transaction((db) => house.app.get(OrganisationsService).create(db, house.actor('wei-administrator'), { name: '云溪市再设局', shortName: '再设局', kind: 'bureau', creditCode: '', region: '云溪市', parentId: null, duties: '', address: '', phone: '', supervising: false, effectiveFrom: '2019-01-01', effectiveTo: null }));
    expect(await (await get()).text()).toContain('云溪市再设局');
    let last = 200;
    for (let count = 0; count < 200 && last !== 429; count += 1) last = (await get()).status;
    expect(last).toBe(429);
  });

  it('slows down an address that asks too often', async () => {
    let last = 200;
    for (let count = 0; count < 80 && last !== 429; count += 1) last = (await house.resident.call(endpoints.health)).status;
    expect(last).toBe(429);
  });

  it('counts each resident behind the reverse proxy apart, and believes no address that a stranger claims', async () => {
    const from = async (address: string) => (await inject({ url: '/api/health', headers: { 'x-forwarded-for': address } })).statusCode;
    for (let count = 0; count < 61; count += 1) await from('203.0.113.7');
    expect(await from('203.0.113.7')).toBe(429);
    expect(await from('203.0.113.8')).toBe(200);
    expect(await from('198.51.100.1, 203.0.113.7')).toBe(429); // the proxy adds the true address behind what the caller wrote
  });

  it('serves its interface when its pages are not built, and says at a page what to do', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'hub-pages-'));
    const app = await createHub({ ...house.settings, dataDir, sqliteFile: join(dataDir, 'hub.sqlite') }, { quiet: true, faces: { residentDir: join(dataDir, 'h5'), consoleDir: join(dataDir, 'console') } });
    try {
      const fastify = app.getHttpAdapter().getInstance() as unknown as { inject(url: string): Promise<{ statusCode: number; body: string }> };
      expect((await fastify.inject('/api/health')).statusCode).toBe(200);
      const page = await fastify.inject('/console/');
      expect([page.statusCode, page.body]).toEqual([503, '工作台页面尚未构建，请先运行 npm start。']);
    } finally {
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
