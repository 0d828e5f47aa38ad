import fc from 'fast-check';
import { article, LIBRARY, qa, segmenter, TODAY } from '../fixtures/yunxi-library.js';
import { KnowledgeIndex, type Passage } from './index.js';

const library = (passages: readonly Passage[] = LIBRARY): KnowledgeIndex => {
  const index = new KnowledgeIndex({ segmenter });
  for (const passage of passages) index.put(passage);
  return index;
};
const ids = (index: KnowledgeIndex, query: string, more = {}): string[] => index.search(query, { on: TODAY, ...more }).hits.map((hit) => hit.id);

const QUESTIONS = ['房子过户要交多少钱', '不动产登记收费标准', '云政发12号', '第12条', '低保', '老年人津贴', '身份证丢了怎么办', '烟花', '税'];

describe('search', () => {
  it('finds the official wording of what is asked in everyday words', () => {
    expect(ids(library(), '房子过户要交多少钱').slice(0, 3)).toEqual(['qa-house', 're#art-5', 're#art-12']);
    expect(ids(library(), '低保')).toEqual(expect.arrayContaining(['qa-low', 'low#art-6']));
  });

  it('finds an everyday question by official words that stand in neither question nor answer', () => {
    const only = library([qa('q', ['房子过户去哪里？'], '到市民中心三楼窗口。'), ...LIBRARY.filter(({ kind }) => kind === 'guide')]);
    expect(ids(only, '转移登记')[0]).toBe('q');
  });

  it.each(['云政发〔2024〕12号', '云政发[2024]12号', '云政发2024年12号', '云政发12号', '云政发第十二号', '2024年12号文件'])('finds the document by its number written as %s', (query) => {
    expect(ids(library(), query).slice(0, 3).sort()).toEqual(['re#art-12', 're#art-13', 're#art-5']);
  });

  it.each(['不动产登记办法第十二条', '不动产登记办法第12条', '不动产登记办法 第１２条'])('finds the article asked for as %s, before the one that only names it', (query) => {
    expect(ids(library(), query)[0]).toBe('re#art-12');
  });

  it('finds traditional characters, full width and a single character', () => {
    expect(ids(library(), '高齡津貼')).toEqual(expect.arrayContaining(['qa-age', 'age#art-4']));
    expect(ids(library(), '犬')[0]).toBe('dog#art-9');
  });

  it('shows a repealed document with its validity, below what is in force', () => {
    const { hits } = library().search('登记收费标准', { on: TODAY });
    const repealed = hits.find((hit) => hit.id === 'old#art-3');
    expect(repealed?.validity).toBe('repealed');
    expect(hits.findIndex((hit) => hit.id === 're#art-12')).toBeLessThan(hits.indexOf(repealed!));
  });

  it('judges validity on the day that is asked about', () => {
    const on = (day: string): string | undefined => library().search('燃放烟花爆竹', { on: day }).hits.find((hit) => hit.id === 'fire#art-2')?.validity;
    expect(on('2026-12-31')).toBe('not_yet_in_force');
    const begun = library([{ ...LIBRARY.find(({ id }) => id === 'fire#art-2')!, validity: 'in_force' }]);
    expect(begun.search('燃放烟花爆竹', { on: '2026-12-31' }).hits[0]!.validity).toBe('not_yet_in_force');
    expect(begun.search('燃放烟花爆竹', { on: '2027-01-01' }).hits[0]!.validity).toBe('in_force');
  });

  it('keeps to kinds, issuers, topics, validity and dates', () => {
    const index = library();
    const filtered = (filters: object): string[] => ids(index, '标准 津贴 登记', { filters });
    expect(filtered({ kinds: ['guide'] })).toEqual(expect.arrayContaining(['guide-shop']));
    expect(filtered({ kinds: ['guide'] }).every((id) => id.startsWith('guide'))).toBe(true);
    expect(filtered({ issuers: ['云溪市人力资源和社会保障局'] }).sort()).toEqual(['age#art-4', 'qa-age']);
    expect(filtered({ topics: ['养老'], validity: ['repealed'] })).toEqual([]);
    expect(filtered({ validity: ['repealed'] })).toEqual(['old#art-3']);
    expect(filtered({ fromOn: '2025-01-01', toOn: '2025-02-28' })).toEqual(['age#art-4']);
  });

  it('highlights exactly what was found, in the passage and in its excerpt', () => {
    const { hits } = library().search('房子过户要交多少钱', { on: TODAY });
    const hit = hits.find(({ id }) => id === 're#art-12')!;
    expect(hit.highlights.map(({ start, end }) => hit.passage.text.slice(start, end))).toEqual(['不动产登记收费标准']);
    for (const { start, end } of hit.excerpt.highlights) expect(hit.matched).toContain(hit.excerpt.text.slice(start, end));
    expect(hit.passage.text.slice(hit.excerpt.start, hit.excerpt.end)).toBe(hit.excerpt.text);
  });

  it('answers an empty or wordless query with nothing', () => {
    for (const query of ['', '   ', '？？？', '的了吗', '😀']) expect(ids(library(), query)).toEqual([]);
  });

  it('never shows what the caller says is gone', () => {
    const hits = library().search('不动产登记', { on: TODAY, validityOf: (passage) => (passage.documentId === 're' ? null : passage.validity) }).hits;
    expect(hits.filter(({ passage }) => passage.documentId === 're')).toEqual([]);
  });
});

describe('the index', () => {
  it('ranks the same in whatever order passages arrive, are replaced and removed', () => {
    const reference = library();
    reference.compact();
    const wanted = QUESTIONS.map((query) => reference.search(query, { on: TODAY }).hits.map(({ id, score }) => [id, score]));
    fc.assert(
      fc.property(fc.shuffledSubarray([...LIBRARY], { minLength: LIBRARY.length }), fc.array(fc.nat(LIBRARY.length - 1), { maxLength: 8 }), fc.boolean(), (order, disturbed, compacted) => {
        const index = library(order);
        for (const at of disturbed) index.put({ ...order[at]!, text: '另一段临时文字，关于收费标准与登记。' });
        if (compacted) index.compact();
        for (const at of disturbed) index.remove(order[at]!.id);
        for (const at of disturbed) index.put(order[at]!);
        expect(index.version).toBe(reference.version);
        expect(QUESTIONS.map((query) => index.search(query, { on: TODAY }).hits.map(({ id, score }) => [id, score]))).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });

  it('never returns a removed passage, from search, answers, similar questions or suggestions', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LIBRARY), fc.constantFrom(...QUESTIONS), (gone, query) => {
        const index = library();
        expect(index.remove(gone.id)).toBe(true);
        expect(ids(index, query)).not.toContain(gone.id);
        const asked = index.ask(query, { on: TODAY });
        expect([asked.answer?.passageId, ...asked.passages.map(({ id }) => id), ...asked.similarQuestions.map(({ id }) => id)]).not.toContain(gone.id);
        expect(index.suggest(query.slice(0, 2), { on: TODAY }).map(({ id }) => id)).not.toContain(gone.id);
        expect(index.remove(gone.id)).toBe(false);
      }),
      { numRuns: 80 },
    );
  });

  it('seals and merges a growing library without changing an answer', () => {
    const many = Array.from({ length: 9000 }, (_, i) => article(`n#art-${i}`, `云溪市第${i % 97}类事项规定`, `第${i}条`, `事项${i % 53}的办理时限为${i % 31}个工作日。`));
    const grown = library([...LIBRARY, ...many]);
    for (let i = 0; i < 9000; i += 2) grown.remove(`n#art-${i}`);
    const fresh = library([...many.filter((_, i) => i % 2 === 1).reverse(), ...LIBRARY]);
    expect(grown.size).toBe(LIBRARY.length + 4500);
    expect(grown.version).toBe(fresh.version);
    for (const query of ['事项7的办理时限', '第801条', '房子过户要交多少钱']) expect(ids(grown, query)).toEqual(ids(fresh, query));
    grown.compact();
    expect(ids(grown, '事项7的办理时限')).toEqual(ids(fresh, '事项7的办理时限'));
  });

  it('changes its version with any change of content, and changes it back', () => {
    const index = library();
    const before = index.version;
    const passage = index.get('re#art-12')!;
    index.put({ ...passage, validity: 'repealed' });
    expect(index.version).not.toBe(before);
    index.put(passage);
    expect(index.version).toBe(before);
  });
});

describe('typed otherwise than it is written', () => {
  const SOUNDS: Record<string, string> = { 公: 'gong', 积: 'ji', 机: 'ji', 金: 'jin', 高: 'gao', 龄: 'ling', 铃: 'ling', 津: 'jin', 贴: 'tie', 房: 'fang', 子: 'zi', 过: 'guo', 户: 'hu', 养: 'yang', 老: 'lao' };
  const pronunciation = { syllables: (text: string): string[] => [...text].map((char) => SOUNDS[char] ?? char) };
  const open = (): KnowledgeIndex => {
    const index = new KnowledgeIndex({ segmenter, pronunciation });
    for (const passage of LIBRARY) index.put(passage);
    return index;
  };

  it.each([['高铃津贴怎么申请', '高龄津贴怎么申请'], ['gaoling', '高龄'], ['不动厂收费标准', '不动产收费标准']])('%s is taken to mean %s', (typed, meant) => {
    expect(open().didYouMean(typed)).toBe(meant);
  });

  it('leaves alone what the library knows', () => {
    for (const query of ['高龄津贴', '不动产登记收费标准', '云政发12号', '']) expect(open().didYouMean(query)).toBeNull();
  });

  it('suggests by reading, in full, cut short and by first letters', () => {
    for (const typed of ['fangziguohu', 'fangzig', 'fzgh']) expect(open().suggest(typed, { on: TODAY })[0]).toMatchObject({ id: 'qa-house' });
    expect(open().suggest('fzgh', { on: TODAY })[0]!.highlights).toEqual([{ start: 0, end: 4 }]);
    expect(library().suggest('fzgh', { on: TODAY })).toEqual([]);
  });
});

describe('texts outside the index', () => {
  it('are listed when they say most of what was typed, in everyday or official words', () => {
    const texts = new Map([['a', '居民身份证补领 户籍'], ['b', '不动产转移登记 买房安居'], ['c', '残疾人证办理']]);
    expect(library().rankTexts('房子过户', texts)).toEqual(['b']);
    expect(library().rankTexts('身份证', texts)).toEqual(['a']);
    expect(library().rankTexts('宇宙飞船', texts)).toEqual([]);
    expect(library().rankTexts('的', texts)).toEqual([]);
  });
});

describe('suggestions while typing', () => {
  it('go on from the beginning of a question before they match inside one', () => {
    const index = library();
    expect(index.suggest('房子', { on: TODAY })[0]).toMatchObject({ id: 'qa-house', text: '房子过户要交多少钱？', highlights: [{ start: 0, end: 2 }] });
    expect(index.suggest('不动产', { on: TODAY }).map(({ text }) => text)).toEqual(['云溪市不动产登记办法']);
    expect(index.suggest('', { on: TODAY })).toEqual([]);
  });

  it('leave out what is repealed, not reviewed or not yet in force', () => {
    const index = library();
    for (const typed of ['养老机构', '停车', '云溪市烟花', '云溪市房屋']) expect(index.suggest(typed, { on: TODAY })).toEqual([]);
  });

  it('are made in pieces between which the index may change, and say that they do not know of it yet', () => {
    const index = library([...LIBRARY, ...Array.from({ length: 1_200 }, (_, i) => article(`more-${i}#1`, `云溪市办法${i}`, `第一条`, `本办法第${i}号。`))]);
    const pieces = index.prepareWords();
    expect(pieces.next().done).toBe(false);
    index.put(qa('late', ['停车场怎么收费？'], '每小时二元。'));
    for (const _ of pieces); // to the end
    expect(index.wordsAreFresh).toBe(false);
    expect(index.suggest('停车场', { on: TODAY }).map(({ id }) => id)).toEqual(['late']);
    expect(index.wordsAreFresh).toBe(true);
  });
});
