import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { endpoints } from '@govmedia-hub/contracts';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, PHONE, launchChromium, openPage } from './browser.js';
import { signInAtConsole } from './console-visit.js';
import { WEAPP_BUILD } from './house-paths.js';
import { startDemonstration } from './prepared-city.js';
import type { RunningHub } from './running-hub.js';
import { until } from './walk.js';
import { Phone } from './weapp-host/phone.js';

const inChromium = process.env.CHROMIUM_PATH ? describe : describe.skip;
const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe calls serious or critical, one line each; browsers of today let the keyboard into what scrolls by themselves. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: { run(on: Document, options: object): Promise<{ violations: { id: string; impact: string; nodes: { target: string[] }[] }[] }> } }).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'], rules: { 'scrollable-region-focusable': { enabled: false } } }));
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(' | ')}`);
}

inChromium('the faces of a running hub', () => {
  let hub: RunningHub;
  let browser: Browser;
  beforeAll(async () => { hub = await startDemonstration(); browser = await launchChromium(); }, 600_000);
  afterAll(async () => { await browser?.close(); await hub?.stop(); });

  const visit = async (path: string, viewport: typeof DESKTOP, look: (page: Page) => Promise<void>): Promise<void> => {
    const { page, context, troubles } = await openPage(browser, viewport);
    try {
      const response = await page.goto(hub.url + path);
      expect(response?.status()).toBe(200);
      expect(response?.headers()['content-security-policy']).toContain("default-src 'self'");
      await page.waitForLoadState('networkidle');
      await look(page);
      expect(troubles).toEqual([]);
    } finally { await context.close(); }
  };

  describe('for residents', () => {
    it.each([['/', '.home-title'], ['/ask?q=%E7%A4%BE%E4%BF%9D%E8%A1%A5%E8%B4%B4%E6%AF%8F%E6%9C%88%E5%A4%9A%E5%B0%91', '.answer-question'], ['/policies', '.policy-row'], ['/ended', '.ended-row'], ['/disclosure', '.disclosure-duty'], ['/gazette', '.issue-row'], ['/services', '.guide-row'], ['/accounts', '.account-row'], ['/check?q=%E4%BA%91%E6%BA%AA%E5%8F%91%E5%B8%83', '.verdict-word'], ['/ticket/new', '.ticket-form'], ['/ticket/track', '.track-form'], ['/me', '.page-title'], ['/privacy', '.page-title'], ['/about', '.page-title']])('%s opens by its address, without errors or barriers', async (path, sign) => {
      await visit(path, PHONE, async (page) => {
        await page.locator(sign).first().waitFor();
        expect(await barriers(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true); // nothing runs over the edge
      });
    });

    it('a policy opens at the article that a link names', async () => {
      const { items } = await hub.resident().ok(endpoints.publicListDocuments, { query: { q: '灵活就业人员社会保险补贴办法', validity: 'in_force' } });
      await visit(`/policy?id=${items[0]!.id}#art-5`, PHONE, async (page) => {
        await page.locator('.policy-section.is-target').waitFor();
        expect(await page.locator('.policy-section.is-target').innerText()).toContain('第五条');
        expect(await barriers(page)).toEqual([]);
      });
    });
  });

  describe('for staff', () => {
    it('the console asks who is there, says that secrets do not belong here, and tells a wrong password apart', async () => {
      await visit('/console/documents', DESKTOP, async (page) => {
        await page.getByText('本系统为非涉密系统，严禁录入涉密信息').waitFor();
        expect(await barriers(page)).toEqual([]);
        await page.getByLabel('用户名').fill('zhoucaibian');
        await page.getByLabel('密码', { exact: true }).fill('not-the-password');
        await page.getByRole('button', { name: /登\s*录/ }).click();
        await page.getByRole('alert').first().waitFor();
      });
    });

    it.each([['周采编', ['/console/', '/console/documents', '/console/documents/import', '/console/ledger', '/console/disclosure', '/console/disclosure-timeliness', '/console/tasks', '/console/contents', '/console/filings', '/console/accounts', '/console/tickets']], ['陈主管', ['/console/inspections', '/console/events', '/console/lexicons', '/console/rule-sets', '/console/proofreader', '/console/people']], ['冯发布', ['/console/deliveries', '/console/channels', '/console/repost-tasks', '/console/repost-sources', '/console/freezes']]])('%s opens every page without errors or barriers', async (who, paths) => {
      const { page, context, troubles } = await openPage(browser, DESKTOP);
      try {
        await signInAtConsole(page, hub, who);
        const found: string[] = [];
        for (const path of paths) {
          await page.goto(hub.url + path);
          await page.waitForLoadState('networkidle');
          await page.locator('h1').first().waitFor({ state: 'attached' });
          for (const barrier of await barriers(page)) found.push(`${path} ${barrier}`);
        }
        expect({ found, troubles }).toEqual({ found: [], troubles: [] });
      } finally { await context.close(); }
    });
  });

  it('a session that ends in the middle of a form takes nothing away: the draft is there after signing in again', async () => {
    const { page, context } = await openPage(browser, DESKTOP);
    try {
      const { username, password } = hub.signInOf('周采编');
      const enter = async () => {
        await page.getByLabel('用户名').fill(username);
        await page.getByLabel('密码', { exact: true }).fill(password);
        await page.getByRole('button', { name: /登\s*录/ }).click();
      };
      await page.goto(`${hub.url}/console/contents/new`);
      await enter();
      const title = page.getByRole('textbox', { name: '标题' }).first();
      await title.fill('关于见习补贴申请时间的说明');
      await page.getByText(/已保存 \d\d:\d\d（草稿）/).waitFor();
      await context.clearCookies();
      await page.reload();
      await enter();
      await page.getByText('未提交的草稿').waitFor();
      expect(await title.inputValue()).toBe('关于见习补贴申请时间的说明');
    } finally { await context.close(); }
  });

  it('every page of the built mini-program opens and stays free of errors', async () => {
    const resident = hub.resident();
    const policy = (await resident.ok(endpoints.publicListDocuments, { query: { limit: 1 } })).items[0]!.id;
    const question = (await resident.ok(endpoints.publicListQuestions, { query: { limit: 1 } })).items[0]!.id;
    const guide = (await resident.ok(endpoints.publicListGuides, { query: { limit: 1 } })).items[0]!.id;
    const reading = (await resident.ok(endpoints.publicListPublications, { query: { kind: 'interpretation', limit: 1 } })).items[0]!.id;
    const ids: Record<string, string> = { detail: policy, question, guide, reading };
    const pages = new Phone(WEAPP_BUILD, { hubUrl: hub.url }).pages;
    expect(pages.length).toBeGreaterThan(12);
    for (const page of pages) {
      const phone = new Phone(WEAPP_BUILD, { hubUrl: hub.url });
      const id = ids[page.split('/').at(-2)!];
      await phone.launch(`/${page}?${id ? `id=${id}` : `q=${encodeURIComponent('社保补贴')}`}`);
      await until(() => phone.text().length >= 20 && !phone.find('.state-loading'), `${page} stays empty: ${phone.text()}`);
      phone.end();
      expect({ page, troubles: phone.troubles, refused: phone.state.requests.filter(({ status }) => status === null || status >= 400) }).toEqual({ page, troubles: [], refused: [] });
    }
  });
});
