import { endpoints, GATES, type FilingForm } from '@govmedia-hub/contracts';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, launchChromium, outFile, PHONE } from './browser.js';
import { visitPage } from './console-visit.js';
import { startDemonstration } from './prepared-city.js';
import type { RunningHub } from './running-hub.js';
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

const FORM: FilingForm = {
  accountName: '云溪人社', platform: 'wechat_official', accountType: '订阅号', platformAccountId: 'gh_048000000077', accountKind: 'mixed', homepageUrl: null, intro: '讲清就业社保政策', openedOn: null, certSubject: '云溪市人力资源和社会保障局', undertakingDept: '办公室', operationMode: 'self', operatorOrg: null,
  leaderInCharge: '分管领导', responsiblePerson: '办公室主任', responsiblePhone: '0480-8222601', interactionChannels: ['后台留言'], updateFrequency: '每周不少于一次', reason: '公开就业和社会保险政策，方便群众查询',
};

/** The unit's WeChat account, filed and approved, and the channel that leads to it. */
async function openWechat(hub: RunningHub): Promise<string> {
  const operator = await hub.as('周采编');
  const draft = await operator.ok(endpoints.createFiling, { body: { kind: 'opening', form: FORM } });
  const sent = await operator.ok(endpoints.submitFiling, { params: { id: draft.id }, body: { seenVersion: draft.version } });
  const { accountId } = await (await hub.as('陈主管')).ok(endpoints.decideFiling, { params: { id: draft.id }, body: { seenVersion: sent.version, decision: 'approve', opinion: '同意备案。' } });
  return (await (await hub.as('冯发布')).ok(endpoints.createChannel, { body: { kind: 'export', name: '云溪人社公众号', accountId: accountId!, active: true, settings: {} } })).id;
}

/** Takes a saved text through its gates, reviews and proofreadings and puts it out. */
async function publish(hub: RunningHub, id: string): Promise<void> {
  const [operator, publisher] = [await hub.as('周采编'), await hub.as('冯发布')];
  const reviewers = [await hub.as('吴初审'), await hub.as('郑复审'), await hub.as('王终审')];
  const now = () => operator.ok(endpoints.getContent, { params: { id } });
  await operator.ok(endpoints.submitContent, { params: { id }, body: { seenVersion: (await now()).version } });
  for (const finding of (await now()).findings.filter(({ state }) => state === 'open')) await reviewers[0]!.ok(endpoints.decideFinding, { params: { id, findingId: finding.id }, body: { decision: 'dismissed', reason: '已与原文核对无误。' } });
  const { digest } = (await now()).revision;
  for (const gate of GATES) await reviewers[0]!.ok(endpoints.closeGate, { params: { id, gate }, body: { digest, verdict: 'passed', opinion: '经核对，通过。', ...(gate === 'secrecy' ? { secrecy: { ground: 'public_source', conclusion: '内容出自已公开文件，可以公开。' } } : {}) } });
  for (const step of [1, 2, 3] as const) await reviewers[step - 1]!.ok(endpoints.reviewContent, { params: { id }, body: { digest, step, decision: 'approved', opinion: '同意。' } });
  for (const step of [1, 2, 3] as const) await reviewers[step % 3]!.ok(endpoints.proofreadContent, { params: { id }, body: { digest, step, decision: 'approved', opinion: '无误。' } });
  await publisher.ok(endpoints.decideOpenness, { params: { id }, body: { openness: 'proactive', ground: 'art19', seenVersion: (await now()).version } });
  await publisher.ok(endpoints.publishContent, { params: { id }, body: { digest, seenVersion: (await now()).version } });
}

inChromium('a document of the demonstration city is repealed', () => {
  let hub: RunningHub;
  let browser: Browser;
  beforeAll(async () => { hub = await startDemonstration({ HUB_OUTGOING_LOOPBACK: 'on' }); browser = await launchChromium(); }, 600_000);
  afterAll(async () => { await browser?.close(); await hub?.stop(); });

  const visit = (path: string, viewport: typeof DESKTOP, look: (page: Page) => Promise<void>, who?: string): Promise<void> => visitPage({ hub, browser, who }, path, viewport, look);

  it('in a city whose channels have texts to put out by hand, and one at a time to come', async () => {
    const supervisor = await hub.as('陈主管');
    expect((await supervisor.ok(endpoints.listChannels)).map(({ name }) => name).sort()).toEqual(['云溪医保公众号', '云溪民政公众号']);
    await until(async () => (await supervisor.ok(endpoints.listDeliveries, { query: { concern: 'by_hand' } })).items.length >= 2, 'no package waits');
    expect((await supervisor.ok(endpoints.listDeliveries, { query: { concern: 'scheduled' } })).items.length).toBeGreaterThan(0);
  });

  it('and everything that rests on it follows: the banner, the suspended answers, the tasks, the list of what ended, the order of the search, the corrected WeChat copy', async () => {
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

    // one of the answers stands on the unit's WeChat account too
    const publisher = await hub.as('冯发布');
    const channelId = await openWechat(hub);
    const [listed] = (await operator.ok(endpoints.listContents, { query: { kind: 'qa', q: questions[0]!.question } })).items;
    const item = await operator.ok(endpoints.getContent, { params: { id: listed!.id } });
    const [first] = await publisher.ok(endpoints.deliverContent, { params: { id: item.id }, body: { digest: item.revision.digest, seenVersion: item.version, channelIds: [channelId], dueAt: null } });
    const copyOf = (id: string) => publisher.ok(endpoints.getDelivery, { params: { id } });
    const accepted = await until(async () => { const copy = await copyOf(first!.id); return copy.state === 'accepted' && copy; }, 'the package was not made');
    await publisher.ok(endpoints.reportLive, { params: { id: first!.id }, body: { url: `${hub.url}/question?id=${questions[0]!.id}`, seenVersion: accepted.version } });

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
    // the corrected WeChat copy: the task shows where the old one stands; the corrected text goes out and its copy is queued
    const task = tasks.find(({ text }) => text.contentId === item.id)!;
    await visit(`/console/tasks/${task.id}`, DESKTOP, async (page) => {
      await page.getByText('其他渠道上的文本（1）').waitFor();
      await page.getByText('云溪人社公众号').waitFor();
      await page.screenshot({ path: outFile('validity-task-copies.png'), fullPage: true });
    }, '周采编');
    const answer = '原补贴办法已经废止，不再按原标准发放。可以拨打12345咨询。';
    const { topic } = item;
    await operator.ok(endpoints.saveContent, { params: { id: item.id }, body: { kind: 'qa', title: item.title, topic, blocks: [{ type: 'qa', question: questions[0]!.question, alternatives: [], answer, documentId: draft.id, anchor: null }], sources: [{ documentId: draft.id, anchor: null }], seenVersion: item.version } });
    await publish(hub, item.id);
    const copies = (await publisher.ok(endpoints.listDeliveries, { query: { contentId: item.id } })).items;
    const [corrected] = copies.filter(({ id }) => id !== first!.id);
    expect(corrected).toMatchObject({ channelId, turn: expect.stringContaining('更正后的文本') });
    expect(copies.find(({ id }) => id === first!.id)!.withdrawal).toMatchObject({ reason: '原文已更正，旧文本撤回' });
    await until(async () => (await copyOf(corrected!.id)).state === 'accepted' && (await copyOf(first!.id)).withdrawal?.state === 'by_hand', 'the corrected copy is not ready for the operator');
    const zip = await publisher.exchange('GET', `/api/deliveries/${corrected!.id}/package.zip`);
    expect(zip.status).toBe(200);
    await visit(`/console/deliveries?contentId=${item.id}`, DESKTOP, async (page) => {
      await page.getByText('更正后的文本：请导出后到平台发布，再填回链接').first().waitFor();
      await page.getByText('请到平台删除，再回来登记').first().waitFor();
      await page.screenshot({ path: outFile('validity-wechat-copy.png') });
    }, '冯发布');
    const closed = await until(async () => { const now = await operator.ok(endpoints.getTask, { params: { id: task.id } }); return now.status === 'closed' && now; }, 'the task is still open');
    expect(closed.result).toBe('revised');
  }, 300_000);
});
