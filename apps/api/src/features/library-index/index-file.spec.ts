import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KnowledgeIndex, type Passage } from '@govmedia-hub/knowledge';
import { readIndexFile, writeIndexFile } from './index-file.js';

const SUBJECTS = ['养犬登记', '停车收费', '高龄津贴', '公租房申请'];
const passage = (i: number): Passage => ({
  id: `doc:${i}`, kind: 'article', documentId: `d${i % 3}`, title: `云溪市${SUBJECTS[i % 4]}办法`, heading: `第${i}条`, text: `${SUBJECTS[i % 4]}由市民提出，五个工作日内办结，第${i}款另有规定的除外。`, questions: [],
  docNumber: null, issuer: null, topics: [], validity: 'in_force', validFrom: null, validTo: null, publishedOn: null, reviewed: true,
});
const segmenter = { words: (text: string): string[] => text.match(/[\u3400-\u9fff]{1,2}|[a-z0-9]+/g) ?? [] };
const open = (count = 0): KnowledgeIndex => {
  const index = new KnowledgeIndex({ segmenter });
  for (let i = 0; i < count; i++) index.put(passage(i), `note ${i}`);
  return index;
};
const answers = (index: KnowledgeIndex): unknown => [index.version, index.ids().map((id) => [index.get(id), index.noteOf(id)]), SUBJECTS.map((q) => index.search(q, { on: '2026-11-27' }).hits.map(({ id, score }) => [id, score]))];

describe('the file of the index', () => {
  let folder: string;
  let file: string;
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'hub-index-')); file = join(folder, 'index.snapshot'); });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('gives back passages, notes and ranking, though another file has taken its place before anything was asked', async () => {
    await writeIndexFile(file, open(40).snapshot());
    const started = open();
    started.restore(readIndexFile(file));
    await writeIndexFile(file, open(3).snapshot());
    expect(answers(started)).toEqual(answers(open(40)));
    started.remove('doc:5');
    started.put(passage(41), 'note 41');
    await writeIndexFile(file, started.snapshot());
    const again = open();
    again.restore(readIndexFile(file));
    again.compact();
    expect(answers(again)).toEqual(answers(started));
  });

  it('is refused wherever a byte of it was changed and wherever it was cut', async () => {
    await writeIndexFile(file, open(12).snapshot());
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at += 97) {
      const damaged = Buffer.from(whole);
      damaged[at]! ^= 0x41;
      writeFileSync(file, damaged);
      expect(() => open().restore(readIndexFile(file))).toThrow();
      writeFileSync(file, whole.subarray(0, at));
      expect(() => open().restore(readIndexFile(file))).toThrow();
    }
  });
});
