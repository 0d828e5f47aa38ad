import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isOpenAddress } from './address-rules.js';
import { OutgoingFailure, OutgoingHttp } from './outgoing-http.js';

describe('addresses of the open internet', () => {
  it.each(['1.1.1.1', '223.5.5.5', '8.8.8.8', '2400:3200::1', '2606:4700::1111', '172.15.255.255', '172.32.0.1', '100.63.255.255', '100.128.0.1'])('%s may be reached', (address) => expect(isOpenAddress(address)).toBe(true));
  it.each([
    '127.0.0.1', '127.9.9.9', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.100.100.200', '168.63.129.16', '0.0.0.0', '255.255.255.255', '224.0.0.1', '198.18.0.1', '192.0.2.1',
    '::', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::7f00:1', '64:ff9b::7f00:1', '64:ff9b:1::1', 'fc00::1', 'fd12::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '2002:7f00:1::', '2001:0:7f00:1::', '2001:db8::1', '100::1', 'fd00:ec2::254', 'no-address', '',
  ])('%s may not', (address) => expect(isOpenAddress(address)).toBe(false));
});

describe('the guard of outgoing requests', () => {
  const to = (addresses: string[]) => new OutgoingHttp(false, async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
  const why = (guard: OutgoingHttp, url: string): Promise<string> => guard.check(url).then(() => 'open', (error: OutgoingFailure) => `${error.kind}/${error.sent}: ${error.reason}`);

  it.each([
    ['file:///etc/passwd', 'http://'], ['gopher://example.com/', 'http://'], ['ftp://example.com/', 'http://'], ['javascript:alert(1)', 'http://'], ['data:text/plain,x', 'http://'],
    ['http://user:secret@example.com/', '用户名'], ['http://example.com:22/', '80 和 443'], ['http://example.com:8080/', '80 和 443'], ['https://example.com:6379/', '80 和 443'],
    ['http://127.0.0.1/', '内部网络'], ['http://2130706433/', '内部网络'], ['http://0x7f.1/', '内部网络'], ['http://0177.0.0.1/', '内部网络'], ['http://127.1/', '内部网络'], ['http://[::1]/', '内部网络'],
    ['http://[::ffff:127.0.0.1]/', '内部网络'], ['http://[::ffff:a9fe:a9fe]/', '内部网络'], ['http://169.254.169.254/latest/meta-data/', '内部网络'], ['http://１２７.０.０.１/', '内部网络'], ['http://[64:ff9b::a00:1]/', '内部网络'],
    ['http://', '无效'], ['nonsense', '无效'], [`http://example.com/${'a'.repeat(3_000)}`, '无效'],
  ])('refuses %s before anything is sent', async (url, reason) => {
    const said = await why(to(['93.184.215.14']), url);
    expect(said).toContain(reason);
    expect(said).toMatch(/^refused\/no/);
  });

  it('refuses a name that leads into this network, also when only one of its addresses does', async () => {
    expect(await why(to(['10.1.2.3']), 'https://portal.example/')).toContain('内部网络');
    expect(await why(to(['93.184.215.14', '::1']), 'https://portal.example/')).toContain('内部网络');
    expect(await why(to(['127.0.0.1']), 'http://localhost/')).toContain('内部网络');
    expect(await why(to(['127.0.0.1']), 'http://localhost./')).toContain('内部网络');
    expect(await why(to(['93.184.215.14']), 'https://portal.example/')).toBe('open');
    expect(await why(to([]), 'https://portal.example/')).toBe('network/no: 找不到这个域名');
  });

  it('reaches a server of the own network only by a name that the settings list, on its port, and never the metadata of a cloud', async () => {
    const listing = (hosts: string[], addresses: string[]) => new OutgoingHttp(false, async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })), hosts);
    expect(await why(listing(['portal.yunxi.local'], ['10.1.2.3']), 'http://portal.yunxi.local/in')).toBe('open');
    expect(await why(listing(['portal.yunxi.local:8080'], ['192.168.3.4']), 'http://Portal.yunxi.local:8080/in')).toBe('open');
    expect(await why(listing(['10.1.2.3'], []), 'http://10.1.2.3/in')).toBe('open');
    expect(await why(listing(['portal.yunxi.local'], ['10.1.2.3']), 'http://portal.yunxi.local:8080/in')).toContain('80 和 443');
    expect(await why(listing(['portal.yunxi.local'], ['10.1.2.3']), 'http://other.yunxi.local/in')).toBe('refused/no: 不允许访问内部网络或保留地址；确需访问的内网主机，请系统管理员列入允许名单');
    for (const address of ['169.254.169.254', '127.0.0.1', '100.64.0.1', '::1']) expect(await why(listing(['portal.yunxi.local'], [address]), 'http://portal.yunxi.local/in')).toBe('refused/no: 不允许访问内部网络或保留地址');
    expect(await why(listing(['portal.yunxi.local'], ['10.1.2.3', '169.254.169.254']), 'http://portal.yunxi.local/in')).toContain('内部网络');
  });

  describe('against a real server', () => {
    let server: Server;
    let base: string;
    let handle: (request: IncomingMessage, response: ServerResponse) => void;
    let hits: string[];
    beforeAll(async () => {
      server = createServer((request, response) => { hits.push(request.url!); handle(request, response); });
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    beforeEach(() => { hits = []; });
    afterAll(() => new Promise((done) => { server.closeAllConnections(); server.close(done); }));
    const open = new OutgoingHttp(true);
    const failure = (work: Promise<unknown>): Promise<OutgoingFailure> => work.then(() => { throw new Error('went through'); }, (error: OutgoingFailure) => error);

    it('reaches this machine only where the settings allow it', async () => {
      handle = (_, response) => void response.end('here');
      expect((await open.send(`${base}/a`)).body.toString()).toBe('here');
      expect(await failure(new OutgoingHttp(false).send(`${base}/a`))).toMatchObject({ kind: 'refused', sent: 'no' });
      expect(hits).toEqual(['/a']);
    });

    it('asks for a name once and connects to the very address that was checked', async () => {
      handle = (request, response) => void response.end(request.headers.host);
      let asked = 0;
      const pinned = new OutgoingHttp(true, async () => [{ address: asked++ === 0 ? '127.0.0.1' : '10.0.0.1', family: 4 }]);
      expect((await pinned.send(`${base.replace('127.0.0.1', 'rebinding.example')}/`)).body.toString()).toMatch(/^rebinding\.example:/);
      expect(asked).toBe(1);
    });

    it('checks every redirect like the first address, and a POST follows none', async () => {
      handle = (request, response) => void response.writeHead(302, { location: request.url === '/meta' ? 'http://169.254.169.254/latest/' : request.url === '/file' ? 'file:///etc/passwd' : request.url === '/loop' ? '/loop' : '/end' }).end('moved');
      expect(await failure(open.send(`${base}/meta`, { followRedirects: true }))).toMatchObject({ kind: 'refused', reason: '不允许访问内部网络或保留地址' });
      expect(await failure(open.send(`${base}/file`, { followRedirects: true }))).toMatchObject({ kind: 'refused' });
      expect(await failure(open.send(`${base}/loop`, { followRedirects: true }))).toMatchObject({ reason: '对方转址次数过多' });
      expect((await open.send(`${base}/meta`, { method: 'POST', body: '{}', followRedirects: true })).status).toBe(302);
    });

    it('follows no redirect from outside to a listed server of the own network', async () => {
      handle = (_, response) => void response.writeHead(302, { location: 'http://portal.yunxi.local/secret' }).end();
      const guard = new OutgoingHttp(true, async (host) => [{ address: host === 'portal.yunxi.local' ? '10.1.2.3' : '127.0.0.1', family: 4 }], ['portal.yunxi.local']);
      expect(await failure(guard.send(`${base}/a`, { followRedirects: true }))).toMatchObject({ kind: 'refused', reason: '不允许访问内部网络或保留地址' });
    });

    it('stops an answer that is too large, too slow, packed or broken off', async () => {
      handle = (request, response) => {
        if (request.url === '/declared') response.writeHead(200, { 'content-length': '999999' }).flushHeaders();
        else if (request.url === '/endless') setInterval(() => response.write('x'.repeat(10_000)), 1).unref();
        else if (request.url === '/packed') response.writeHead(200, { 'content-encoding': 'gzip' }).end('bomb');
        else if (request.url === '/broken') { response.writeHead(200, { 'content-length': '10' }); response.write('half'); setTimeout(() => response.destroy(), 20); }
      };
      expect(await failure(open.send(`${base}/declared`, { maxBytes: 1_000 }))).toMatchObject({ kind: 'too_large' });
      expect(await failure(open.send(`${base}/endless`, { maxBytes: 50_000 }))).toMatchObject({ kind: 'too_large' });
      expect(await failure(open.send(`${base}/packed`))).toMatchObject({ kind: 'too_large' });
      expect(await failure(open.send(`${base}/broken`))).toMatchObject({ sent: 'maybe' });
      expect(await failure(open.send(`${base}/silent`, { timeoutMs: 50 }))).toMatchObject({ kind: 'timeout', sent: 'maybe' });
    });

    it('tells a connection that was never made from one that broke afterwards', async () => {
      const free = createServer();
      await new Promise<void>((done) => free.listen(0, '127.0.0.1', done));
      const { port } = free.address() as AddressInfo;
      await new Promise((done) => free.close(done));
      expect(await failure(open.send(`http://127.0.0.1:${port}/`))).toMatchObject({ sent: 'no' });
      handle = (request) => void request.socket.destroy();
      expect(await failure(open.send(`${base}/`, { method: 'POST', body: 'x' }))).toMatchObject({ sent: 'maybe' });
    });
  });
});
