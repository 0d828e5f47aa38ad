import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { type PhoneState, createPlatform } from './platform.js';
import { type ViewNode, WxmlEngine, select, textOf, within } from './wxml.js';

interface AppSettings { pages: string[]; subPackages?: { root: string; pages: string[] }[]; subpackages?: { root: string; pages: string[] }[]; window?: { navigationBarTitleText?: string; navigationStyle?: string }; tabBar?: { list: { pagePath: string }[] } }
type PageDefinition = Record<string, unknown> & { data?: object };
interface PageInstance extends Record<string, unknown> { data: Record<string, unknown>; route: string; options: Record<string, string> }
type Life = ((this: unknown, argument?: unknown) => void) | undefined;

/** WeChat refuses an eleventh page. */
const MOST_PAGES = 10;
const BUBBLING = new Set(['tap', 'longpress', 'touchstart', 'touchmove', 'touchend', 'touchcancel']);

/** Writes value at a path like root.cn.[0].v, as setData does. */
function writeAt(data: Record<string, unknown>, where: string, value: unknown): void {
  const keys = where.replace(/\[(\d+)\]/g, '.$1').split('.').filter(Boolean);
  let here: Record<string, unknown> = data;
  keys.slice(0, -1).forEach((key, i) => {
    if (typeof here[key] !== 'object' || here[key] === null) here[key] = /^\d+$/.test(keys[i + 1]!) ? [] : {};
    here = here[key] as Record<string, unknown>;
  });
  here[keys.at(-1)!] = value;
}

export interface PhoneOptions {
  /** The hub that requests go to, whatever address the build carries. */
  hubUrl: string;
  theme?: 'light' | 'dark';
  answerModal?: (content: string) => boolean;
}

/**
 * A phone that runs a built mini-program without WeChat: the build's own code in a fresh realm that has what
 * WeChat gives and nothing of the browser or of Node, its own WXML for what is seen, and real HTTP to a hub.
 */
export class Phone {
  readonly state: PhoneState = { storage: new Map(), clipboard: '', title: '', toasts: [], modals: [], requests: [], pretended: new Set() };
  /** Errors that the app did not catch, and what it wrote with console.error. */
  readonly troubles: string[] = [];
  private readonly settings: AppSettings;
  private readonly wxml: WxmlEngine;
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly definitions = new Map<string, PageDefinition>();
  private readonly stack: PageInstance[] = [];
  private readonly timers = new Set<NodeJS.Timeout>();
  private app: Record<string, unknown> = {};
  private loading = '';
  private underWay = 0;
  private changedAt = performance.now();
  private context!: vm.Context;
  private wx!: Record<string, unknown>;

  constructor(readonly build: string, private readonly options: PhoneOptions) {
    const manifest = path.join(build, 'app.json');
    if (!existsSync(manifest)) throw new Error(`no mini-program build in ${build}`);
    this.settings = JSON.parse(readFileSync(manifest, 'utf8')) as AppSettings;
    this.wxml = new WxmlEngine(build);
  }

  get subPackages(): { root: string; pages: string[] }[] { return this.settings.subPackages ?? this.settings.subpackages ?? []; }
  /** Every page of the build. */
  get pages(): string[] { return [...this.settings.pages, ...this.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]; }
  get route(): string { return this.page.route; }
  get query(): Record<string, string> { return this.page.options; }
  get depth(): number { return this.stack.length; }
  get theme(): 'light' | 'dark' { return this.options.theme ?? 'light'; }
  get title(): string { return this.state.title; }
  private get page(): PageInstance { const page = this.stack.at(-1); if (!page) throw new Error('no page is open'); return page; }

  /** Starts the app on a page (the first one when left out) and waits until it is quiet. */
  async launch(url = `/${this.settings.pages[0]!}`): Promise<this> {
    const { path: first, query } = this.split(url);
    const launch = { path: first, query, scene: 1001 };
    this.wx = createPlatform({
      state: this.state, hubUrl: this.options.hubUrl, launch, theme: this.theme, answerModal: this.options.answerModal ?? (() => true),
      begin: () => { this.underWay += 1; return () => { this.underWay -= 1; this.changedAt = performance.now(); }; },
      navigation: {
        navigateTo: async (to) => { if (this.stack.length >= MOST_PAGES) throw new Error('webview count limit exceed'); await this.open(to); },
        redirectTo: async (to) => { this.close(); await this.open(to); },
        reLaunch: async (to) => { while (this.stack.length > 0) this.close(); await this.open(to); },
        switchTab: async (to) => { if (!this.settings.tabBar?.list.some(({ pagePath }) => pagePath === this.split(to).path)) throw new Error('can not switch to no-tabBar page'); while (this.stack.length > 0) this.close(); await this.open(to); },
        navigateBack: async (delta) => { for (let left = Math.min(delta, this.stack.length - 1); left > 0; left--) this.close(); this.life(this.page, 'onShow'); },
      },
    });
    this.context = vm.createContext(this.realm(), { name: 'mini-program' });
    this.load('app.js');
    this.life(this.app, 'onLaunch', launch);
    this.life(this.app, 'onShow', launch);
    await this.open(url);
    await this.quiet();
    return this;
  }

  /** What WeChat gives to the app's code: no window, no document, no fetch, no URL. */
  private realm(): object {
    const keep = (timer: NodeJS.Timeout): NodeJS.Timeout => { this.timers.add(timer); return timer; };
    const guarded = (work: (...given: unknown[]) => void) => (...given: unknown[]): void => { this.changedAt = performance.now(); try { work(...given); } catch (error) { this.trouble(error); } };
    const realm: Record<string, unknown> = {
      wx: this.wx,
      console: { log: () => undefined, info: () => undefined, debug: () => undefined, warn: () => undefined, error: (...said: unknown[]) => { this.trouble(said.map(String).join(' ')); } },
      setTimeout: (work: () => void, ms?: number, ...rest: unknown[]) => keep(setTimeout(guarded(work), ms, ...rest)), clearTimeout: (timer?: NodeJS.Timeout) => { clearTimeout(timer); },
      setInterval: (work: () => void, ms?: number, ...rest: unknown[]) => keep(setInterval(guarded(work), ms, ...rest)), clearInterval: (timer?: NodeJS.Timeout) => { clearInterval(timer); },
      requestAnimationFrame: (work: (at: number) => void) => keep(setTimeout(() => guarded(work as () => void)(performance.now()), 16)), cancelAnimationFrame: (timer?: NodeJS.Timeout) => { clearTimeout(timer); },
      App: (given: Record<string, unknown>) => { this.app = given; },
      Page: (given: PageDefinition) => { this.definitions.set(this.loading, given); },
      Component: (given: PageDefinition) => { this.definitions.set(this.loading, given); },
      Behavior: (given: unknown) => given,
      getApp: () => this.app,
      getCurrentPages: () => [...this.stack],
    };
    realm.global = realm;
    return realm;
  }

  private trouble(error: unknown): void { this.troubles.push(error instanceof Error || (typeof error === 'object' && error !== null && 'stack' in error) ? String((error as Error).stack).split('\n').slice(0, 3).join(' ') : String(error)); }

  private packageOf(file: string): string { return this.subPackages.find(({ root }) => file.startsWith(`${root.replace(/\/$/, '')}/`))?.root ?? ''; }

  private load(file: string, from = file): unknown {
    const name = file.endsWith('.js') ? file : `${file}.js`;
    const known = this.modules.get(name);
    if (known) return known.exports;
    const home = this.packageOf(name);
    if (home && home !== this.packageOf(from)) throw new Error(`${from} requires ${name} of another sub-package`);
    const module = { exports: {} as unknown };
    this.modules.set(name, module);
    const code = readFileSync(path.join(this.build, name), 'utf8');
    const run = vm.runInContext(`(function (require, module, exports) {${code}\n})`, this.context, { filename: name }) as (require: (to: string) => unknown, module: object, exports: unknown) => void;
    run((to) => this.load(path.posix.normalize(path.posix.join(to.startsWith('/') ? '' : path.posix.dirname(name), to)), name), module, module.exports);
    return module.exports;
  }

  private split(url: string): { path: string; query: Record<string, string> } {
    const [raw = '', search = ''] = url.split('?', 2);
    const from = this.stack.at(-1)?.route;
    const resolved = raw.startsWith('/') || !from ? raw : path.posix.join('/', path.posix.dirname(from), raw);
    // WeChat hands parameters over as they were written, still encoded
    const query = Object.fromEntries(search.split('&').filter(Boolean).map((pair) => { const at = pair.indexOf('='); return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]; }));
    return { path: resolved.replace(/^\//, ''), query };
  }

  private life(target: Record<string, unknown>, name: string, argument?: unknown): void {
    const work = target[name] as Life;
    this.changedAt = performance.now();
    try { work?.call(target, argument); } catch (error) { this.trouble(error); }
  }

  private async open(url: string): Promise<void> {
    const { path: route, query } = this.split(url);
    if (!this.pages.includes(route)) throw new Error(`page "${route}" is not found`);
    const settings = JSON.parse(readFileSync(path.join(this.build, `${route}.json`), 'utf8')) as { navigationBarTitleText?: string };
    if (!this.definitions.has(route)) { this.loading = route; this.load(`${route}.js`); }
    const definition = this.definitions.get(route);
    if (!definition) throw new Error(`${route} registered no page`);
    const page: PageInstance = {
      ...definition, ...((definition.methods as object | undefined) ?? {}), data: JSON.parse(JSON.stringify(definition.data ?? {})) as Record<string, unknown>, route, __route__: route, options: query,
      setData: (change: Record<string, unknown>, done?: () => void) => {
        // what cannot be written as JSON does not reach the view on a phone either
        for (const [where, value] of Object.entries(change)) writeAt(page.data, where, value === undefined ? undefined : JSON.parse(JSON.stringify(value)) as unknown);
        this.changedAt = performance.now();
        if (done) queueMicrotask(() => { try { done.call(page); } catch (error) { this.trouble(error); } });
      },
      selectComponent: () => null, selectAllComponents: () => [], createSelectorQuery: () => (this.wx.createSelectorQuery as () => unknown)(), createIntersectionObserver: () => (this.wx.createIntersectionObserver as () => unknown)(),
      getOpenerEventChannel: () => ({ on() {}, emit() {}, once() {}, off() {} }), getTabBar: () => null,
    };
    const before = this.stack.at(-1);
    if (before) this.life(before, 'onHide');
    this.stack.push(page);
    this.state.title = settings.navigationBarTitleText ?? this.settings.window?.navigationBarTitleText ?? '';
    this.life(page, 'onLoad', query);
    this.life(page, 'onShow');
    await new Promise((done) => setTimeout(done, 0));
    this.life(page, 'onReady');
  }

  private close(): void { const page = this.stack.pop(); if (page) this.life(page, 'onUnload'); }

  /** Waits until no request or navigation is under way, something is shown, and nothing has changed for a few looks. */
  async quiet(looks = 4, mostMs = 30_000): Promise<void> {
    const begun = performance.now();
    let still = 0;
    let seen = this.changedAt;
    while (still < looks) {
      const waited = performance.now() - begun;
      if (waited > mostMs) throw new Error(`the app is not quiet after ${mostMs / 1000} s: ${this.state.requests.filter(({ status }) => status === null).map(({ url }) => url).join(' ')}`);
      // looks are counted, not milliseconds: a busy machine makes both the app and this loop wait
      await new Promise((done) => setTimeout(done, 15));
      const shown = waited > 3_000 || this.stack.length === 0 || this.view().children.length > 0;
      still = this.underWay === 0 && this.changedAt === seen && shown ? still + 1 : 0;
      seen = this.changedAt;
    }
  }

  // ---- seeing --------------------------------------------------------------------------

  /** The open page as it is shown. */
  view(): ViewNode { return this.wxml.render(this.route, this.page.data); }
  all(selector: string): ViewNode[] { return select(this.view(), selector); }
  find(selector: string): ViewNode | null { return this.all(selector)[0] ?? null; }
  /** What a person reads on the page, or in the first node that the selector names. */
  text(selector?: string): string { const node = selector ? this.find(selector) : this.view(); return node ? textOf(node) : ''; }
  textOf(node: ViewNode): string { return textOf(node); }
  /** The innermost node that reads exactly so, or contains it when none does. */
  reading(words: string): ViewNode | null {
    const nodes = [...within(this.view())].filter((node) => node.tag !== '#text');
    const exact = nodes.filter((node) => textOf(node) === words).at(-1);
    return exact ?? nodes.filter((node) => textOf(node).includes(words)).at(-1) ?? null;
  }

  private need(what: string | ViewNode): ViewNode {
    if (typeof what !== 'string') return what;
    const node = /^[.#[\w]/.test(what) && !/[\u4e00-\u9fff]/.test(what) ? this.find(what) : this.reading(what);
    if (!node) throw new Error(`"${what}" is not on ${this.route}; it reads: ${this.text().slice(0, 400)}`);
    return node;
  }

  // ---- doing ---------------------------------------------------------------------------

  /** Taps a node: a selector, or Chinese words that it reads. Bubbles as on the phone. Throws when nothing listens. */
  async tap(what: string | ViewNode): Promise<void> { await this.fire(this.need(what), 'tap', { x: 10, y: 10 }); }

  /** Types into an input or textarea, replacing what was there. */
  async type(what: string | ViewNode, value: string): Promise<void> {
    const node = this.need(what);
    await this.fire(node, 'focus', { value: node.attributes.value ?? '' }, false);
    await this.fire(node, 'input', { value, cursor: value.length, keyCode: 0 });
    await this.fire(node, 'blur', { value }, false);
  }

  /** Presses the key on the keyboard that says search, send or done. */
  async confirm(what: string | ViewNode): Promise<void> { const node = this.need(what); await this.fire(node, 'confirm', { value: this.current(node).attributes.value ?? '' }); }

  /** Changes a switch, radio group, checkbox group or picker. */
  async change(what: string | ViewNode, value: unknown): Promise<void> { await this.fire(this.need(what), 'change', { value }); }

  async back(): Promise<void> { (this.wx.navigateBack as (options: object) => void)({ delta: 1 }); await this.quiet(); }

  /** The same node after the page has changed. */
  private current(node: ViewNode): ViewNode { return [...within(this.view())].find(({ attributes }) => attributes['data-sid'] !== undefined && attributes['data-sid'] === node.attributes['data-sid']) ?? node; }

  private async fire(node: ViewNode, type: string, detail: object, needed = true): Promise<void> {
    if (node.attributes.disabled === true) throw new Error(`"${textOf(node)}" is disabled`);
    const target = (at: ViewNode): object => ({ id: String(at.attributes.id ?? ''), offsetLeft: 0, offsetTop: 0, dataset: { sid: at.attributes['data-sid'] } });
    const touch = { identifier: 0, pageX: 10, pageY: 10, clientX: 10, clientY: 10 };
    let heard = false;
    for (let at: ViewNode | null = node; at; at = BUBBLING.has(type) ? at.parent : null) {
      const listener = at.events[type];
      if (!listener || at.attributes.disabled === true) continue;
      heard = true;
      const event = { type, timeStamp: performance.now(), detail, target: target(node), currentTarget: target(at), mark: {}, mut: false, ...(BUBBLING.has(type) ? { touches: [touch], changedTouches: [touch] } : {}) };
      this.changedAt = performance.now();
      try { (this.page[listener.handler] as (event: object) => void).call(this.page, event); } catch (error) { this.trouble(error); }
      if (listener.kind === 'catch') break;
    }
    if (!heard && needed) throw new Error(`nothing on ${this.route} listens to ${type} at "${textOf(node).slice(0, 60)}"`);
    await this.quiet();
  }

  /** Stops every timer of the app. */
  end(): void { for (const timer of this.timers) { clearTimeout(timer); clearInterval(timer); } this.timers.clear(); }
}
