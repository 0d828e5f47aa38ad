import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { endpoints, type ImportJobReportView } from '@govmedia-hub/contracts';
import { ROOT } from './house-paths.js';
import { HubClient } from './hub-client.js';
import { RunningHub } from './running-hub.js';

const TARGETS: Record<string, number> = { importSeconds: 180, peakMb: 1024 };

/** Peak resident memory of a process in MB, as Linux counts it; null elsewhere. */
const peakMb = (pid: number): number | null => {
  try {
    const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line ? Number(line[1]) / 1024 : null;
  } catch {
    return null;
  }
};

/** Takes the collection of laws into an empty hub as staff would, and tells how long it took and how much memory the hub used. */
export async function benchLaws(say: (line: string) => void): Promise<{ corpus: boolean; figures: Record<string, number | null> }> {
  const file = path.join(process.env['HUB_CORPUS_DIR'] ?? '', 'laws.jsonl.gz');
  if (!existsSync(file)) {
    say('no corpus: set HUB_CORPUS_DIR to a folder that holds laws.jsonl.gz');
    return { corpus: false, figures: {} };
  }
  const hub = await RunningHub.start({ env: { HUB_DEMO: 'off' } });
  try {
    const made = spawnSync(process.execPath, [path.join(ROOT, 'apps/cli/dist/hub.js'), 'user', 'create', '--username', 'first-supervisor', '--name', '陈主管', '--org', '云溪市人民政府办公室', '--roles', 'supervisor', '--json'], { env: { ...process.env, HUB_DATA_DIR: hub.dataDir }, encoding: 'utf8' });
    const client = await HubClient.signedIn(hub.url, JSON.parse(made.stdout) as { username: string; password: string });
    const form = new FormData();
    form.append('files', new Blob([readFileSync(file)]), 'laws.jsonl.gz');
    const begun = performance.now();
    const [job] = JSON.parse((await client.exchange('POST', '/api/import-jobs', { form })).bytes.toString('utf8')) as { id: string }[];
    let report: ImportJobReportView;
    for (;;) {
      report = await client.ok(endpoints.getImportJob, { params: { id: job!.id } });
      if (report.status !== 'running') break;
      await new Promise((done) => setTimeout(done, 250));
    }
    const importSeconds = (performance.now() - begun) / 1000;
    const named = (await client.ok(endpoints.listDocuments, { query: { status: 'named', limit: 1 } })).total;
    say(`${report.status}: ${report.imported} imported, ${report.unchanged} unchanged, ${report.refused} refused of ${report.lines} lines; ${named} documents known by title`);
    const figures = { importSeconds, peakMb: peakMb(hub.pid), imported: report.imported, refused: report.refused, knownByTitle: named };
    for (const [name, value] of Object.entries(figures)) say(`${name.padEnd(16)} ${value === null ? '-' : value.toFixed(1)}${name in TARGETS && value !== null ? `   target ${TARGETS[name]} ${value < TARGETS[name]! ? 'met' : 'not met'}` : ''}`);
    return { corpus: true, figures };
  } finally {
    await hub.stop();
  }
}
