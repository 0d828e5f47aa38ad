// npm run -s hub -- COMMAND: the command line, built when it has to be. stdout belongs to the command.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PACKAGES, ROOT, checkNode, ensureBuilt, ensureInstalled, settleDataDir } from './house.mjs';

checkNode();
await ensureInstalled();
await ensureBuilt([...PACKAGES, 'api', 'cli']);

settleDataDir();
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD); // paths mean what they meant where they were typed
const main = path.join(ROOT, 'apps/cli/dist/hub.js');
process.argv = [process.argv[0], main, ...process.argv.slice(2)];
await import(pathToFileURL(main).href);
