// What the plain scripts beside this file need before anything is installed or built:
// only Node itself. Progress goes to stderr, in Chinese, so that stdout stays with the command.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const at = (...parts) => path.join(ROOT, ...parts);
const MARKS = at('node_modules/.cache/govmedia-hub');
const NEEDED_NODE = [20, 19];

const say = (line) => process.stderr.write(`${line}\n`);
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} 秒`;

/**
 * Every part that can be built: where it lies, the nx target, the file by which we know that it can be
 * built (source), and the file that proves it was (made).
 */
const PARTS = Object.fromEntries([
  ...['contracts', 'chinese-text', 'working-days', 'official-documents', 'screening', 'knowledge', 'inspection'].map((name) => [name, { dir: `packages/${name}`, target: 'build', source: 'tsconfig.build.json', made: 'dist/index.js', word: '公共包' }]),
  ['api', { dir: 'apps/api', target: 'build', source: 'src/main.ts', made: 'dist/main.js', word: '接口服务' }],
  ['cli', { dir: 'apps/cli', target: 'build', source: 'src/hub.ts', made: 'dist/hub.js', word: '命令行' }],
  ['e2e', { dir: 'apps/e2e', target: 'build', source: 'tsconfig.build.json', made: 'dist/running-hub.js', word: '端到端演练' }],
  ['functions', { dir: 'apps/functions', target: 'build', source: 'build.mjs', made: 'dist/hub/index.js', word: '云函数' }],
  ['console', { dir: 'apps/console', target: 'build', source: 'index.html', made: 'dist/index.html', word: '工作台' }],
  ['h5', { dir: 'apps/miniprogram', target: 'build:h5', source: 'config/index.ts', made: 'dist/h5/index.html', word: '居民端 H5' }],
  ['weapp', { dir: 'apps/miniprogram', target: 'build:weapp', source: 'config/index.ts', made: 'dist/weapp/app.json', word: '居民端小程序' }],
]);
export const PACKAGES = Object.keys(PARTS).filter((name) => PARTS[name].dir.startsWith('packages/'));

/** Refuses a Node that is too old, in words. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor >= NEEDED_NODE[1])) return;
  say(`需要 Node.js ${NEEDED_NODE.join('.')} 或更高版本，当前为 ${process.versions.node}。`);
  process.exit(1);
}

const digest = (text) => createHash('sha256').update(text).digest('hex').slice(0, 32);
const readMark = (name) => (existsSync(path.join(MARKS, name)) ? readFileSync(path.join(MARKS, name), 'utf8') : '');
const writeMark = (name, value) => { mkdirSync(MARKS, { recursive: true }); writeFileSync(path.join(MARKS, name), value); };

/** Runs a command quietly; prints what it said only when it fails, and then leaves. */
async function quietly(word, command, args, env = {}) {
  const begun = performance.now();
  say(`  ${word} …`);
  const { NODE_ENV: _ofTheHub, ...inherited } = process.env; // production is how the hub runs, not how it is installed and built
  const child = spawn(command, args, { cwd: ROOT, env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { said = (said + chunk).slice(-40_000); });
  const stop = () => child.kill('SIGTERM');
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const code = await new Promise((done) => child.on('error', (error) => { said += String(error); done(1); }).on('close', (rc) => done(rc ?? 1)));
  process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
  if (code !== 0) {
    say(said);
    say(`  ${word} 未成功（${seconds(begun)}）。`);
    process.exit(1);
  }
  say(`  ${word} 完成（${seconds(begun)}）`);
}

/** Installs from the lockfile when node_modules is missing or was made from another lockfile. */
export async function ensureInstalled() {
  const lock = at('package-lock.json');
  const wanted = digest(readFileSync(lock));
  if (readMark('installed') === wanted) return;
  const hidden = at('node_modules/.package-lock.json');
  const fresh = existsSync(hidden) && statSync(hidden).mtimeMs >= statSync(lock).mtimeMs;
  if (!fresh) await quietly('安装依赖（首次约一两分钟）', 'npm', ['install', '--no-audit', '--no-fund', '--loglevel=error']);
  writeMark('installed', digest(readFileSync(lock)));
}

const NOT_SOURCE = new Set(['node_modules', 'dist', 'out', 'coverage', '.temp', '.data', 'test']);

function* sourceFiles(dir) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (NOT_SOURCE.has(entry.name)) continue;
    const full = path.join(dir, entry.name);
    if (entry.isDirectory()) yield* sourceFiles(full);
    else if (!/\.spec\.tsx?$|\.md$|\.tsbuildinfo$/.test(entry.name)) yield full;
  }
}

const prints = new Map();
/** Sizes and times of a folder's sources and of the packages it stands on: cheap, and it changes when they do. */
function fingerprint(dir) {
  const known = prints.get(dir);
  if (known) return known;
  const lines = [...sourceFiles(at(dir))].sort().map((file) => { const s = statSync(file); return `${file}:${s.size}:${s.mtimeMs}`; });
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(at(dir, 'package.json'), 'utf8'));
  for (const name of Object.keys({ ...dependencies, ...devDependencies }).sort()) {
    const own = name.startsWith('@govmedia-hub/') && PARTS[name.slice('@govmedia-hub/'.length)];
    if (own) lines.push(fingerprint(own.dir));
  }
  lines.push(readMark('installed'), process.versions.node, String(statSync(at('tsconfig.base.json')).mtimeMs));
  const print = digest(lines.join('\n'));
  prints.set(dir, print);
  return print;
}

const buildable = (part) => existsSync(at(part.dir, part.source));
const stale = (name) => {
  const part = PARTS[name];
  return buildable(part) && (!existsSync(at(part.dir, part.made)) || readMark(`built-${name}`) !== fingerprint(part.dir));
};

/** One builder at a time in a tree; a lock whose owner is gone is taken over. */
async function withBuildLock(work) {
  mkdirSync(MARKS, { recursive: true });
  const lock = path.join(MARKS, 'building');
  for (let told = false; ; ) {
    try { writeFileSync(lock, String(process.pid), { flag: 'wx' }); break; } catch { /* somebody builds */ }
    let owner = 0;
    try { owner = Number(readFileSync(lock, 'utf8')); } catch { continue; }
    let alive = owner > 0;
    try { if (alive) process.kill(owner, 0); } catch { alive = false; }
    if (!alive) { rmSync(lock, { force: true }); continue; }
    if (!told) { say('  另一个进程正在构建，等待其完成 …'); told = true; }
    await new Promise((done) => setTimeout(done, 500));
  }
  const free = () => rmSync(lock, { force: true });
  process.once('exit', free);
  try { return await work(); } finally { process.removeListener('exit', free); free(); }
}

/**
 * Builds those of the named parts that are missing or older than their sources; a part whose source does
 * not exist is passed over. A second call right after costs some ten milliseconds.
 */
export async function ensureBuilt(names) {
  if (names.every((name) => !stale(name))) return;
  await withBuildLock(async () => {
    prints.clear();
    const due = names.filter(stale);
    if (due.length === 0) return;
    const begun = performance.now();
    say('构建缺少或已过期的部分：');
    const wave = async (target, parts) => {
      if (parts.length === 0) return;
      const words = [...new Set(parts.map((name) => PARTS[name].word))].join('、');
      const projects = [...new Set(parts.map((name) => `@govmedia-hub/${path.basename(PARTS[name].dir)}`))].join(',');
      await quietly(words, process.execPath, [at('node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', target, '-p', projects, '--outputStyle=stream'], { NX_DAEMON: 'false', NX_TUI: 'false' });
      for (const name of parts) {
        if (!existsSync(at(PARTS[name].dir, PARTS[name].made))) { say(`  ${PARTS[name].dir}/${PARTS[name].made} 没有生成。`); process.exit(1); }
        writeMark(`built-${name}`, fingerprint(PARTS[name].dir));
      }
    };
    const ofTarget = (target, inPackages) => due.filter((name) => PARTS[name].target === target && PARTS[name].dir.startsWith('packages/') === inPackages);
    await wave('build', ofTarget('build', true));
    await wave('build', ofTarget('build', false));
    await wave('build:h5', due.filter((name) => name === 'h5'));
    await wave('build:weapp', due.filter((name) => name === 'weapp'));
    say(`构建完成（${seconds(begun)}）`);
  });
}

/**
 * Makes HUB_DATA_DIR absolute (from the root of the repository, .data when left out), so that it does not
 * depend on where a command was typed. In production it is left to the hub to say that it is missing.
 */
export function settleDataDir() {
  if (process.env.HUB_DATA_DIR || process.env.NODE_ENV !== 'production') process.env.HUB_DATA_DIR = path.resolve(ROOT, process.env.HUB_DATA_DIR || '.data');
}
