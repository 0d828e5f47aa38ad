import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SandboxAccount } from './account.js';
import { ERRORS, Refused } from './errors.js';

export type { Switches } from './account.js';
export { SandboxAccount };

/** Where the platform reports events (服务器配置). */
export interface Callback { url: string; token: string; aesKey: string | null }

export interface SandboxOptions { port?: number; now?: () => number; appId?: string; secret?: string }

/** A local server that speaks the WeChat official account endpoints the hub uses, for development and tests. */
export class WechatSandbox {
  callback: Callback | null = null;

  private constructor(private readonly server: Server, readonly url: string, readonly account: SandboxAccount) {}

  static async open(options: SandboxOptions = {}): Promise<WechatSandbox> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const account = new SandboxAccount(options.appId ?? 'wx0123456789abcdef', options.secret ?? '0123456789abcdef0123456789abcdef', options.now ?? Date.now, url);
    const sandbox = new WechatSandbox(server, url, account);
    server.on('request', (request, response) => void sandbox.serve(request, response));
    return sandbox;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => void this.server.close(() => done()));
  }

  /** Ends the jobs whose time has come and reports them as the platform does. */
  async report(): Promise<void> {
    for (const job of this.account.settle()) {
      if (!this.callback) continue;
      const at = Math.floor(Date.now() / 1_000);
      await this.push(`<xml><ToUserName><![CDATA[gh_sandbox]]></ToUserName><FromUserName><![CDATA[openid]]></FromUserName><CreateTime>${at}</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[PUBLISHJOBFINISH]]></Event><PublishEventInfo><publish_id>${job.publishId}</publish_id><publish_status>${job.status}</publish_status>${job.articleId ? `<article_id><![CDATA[${job.articleId}]]></article_id>` : ''}</PublishEventInfo></xml>`);
    }
  }

  /** Sends one message to the callback, encrypted where a key is set. @returns status and body of the answer */
  async push(xml: string): Promise<{ status: number; body: string }> {
    const { url, token, aesKey } = this.callback!;
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const nonce = String(randomBytes(4).readUInt32BE());
    const query = new URLSearchParams({ signature: sign(token, timestamp, nonce), timestamp, nonce });
    let body = xml;
    if (aesKey) {
      const encrypted = encrypt(xml, aesKey, this.account.appId);
      query.set('encrypt_type', 'aes');
      query.set('msg_signature', sign(token, timestamp, nonce, encrypted));
      body = `<xml><ToUserName><![CDATA[gh_sandbox]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
    }
    const answer = await fetch(`${url}?${query}`, { method: 'POST', headers: { 'content-type': 'text/xml' }, body });
    return { status: answer.status, body: await answer.text() };
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url!, this.url);
    const body = await bytesOf(request);
    const say = (answer: object): void => void response.writeHead(200, { 'content-type': 'application/json; encoding=utf-8' }).end(JSON.stringify(answer));
    if (address.pathname.startsWith('/sandbox/')) return this.admin(address.pathname, body, say);
    if (address.pathname.startsWith('/s/')) return this.page(address.pathname.slice(3), response);
    const path = address.pathname.replace('/cgi-bin/', '');
    const trouble = this.account.switches.next[path];
    delete this.account.switches.next[path];
    if (trouble === 'hang up before') return void request.socket.destroy();
    try {
      if (trouble === 'busy') throw new Refused(-1);
      const answer = this.answer(request, address, path, body);
      if (trouble === 'hang up after') return void request.socket.destroy();
      say(answer);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      say({ errcode: error.code, errmsg: `${ERRORS[error.code] ?? 'error'} rid: sandbox` });
    }
  }

  private answer(request: IncomingMessage, address: URL, path: string, body: Buffer): object {
    if (request.method !== 'POST') throw new Refused(43002);
    if (path === 'stable_token') {
      this.account.calls.push(path);
      const { appid, secret, grant_type: grant, force_refresh: force } = json(body);
      if (grant !== 'client_credential') throw new Refused(47001);
      if (!this.account.switches.ipWhitelisted) throw new Refused(40164);
      if (appid !== this.account.appId) throw new Refused(40013);
      if (secret !== this.account.secret) throw new Refused(40125);
      return this.account.stableToken(force === true);
    }
    this.account.admit(path, address.searchParams.get('access_token'));
    switch (path) {
      case 'material/add_material': return this.account.addMaterial(address.searchParams.get('type') ?? '', fileIn(request, body));
      case 'media/uploadimg': return this.account.uploadImage(fileIn(request, body));
      case 'draft/add': return this.account.addDraft(json(body)['articles'] as []);
      case 'draft/batchget': return this.account.listDrafts(Number(json(body)['offset']), Number(json(body)['count']), json(body)['no_content'] === 1);
      case 'draft/delete': this.account.deleteDraft(String(json(body)['media_id'])); return { errcode: 0, errmsg: 'ok' };
      case 'freepublish/submit': return this.account.submit(String(json(body)['media_id']));
      case 'freepublish/get': return this.account.publishState(String(json(body)['publish_id']));
      case 'freepublish/batchget': return this.account.listPublished(Number(json(body)['offset']), Number(json(body)['count']), json(body)['no_content'] === 1);
      case 'freepublish/getarticle': return this.account.article(String(json(body)['article_id']));
      case 'freepublish/delete': this.account.deleteArticle(String(json(body)['article_id']), Number(json(body)['index'] ?? 1)); return { errcode: 0, errmsg: 'ok' };
      default: throw new Refused(47001);
    }
  }

  /** /sandbox/state shows what there is; /sandbox/switches changes the switches; /sandbox/end-tokens ends the tokens. */
  private admin(path: string, body: Buffer, say: (answer: object) => void): void {
    if (path === '/sandbox/switches' && body.length > 0) Object.assign(this.account.switches, json(body));
    if (path === '/sandbox/end-tokens') this.account.endTokens();
    if (path === '/sandbox/callback') this.callback = body.length > 0 ? (json(body) as unknown as Callback) : null;
    this.account.settle();
    const { switches, drafts, published, jobs, calls } = this.account;
    say({ switches, drafts: drafts.map(({ mediaId, items }) => ({ mediaId, titles: items.map((item) => item.title), sources: items.map((item) => item.content_source_url) })), published: published.map(({ articleId, items, deleted }) => ({ articleId, deleted, titles: items.map((item) => item.title), sources: items.map((item) => item.content_source_url) })), jobs, calls });
  }

  private page(articleId: string, response: ServerResponse): void {
    const found = this.account.published.find((entry) => entry.articleId === articleId && !entry.deleted);
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(found ? `<!doctype html><meta charset="utf-8"><h1>${found.items[0]!.title}</h1>${found.items[0]!.content}` : '该内容已被发布者删除');
  }
}

function json(body: Buffer): Record<string, unknown> {
  if (body.length === 0) throw new Refused(44002);
  try {
    return JSON.parse(body.toString('utf8')) as Record<string, unknown>;
  } catch {
    throw new Refused(47001);
  }
}

/** The part of a form that holds a file, named media. */
function fileIn(request: IncomingMessage, body: Buffer): Buffer {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/.exec(request.headers['content-type'] ?? '');
  if (!boundary) throw new Refused(41005);
  const mark = Buffer.from(`--${boundary[1] ?? boundary[2]}`);
  const head = body.indexOf('\r\n\r\n', body.indexOf('name="media"'));
  const end = body.indexOf(mark, head);
  if (body.indexOf('name="media"') < 0 || head < 0 || end < 0) throw new Refused(41005);
  return body.subarray(head + 4, end - 2);
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const sign = (...parts: string[]): string => createHash('sha1').update(parts.sort().join('')).digest('hex');

/** 消息加解密: 16 random bytes, length, message, appid; PKCS#7 to blocks of 32; AES-256-CBC. */
function encrypt(message: string, aesKey: string, appId: string): string {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const text = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([randomBytes(16), length, text, Buffer.from(appId)]);
  const pad = 32 - (plain.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])), cipher.final()]).toString('base64');
}
