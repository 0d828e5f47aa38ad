import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { endpoints } from '@govmedia-hub/contracts';
import { API_MAIN, ROOT } from './house-paths.js';
import { HubClient } from './hub-client.js';
import { RunningHub } from './running-hub.js';

/** Two real hub processes on the same data; needs the built api, which `npm test` says when it is missing. */
const suite = existsSync(API_MAIN) && existsSync(path.join(ROOT, 'apps/cli/dist/hub.js')) ? describe : describe.skip;

suite('two hubs on the same data', () => {
  let first: RunningHub;
  let second: RunningHub;
  let administrator: HubClient;
  jest.setTimeout(60_000);

  beforeAll(async () => {
    first = await RunningHub.start({ env: { HUB_DEMO: 'off' } });
    const made = spawnSync(process.execPath, [path.join(ROOT, 'apps/cli/dist/hub.js'), 'user', 'create', '--username', 'first-admin', '--name', '卫管理', '--org', '云溪市人民政府办公室', '--roles', 'administrator', '--json'], { env: { ...process.env, HUB_DATA_DIR: first.dataDir }, encoding: 'utf8' });
    const { username, password } = JSON.parse(made.stdout) as { username: string; password: string };
    administrator = await HubClient.signedIn(first.url, { username, password });
    second = await RunningHub.start({ dataDir: first.dataDir, env: { HUB_DEMO: 'off' } });
  });
  afterAll(async () => {
    await second?.stop();
    await first?.stop();
  });

  const namesAt = async (hub: RunningHub): Promise<string[]> => (await hub.resident().ok(endpoints.publicListUnits)).map((unit) => unit.name);

  it('shows at the second what was entered at the first, although both keep ready answers', async () => {
    expect(await namesAt(second)).toEqual(['云溪市人民政府办公室']);
    await administrator.ok(endpoints.createOrganisation, { body: { name: '云溪市民政局', shortName: '市民政局', kind: 'bureau', region: '云溪市', effectiveFrom: '2020-01-01' } });
    expect(await namesAt(first)).toContain('云溪市民政局');
    for (let tries = 0; tries < 40 && !(await namesAt(second)).includes('云溪市民政局'); tries += 1) await new Promise((done) => setTimeout(done, 100));
    expect(await namesAt(second)).toContain('云溪市民政局');
  });

  it('seals one chain, whoever of the two is asked', async () => {
    const auditor = spawnSync(process.execPath, [path.join(ROOT, 'apps/cli/dist/hub.js'), 'audit', 'verify', '--json'], { env: { ...process.env, HUB_DATA_DIR: first.dataDir }, encoding: 'utf8' });
    expect(JSON.parse(auditor.stdout)).toMatchObject({ intact: true, touched: [] });
  });
});
