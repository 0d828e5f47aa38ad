// npm test: everything that the surroundings allow, and one plain line for each thing that is left out.
// With HUB_TEST_ALL=1 (as .ci/run sets it) something left out is a failure.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PACKAGES, ROOT, checkNode, ensureBuilt, ensureInstalled } from './house.mjs';

checkNode();
const { HUB_TEST_MYSQL_URL, CHROMIUM_PATH, HUB_CORPUS_DIR, HUB_TEST_ALL } = process.env;

const leftOut = [];
const tell = (line) => { leftOut.push(line); process.stdout.write(`${line}\n`); };
if (!HUB_TEST_MYSQL_URL) tell('未运行：MariaDB/MySQL 上的端到端测试（未设置 HUB_TEST_MYSQL_URL）');
if (!CHROMIUM_PATH) tell('未运行：浏览器测试（未设置 CHROMIUM_PATH）');
else if (!existsSync(CHROMIUM_PATH)) { process.stdout.write(`CHROMIUM_PATH 指向的文件不存在：${CHROMIUM_PATH}\n0 passed, 1 failed\n`); process.exit(1); }
if (!HUB_CORPUS_DIR) process.stdout.write('未使用真实语料（未设置 HUB_CORPUS_DIR）：fixtures only\n');
if (HUB_TEST_ALL && leftOut.length > 0) { process.stdout.write(`0 passed, ${leftOut.length} failed\n`); process.exit(1); }

await ensureInstalled();
await ensureBuilt([...PACKAGES, 'functions', ...(CHROMIUM_PATH ? ['api', 'cli', 'e2e', 'console', 'h5', 'weapp'] : [])]);

const folder = mkdtempSync(path.join(tmpdir(), 'hub-test-'));
// a test that leaves a process behind has failed already; it must not hold up the count (--forceExit)
const outputFile = path.join(folder, 'result.json');
const own = process.argv.slice(2);
const workers = own.some((arg) => /^(-i|-w|--runInBand|--maxWorkers)/.test(arg)) ? [] : ['--maxWorkers=2'];
const child = spawn(process.execPath, [path.join(ROOT, 'node_modules/jest/bin/jest.js'), '--json', `--outputFile=${outputFile}`, '--forceExit', ...workers, ...own], {
  cwd: ROOT, stdio: ['inherit', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: 'test', TZ: process.env.TZ ?? 'UTC' },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
const code = await new Promise((done) => child.on('close', (rc) => done(rc ?? 1)));

let passed = 0;
let failed = 0;
let skipped = 0;
if (existsSync(outputFile)) {
  const result = JSON.parse(readFileSync(outputFile, 'utf8'));
  passed = result.numPassedTests;
  failed = result.numFailedTests + result.numRuntimeErrorTestSuites; // a file that cannot be run has failed too
  skipped = result.numPendingTests;
}
rmSync(folder, { recursive: true, force: true });
if (code !== 0 && failed === 0) failed = 1;
for (const line of leftOut) process.stdout.write(`${line}\n`);
process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exit(failed > 0 ? 1 : code);
