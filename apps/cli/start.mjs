// npm start: from a fresh clone to a running hub with nothing but Node and npm.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PACKAGES, ROOT, checkNode, ensureBuilt, ensureInstalled, settleDataDir } from './house.mjs';

checkNode();
await ensureInstalled();
await ensureBuilt([...PACKAGES, 'api', 'console', 'h5']);

settleDataDir();
process.chdir(ROOT);
// in this very process: signals reach the hub itself and nothing is left behind
const main = path.join(ROOT, 'apps/api/dist/main.js');
process.argv = [process.argv[0], main, ...process.argv.slice(2)];
await import(pathToFileURL(main).href);
