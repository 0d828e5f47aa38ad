import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RunningHub } from './running-hub.js';

/** Folder of this test run; jest-setup.cjs names it, so that its workers share it. */
const FOLDER = 'HUB_E2E_CITY';
const LONGEST_MS = 480_000;

/**
 * A hub on a copy of the demonstration city that was loaded once for all specs of a run: loading it is most of what a first
 * start costs. The walkthrough begins with a first start of its own.
 */
export async function startDemonstration(env: Record<string, string> = {}): Promise<RunningHub> {
  const folder = process.env[FOLDER];
  if (!folder) return RunningHub.start({ env });
  const dataDir = mkdtempSync(path.join(tmpdir(), 'hub-data-'));
  cpSync(await loadedOnce(folder), dataDir, { recursive: true });
  return RunningHub.start({ env, dataDir, ownsFolder: true });
}

/** The data folder of the loaded city; the first worker that asks loads it, the others wait. */
async function loadedOnce(folder: string): Promise<string> {
  const city = path.join(folder, 'city');
  const ready = path.join(folder, 'ready');
  if (firstToMake(path.join(folder, 'loading'))) {
    await (await RunningHub.start({ dataDir: city })).stop();
    writeFileSync(ready, '');
  }
  for (const end = performance.now() + LONGEST_MS; !existsSync(ready); ) {
    if (performance.now() > end) throw new Error('the demonstration city was not loaded');
    await new Promise((done) => setTimeout(done, 200));
  }
  return city;
}

function firstToMake(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
