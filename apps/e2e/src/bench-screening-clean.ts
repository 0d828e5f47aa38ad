import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

interface Law { title: string; status: string; text: string }

/** Clean official texts: the founding document and current laws where the corpus is present, our own prose otherwise. */
export function readCleanTexts(laws: number): { corpus: boolean; texts: string[] } {
  const folder = process.env['HUB_CORPUS_DIR'];
  if (folder && existsSync(path.join(folder, 'laws.jsonl.gz'))) {
    const rows = gunzipSync(readFileSync(path.join(folder, 'laws.jsonl.gz'))).toString('utf8').trim().split('\n').map((line) => JSON.parse(line) as Law);
    const current = rows.filter((law) => law.status === 'current');
    const step = Math.max(1, Math.floor(current.length / laws));
    const chosen = current.filter((_, index) => index % step === 0).slice(0, laws).map((law) => law.text.replace(/^#+ */gm, ''));
    const founding = path.join(folder, 'taizheng-2019-112.txt');
    return { corpus: true, texts: [...(existsSync(founding) ? [readFileSync(founding, 'utf8')] : []), ...chosen] };
  }
  const fixture = readFileSync(path.join(path.dirname(new URL(import.meta.url).pathname), '../fixtures/clean-official-prose.txt'), 'utf8');
  return { corpus: false, texts: fixture.trim().split(/\n{2,}/) };
}
