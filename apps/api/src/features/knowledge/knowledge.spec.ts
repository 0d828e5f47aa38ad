import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints, type AskView, type PassageView, type SearchQuery } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { publishContent, releaseDocument } from '../../../test/release-and-publish.js';
import { DocumentsReader } from '../documents/documents.reader.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { AnswerFeedbackEntity, AnswerLogEntity } from './answer-log.entity.js';
import { IndexKeeper } from './index-keeper.js';
import { IndexSnapshots } from './index-snapshots.js';
import { PublicationSource } from './publication-source.js';

const document = (number: string, title: string, body: string): string => `${number}

${title}

各镇人民政府，市各有关单位：
${body}

云溪市人力资源和社会保障局
2025年2月10日
（此件公开发布）
`;
const SUBSIDY = document('云人社〔2025〕8号', '云溪市灵活就业社会保险补贴办法', `第一条　为支持灵活就业，制定本办法。
第二条　本市户籍就业困难人员灵活就业并缴纳社会保险费的，可以申请社会保险补贴。
第三条　社会保险补贴标准为每人每月400元，补贴期限最长不超过3年。
第四条　本办法自2025年3月1日起施行。`);
const REPEAL = document('云人社〔2026〕3号', '云溪市灵活就业社会保险补贴实施细则', `第一条　社会保险补贴标准为每人每月500元。
第二条　本细则自2026年11月25日起施行。《云溪市灵活就业社会保险补贴办法》（云人社〔2025〕8号）同时废止。`);

jest.setTimeout(60_000);

describe.each(databases)('knowledge on %s', (kind) => {
  let house: TestHouse;
  beforeEach(async () => { house = await openTestHouse(kind); });
  const started: IndexKeeper[] = [];
  afterEach(async () => {
    for (const keeper of started.splice(0)) await keeper.onModuleDestroy();
    await house.close();
  });

  const release = (content: string): Promise<string> => releaseDocument(house, content);
  const ask = async (question: string): Promise<AskView> => {
    const answer = await house.resident.call(endpoints.publicAsk, { body: { question } });
    expect(answer.status).toBe(200);
    return answer.body;
  };
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

  it('suggests titles while a resident types', async () => {
    await release(SUBSIDY);
    await house.settle();
    expect((await house.resident.call(endpoints.publicSuggest, { query: { q: '云溪市灵活' } })).body).toEqual(['云溪市灵活就业社会保险补贴办法']);
  });

  it('suggests by pinyin, and asks whether something else was meant when a word is written wrongly', async () => {
    await release(SUBSIDY);
    await house.settle();
    for (const q of ['yunxishilinghuo', 'lhjy']) expect((await house.resident.call(endpoints.publicSuggest, { query: { q } })).body).toEqual(['云溪市灵活就业社会保险补贴办法']);
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

  const publishQuestion = (documentId: string) => publishContent(house, {
    kind: 'qa', title: '灵活就业社保补贴问答', topic: '就业创业', sources: [{ documentId, anchor: 'art-3' }],
    blocks: [{ type: 'qa', question: '自己交社保，每个月能补多少钱？', alternatives: ['灵活就业社保补贴发多少'], answer: '每人每月400元，补贴期限最长不超过3年。', documentId, anchor: 'art-3' }],
  });

  it('answers with a reviewed question before any article, from the moment it is published', async () => {
    const documentId = await release(SUBSIDY);
    const { publicationId } = await publishQuestion(documentId);
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
    expect((await house.resident.call(endpoints.publicSuggest, { query: { q: '自己交' } })).body).toEqual(['自己交社保，每个月能补多少钱？']);
  });

  it('never shows a withdrawn question, not even before the index has followed', async () => {
    const view = await publishQuestion(await release(SUBSIDY));
    const question = '自己交社保每个月能补多少钱';
    expect((await ask(question)).answer?.question).not.toBeNull();
    const catchUp = jest.spyOn(house.app.get(EventLogService), 'catchUp').mockResolvedValue();
    const withdrawn = await house.as('feng-publisher').call(endpoints.withdrawContent, { params: { id: view.id }, body: { reason: '数字有误', seenVersion: view.version } });
    expect(withdrawn.status).toBe(200);
    const shown = JSON.stringify([await ask(question), await search({ q: question })]);
    catchUp.mockRestore();
    expect(shown).not.toContain(view.publicationId);
    await house.settle();
    expect(JSON.stringify([await ask(question), await search({ q: question }), (await house.resident.call(endpoints.publicSuggest, { query: { q: '自己交' } })).body])).not.toContain('自己交社保，每个月能补多少钱？');
  });

  it('stops answering with a question at the midnight from which its basis is repealed', async () => {
    await publishQuestion(await release(SUBSIDY));
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

  const startAgain = async (): Promise<IndexKeeper> => {
    const { database, clock, app } = house;
    const keeper = new IndexKeeper(database, clock, app.get(DocumentsReader), app.get(PublicationSource), app.get(EventLogService), app.get(IndexSnapshots));
    started.push(keeper);
    await keeper.onApplicationBootstrap();
    await keeper.ready();
    return keeper;
  };
  const snapshotFile = (): string => join(house.settings.dataDir, 'knowledge', 'index.snapshot');
  /** Waits until the writing of a snapshot has ended. */
  const takeSnapshot = async (): Promise<void> => (await startAgain()).onModuleDestroy();
  const answersOf = ({ index }: IndexKeeper): unknown => [index.version, ['补贴标准', '灵活就业', '自己交社保'].map((q) => index.search(q, { on: '2026-11-23' }).hits.map(({ id, score }) => [id, score]))];

  it('starts from a snapshot file and what has happened since, and ranks as an index read from the tables', async () => {
    const documentId = await release(SUBSIDY);
    await house.settle();
    await takeSnapshot();
    expect(existsSync(snapshotFile())).toBe(true);
    await publishQuestion(documentId);
    await release(REPEAL);
    await house.settle();
    const read = jest.spyOn(house.app.get(DocumentsReader), 'documentsForIndex');
    const started = await startAgain();
    expect(read).not.toHaveBeenCalled();
    rmSync(snapshotFile());
    expect(answersOf(started)).toEqual(answersOf(await startAgain()));
    expect(read).toHaveBeenCalled();
  });

  it.each(['cut', 'changed', 'of another city', 'empty'])('throws a snapshot away that is %s, and reads the tables', async (how) => {
    await release(SUBSIDY);
    await house.settle();
    await takeSnapshot();
    const bytes = readFileSync(snapshotFile());
    if (how === 'cut') writeFileSync(snapshotFile(), bytes.subarray(0, bytes.length - 30));
    if (how === 'changed') writeFileSync(snapshotFile(), Buffer.concat([bytes.subarray(0, 400), Buffer.from('x'), bytes.subarray(401)]));
    if (how === 'of another city') jest.spyOn(house.app.get(EventLogService), 'hashAt').mockResolvedValueOnce('0'.repeat(64));
    if (how === 'empty') writeFileSync(snapshotFile(), '');
    const read = jest.spyOn(house.app.get(DocumentsReader), 'documentsForIndex');
    const started = await startAgain();
    expect(read).toHaveBeenCalled();
    expect(started.index.version).toBe(house.app.get(IndexKeeper).index.version);
    await started.onModuleDestroy();
  });

  it('holds the index against the tables, names what differs, and puts it right', async () => {
    const documentId = await release(SUBSIDY);
    await house.settle();
    const check = async () => (await house.as('wei-administrator').call(endpoints.checkKnowledge)).body;
    expect(await check()).toMatchObject({ passages: 4, differences: [] });
    const { index } = house.app.get(IndexKeeper);
    const version = index.version;
    index.put({ ...index.get(`doc:${documentId}#art-3`)!, text: '每人每月4000元。' });
    index.remove(`doc:${documentId}#art-2`);
    expect((await check()).differences).toEqual([{ passageId: `doc:${documentId}#art-2`, difference: 'missing' }, { passageId: `doc:${documentId}#art-3`, difference: 'changed' }]);
    expect(await check()).toMatchObject({ indexVersion: version, differences: [] });
  });

  it('loads what was there before it started', async () => {
    const documentId = await release(SUBSIDY);
    await publishQuestion(documentId);
    const version = (await ask('补贴')).indexVersion;
    expect((await startAgain()).index.version).toBe(version);
    expect((await house.resident.call(endpoints.health)).body.indexVersion).toBe(version);
  });
});
