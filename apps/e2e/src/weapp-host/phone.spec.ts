import { type IncomingMessage, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Phone } from './phone.js';
import { toCss, toHtml } from './view.js';
import { parseWxml } from './wxml.js';

const TRIAL = path.join(process.cwd(), 'apps/e2e/fixtures/trial-weapp');

describe('a phone that runs a built mini-program', () => {
  let hub: Server;
  let phone: Phone;
  const heard: { request: IncomingMessage; body: string }[] = [];
  beforeAll(async () => {
    hub = createServer((request, response) => { let body = ''; request.on('data', (chunk) => { body += chunk; }).on('end', () => { heard.push({ request, body }); response.writeHead(201, { 'content-type': 'application/json' }).end('{"ok":1}'); }); });
    await new Promise<void>((done) => hub.listen(0, '127.0.0.1', done));
  });
  beforeEach(async () => { heard.length = 0; phone = await new Phone(TRIAL, { hubUrl: `http://127.0.0.1:${(hub.address() as AddressInfo).port}` }).launch(); });
  afterEach(() => phone.end());
  afterAll(async () => { hub.closeAllConnections(); await new Promise((done) => hub.close(done)); });

  it('opens the first page and reads it as a person would', () => {
    expect(phone.route).toBe('pages/home/index');
    expect(phone.title).toBe('试验');
    expect(phone.text()).toBe('外\n内\n点\n（空）\n问\n去\n错');
    expect(phone.troubles).toEqual([]);
  });

  it('lets a tap bubble to everyone who listens, until somebody catches it', async () => {
    await phone.tap('.tap');
    expect(phone.text('.heard')).toBe('tap:tap tap:outer');
    await phone.tap('内');
    expect(phone.text('.heard')).toBe('tap:tap tap:outer tap:inner');
  });

  it('types into a field and shows what the page made of it', async () => {
    await phone.type('.ask', '失业金怎么领');
    expect(phone.find('input')?.attributes.value).toBe('失业金怎么领');
    await phone.confirm('.ask');
    expect(phone.text('.heard')).toContain('confirm:ask');
  });

  it('sends requests to the hub for real, whatever address was built in', async () => {
    await phone.tap('.call');
    expect(phone.text('.heard')).toBe('201 {"ok":1}');
    expect(heard.map(({ request, body }) => `${request.method} ${request.url} ${body}`)).toEqual(['POST /api/public/search?q=1 {"q":2}']);
    expect(phone.state.requests[0]).toMatchObject({ method: 'POST', status: 201 });
  });

  it('opens a page of a sub-package with its parameters still encoded, in a realm without browser or Node', async () => {
    await phone.tap('.go');
    expect(phone).toMatchObject({ route: 'packages/policy/detail/index', title: '政策', depth: 2 });
    expect(phone.text()).toBe('7 %E7%AC%AC undefined undefined undefined undefined');
    await phone.tap('.shown');
    expect(phone).toMatchObject({ route: 'pages/home/index', depth: 1 });
  });

  it('refuses pages that are not in the build, and code of another sub-package', async () => {
    await phone.tap('.wrong');
    expect(phone.text('.heard')).toBe('navigateTo:fail page "packages/nowhere/index" is not found');
    await expect(new Phone(TRIAL, { hubUrl: 'http://127.0.0.1:1' }).launch('/packages/other/page/index')).rejects.toThrow('another sub-package');
  });

  it('says so when nothing listens or nothing is there', async () => {
    await expect(phone.tap('没有的字')).rejects.toThrow('is not on pages/home/index');
    await expect(phone.confirm('.heard')).rejects.toThrow('listens to confirm');
  });
});

describe('the picture of a page', () => {
  it('rewrites the units and elements of WXSS', () => {
    expect(toCss(TRIAL, 'pages/home/index.wxss')).toBe('wx-view { padding: calc(75 * 100vw / 750) } .big > wx-text, body { color: red }\n');
  });

  it('escapes what people typed', () => {
    expect(toHtml({ tag: 'view', text: '', attributes: { class: 'a"b' }, events: {}, parent: null, children: [{ tag: '#text', text: '<script>', attributes: {}, events: {}, parent: null, children: [] }] })).toBe('<wx-view class="a&quot;b">&lt;script&gt;</wx-view>');
  });

  it('reads elements, attributes without value, and comments', () => {
    expect(parseWxml('<a b="1" c><!-- x --><d/>e</a>').children).toEqual([{ tag: 'a', attributes: [['b', '1'], ['c', '']], children: [{ tag: 'd', attributes: [], children: [] }, 'e'] }]);
  });
});
