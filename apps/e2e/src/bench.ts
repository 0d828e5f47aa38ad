// npm run bench -- NAME [--json] [--rounds N] [--seconds N]
import { parseArgs } from 'node:util';
import { benchHttp } from './bench/http.js';
import { benchLexiconPreview } from './bench-lexicon-preview.js';
import { benchLaws } from './bench-laws.js';
import { benchRetrieval } from './bench-retrieval.js';
import { benchSearchSpeed, SEARCH_SPEED_TARGETS } from './bench-search-speed.js';
import { benchScreening } from './bench-screening.js';
import { benchScreeningQuality } from './bench-screening-quality.js';
import { benchProofreading } from './bench-proofreading.js';
import { benchProofreadingWeights } from './bench-proofreading-weights.js';
import { benchWordSlips } from './bench-word-slips.js';

const TARGETS: Record<string, number> = { cachedToBareNode: 0.55, byIdToBareNode: 0.8 };

const { positionals: [name, file], values } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' }, rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '3' } } });
const say = (line: string): void => { (values.json ? process.stderr : process.stdout).write(`${line}\n`); };

if (name === 'retrieval') {
  benchRetrieval(values.json ?? false, say);
  process.exit(0);
}
if (name === 'laws') {
  const laws = await benchLaws(say);
  if (values.json) process.stdout.write(`${JSON.stringify(laws)}\n`);
  process.exit(0);
}
if (name === 'search-speed') {
  const speed = await benchSearchSpeed(say);
  for (const [figure, value] of Object.entries(speed.figures)) {
    const wanted = SEARCH_SPEED_TARGETS[figure];
    say(`${figure.padEnd(30)} ${value.toFixed(2)}${wanted ? `   target ${wanted.target} ${(wanted.atMost ? value <= wanted.target : value >= wanted.target) ? 'met' : 'not met'}` : ''}`);
  }
  if (values.json) process.stdout.write(`${JSON.stringify(speed)}\n`);
  process.exit(0);
}
if (name === 'proofreading') {
  const proofreading = benchProofreading(say);
  if (values.json) process.stdout.write(`${JSON.stringify(proofreading)}\n`);
  process.exit(0);
}
if (name === 'proofreading-weights') {
  benchProofreadingWeights(file ?? 'built-in-evidence.ts', say);
  process.exit(0);
}
if (name === 'word-slips') {
  benchWordSlips(file ?? '.', say);
  process.exit(0);
}
if (name === 'lexicon-preview') {
  const preview = await benchLexiconPreview(say);
  for (const [figure, value] of Object.entries(preview.figures)) say(`${figure.padEnd(24)} ${value.toFixed(2)}`);
  if (values.json) process.stdout.write(`${JSON.stringify(preview)}\n`);
  process.exit(0);
}
if (name === 'screening' || name === 'screening-quality') {
  const screening = name === 'screening' ? await benchScreening(Number(values.rounds), say) : benchScreeningQuality(say);
  for (const [figure, value] of Object.entries(screening.figures)) say(`${figure.padEnd(24)} ${value.toFixed(3)}`);
  if (values.json) process.stdout.write(`${JSON.stringify(screening)}\n`);
  process.exit(0);
}
if (name !== 'http') {
  process.stderr.write('npm run bench -- http|laws|lexicon-preview|retrieval|search-speed|screening|screening-quality|proofreading|proofreading-weights|word-slips [--json] [--rounds N] [--seconds N]\n');
  process.exit(2);
}
const result = await benchHttp(Number(values.rounds), Number(values.seconds), say);
say('fixtures only (this benchmark needs no corpus)');
for (const [figure, value] of Object.entries(result.figures)) if (figure in TARGETS) say(`${figure.padEnd(20)} ${value.toFixed(3)}   target ${TARGETS[figure]!.toFixed(2)} ${value >= TARGETS[figure]! ? 'met' : 'not met'}`);
if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
