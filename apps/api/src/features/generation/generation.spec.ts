import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endpoints, type AskView } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { releaseDocument } from '../../../test/release-and-publish.js';
import { SUBSIDY, SUBSIDY_QUESTION } from '../../../test/subsidy-library.js';
import { AnswerLogEntity } from '../knowledge/answer-log.entity.js';

const QUESTION = SUBSIDY_QUESTION;

describe.each(databases)('a model that rephrases, on %s', (kind) => {
  let house: TestHouse;
  let server: Server;
  let reply: { status: number; body: string };
  let received: { authorization: string | undefined; body: { model: string; messages: { role: string; content: string }[] } }[];
  const says = (content: string) => { reply = { status: 200, body: JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }) }; };
  const ask = async (question = QUESTION): Promise<AskView> => (await house.resident.call(endpoints.publicAsk, { body: { question } })).body;
  const outcome = async (answerId: string) => (await house.database.read((db) => db.findOneBy(AnswerLogEntity, { id: answerId })))!.rephrasing;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk) => { text += chunk; }).on('end', () => {
        received.push({ authorization: request.headers.authorization, body: JSON.parse(text) });
        response.writeHead(reply.status, { 'content-type': 'application/json' }).end(reply.body);
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    house = await openTestHouse(kind, { outgoingLoopback: true, generation: { url, model: 'city-model', key: 'key-of-the-city', filingNo: '网信算备000000000000000000001号' } });
    await releaseDocument(house, SUBSIDY);
    await house.settle();
  });
  beforeEach(() => { received = []; });
  afterAll(async () => {
    await house.close();
    await new Promise((done) => server.close(done));
  });

  it('puts an answer into plainer words beside the passages, labelled, with the registration number and a passage for each sentence', async () => {
    says('补贴标准为每人每月400元，最长不超过3年。[1]');
    const asked = await ask();
    expect(asked.rephrased).toEqual({
      label: expect.stringContaining('人工智能'), model: 'city-model', filingNo: '网信算备000000000000000000001号',
      sentences: [{ text: '补贴标准为每人每月400元，最长不超过3年。', citations: [{ n: 1, title: '云溪市灵活就业社会保险补贴办法', docNumber: '云人社〔2025〕8号', label: '第三条', link: expect.stringContaining('#art-3'), validity: 'in_force' }] }],
    });
    expect(asked.answer!.text).toContain('每人每月400元');
    expect(received[0]).toMatchObject({ authorization: 'Bearer key-of-the-city', body: { model: 'city-model' } });
    expect(await outcome(asked.answerId)).toBe('shown');
  });

  it('is given no telephone and no identity number', async () => {
    says('补贴标准为每人每月400元。[1]');
    await ask(`${QUESTION} 13800000000`);
    expect(received).toHaveLength(1);
    expect(JSON.stringify(received)).not.toContain('13800000000');
    expect(JSON.stringify(received)).toContain('【电话】');
  });

  it.each([
    ['another amount', '补贴标准为每人每月600元。[1]', 'fact_not_in_source'],
    ['a sentence that names no passage', '补贴标准为每人每月400元。', 'sentence_without_citation'],
    ['nothing', '无', 'empty'],
  ])('is not shown when it says %s, and the passages stay', async (_, content, why) => {
    says(content);
    const asked = await ask();
    expect(asked).toMatchObject({ answered: true, rephrased: null, answer: { text: expect.stringContaining('400元') } });
    expect(await outcome(asked.answerId)).toBe(why);
  });

  it.each([['fails', 500, '{}'], ['is out of quota', 429, '{"error":{}}'], ['answers nonsense', 200, '<html>'], ['answers another shape', 200, '{"choices":[]}']])('takes nothing away when it %s', async (_, status, body) => {
    reply = { status, body };
    const asked = await ask();
    expect(asked).toMatchObject({ answered: true, rephrased: null });
    expect(await outcome(asked.answerId)).toBe('no_reply');
  });

  it('is not asked about what the library does not answer', async () => {
    says('可以。[1]');
    expect(await ask('附近哪里有好吃的面馆')).toMatchObject({ answered: false, rephrased: null });
    expect(received).toEqual([]);
  });
});
