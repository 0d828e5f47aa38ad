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

  it('refuses a database it cannot speak to and a port that is none', () => {
    expect(refused({ HUB_DATA_DIR: dataDir, HUB_DATABASE_URL: 'postgres://x', PORT: 'door' })).toEqual([expect.stringContaining('PORT'), expect.stringContaining('mysql://')]);
  });
});
