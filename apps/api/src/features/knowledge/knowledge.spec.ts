import { endpoints, type AskView, type PassageView, type SearchQuery, type SuggestionView } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { releaseDocument } from '../../../test/release-and-publish.js';
import { publishSubsidyQuestion, REPEAL, SUBSIDY } from '../../../test/subsidy-library.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { AnswerFeedbackEntity, AnswerLogEntity } from './answer-log.entity.js';

jest.setTimeout(60_000);

describe.each(databases)('knowledge on %s', (kind) => {
  let house: TestHouse;
  beforeEach(async () => { house = await openTestHouse(kind); });
  afterEach(() => house.close());

  const release = (content: string): Promise<string> => releaseDocument(house, content);
  const ask = async (question: string): Promise<AskView> => {
    const answer = await house.resident.call(endpoints.publicAsk, { body: { question } });
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const suggest = async (q: string): Promise<SuggestionView[]> => (await house.resident.call(endpoints.publicSuggest, { query: { q } })).body;
  const search = async (query: SearchQuery): Promise<PassageView[]> => (await house.resident.call(endpoints.publicSearch, { query: { ...query } })).body.items;

  it('answers from an article in force the moment its document is released, with number, article, validity and link', async () => {
    expect((await ask('灵活就业社会保险补贴标准是多少')).answered).toBe(false);
    const id = await release(SUBSIDY);
    await house.settle();
    const asked = await ask('灵活就业社会保险补贴标准是多少');
    expect(asked).toMatchObject({
      answered: true,
      answer: { text: expect.stringContaining('每人每月400元'), question: null, passage: { kind: 'article', docNumber: '云人社〔2025〕8号', label: '第三条', anchor: 'art-3', validity: 'in_force', link: `/policy?id=${id}#art-3` } },
    });
    const { text, highlights } = asked.answer!.passage!;
    expect(highlights.map(({ start, end }) => text.slice(start, end))).toContain('社会保险补贴标准');
  });

  it.each(['云人社8号', '云人社[2025]8号 第3条', '补贴办法第三条'])('finds an article by %s', async (q) => {
    await release(SUBSIDY);
    await house.settle();
    expect((await search({ q })).map((hit) => hit.label)).toContain('第三条');
  });

  it('says an honest no to what the library does not hold', async () => {
    await release(SUBSIDY);
    await house.settle();
    for (const question of ['今天天气怎么样', '股票怎么买', '？？？']) expect(await ask(question)).toMatchObject({ answered: false, answer: null });
    expect(await house.resident.call(endpoints.publicAsk, { body: { question: '  ' } })).toMatchObject({ status: 422, body: { code: 'knowledge.empty_question' } });
    expect((await house.resident.call(endpoints.publicAsk, { body: { question: '问'.repeat(501) } })).status).toBe(400);
  });

  it('stops answering from a document at the midnight from which it is repealed, and still shows it with its validity', async () => {
    await release(SUBSIDY);
    await release(REPEAL);
    await house.settle();
    expect((await ask('灵活就业社会保险补贴标准')).answer?.passage?.docNumber).toBe('云人社〔2025〕8号');
    house.clock.moveTo(new Date('2026-11-24T15:59:59.000Z'));
    expect((await ask('灵活就业社会保险补贴标准')).answer?.passage?.docNumber).toBe('云人社〔2025〕8号');
    house.clock.moveTo(new Date('2026-11-24T16:00:00.000Z'));
    const asked = await ask('灵活就业社会保险补贴标准');
    expect(asked.answer?.passage?.docNumber).toBe('云人社〔2026〕3号');
    expect([...asked.passages, asked.answer!.passage!].map((hit) => hit.validity)).not.toContain('repealed');
    const found = await search({ q: '灵活就业社会保险补贴标准' });
    expect(found.find((hit) => hit.docNumber === '云人社〔2025〕8号')?.validity).toBe('repealed');
    expect(found[0]!.docNumber).toBe('云人社〔2026〕3号');
    expect((await search({ q: '灵活就业社会保险补贴标准', validity: 'repealed' })).every((hit) => hit.docNumber === '云人社〔2025〕8号')).toBe(true);
  });

  it('logs what was asked without personal data, with the version of the index that answered', async () => {
    await release(SUBSIDY);
    await house.settle();
    const asked = await ask('我电话13800000000，灵活就业社会保险补贴标准是多少');
    const row = await house.database.read((db) => db.findOneByOrFail(AnswerLogEntity, { id: asked.answerId }));
    expect(row).toMatchObject({ question: '我电话【电话】，灵活就业社会保险补贴标准是多少', answered: asked.answered, indexVersion: asked.indexVersion });
    expect(asked.indexVersion).toBe((await ask('再问一次')).indexVersion);
  });

  it('takes feedback on an answer that was given, and on no other', async () => {
    const { answerId } = await ask('低保怎么申请');
    const give = (id: string) => house.resident.call(endpoints.publicFeedback, { params: { id }, body: { helpful: false, why: '没答上，打13800000000也没人接' } });
    expect((await give(answerId)).status).toBe(204);
    expect(await give('00000000-0000-7000-8000-000000000000')).toMatchObject({ status: 404, body: { code: 'knowledge.answer_not_found' } });
    const [row] = await house.database.read((db) => db.findBy(AnswerFeedbackEntity, { answerId }));
    expect(row).toMatchObject({ helpful: false, why: '没答上，打【电话】也没人接' });
    expect(await house.trail(answerId)).toEqual(['knowledge.feedback_given']);
  });

  it('suggests titles while a resident types, with what was typed and the page to open', async () => {
    const id = await release(SUBSIDY);
    await house.settle();
    expect(await suggest('云溪市灵活')).toEqual([{ text: '云溪市灵活就业社会保险补贴办法', kind: 'article', link: `/policy?id=${id}`, highlights: [{ start: 0, end: 5 }] }]);
  });

  it('suggests no policy that has ended, from the midnight on', async () => {
    await release(SUBSIDY);
    await release(REPEAL);
    await house.settle();
    const old = async (): Promise<boolean> => (await suggest('灵活就业社会保险补贴办法')).some(({ text }) => text === '云溪市灵活就业社会保险补贴办法');
    house.clock.moveTo(new Date('2026-11-24T15:59:59.000Z'));
    expect(await old()).toBe(true);
    house.clock.moveTo(new Date('2026-11-24T16:00:00.000Z'));
    expect(await old()).toBe(false);
  });

  it('offers a question that is written wrongly put right, when that finds more, and never otherwise', async () => {
    await publishSubsidyQuestion(house, await release(SUBSIDY));
    await house.settle();
    expect(await ask('灵活究业社会保险补帖标准是多少')).toMatchObject({ didYouMean: '灵活就业社会保险补贴标准是多少' });
    expect(await ask('灵活就业社会保险补贴标准是多少')).toMatchObject({ certainty: 'sure', didYouMean: null });
    for (const question of ['今天天气怎么样', '药店怎么开', '人生的意义是什么']) expect((await ask(question)).didYouMean).toBeNull();
  });

  it('suggests by pinyin, and asks whether something else was meant when a word is written wrongly', async () => {
    await release(SUBSIDY);
    await house.settle();
    for (const q of ['yunxishilinghuo', 'lhjy']) expect((await suggest(q)).map(({ text }) => text)).toEqual(['云溪市灵活就业社会保险补贴办法']);
    const meant = async (q: string): Promise<string | null> => (await house.resident.call(endpoints.publicSearch, { query: { q } })).body.didYouMean;
    expect(await meant('butie')).toBe('补贴');
    expect(await meant('灵活就业社会保险补贴')).toBeNull();
  });

  it('narrows a search by issuer and by date, offers the issuers it found, and refuses a date that is none', async () => {
    await release(SUBSIDY);
    await release(REPEAL);
    await house.settle();
    const labels = async (query: Partial<SearchQuery>): Promise<(string | null)[]> => [...new Set((await search({ q: '社会保险补贴标准', ...query })).map(({ docNumber }) => docNumber))].sort();
    const { body } = await house.resident.call(endpoints.publicSearch, { query: { q: '社会保险补贴标准' } });
    expect(body.issuers.length).toBeGreaterThan(0);
    expect(await labels({ issuer: body.issuers[0]! })).toEqual(['云人社〔2025〕8号', '云人社〔2026〕3号']);
    expect(await labels({ issuer: '没有这个单位' })).toEqual([]);
    expect(await labels({ to: '1999-12-31' })).toEqual([]);
    expect((await house.resident.call(endpoints.publicSearch, { query: { q: '补贴', from: '2025-13-01' } })).status).toBe(400);
  });

  it('answers with a reviewed question before any article, from the moment it is published', async () => {
    const documentId = await release(SUBSIDY);
    const { publicationId } = await publishSubsidyQuestion(house, documentId);
    const asked = await ask('灵活就业自己交社保每月补多少钱');
    expect(asked).toMatchObject({
      answered: true,
      answer: {
        text: '每人每月400元，补贴期限最长不超过3年。',
        question: { publicationId, question: '自己交社保，每个月能补多少钱？', underReview: false, sources: [{ documentId, docNumber: '云人社〔2025〕8号', anchor: 'art-3', validity: 'in_force' }] },
        passage: { kind: 'qa', documentId, docNumber: '云人社〔2025〕8号', title: '云溪市灵活就业社会保险补贴办法', label: '自己交社保，每个月能补多少钱？' },
      },
    });
    expect(asked.answer!.passage!.link).toBe(`/question?id=${asked.answer!.question!.id}`);
    expect(asked.passages.map((hit) => hit.anchor)).toContain('art-3');
    expect(await suggest('自己交')).toMatchObject([{ text: '自己交社保，每个月能补多少钱？', kind: 'qa' }]);
  });

  it('never shows a withdrawn question, not even before the index has followed', async () => {
    const view = await publishSubsidyQuestion(house, await release(SUBSIDY));
    const question = '自己交社保每个月能补多少钱';
    expect((await ask(question)).answer?.question).not.toBeNull();
    const catchUp = jest.spyOn(house.app.get(EventLogService), 'catchUp').mockResolvedValue();
    const withdrawn = await house.as('feng-publisher').call(endpoints.withdrawContent, { params: { id: view.id }, body: { reason: '数字有误', seenVersion: view.version } });
    expect(withdrawn.status).toBe(200);
    const shown = JSON.stringify([await ask(question), await search({ q: question }), await suggest('自己交')]);
    catchUp.mockRestore();
    expect(shown).not.toContain(view.publicationId);
    expect(shown).not.toContain('自己交社保，每个月能补多少钱？');
    await house.settle();
    expect(JSON.stringify([await ask(question), await search({ q: question }), await suggest('自己交')])).not.toContain('自己交社保，每个月能补多少钱？');
  });

  it('stops answering with a question at the midnight from which its basis is repealed', async () => {
    await publishSubsidyQuestion(house, await release(SUBSIDY));
    await release(REPEAL);
    await house.settle();
    const question = '自己交社保每个月能补多少钱';
    house.clock.moveTo(new Date('2026-11-24T15:59:59.000Z'));
    expect((await ask(question)).answer?.question?.underReview).toBe(false);
    house.clock.moveTo(new Date('2026-11-24T16:00:00.000Z'));
    const asked = await ask(question);
    expect(asked.answer?.question ?? null).toBeNull();
    expect(asked.similarQuestions).toEqual([]);
    expect((await search({ q: question, kind: 'qa' }))[0]).toMatchObject({ validity: 'repealed' });
  });
});
