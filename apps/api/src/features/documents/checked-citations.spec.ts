import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findCitations } from '@govmedia-hub/chinese-text';
import { CorpusOfLaws, drawCitations } from '../../../test/citations-of-corpus.js';
import { chooseCited, type CitableDocument } from './citation-resolver.js';
import { keyOf } from './title-keys.js';

/** Drawn by this seed, each read in its sentence and looked for among the titles of the collection by hand. */
const SEED = 20261127;
const WANTED = 0.95;
interface Checked { law: string; on: string; cites: string; article: string | null; means: string | null; has: 'none' | 'found' | 'missing' }

const corpusDir = process.env.HUB_CORPUS_DIR ?? '';
const withCorpus = existsSync(path.join(corpusDir, 'laws.jsonl.gz')) ? it : it.skip;

const document = (id: string, title: string, more: Partial<CitableDocument> = {}): CitableDocument => ({ id, kind: 'official', status: 'released', title, titleKey: keyOf(title), bodyTitleKey: null, docNumber: null, openness: 'proactive', doubtful: false, sortOn: '2024-01-01', ...more });
const LIBRARY = [
  document('dogs-2020', '云溪市养犬管理办法', { docNumber: '云政发〔2020〕12号', sortOn: '2020-01-01' }),
  document('dogs-2024', '云溪市养犬管理办法', { docNumber: '云政发〔2024〕12号' }),
  document('parking', '云溪市人民政府办公室关于印发《云溪市停车管理细则》的通知', { bodyTitleKey: keyOf('云溪市停车管理细则'), docNumber: '云政办〔2023〕5号' }),
  document('water', '南岭省水条例', { kind: 'law' }),
  document('lake', '南岭省湖泊条例', { kind: 'law', status: 'named' }),
  document('draft', '云溪市夜市管理办法', { status: 'draft' }),
  document('gone', '云溪市广告管理办法', { status: 'withdrawn' }),
];

describe('citations held against what a person found', () => {
  it.each<[string, string | null]>([
    ['依照《云溪市养犬管理办法》（云政发〔2020〕12号）第三条办理。', 'dogs-2020'],
    ['依照《云溪市养犬管理办法》办理。', 'dogs-2024'],
    ['按照云政发〔2024〕12号执行。', 'dogs-2024'],
    ['依照《云溪市停车管理细则》第五条收费。', 'parking'],
    ['根据《南岭省水条例》第一条，制定本办法。', 'water'],
    ['《南岭省湖泊条例》同时废止。', 'lake'],
    ['依照《云溪市夜市管理办法》设摊。', 'draft'],
    ['依照《云溪市广告管理办法》设牌。', null],
    ['依照《云溪市养猫管理办法》办理。', null],
    ['按照云政发〔2021〕12号执行。', null],
  ])('%s', (sentence, means) => {
    const citation = findCitations(sentence).find((each) => !each.self)!;
    const chosen = chooseCited({ titleKey: citation.title === null ? null : keyOf(citation.title), docNumber: citation.docNumber }, LIBRARY);
    expect(chosen?.id ?? null).toBe(means);
  });

  withCorpus('at least 95 of 100 drawn from the laws resolve rightly, or are rightly not in the library (without HUB_CORPUS_DIR: fixtures only)', () => {
    const checked = JSON.parse(readFileSync(path.join(__dirname, '../../../test/fixtures/checked-citations.json'), 'utf8')) as Checked[];
    expect(checked).toHaveLength(200);
    const corpus = new CorpusOfLaws(corpusDir);
    const wrong: string[] = [];
    for (const [i, { at, citation }] of drawCitations(corpus, SEED, checked.length).entries()) {
      const row = checked[i]!;
      const law = corpus.laws[at]!;
      expect([law.title, law.publish ?? '', citation.title ?? citation.docNumber, citation.article?.text ?? null]).toEqual([row.law, row.on, row.cites, row.article]);
      const found = corpus.resolve(at, citation);
      if (found.title !== row.means || found.article !== row.has) wrong.push(`${row.law}: ${row.cites} → ${found.title} (${found.article})`);
    }
    expect({ right: (checked.length - wrong.length) / checked.length >= WANTED, wrong: wrong.length > checked.length * (1 - WANTED) ? wrong : [] }).toEqual({ right: true, wrong: [] });
  }, 120_000);
});
