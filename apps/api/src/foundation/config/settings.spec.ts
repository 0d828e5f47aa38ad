import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, SettingsError } from './settings.js';

describe('the settings of a hub', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hub-settings-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
  const refused = (env: NodeJS.ProcessEnv): string[] => {
    try {
      readSettings(env);
      return [];
    } catch (error) {
      return (error as SettingsError).problems;
    }
  };

  it('in production names everything that is missing before it opens anything', () => {
    expect(refused({ NODE_ENV: 'production' })).toEqual([expect.stringContaining('HUB_SECRET'), expect.stringContaining('HUB_PUBLIC_URL'), expect.stringContaining('HUB_DATA_DIR')]);
    expect(refused({ NODE_ENV: 'production', HUB_SECRET: 'short', HUB_PUBLIC_URL: 'http://hub.example', HUB_DATA_DIR: dataDir })).toEqual([expect.stringContaining('32 个字符'), expect.stringContaining('https://')]);
  });

  it('starts in production with its own secret and never with the demonstration', () => {
    const settings = readSettings({ NODE_ENV: 'production', HUB_SECRET: 'x'.repeat(40), HUB_PUBLIC_URL: 'https://hub.example', HUB_DATA_DIR: dataDir });
    expect(settings).toMatchObject({ production: true, demo: false, secureCookies: true, accessLog: 'stdout' });
  });

  it('elsewhere makes a secret once, keeps it for its owner only, and loads the demonstration', () => {
    const first = readSettings({ HUB_DATA_DIR: dataDir });
    expect(readSettings({ HUB_DATA_DIR: dataDir }).secret).toBe(first.secret);
    expect(statSync(join(dataDir, 'secret')).mode & 0o077).toBe(0);
    expect(first.demo).toBe(true);
  });

  it('connects a model only with its registration number and on a host that the city allows', () => {
    const model = { HUB_DATA_DIR: dataDir, HUB_GENERATION_URL: 'https://model.example/v1/' };
    expect(readSettings({ HUB_DATA_DIR: dataDir }).generation).toBeNull();
    expect(refused(model)).toEqual([expect.stringContaining('HUB_GENERATION_MODEL、HUB_GENERATION_KEY、HUB_GENERATION_FILING_NO'), expect.stringContaining('HUB_GENERATION_ALLOWED_HOSTS')]);
    const whole = { ...model, HUB_GENERATION_MODEL: 'm', HUB_GENERATION_KEY: 'k', HUB_GENERATION_FILING_NO: '网信算备1号' };
    expect(refused({ ...whole, HUB_GENERATION_ALLOWED_HOSTS: 'other.example' })).toEqual([expect.stringContaining('model.example')]);
    expect(readSettings({ ...whole, HUB_GENERATION_ALLOWED_HOSTS: 'other.example, model.example' }).generation).toEqual({ url: 'https://model.example/v1', model: 'm', key: 'k', filingNo: '网信算备1号' });
  });

  it('believes a reverse proxy on this machine, others by name of their address only', () => {
    expect(readSettings({ HUB_DATA_DIR: dataDir }).trustedProxies).toEqual(['loopback']);
    expect(readSettings({ HUB_DATA_DIR: dataDir, HUB_TRUSTED_PROXIES: '10.0.0.0/8, 192.0.2.1' }).trustedProxies).toEqual(['10.0.0.0/8', '192.0.2.1']);
    expect(refused({ HUB_DATA_DIR: dataDir, HUB_TRUSTED_PROXIES: 'proxy.example' })).toEqual([expect.stringContaining('proxy.example')]);
  });

  it('refuses a database it cannot speak to and a port that is none', () => {
    expect(refused({ HUB_DATA_DIR: dataDir, HUB_DATABASE_URL: 'postgres://x', PORT: 'door' })).toEqual([expect.stringContaining('PORT'), expect.stringContaining('mysql://')]);
  });

  it('names hosts of the own network one by one, and takes no pattern or address for one', () => {
    expect(readSettings({ HUB_DATA_DIR: dataDir }).outgoingPrivateHosts).toEqual([]);
    expect(readSettings({ HUB_DATA_DIR: dataDir, HUB_OUTGOING_PRIVATE_HOSTS: 'Portal.yunxi.local, 10.1.2.3:8080' }).outgoingPrivateHosts).toEqual(['portal.yunxi.local', '10.1.2.3:8080']);
    for (const wrong of ['*', '*.local', 'http://portal.local', '10.0.0.0/8', 'a b']) expect(refused({ HUB_OUTGOING_PRIVATE_HOSTS: wrong })).toEqual([expect.stringContaining('HUB_OUTGOING_PRIVATE_HOSTS')]);
  });

  it('lets outgoing requests reach this machine in development only, and the WeChat API at its own addresses only', () => {
    const production = { NODE_ENV: 'production', HUB_SECRET: 'x'.repeat(40), HUB_PUBLIC_URL: 'https://hub.example', HUB_DATA_DIR: dataDir };
    expect(refused({ ...production, HUB_OUTGOING_LOOPBACK: 'on' })).toEqual([expect.stringContaining('HUB_OUTGOING_LOOPBACK')]);
    for (const base of ['https://api.weixin.qq.com.evil.example', 'http://api.weixin.qq.com', 'http://127.0.0.1:9', 'https://10.0.0.1']) expect(refused({ ...production, HUB_WECHAT_API_BASE: base })).toEqual([expect.stringContaining('HUB_WECHAT_API_BASE')]);
    expect(readSettings({ ...production, HUB_WECHAT_API_BASE: 'https://sh.api.weixin.qq.com' })).toMatchObject({ wechatApiBase: 'https://sh.api.weixin.qq.com', outgoingLoopback: false });
    expect(readSettings({ HUB_DATA_DIR: dataDir, HUB_OUTGOING_LOOPBACK: 'on', HUB_WECHAT_API_BASE: 'http://127.0.0.1:4010' }).wechatApiBase).toBe('http://127.0.0.1:4010');
    expect(refused({ HUB_DATA_DIR: dataDir, HUB_WECHAT_API_BASE: 'http://127.0.0.1:4010' })).toEqual([expect.stringContaining('HUB_WECHAT_API_BASE')]);
  });
});
