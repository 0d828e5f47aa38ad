// node with-build.mjs FILE args…: builds what FILE needs, then runs it in this process.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PACKAGES, ROOT, checkNode, ensureBuilt, ensureInstalled } from './house.mjs';

/** What a file looks at beside the api; everything when it is not named here. */
const NEEDS = { 'bench.js': ['api', 'cli', 'e2e'] };
const EVERYTHING = ['api', 'cli', 'e2e', 'functions', 'console', 'h5', 'weapp'];

checkNode();
const [file, ...args] = process.argv.slice(2);
if (!file) { process.stderr.write('用法：node apps/cli/with-build.mjs FILE [参数…]\n'); process.exit(2); }
await ensureInstalled();
await ensureBuilt([...PACKAGES, ...(NEEDS[path.basename(file)] ?? EVERYTHING)]);

process.chdir(ROOT);
const main = path.resolve(ROOT, file);
process.argv = [process.argv[0], main, ...args];
await import(pathToFileURL(main).href);
