/** What the phone remembers of an app and what the app did with it. */
export interface PhoneState {
  storage: Map<string, string>;
  clipboard: string;
  title: string;
  toasts: string[];
  modals: string[];
  requests: { method: string; url: string; status: number | null; ms: number }[];
  /** Names of wx functions that the host only pretends to have. */
  pretended: Set<string>;
}

type Options = Record<string, unknown> & { success?: (result: object) => void; fail?: (result: object) => void; complete?: (result: object) => void };

export interface Navigation {
  navigateTo(url: string): Promise<void>;
  redirectTo(url: string): Promise<void>;
  reLaunch(url: string): Promise<void>;
  switchTab(url: string): Promise<void>;
  navigateBack(delta: number): Promise<void>;
}

export interface PlatformSettings {
  state: PhoneState;
  navigation: Navigation;
  /** Every request goes to this hub, whatever address was built in. */
  hubUrl: string;
  launch: { path: string; query: Record<string, string>; scene: number };
  theme: 'light' | 'dark';
  /** Counts work under way, so that the host can tell when the app is quiet. */
  begin(): () => void;
  /** What a person answers to a question; true is "confirm". */
  answerModal(content: string): boolean;
}

const DEVICE = { brand: 'devtools', model: 'iPhone 14', pixelRatio: 2, screenWidth: 375, screenHeight: 812, windowWidth: 375, windowHeight: 724, statusBarHeight: 44, language: 'zh_CN', version: '8.0.50', system: 'iOS 17.0', platform: 'ios', fontSizeSetting: 16, SDKVersion: '3.8.0', safeArea: { top: 44, left: 0, right: 375, bottom: 778, width: 375, height: 734 } };

const finish = (options: Options, result: { errMsg: string } & Record<string, unknown>): void => {
  if (result.errMsg.includes(':fail')) options.fail?.(result); else options.success?.(result);
  options.complete?.(result);
};

/** The `wx` object of a phone: real requests, storage, clipboard and navigation; the rest is pretended and noted. */
export function createPlatform(settings: PlatformSettings): Record<string, unknown> {
  const { state, navigation } = settings;
  const system = { ...DEVICE, theme: settings.theme };
  const later = (options: Options | undefined, result: { errMsg: string } & Record<string, unknown>): void => {
    const done = settings.begin();
    setTimeout(() => { finish(options ?? {}, result); done(); }, 0);
  };
  const move = (name: string, work: (options: Options) => Promise<void>) => (options: Options = {}): void => {
    const done = settings.begin();
    work(options).then(() => finish(options, { errMsg: `${name}:ok` }), (error: Error) => finish(options, { errMsg: `${name}:fail ${error.message}` })).finally(done);
  };

  const request = (options: Options & { url: string; method?: string; data?: unknown; header?: Record<string, string>; timeout?: number; dataType?: string }): object => {
    const method = (options.method ?? 'GET').toUpperCase();
    const asked = new URL(options.url);
    const target = new URL(asked.pathname + asked.search, settings.hubUrl);
    const header = Object.fromEntries(Object.entries(options.header ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]));
    let body: string | undefined;
    if (method === 'GET') for (const [name, value] of Object.entries((options.data ?? {}) as object)) target.searchParams.set(name, String(value));
    else if (options.data !== undefined) {
      header['content-type'] ??= 'application/json';
      body = typeof options.data === 'string' ? options.data : JSON.stringify(options.data);
    }
    header.referer = 'https://servicewechat.com/touristappid/devtools/page-frame.html';
    const aborter = new AbortController();
    const late = setTimeout(() => aborter.abort(new Error('timeout')), options.timeout ?? 60_000);
    const done = settings.begin();
    const begun = performance.now();
    const row: PhoneState['requests'][number] = { method, url: target.pathname + target.search, status: null, ms: 0 };
    state.requests.push(row);
    fetch(target, { method, headers: header, body, signal: aborter.signal }).then(async (response) => {
      const text = await response.text();
      row.status = response.status;
      let data: unknown = text;
      if ((options.dataType ?? 'json') === 'json') try { data = JSON.parse(text); } catch { /* stays text, as on the phone */ }
      finish(options, { errMsg: 'request:ok', data, statusCode: response.status, header: Object.fromEntries(response.headers), cookies: [] });
    }, (error: Error) => finish(options, { errMsg: `request:fail ${error.message}` })).finally(() => { row.ms = performance.now() - begun; clearTimeout(late); done(); });
    return { abort: () => aborter.abort(new Error('abort')), onHeadersReceived() {}, offHeadersReceived() {}, onChunkReceived() {}, offChunkReceived() {} };
  };

  const selectorQuery = (): object => {
    const rect = { left: 0, top: 0, right: 375, bottom: 40, width: 375, height: 40, scrollTop: 0, scrollLeft: 0 };
    const asked: ((result: object) => void)[] = [];
    const query: Record<string, unknown> = { in: () => query, select: () => query, selectAll: () => query, selectViewport: () => query, node: () => query, context: () => query };
    for (const name of ['boundingClientRect', 'scrollOffset', 'fields']) query[name] = (first?: unknown, second?: unknown) => { asked.push(((typeof first === 'function' ? first : second) ?? (() => undefined)) as (result: object) => void); return query; };
    query.exec = (tell?: (results: object[]) => void) => { const done = settings.begin(); setTimeout(() => { asked.forEach((hear) => hear(rect)); tell?.(asked.map(() => rect)); done(); }, 0); return query; };
    return query;
  };
  const observer = (): object => { const self = { relativeTo: () => self, relativeToViewport: () => self, observe() {}, disconnect() {} }; return self; };

  const known: Record<string, unknown> = {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getSystemInfoSync: () => system, getWindowInfo: () => system, getDeviceInfo: () => system, getAppBaseInfo: () => system, getSystemSetting: () => ({}), getAppAuthorizeSetting: () => ({}),
    getSystemInfo: (options?: Options) => later(options, { errMsg: 'getSystemInfo:ok', ...system }),
    getLaunchOptionsSync: () => settings.launch, getEnterOptionsSync: () => settings.launch,
    getMenuButtonBoundingClientRect: () => ({ top: 48, bottom: 80, left: 281, right: 368, width: 87, height: 32 }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
    canIUse: () => true, nextTick: (work: () => void) => { queueMicrotask(work); },
    setStorageSync: (key: string, value: unknown) => { state.storage.set(key, JSON.stringify(value)); },
    getStorageSync: (key: string) => (state.storage.has(key) ? JSON.parse(state.storage.get(key)!) as unknown : ''),
    removeStorageSync: (key: string) => { state.storage.delete(key); },
    clearStorageSync: () => { state.storage.clear(); },
    getStorageInfoSync: () => ({ keys: [...state.storage.keys()], currentSize: 1, limitSize: 10240 }),
    setStorage: (options: Options & { key: string; data: unknown }) => { state.storage.set(options.key, JSON.stringify(options.data)); later(options, { errMsg: 'setStorage:ok' }); },
    getStorage: (options: Options & { key: string }) => later(options, state.storage.has(options.key) ? { errMsg: 'getStorage:ok', data: JSON.parse(state.storage.get(options.key)!) as unknown } : { errMsg: 'getStorage:fail data not found' }),
    removeStorage: (options: Options & { key: string }) => { state.storage.delete(options.key); later(options, { errMsg: 'removeStorage:ok' }); },
    setClipboardData: (options: Options & { data: string }) => { state.clipboard = options.data; later(options, { errMsg: 'setClipboardData:ok' }); },
    getClipboardData: (options: Options) => later(options, { errMsg: 'getClipboardData:ok', data: state.clipboard }),
    setNavigationBarTitle: (options: Options & { title: string }) => { state.title = options.title; later(options, { errMsg: 'setNavigationBarTitle:ok' }); },
    showToast: (options: Options & { title: string }) => { state.toasts.push(options.title); later(options, { errMsg: 'showToast:ok' }); },
    hideToast: (options?: Options) => later(options, { errMsg: 'hideToast:ok' }),
    showModal: (options: Options & { title?: string; content?: string }) => {
      const content = [options.title, options.content].filter(Boolean).join('：');
      state.modals.push(content);
      const confirm = settings.answerModal(content);
      later(options, { errMsg: 'showModal:ok', confirm, cancel: !confirm });
    },
    showActionSheet: (options: Options) => later(options, { errMsg: 'showActionSheet:ok', tapIndex: 0 }),
    navigateTo: move('navigateTo', (o) => navigation.navigateTo(String(o.url))),
    redirectTo: move('redirectTo', (o) => navigation.redirectTo(String(o.url))),
    reLaunch: move('reLaunch', (o) => navigation.reLaunch(String(o.url))),
    switchTab: move('switchTab', (o) => navigation.switchTab(String(o.url))),
    navigateBack: move('navigateBack', (o) => navigation.navigateBack(Number(o.delta ?? 1))),
    request, createSelectorQuery: selectorQuery, createIntersectionObserver: observer,
    getUpdateManager: () => ({ onCheckForUpdate() {}, onUpdateReady() {}, onUpdateFailed() {}, applyUpdate() {} }),
  };

  // names that code asks for only to see whether they are there
  const absent = new Set(['cloud', 'webpackJsonp', 'then', 'qy', 'offscreenCanvas']);
  return new Proxy(known, {
    get(target, name) {
      if (typeof name === 'symbol' || name in target || absent.has(name) || name.startsWith('_')) return target[name as string];
      if (/^(on|off)[A-Z]/.test(name)) return (target[name] = () => undefined);
      return (target[name] = (options?: Options) => { state.pretended.add(name); if (options && typeof options === 'object') later(options, { errMsg: `${name}:ok` }); });
    },
  });
}
