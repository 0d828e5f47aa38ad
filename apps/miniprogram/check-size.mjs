// Prints the two sizes that residents feel and fails when one is over its budget.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const BUDGETS = { weappMainBytes: 1.2 * 1024 * 1024, h5HomeGzipBytes: 180 * 1024 };
const dist = fileURLToPath(new URL('./dist', import.meta.url));
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

const files = (dir) => readdirSync(dir, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? files(join(dir, entry.name)) : [join(dir, entry.name)]));

/** Everything in the package that is not in a sub-package's root: what WeChat downloads before the first page. */
function weappMain() {
  const root = join(dist, 'weapp');
  const app = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8'));
  const subRoots = (app.subPackages ?? app.subpackages ?? []).map((sub) => join(root, sub.root) + '/');
  const counted = files(root).filter((file) => !file.endsWith('.map') && !file.endsWith('project.config.json'));
  const size = (list) => list.reduce((sum, file) => sum + statSync(file).size, 0);
  return { main: size(counted.filter((file) => !subRoots.some((sub) => file.startsWith(sub)))), total: size(counted) };
}

/** Scripts of index.html and the chunks that the front page's route loads, each gzipped as a server sends it. */
function h5Home() {
  const root = join(dist, 'h5');
  const html = readFileSync(join(root, 'index.html'), 'utf8');
  const first = [...html.matchAll(/<script[^>]*\ssrc="\/([^"]+)"/g)].map((match) => match[1]);
  if (/<script(?![^>]*\ssrc=)[^>]*>/.test(html)) throw new Error('index.html holds an inline script, which the content security policy forbids');
  const code = first.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
  const route = /"?path"?:\s*"pages\/home\/index",.{0,400}?\.then\(/s.exec(code)?.[0];
  if (!route) throw new Error('the route of the front page was not found in the scripts of index.html');
  const chunks = [...route.matchAll(/\.e\((\d+)\)/g)].map((match) => readdirSync(join(root, 'js')).find((file) => file.startsWith(`${match[1]}.`) && file.endsWith('.js')));
  if (!chunks.length || chunks.includes(undefined)) throw new Error('the chunks of the front page were not found');
  const all = [...first, ...chunks.map((file) => `js/${file}`)];
  return all.map((file) => ({ file, bytes: gzipSync(readFileSync(join(root, file)), { level: 9 }).length }));
}

for (const target of ['weapp/app.json', 'h5/index.html']) {
  if (!existsSync(join(dist, target))) {
    console.error(`dist/${target} is missing: build both targets first`);
    process.exit(1);
  }
}
const weapp = weappMain();
const home = h5Home();
const homeBytes = home.reduce((sum, part) => sum + part.bytes, 0);
console.log(`weapp main package  ${kb(weapp.main)} of ${kb(BUDGETS.weappMainBytes)} (all packages ${kb(weapp.total)})`);
console.log(`H5 home first JS    ${kb(homeBytes)} gzip of ${kb(BUDGETS.h5HomeGzipBytes)} (${home.map((part) => `${part.file} ${kb(part.bytes)}`).join(', ')})`);
const over = weapp.main > BUDGETS.weappMainBytes || homeBytes > BUDGETS.h5HomeGzipBytes;
if (over) console.error('over budget');
process.exit(over ? 1 : 0);
