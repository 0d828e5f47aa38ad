import { endpoints } from '@govmedia-hub/contracts';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, launchChromium, outFile, PHONE } from './browser.js';
import { visitPage } from './console-visit.js';
import { RunningHub } from './running-hub.js';
import { until } from './walk.js';

const inChromium = process.env.CHROMIUM_PATH ? describe : describe.skip;
const TITLE = '云溪市灵活就业人员社会保险补贴办法';
const QUESTION = '灵活就业社保补贴每个月能补多少钱';
const SEARCH = '社会保险补贴';

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const [year, month, day] = today.split('-').map(Number);
const inWords = `${year}年${month}月${day}日`;

const repealOf = (title: string, docNumber: string): string => `云溪市人力资源和社会保障局关于废止《${title}》的通知

云人社〔${year}〕199号

各镇人民政府，市各有关单位：
经研究，决定废止《${title}》（${docNumber}）。本通知自${inWords}起施行。

云溪市人力资源和社会保障局
${inWords}
（此件公开发布）
`;

inChromium('a document of the demonstration city is repealed', () => {
  let hub: RunningHub;
  let browser: Browser;
  beforeAll(async () => { hub = await RunningHub.start(); browser = await launchChromium(); }, 600_000);
  afterAll(async () => { await browser?.close(); await hub?.stop(); });

  const visit = (path: string, viewport: typeof DESKTOP, look: (page: Page) => Promise<void>, who?: string): Promise<void> => visitPage({ hub, browser, who }, path, viewport, look);

  it('and everything that rests on it follows: the banner, the suspended answers, the tasks, the list of what ended, the order of the search', async () => {
    const resident = hub.resident();
    const operator = await hub.as('周采编');
    const policy = (await resident.ok(endpoints.publicListDocuments, { query: { q: TITLE, validity: 'in_force' } })).items.find((item) => item.title === TITLE)!;
    const before = await resident.ok(endpoints.publicGetDocument, { params: { id: policy.id } });
    const questions = before.questions.filter((question) => !question.underReview);
    expect(questions.length).toBeGreaterThan(3);
    const placeOf = async (): Promise<number> => {
      const { items } = await resident.ok(endpoints.publicSearch, { query: { q: SEARCH, limit: 20 } });
      const at = items.findIndex((item) => item.documentId === policy.id);
      return at < 0 ? items.length : at;
    };
    expect(await placeOf()).toBe(0);
    const answerBefore = await resident.ok(endpoints.publicAsk, { body: { question: QUESTION } });
    expect(answerBefore.answer?.question?.sources[0]?.documentId).toBe(policy.id);
    expect((await resident.ok(endpoints.publicListEnded, { query: { q: TITLE } })).items.map((row) => row.id)).not.toContain(policy.id);

    const form = new FormData();
    form.append('files', new Blob([repealOf(TITLE, policy.docNumber!)]), '废止通知.txt');
    const imported = await operator.exchange('POST', '/api/documents/imports', { form });
    const [row] = JSON.parse(imported.bytes.toString('utf8')) as { status: string; documentId: string }[];
    expect(row!.status).toBe('imported');
    const draft = await operator.ok(endpoints.getDocument, { params: { id: row!.documentId } });
    const { title, docNumber, issuer, signedOn, effectiveOn, expiresOn, openness, version } = draft;
    await operator.ok(endpoints.confirmDocument, { params: { id: draft.id }, body: { seenVersion: version, title, docNumber, issuer: issuer!, signedOn, publishedOn: today, effectiveOn: effectiveOn ?? today, expiresOn, openness, interpretation: { plan: { forms: ['qa'] } } } });

    // the banner
    await visit(`/policy?id=${policy.id}`, PHONE, async (page) => {
      const banner = page.locator('.validity-banner');
      await banner.waitFor();
      expect(await banner.innerText()).toContain('这份文件已经废止');
      expect(await banner.innerText()).toContain(`云人社〔${year}〕199号`);
      await page.screenshot({ path: outFile('validity-banner.png') });
    });
    // the suspended answers
    const after = await resident.ok(endpoints.publicGetDocument, { params: { id: policy.id } });
    expect(after.validity).toBe('repealed');
    expect(after.questions.map((question) => question.underReview)).toEqual(after.questions.map(() => true));
    await visit(`/question?id=${questions[0]!.id}`, PHONE, async (page) => {
      await page.getByText('依据已变更，正在复核').first().waitFor();
      await page.screenshot({ path: outFile('validity-question.png') });
    });
    const answerAfter = await resident.ok(endpoints.publicAsk, { body: { question: QUESTION } });
    expect(answerAfter.answer?.question?.sources.map((source) => source.documentId) ?? []).not.toContain(policy.id);
    // the tasks
    const reviewer = await hub.as('吴初审');
    const tasks = await until(async () => {
      const { items } = await reviewer.ok(endpoints.listTasks, { query: { documentId: policy.id, status: 'open', limit: 100 } });
      return items.length > 0 && items;
    }, 'no task was opened');
    expect(tasks.every((task) => task.change === 'repealed' && task.fromOn === today && task.instrument?.id === draft.id && task.dueOn > today)).toBe(true);
    expect(new Set(tasks.map((task) => task.text.kind)).has('qa')).toBe(true);
    await visit('/console/tasks?status=open', DESKTOP, async (page) => {
      await page.getByRole('link', { name: tasks[0]!.text.title }).first().click();
      await page.getByText('怎么办结').waitFor();
      await page.screenshot({ path: outFile('validity-task.png') });
    }, '吴初审');
    // the list of what ended
    await visit('/ended', PHONE, async (page) => {
      const row = page.locator('.ended-row').filter({ has: page.locator('.doc-number', { hasText: policy.docNumber! }) });
      await row.waitFor();
      expect(await row.innerText()).toContain(`${inWords}起`);
      await page.screenshot({ path: outFile('validity-ended.png') });
    });
    // the order of the search
    expect(await placeOf()).toBeGreaterThan(0);
  }, 300_000);
});
