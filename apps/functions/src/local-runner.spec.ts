import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, type Server, createServer } from 'node:http';
import { type AddressInfo, createServer as createNetServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { signatureOf } from './signature.js';

const SECRET = 'a-secret-of-thirty-two-characters-or-more';
const here = path.join(process.cwd(), 'apps/functions');

const freePort = () => new Promise<number>((done) => {
  const server = createNetServer().listen(0, '127.0.0.1', () => { const { port } = server.address() as AddressInfo; server.close(() => done(port)); });
});

/** The built function in the platform's own local runner; the platform's identity comes from a file, as wx-server-sdk's would from the call. */
class Runner {
  private child!: ChildProcess;
  private port = 0;
  private said = '';
  constructor(private readonly name: string, private readonly folder: string, private readonly env: Record<string, string>) {}

  async start(): Promise<this> {
    this.port = await freePort();
    this.child = spawn(process.execPath, [path.join(process.cwd(), 'node_modules/.bin/tcb-ff'), `--source=${path.join(here, 'dist', this.name, 'index.js')}`, '--target=main', '--signatureType=event', `--port=${this.port}`], {
      cwd: path.join(here, 'dist', this.name), env: { ...process.env, NODE_PATH: path.join(this.folder, 'node_modules'), IDENTITY: path.join(this.folder, 'identity.json'), ...this.env }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout!, this.child.stderr!]) stream.on('data', (chunk) => { this.said += chunk; });
    for (let left = 200; ; left--) {
      try { await fetch(`http://127.0.0.1:${this.port}/`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }); return this; } catch (error) {
        if (left === 0 || this.child.exitCode !== null) throw new Error(`the local runner did not start: ${this.said}`, { cause: error });
        await new Promise((done) => setTimeout(done, 50));
      }
    }
  }

  /** One call of the function; the runner turns what it returns into an HTTP answer. */
  async call(event: unknown): Promise<{ status: number; type: string | null; body: any }> {
    const response = await fetch(`http://127.0.0.1:${this.port}/`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-hub-openid': 'forged', cookie: 'a=b' }, body: JSON.stringify(event) });
    const text = await response.text();
    return { status: response.status, type: response.headers.get('content-type'), body: text.startsWith('{') ? JSON.parse(text) : text };
  }

  stop(): Promise<void> {
    return new Promise((done) => { if (this.child.exitCode !== null) { done(); return; } this.child.once('exit', () => done()); this.child.kill('SIGKILL'); });
  }
}

describe('the built functions in the local runner of the cloud', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-functions-'));
  const isWho = (identity: object) => writeFileSync(path.join(folder, 'identity.json'), JSON.stringify(identity));
  const heard: { request: IncomingMessage; body: string }[] = [];
  let hub: Server;
  let forwarder: Runner;
  let ticker: Runner;

  beforeAll(async () => {
    execFileSync(process.execPath, ['build.mjs'], { cwd: here });
    mkdirSync(path.join(folder, 'node_modules/wx-server-sdk'), { recursive: true });
    writeFileSync(path.join(folder, 'node_modules/wx-server-sdk/index.js'), 'exports.DYNAMIC_CURRENT_ENV = Symbol(); exports.init = () => {}; exports.getWXContext = () => JSON.parse(require("fs").readFileSync(process.env.IDENTITY, "utf8"));');
    isWho({});
    hub = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => { body += chunk; }).on('end', () => {
        heard.push({ request, body });
        if (request.url!.includes('never')) return;
        response.writeHead(request.url === '/api/public/documents/gone' ? 404 : 200, { 'content-type': 'application/json; charset=utf-8', 'set-cookie': 'hub=1' }).end('{"title":"关于促进就业的若干措施"}');
      });
    });
    await new Promise<void>((done) => hub.listen(0, '127.0.0.1', done));
    const env = { HUB_URL: `http://127.0.0.1:${(hub.address() as AddressInfo).port}`, HUB_FUNCTION_SECRET: SECRET, HUB_TIMEOUT_MS: '500' };
    [forwarder, ticker] = await Promise.all([new Runner('hub', folder, env).start(), new Runner('tick', folder, env).start()]);
  }, 30_000);
  beforeEach(() => { heard.length = 0; isWho({ OPENID: 'oResident_1', UNIONID: 'u1', SOURCE: 'wx_client' }); });
  afterAll(async () => {
    await Promise.all([forwarder?.stop(), ticker?.stop()]);
    hub?.closeAllConnections();
    await new Promise((done) => hub.close(done));
    rmSync(folder, { recursive: true, force: true });
  });

  it('hands a resident\'s question to the hub, signed, in the platform\'s name for the caller', async () => {
    const answer = await forwarder.call({ method: 'POST', path: '/public/questions/ask', body: { question: '失业金怎么领' }, openid: 'forged', headers: { 'x-hub-openid': 'forged' } });
    expect(answer).toMatchObject({ status: 200, body: { title: '关于促进就业的若干措施' } });
    expect(heard).toHaveLength(1);
    const { request, body } = heard[0]!;
    const header = (name: string) => String(request.headers[name]);
    expect(header('x-hub-signature')).toBe(signatureOf({ method: 'POST', path: '/api/public/questions/ask', body: Buffer.from(body), openid: 'oResident_1', unionid: 'u1', timestamp: header('x-hub-timestamp'), nonce: header('x-hub-nonce') }, SECRET));
    expect(request.headers.cookie).toBeUndefined();
    expect(JSON.stringify(request.headers)).not.toContain('forged');
  });

  it('passes on what the hub answers, and not its cookies', async () => {
    expect(await forwarder.call({ path: '/public/documents/gone' })).toMatchObject({ status: 404, body: { title: '关于促进就业的若干措施' } });
  });

  it('refuses staff routes and callers whom the platform does not name', async () => {
    expect(await forwarder.call({ method: 'POST', path: '/session', body: { username: 'a', password: 'b' } })).toMatchObject({ status: 404, body: { code: 'request.not_found' } });
    isWho({ SOURCE: 'wx_http' });
    expect(await forwarder.call({ path: '/public/units' })).toMatchObject({ status: 403, body: { code: 'access.denied' } });
    expect(heard).toHaveLength(0);
  });

  it('gives up in time when the hub does not answer', async () => {
    expect(await forwarder.call({ path: '/public/documents/never' })).toMatchObject({ status: 504, body: { code: 'server.not_ready' } });
  });

  it('ticks when the timer fires and refuses a mini-program that calls it', async () => {
    expect(await ticker.call({ Type: 'Timer' })).toMatchObject({ status: 403 });
    isWho({ SOURCE: 'wx_trigger' });
    expect(await ticker.call({ Type: 'Timer', TriggerName: 'every-minute' })).toMatchObject({ status: 200 });
    expect(heard.map(({ request }) => `${request.method} ${request.url}`)).toEqual(['POST /api/tick']);
  });

  it('is small and brings no package but the platform\'s own', () => {
    for (const name of ['hub', 'tick']) {
      const code = readFileSync(path.join(here, 'dist', name, 'index.js'), 'utf8');
      expect(code.length).toBeLessThan(24 * 1024);
      expect([...code.matchAll(/require\("([^"]+)"\)/g)].map(([, from]) => from).filter((from) => !from!.startsWith('node:'))).toEqual(['wx-server-sdk']);
    }
  });
});
