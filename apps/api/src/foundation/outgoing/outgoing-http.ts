import { lookup as resolveName } from 'node:dns/promises';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isLoopbackAddress, isOpenAddress, isPrivateAddress } from './address-rules.js';

/** Limits of every outgoing request. */
export const OUTGOING_LIMITS = { ports: [80, 443], timeoutMs: 15_000, maxBytes: 4 * 1024 * 1024, maxRedirects: 3, maxUrlChars: 2_048 } as const;

/** Why nothing was sent, or why the answer cannot be had. `sent` tells whether the other side may have acted. */
export class OutgoingFailure extends Error {
  constructor(readonly reason: string, readonly sent: 'no' | 'maybe', readonly kind: 'refused' | 'network' | 'too_large' | 'timeout' = 'network') {
    super(reason);
  }
}

export interface OutgoingRequest {
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: Buffer | string;
  timeoutMs?: number;
  maxBytes?: number;
  /** Only a GET may follow; each hop is checked like the first. */
  followRedirects?: boolean;
}

export interface OutgoingAnswer { status: number; headers: Record<string, string>; body: Buffer; url: string }

export type NameResolver = (host: string) => Promise<{ address: string; family: number }[]>;

interface Target { url: URL; address: string; family: number; /** A host of the own network that the settings name. */ named: boolean }

/**
 * The one guard for every address that somebody typed (webhooks, links, feeds, media) and every platform API:
 * http and https on their own ports, no names of this network, the name resolved once and the connection pinned to what was
 * checked, redirects checked again, time and size limited, nothing unpacked.
 */
export class OutgoingHttp {
  constructor(
    private readonly loopbackAllowed: boolean,
    private readonly resolve: NameResolver = (host) => resolveName(host, { all: true }),
    /** 'host' or 'host:port' of the own network that may be reached. */
    private readonly privateHosts: readonly string[] = [],
  ) {}

  /** @throws OutgoingFailure kind 'refused' when the address may not be reached; nothing was sent then */
  async check(address: string): Promise<void> {
    await this.target(address);
  }

  /** @throws OutgoingFailure */
  async send(address: string, request: OutgoingRequest = {}): Promise<OutgoingAnswer> {
    const method = request.method ?? 'GET';
    let next = address;
    let named = true;
    for (let hop = 0; hop <= OUTGOING_LIMITS.maxRedirects; hop += 1) {
      // Nobody outside may send us into the own network.
      const target = await this.target(next, named);
      named = target.named;
      const answer = await exchange(target, { ...request, method });
      const location = answer.headers['location'];
      if (answer.status < 300 || answer.status >= 400 || !location || method !== 'GET' || !request.followRedirects) return answer;
      if (!URL.canParse(location, target.url.href)) throw refused('对方转到的地址无效');
      next = new URL(location, target.url).href;
      if (target.url.protocol === 'https:' && new URL(next).protocol !== 'https:') throw refused('对方从加密地址转到了不加密的地址');
    }
    throw refused('对方转址次数过多');
  }

  private async target(address: string, mayBeNamed = true): Promise<Target> {
    if (address.length > OUTGOING_LIMITS.maxUrlChars || !URL.canParse(address)) throw refused('网址无效');
    const url = new URL(address);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refused('网址应以 http:// 或 https:// 开头');
    if (url.username || url.password) throw refused('网址中不能带用户名和密码');
    const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
    if (!host) throw refused('网址无效');
    const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await this.resolve(host).catch(() => []);
    if (found.length === 0) throw new OutgoingFailure('找不到这个域名', 'no');
    const loopback = this.loopbackAllowed && found.every((entry) => isLoopbackAddress(entry.address));
    const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
    const listed = mayBeNamed && (this.privateHosts.includes(`${host.toLowerCase()}:${port}`) || (this.privateHosts.includes(host.toLowerCase()) && (OUTGOING_LIMITS.ports as readonly number[]).includes(port)));
    if (listed && found.every((entry) => isPrivateAddress(entry.address))) return { url, ...found[0]!, named: true };
    if (!loopback && !(OUTGOING_LIMITS.ports as readonly number[]).includes(port)) throw refused('只允许访问 80 和 443 端口');
    // One closed address among several is enough: which of them answers is not ours to choose.
    if (!loopback && !found.every((entry) => isOpenAddress(entry.address))) throw refused(`不允许访问内部网络或保留地址${mayBeNamed && found.every((entry) => isPrivateAddress(entry.address)) ? '；确需访问的内网主机，请系统管理员列入允许名单' : ''}`);
    return { url, ...found[0]!, named: false };
  }
}

const refused = (reason: string): OutgoingFailure => new OutgoingFailure(reason, 'no', 'refused');

function exchange({ url, address, family }: Target, request: OutgoingRequest & { method: string }): Promise<OutgoingAnswer> {
  const maxBytes = request.maxBytes ?? OUTGOING_LIMITS.maxBytes;
  const pinned: LookupFunction = (_host, options, done) => (options.all ? done(null, [{ address, family }]) : done(null, address, family));
  return new Promise((done, fail) => {
    let connected = false;
    const open = url.protocol === 'https:' ? requestHttps : requestHttp;
    const call = open(url, {
      method: request.method, lookup: pinned, agent: false,
      headers: { 'user-agent': 'govmedia-hub', accept: '*/*', 'accept-encoding': 'identity', ...request.headers, ...(request.body === undefined ? {} : { 'content-length': Buffer.byteLength(request.body) }) },
    });
    const give = (failure: OutgoingFailure): void => {
      clearTimeout(timer);
      call.destroy();
      fail(failure);
    };
    const late = (): void => give(new OutgoingFailure('对方没有及时答复', connected ? 'maybe' : 'no', 'timeout'));
    const timer = setTimeout(late, request.timeoutMs ?? OUTGOING_LIMITS.timeoutMs);
    call.once('socket', (socket) => socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => { connected = true; }));
    call.once('error', (error: NodeJS.ErrnoException) => give(new OutgoingFailure(connected ? '连接中断' : '连接不上对方', connected ? 'maybe' : 'no', error.code === 'ETIMEDOUT' ? 'timeout' : 'network')));
    call.once('response', (response: IncomingMessage) => {
      const encoding = response.headers['content-encoding'];
      if (encoding && encoding !== 'identity') return give(new OutgoingFailure('对方的答复经过压缩，不予解开', 'maybe', 'too_large'));
      if (Number(response.headers['content-length'] ?? 0) > maxBytes) return give(new OutgoingFailure('对方的答复过大', 'maybe', 'too_large'));
      const parts: Buffer[] = [];
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
        if (bytes > maxBytes) return give(new OutgoingFailure('对方的答复过大', 'maybe', 'too_large'));
        parts.push(part);
      });
      response.once('aborted', () => give(new OutgoingFailure('连接中断', 'maybe')));
      response.once('end', () => {
        clearTimeout(timer);
        const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]));
        done({ status: response.statusCode ?? 0, headers, body: Buffer.concat(parts), url: url.href });
      });
    });
    call.end(request.body);
  });
}
