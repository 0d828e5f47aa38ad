// Two cloud functions, each a folder to upload: dist/hub and dist/tick.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const MOST_BYTES = 24 * 1024;

const functions = {
  hub: { permissions: { openapi: [] } },
  tick: { permissions: { openapi: [] }, triggers: [{ name: 'every-minute', type: 'timer', config: '0 */1 * * * * *' }] },
};

rmSync(path.join(here, 'dist'), { recursive: true, force: true });
for (const [name, config] of Object.entries(functions)) {
  const folder = path.join(here, 'dist', name);
  mkdirSync(folder, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: here, entryPoints: [`src/${name}/index.ts`], outfile: path.join(folder, 'index.js'), bundle: true, platform: 'node', target: 'node18', format: 'cjs',
    charset: 'utf8', treeShaking: true, minifySyntax: true, minifyWhitespace: true, external: ['wx-server-sdk'], metafile: true, logLevel: 'warning',
  });
  const bytes = Object.values(metafile.outputs)[0].bytes;
  if (bytes > MOST_BYTES) throw new Error(`dist/${name}/index.js has ${bytes} bytes; a forwarder stays under ${MOST_BYTES}`);
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify({ name, version: '1.0.0', private: true, main: 'index.js', dependencies: { 'wx-server-sdk': '^4.0.2' } }, null, 2)}\n`);
  writeFileSync(path.join(folder, 'config.json'), `${JSON.stringify(config, null, 2)}\n`);
  console.log(`dist/${name}: ${(bytes / 1024).toFixed(1)} KB`);
}
