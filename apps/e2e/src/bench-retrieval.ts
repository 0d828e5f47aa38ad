import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HUB = fileURLToPath(new URL('../../cli/dist/hub.js', import.meta.url));
const LEARNING: Record<string, number> = { recall10: 0.58, recall100: 0.84, mrr10: 0.47, pageRecall10: 0.58, pageMrr10: 0.47 };
const UNTAUGHT: Record<string, number> = { recall10: 0.47, recall100: 0.7, mrr10: 0.39, pageRecall10: 0.47, pageMrr10: 0.39 };
const COST: Record<string, number> = { p99Ms: 60, indexMb: 500, buildSeconds: 90 };

interface Evaluation { corpus: boolean; figures: Record<string, number | null> }

/** The product's own evaluation over the statute articles: five-fold with answered questions, then without any. */
export function benchRetrieval(json: boolean, say: (line: string) => void): void {
  const folder = path.join(process.env['HUB_CORPUS_DIR'] ?? '', 'retrieval');
  const articles = path.join(folder, 'articles.jsonl.gz');
  if (!existsSync(articles)) {
    say('no corpus: set HUB_CORPUS_DIR to a folder that holds retrieval/');
    if (json) process.stdout.write(`${JSON.stringify({ corpus: false, figures: {} })}\n`);
    return;
  }
  const questions = path.join(folder, 'questions.jsonl');
  const run = (...more: string[]): Evaluation => JSON.parse(execFileSync(process.execPath, [HUB, 'eval', 'retrieval', articles, questions, ...more, '--json'], { encoding: 'utf8', maxBuffer: 2 ** 26 })) as Evaluation;
  const taught = run('--answered', questions, '--folds', '5');
  tell('five-fold, learning from answered questions', taught, { ...LEARNING, ...COST }, say);
  tell('the same, weights of the ranking fitted in each fold', run('--answered', questions, '--folds', '5', '--fit'), LEARNING, say);
  const untaught = run();
  tell('without answered questions', untaught, UNTAUGHT, say);
  if (json) process.stdout.write(`${JSON.stringify({ corpus: taught.corpus, figures: taught.figures, withoutAnswered: untaught.figures })}\n`);
}

function tell(title: string, { figures }: Evaluation, targets: Record<string, number>, say: (line: string) => void): void {
  say(title);
  for (const [name, value] of Object.entries(figures)) {
    const target = targets[name];
    const met = target === undefined || value === null ? '' : `   target ${target} ${(name in COST ? value <= target : value >= target) ? 'met' : 'not met'}`;
    say(`  ${name.padEnd(16)} ${value ?? '-'}${met}`);
  }
}
