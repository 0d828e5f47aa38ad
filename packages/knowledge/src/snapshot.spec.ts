import fc from 'fast-check';
import { LIBRARY, segmenter, TODAY } from '../fixtures/yunxi-library.js';
import { KnowledgeIndex, RANKING_PROFILE, type Passage, type SnapshotRecord } from './index.js';

const open = (passages: readonly Passage[] = []): KnowledgeIndex => {
  const index = new KnowledgeIndex({ segmenter });
  for (const passage of passages) index.put(passage);
  return index;
};
const restored = (records: Iterable<SnapshotRecord>): KnowledgeIndex => {
  const index = open([LIBRARY[0]!]);
  index.restore(records);
  return index;
};
const QUESTIONS = ['房子过户要交多少钱', '不动产登记收费标准', '云政发12号', '低保', '犬', '登记标准'];
const answers = (index: KnowledgeIndex): unknown => [
  index.version, index.ids(), QUESTIONS.map((query) => [index.search(query, { on: TODAY }).hits.map(({ id, score }) => [id, score]), index.ask(query, { on: TODAY }).answer?.passageId]),
];

const step = fc.oneof(
  fc.record({ verb: fc.constant('put' as const), at: fc.nat(LIBRARY.length - 1), text: fc.constantFrom(null, '另一段关于收费标准与登记的文字。') }),
  fc.record({ verb: fc.constant('remove' as const), at: fc.nat(LIBRARY.length - 1) }),
  fc.record({ verb: fc.constantFrom('seal' as const, 'compact' as const) }),
);

describe('a snapshot', () => {
  it('taken of segments and a head at any moment, and followed on from, ranks as an index built fresh', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.nat(30), (steps, moment) => {
        let index = open(LIBRARY.slice(0, 6));
        const there = new Map(LIBRARY.slice(0, 6).map((passage) => [passage.id, passage]));
        for (const [i, one] of steps.entries()) {
          if (i === moment || one.verb === 'seal') index = restored(index.snapshot());
          if (one.verb === 'compact') index.compact();
          if (one.verb === 'remove') {
            index.remove(LIBRARY[one.at]!.id);
            there.delete(LIBRARY[one.at]!.id);
          }
          if (one.verb === 'put') {
            const passage = { ...LIBRARY[one.at]!, ...(one.text === null ? {} : { text: one.text }) };
            index.put(passage);
            there.set(passage.id, passage);
          }
        }
        expect(answers(restored(index.snapshot()))).toEqual(answers(open([...there.values()])));
        expect(answers(index)).toEqual(answers(open([...there.values()])));
      }),
      { numRuns: 40 },
    );
  });

  it('is a picture of its moment, however the index changes while it is written', () => {
    const index = open(LIBRARY);
    const records = index.snapshot();
    const first = records.next().value as SnapshotRecord;
    index.remove('qa-house');
    index.put({ ...LIBRARY[0]!, text: '改了。' });
    index.compact();
    expect(answers(restored([first, ...records]))).toEqual(answers(open(LIBRARY)));
  });

  it('keeps the notes beside passages, and which passages are of a document', () => {
    const index = open();
    for (const [i, passage] of LIBRARY.entries()) index.put(passage, i % 2 === 0 ? `note ${i}` : null);
    index.put(LIBRARY[0]!, 'another note');
    const again = restored(index.snapshot());
    expect(again.ids().map((id) => again.noteOf(id))).toEqual(index.ids().map((id) => index.noteOf(id)));
    expect(again.noteOf(LIBRARY[0]!.id)).toBe('another note');
    for (const documentId of index.documentIds()) expect([...again.idsOf(documentId)].sort()).toEqual(LIBRARY.filter((passage) => passage.documentId === documentId).map(({ id }) => id).sort());
  });

  it('is refused when a piece is missing, cut or of another kind, and leaves what was there', () => {
    const records = [...open(LIBRARY).snapshot()];
    const index = open([LIBRARY[0]!]);
    for (let left = 0; left < records.length; left++) expect(() => index.restore(records.filter((_, i) => i !== left))).toThrow();
    expect(() => index.restore([])).toThrow();
    expect(answers(index)).toEqual(answers(open([LIBRARY[0]!])));
  });

  it('is refused by another ranking, another dictionary and another way of cutting words', () => {
    const records = [...open(LIBRARY).snapshot()];
    expect(() => new KnowledgeIndex({ segmenter, profile: { ...RANKING_PROFILE, version: '2027.01' } }).restore(records)).toThrow();
    expect(() => new KnowledgeIndex({ segmenter: { words: (text) => [...text] } }).restore(records)).toThrow();
  });
});
