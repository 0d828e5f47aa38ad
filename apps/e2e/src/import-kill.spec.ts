import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { endpoints, type ImportJobReportView } from '@govmedia-hub/contracts';
import { API_MAIN, ROOT } from './house-paths.js';
import { HubClient } from './hub-client.js';
import { RunningHub } from './running-hub.js';
import { until } from './walk.js';

/** Needs the built api, which `npm test` says when it is missing. */
const suite = existsSync(API_MAIN) && existsSync(path.join(ROOT, 'apps/cli/dist/hub.js')) ? describe : describe.skip;

const LAWS = 900;
const ARTICLES = 40;
const law = (number: number): string => JSON.stringify({
  title: `南岭省第${number}号条例`, organ: '南岭省人民代表大会常务委员会', publish: '2020-01-01', valid_from: '2020-03-01', status: 'current', history: [],
  text: Array.from({ length: ARTICLES }, (_, i) => `第${i + 1}条 ${`第${number}号条例的第${i + 1}项规定，由县级以上人民政府组织实施。`.repeat(4)}`).join('\n'),
});

suite('a hub that is killed in the middle of an import', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'hub-kill-'));
  let hub: RunningHub;
  jest.setTimeout(300_000);
  afterAll(async () => {
    await hub?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('goes on by itself after the next start, and holds every law once and whole', async () => {
    hub = await RunningHub.start({ dataDir, env: { HUB_DEMO: 'off' } });
    const made = spawnSync(process.execPath, [path.join(ROOT, 'apps/cli/dist/hub.js'), 'user', 'create', '--username', 'first-operator', '--name', '周采编', '--org', '云溪市人民政府办公室', '--roles', 'operator', '--json'], { env: { ...process.env, HUB_DATA_DIR: dataDir }, encoding: 'utf8' });
    const { username, password } = JSON.parse(made.stdout) as { username: string; password: string };
    let client = await HubClient.signedIn(hub.url, { username, password });
    const form = new FormData();
    form.append('files', new Blob([Array.from({ length: LAWS }, (_, i) => law(i + 1)).join('\n')]), 'laws.jsonl');
    const started = JSON.parse((await client.exchange('POST', '/api/import-jobs', { form })).bytes.toString('utf8')) as { id: string }[];
    const report = (): Promise<ImportJobReportView> => client.ok(endpoints.getImportJob, { params: { id: started[0]!.id } });
    const inLibrary = async (): Promise<number> => (await client.ok(endpoints.listDocuments, { query: { kind: 'law', limit: 1 } })).total;

    await until(async () => (await inLibrary()) > 60, 'nothing was taken in', 120_000);
    process.kill(hub.pid, 'SIGKILL');
    await new Promise((done) => setTimeout(done, 500));
    hub = await RunningHub.start({ dataDir, env: { HUB_DEMO: 'off' } });
    client = await HubClient.signedIn(hub.url, { username, password });
    const before = await inLibrary();
    expect(before).toBeGreaterThan(60);
    expect((await report()).status).toBe('running');
    const done = await until(async () => {
      const now = await report();
      return now.status !== 'running' && now;
    }, 'the import did not go on', 240_000);
    expect(done).toMatchObject({ status: 'done', lines: LAWS, imported: LAWS, unchanged: 0, refused: 0, share: 1 });
    expect(await inLibrary()).toBe(LAWS);
    const { items } = await client.ok(endpoints.listDocuments, { query: { kind: 'law', limit: 100 } });
    for (const item of items.slice(0, 25)) expect((await client.ok(endpoints.getDocument, { params: { id: item.id } })).sections).toHaveLength(ARTICLES);
  });
});
