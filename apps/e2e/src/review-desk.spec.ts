import { endpoints, GATES, type ContentView } from '@govmedia-hub/contracts';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, openPage, outFile } from './browser.js';
import { signInAtConsole } from './console-visit.js';
import { startDemonstration } from './prepared-city.js';
import type { RunningHub } from './running-hub.js';
import { until } from './walk.js';

const inChromium = process.env.CHROMIUM_PATH ? describe : describe.skip;
const WIDE = { width: 1920, height: 1080 };
const NARROW = { width: 1280, height: 900 };
const words = (text: string): RegExp => new RegExp(`^${[...text].join('\\s*')}$`);

inChromium('the review desk in a browser', () => {
  let hub: RunningHub;
  let browser: Browser;
  let item: ContentView;
  beforeAll(async () => {
    hub = await startDemonstration();
    browser = await launchChromium();
    item = await submitted('本市灵活就业人员请在工作时间到就近的便民服务中心咨询。');
  }, 600_000);
  afterAll(async () => { await browser?.close(); await hub?.stop(); });

  const look = async (who = '吴初审'): Promise<ContentView> => (await hub.as(who)).ok(endpoints.getContent, { params: { id: item.id } });
  const submitted = async (text: string): Promise<ContentView> => {
    const operator = await hub.as('周采编');
    const draft = await operator.ok(endpoints.createContent, { body: { kind: 'post', title: '灵活就业咨询提示', topic: null, sources: [], blocks: [{ type: 'paragraph', text }] } });
    return operator.ok(endpoints.submitContent, { params: { id: draft.id }, body: { seenVersion: draft.version, priority: 'urgent' } });
  };
  const at = async (who: string, path: string, viewport: typeof WIDE, look_: (page: Page) => Promise<void>): Promise<void> => {
    const { page, context, troubles } = await openPage(browser, viewport);
    try {
      await signInAtConsole(page, hub, who);
      await page.goto(`${hub.url}/console${path}`);
      await look_(page);
      expect(troubles).toEqual([]);
    } finally { await context.close(); }
  };
  const settle = async (): Promise<void> => {
    const reviewer = await hub.as('吴初审');
    for (const finding of (await look()).findings.filter(({ state }) => state === 'open')) await reviewer.ok(endpoints.decideFinding, { params: { id: item.id, findingId: finding.id }, body: { decision: 'dismissed', reason: '核对无误。' } });
  };

  it('puts the urgent text first with its last day, and a claim keeps it for one person', async () => {
    await settle();
    await at('吴初审', `/contents/desk/${item.id}`, WIDE, async (page) => {
      const list = page.getByRole('navigation', { name: '等我办理的内容' });
      await list.getByText('灵活就业咨询提示').first().waitFor();
      expect(await list.locator('.desk-item').first().innerText()).toMatch(/急件[\s\S]*五关[\s\S]*(还有|今天|逾期)/);
      await page.getByRole('button', { name: words('认领') }).click();
      await page.getByText('吴初审 已认领').first().waitFor();
      await page.screenshot({ path: outFile('desk-claimed.png') });
    });
    expect((await look('郑复审')).abilities.closeGates).toBe(false);
    await (await hub.as('吴初审')).ok(endpoints.releaseDesks, { params: { id: item.id } });
  });

  it('asks for the secrecy record, offers canned reasons, and closes a gate with one key', async () => {
    await at('吴初审', `/contents/desk/${item.id}`, NARROW, async (page) => {
      await page.getByRole('button', { name: '保密关通过', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('保密审查记录').waitFor();
      await page.screenshot({ path: outFile('desk-secrecy.png') });
      await dialog.getByRole('button', { name: words('通过') }).click();
      await page.getByText('保密审查：').waitFor();
      await page.getByRole('button', { name: '文字关退回', exact: true }).click();
      await page.getByRole('dialog').getByText('错别字、标点或者漏字').waitFor();
      await page.screenshot({ path: outFile('desk-return.png') });
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.keyboard.press('a');
      await page.getByRole('dialog').getByText('政治关').first().waitFor();
      await page.getByRole('dialog').getByRole('textbox').last().press('Control+Enter');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: '快捷键' }).waitFor();
    });
    expect((await look()).secrecyRecord).toMatchObject({ byName: '吴初审', ground: 'public_source' });
    const reviewer = await hub.as('吴初审');
    for (const gate of GATES) if ((await look()).gates.find((state) => state.gate === gate)!.verdict === 'open') await reviewer.ok(endpoints.closeGate, { params: { id: item.id, gate }, body: { digest: item.revision.digest, verdict: 'passed', opinion: '通过' } });
    await reviewer.ok(endpoints.reviewContent, { params: { id: item.id }, body: { digest: item.revision.digest, step: 1, decision: 'approved', opinion: '同意' } });
  }, 120_000);

  it('shows each person what changed since they approved, and affirms everything with one key', async () => {
    const operator = await hub.as('周采编');
    const now = await look('周采编');
    const saved = await operator.ok(endpoints.saveContent, { params: { id: item.id }, body: { kind: 'post', title: item.title, topic: null, sources: [], seenVersion: now.version, blocks: [{ type: 'paragraph', text: '本市灵活就业人员请在工作日到就近的便民服务中心咨询。' }] } });
    await operator.ok(endpoints.submitContent, { params: { id: item.id }, body: { seenVersion: saved.version } });
    await settle();
    await at('吴初审', `/contents/desk/${item.id}`, WIDE, async (page) => {
      await page.getByText('对照的是您同意过的第 1 版').waitFor();
      expect(await page.locator('.difference del').allInnerTexts()).not.toEqual([]);
      expect((await page.locator('.difference ins').allInnerTexts()).join('')).toContain('日');
      await page.getByText('政治关、法律关、政策关、保密关、文字关、初审').waitFor();
      await page.screenshot({ path: outFile('desk-reaffirm.png') });
      await page.keyboard.press('a');
      await until(async () => (await look()).reviews[0]?.decision === 'approved', '重新确认没有记下', 60_000);
      await page.screenshot({ path: outFile('desk-reaffirmed.png') });
    });
    const after = await look();
    expect(after.gates.every((state) => state.verdict === 'passed' && state.digest === after.revision.digest)).toBe(true);
    expect(after.reviews[0]).toMatchObject({ decision: 'approved', byName: '吴初审', digest: after.revision.digest });
  });

  it('lets three persons proofread, and says in whose name a deputy acts', async () => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    await at('郑复审', '/delegations', NARROW, async (page) => {
      await page.getByRole('combobox', { name: '代审人' }).click();
      await page.locator('.ant-select-dropdown').getByText(/王终审/).click();
      await page.getByLabel('原因').fill('外出开会');
      await page.getByRole('button', { name: '授权代审' }).click();
      await page.locator('.ant-table-tbody').getByText('王终审').first().waitFor();
      await page.screenshot({ path: outFile('delegations.png') });
    });
    const [given] = await (await hub.as('郑复审')).ok(endpoints.listDelegations);
    expect(given).toMatchObject({ fromName: '郑复审', toName: '王终审', fromOn: today, status: 'live' });
    await at('王终审', `/contents/desk/${item.id}`, WIDE, async (page) => {
      await page.getByRole('button', { name: '一校无误' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox', { name: '以谁的名义' }).click();
      await page.locator('.ant-select-dropdown').getByText('代 郑复审').click();
      await dialog.getByRole('button', { name: words('无误') }).click();
      await page.getByRole('region', { name: '三校' }).getByText('王终审 代 郑复审').waitFor();
      await page.screenshot({ path: outFile('desk-deputy.png') });
    });
    const refused = await (await hub.as('郑复审')).call(endpoints.proofreadContent, { params: { id: item.id }, body: { digest: (await look()).revision.digest, step: 2, decision: 'approved', opinion: '无误' } });
    expect(refused).toMatchObject({ status: 403, problem: { code: 'reviews.same_person_twice' } });
  });

  it('decides the openness on a ground, and prints the sheet', async () => {
    await at('冯发布', `/contents/${item.id}`, NARROW, async (page) => {
      await page.getByText('未标公开属性').waitFor();
      await page.getByRole('button', { name: '确定公开属性' }).click();
      await page.screenshot({ path: outFile('desk-openness.png') });
      await page.getByRole('dialog').getByRole('button', { name: words('确定') }).click();
      await page.getByText(/第十九条/).first().waitFor();
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '打印审批单（Word）' }).click()]);
      expect(await download.failure()).toBeNull();
    });
    expect((await look()).openness).toMatchObject({ openness: 'proactive', ground: 'art19', decidedByName: '冯发布' });
  });

  it('shows the coverage of policies, filtered by its address', async () => {
    await at('陈主管', '/interpretations?state=covered', WIDE, async (page) => {
      await page.locator('.ant-table-tbody').getByText('已解读').first().waitFor();
      await page.screenshot({ path: outFile('coverage.png') });
      await page.setViewportSize(NARROW);
      await page.screenshot({ path: outFile('coverage-1280.png') });
    });
    await at('陈主管', '/review-processes', NARROW, async (page) => {
      await page.getByRole('cell', { name: '三校', exact: true }).waitFor();
      await page.screenshot({ path: outFile('processes.png') });
    });
    await at('陈主管', '/emergencies', NARROW, async (page) => {
      await page.getByText('没有应急发布的内容').waitFor();
    });
  });
});
