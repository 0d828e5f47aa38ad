import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints, type SaveContentRequest } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { publishContent, releaseDocument } from '../../../test/release-and-publish.js';
import { ProofreaderTrainingService } from './proofreader-training.service.js';

/** Sentences in the manner of an office, many times over, as a small city's policies repeat themselves. */
function sentences(year: number): string {
  const subjects = ['市人民政府', '市发展改革局', '各乡镇人民政府', '市人力资源和社会保障局', '市医疗保障局', '市教育局', '市民政局', '市财政局'];
  const acts = ['应当建立健全创新发展机制', '应当完善公共服务体系', '负责组织实施本办法', '应当依法保障群众合法权益', '应当加强工作协调机制建设', '应当规范行政审批程序', '应当及时公开办理结果', '应当推进协调发展机制落实'];
  const ends = ['，并接受社会监督。', '，不得增加群众负担。', '，按季度报告进展情况。', '，所需经费列入财政预算。'];
  return subjects.flatMap((subject, i) => acts.map((act, k) => `${subject}${act}${ends[(i + k + year) % ends.length]}`)).join('\n');
}

const policy = (number: number): string => `云政办〔2026〕${number}号

云溪市人民政府办公室关于推进创新发展工作的通知

各乡镇人民政府，市各有关部门：
现将有关事项通知如下：
${[0, 1, 2, 3].map((turn) => sentences(number + turn)).join('\n')}

云溪市人民政府办公室
2026年3月${number}日
（此件公开发布）
`;

const post = (title: string, text: string): SaveContentRequest => ({ kind: 'post', title, topic: '政务公开', sources: [], blocks: [{ type: 'paragraph', text }] });

const TYPO = '会议要求，应当推进协调发展机智落实，并接受社会监督。';

describe.each(databases)('the proofreader learns from the published library on %s', (kind) => {
  let house: TestHouse;
  const trained = () => house.as('chen-supervisor').call(endpoints.trainProofreader);
  const status = async () => (await house.as('zhou-operator').call(endpoints.getProofreader)).body;
  const learntFindings = async (text: string) => (await house.as('zhou-operator').call(endpoints.screenText, { body: { text } })).body.findings.filter(({ rule }) => rule === 'text.statistical');
  const folder = () => join(house.settings.dataDir, 'proofreader');

  beforeAll(async () => {
    house = await openTestHouse(kind, { proofreaderLeastCharacters: 20_000 });
  }, 60_000);
  afterAll(() => house.close());
  jest.setTimeout(120_000);

  it('says that nothing is learnt yet, and guesses nothing, while the library is small', async () => {
    expect(await status()).toMatchObject({ state: 'not_learnt', version: null, digest: null, leastCharacters: 20_000 });
    await releaseDocument(house, policy(1));
    const refused = await trained();
    expect(refused).toMatchObject({ status: 422, body: { code: 'proofreader.too_little_text' } });
    expect(await status()).toMatchObject({ state: 'not_learnt', problem: expect.stringContaining('还太少') });
    expect(await learntFindings(TYPO)).toEqual([]);
    expect(existsSync(folder()) ? readdirSync(folder()) : []).toEqual([]);
  });

  it('is taught by the supervising office and the administrator, by nobody else', async () => {
    for (const who of ['zhou-operator', 'wu-reviewer', 'feng-publisher', 'jiang-auditor']) expect((await house.as(who).call(endpoints.trainProofreader)).status).toBe(403);
  });

  it('learns from released documents and published contents, and a rare word beside its common twin is a finding', async () => {
    for (let number = 2; number <= 9; number += 1) await releaseDocument(house, policy(number));
    const before = (await house.as('zhou-operator').call(endpoints.screenText, { body: { text: TYPO } })).body.lexiconVersion;
    const { status: answered, body } = await trained();
    expect(answered).toBe(200);
    expect(body).toMatchObject({ state: 'learnt', documents: 9, publications: 0, problem: null });
    const [finding, ...more] = await learntFindings(TYPO);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ gate: 'text', text: '智', suggestion: '制', start: TYPO.indexOf('智'), end: TYPO.indexOf('智') + 1 });
    expect(['note', 'warn']).toContain(finding!.severity);
    expect(await learntFindings('会议要求，应当推进协调发展机制落实，并接受社会监督。')).toEqual([]);
    const after = (await house.as('zhou-operator').call(endpoints.screenText, { body: { text: TYPO } })).body.lexiconVersion;
    expect(after).toBe(`${before}+${body.version}`);
    expect(await house.trail(body.digest!.slice(0, 36))).toEqual(['proofreader.trained']);
    expect(readdirSync(folder()).sort()).toEqual([`${body.digest}.model`, 'current.json'].sort());
  });

  it('speaks in what is saved as beside typing, and the version names it', async () => {
    const saved = await house.as('zhou-operator').call(endpoints.createContent, { body: post('创新发展', TYPO) });
    expect(saved.body.findings.filter(({ rule }) => rule === 'text.statistical')).toMatchObject([{ text: '智', suggestion: '制' }]);
    expect(saved.body.revision.lexiconVersion).toContain((await status()).version);
  });

  it('gives the same model for the same library, and another once contents were published', async () => {
    const first = await status();
    expect((await trained()).body.digest).toBe(first.digest);
    await publishContent(house, post('便民提示', '各乡镇人民政府应当及时公开办理结果，并接受社会监督。'));
    const next = (await trained()).body;
    expect(next).toMatchObject({ documents: 9, publications: 1 });
    expect(next.digest).not.toBe(first.digest);
    expect(next.version).not.toBe(first.version);
    expect(readdirSync(folder()).filter((name) => name.endsWith('.model'))).toEqual([`${next.digest}.model`]);
  });

  it('learns by itself only when the library has grown enough', async () => {
    const training = house.app.get(ProofreaderTrainingService, { strict: false });
    const before = (await status()).digest;
    await training.look();
    expect((await status()).digest).toBe(before);
    for (let number = 10; number <= 12; number += 1) await releaseDocument(house, policy(number));
    await training.look();
    expect(await status()).toMatchObject({ state: 'learnt', documents: 12 });
    expect((await status()).digest).not.toBe(before);
  });

  it('does not read with a model file that is not what was learnt', async () => {
    const { digest } = await status();
    const { ModelFolder } = await import('../proofreader/learnt-model.js');
    expect(new ModelFolder(folder()).read()?.digest).toBe(digest);
    writeFileSync(join(folder(), `${digest}.model`), 'changed');
    expect(new ModelFolder(folder()).read()).toBeNull();
  });
});
