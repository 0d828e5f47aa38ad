import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { endpoints } from '@govmedia-hub/contracts';
import ExcelJS from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, launchChromium, openPage } from './browser.js';
import { fillSignIn } from './console-visit.js';
import { startDemonstration } from './prepared-city.js';
import type { RunningHub } from './running-hub.js';

const inChromium = process.env.CHROMIUM_PATH ? describe : describe.skip;

inChromium('the lexicons of a running hub', () => {
  let hub: RunningHub;
  let browser: Browser;
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-lexicon-'));
  beforeAll(async () => { hub = await startDemonstration({ HUB_PROOFREADER_LEAST: '1000' }); browser = await launchChromium(); }, 600_000);
  afterAll(async () => { await browser?.close(); await hub?.stop(); rmSync(folder, { recursive: true, force: true }); });

  /** The downloaded template with rows in it. */
  const fill = async (template: string, name: string, rows: string[][]): Promise<string> => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(template);
    const sheet = book.getWorksheet('词条')!;
    for (const row of rows) sheet.addRow(row);
    const file = path.join(folder, name);
    await book.xlsx.writeFile(file);
    return file;
  };
  const look = async (page: Page, name: string): Promise<void> => { if (process.env.HUB_SCREENSHOTS) await page.screenshot({ path: path.join(process.env.HUB_SCREENSHOTS, `${name}.png`), fullPage: true }); };

  it('takes a word from a workbook over its preview into use, and back again', async () => {
    const { page, context, troubles } = await openPage(browser, DESKTOP);
    try {
      await page.goto(`${hub.url}/console/lexicons`);
      await fillSignIn(page, hub.signInOf('陈主管'));

      await page.getByRole('button', { name: /新\s*建/ }).click();
      await page.getByRole('dialog').getByLabel('名称').fill('试用词库');
      await page.getByRole('dialog').getByRole('button', { name: /新\s*建/ }).click();
      await page.getByText('还没有版本').waitFor();

      await page.getByRole('button', { name: '导入 Excel' }).click();
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /模板$/ }).click()]);
      const template = path.join(folder, 'template.xlsx');
      await download.saveAs(template);
      const faulty = await fill(template, 'faulty.xlsx', [['市民', '文字关', '请核对', '', '太短的词', '', '', '', '', '', '云政办发〔2026〕8号'], ['县', '文字关', '必须处理', '', '', '', '', '', '', '', '']]);
      await page.locator('input[type=file]').setInputFiles(faulty);
      await page.getByLabel('本次修改的来源（文号或网址）').fill('云政办发〔2026〕8号');
      await page.getByRole('button', { name: '导入为草稿' }).click();
      await page.getByText('没有导入').waitFor();
      expect(await page.getByRole('dialog').getByRole('row').filter({ hasText: '只有机构名称名录' }).count()).toBe(1);
      await look(page, 'import-problems');
      const good = await fill(template, 'good.xlsx', [['市民', '文字关', '请核对', '', '太短的词，试查时应提醒', '', '', '', '', '', '云政办发〔2026〕8号'], ['社会保险补贴', '文字关', '提示', '社保补贴', '统一简称', '', '', '', '', '', '云政办发〔2026〕8号']]);
      await page.locator('input[type=file]').setInputFiles(good);
      await page.getByRole('button', { name: '导入为草稿' }).click();
      await page.getByText('新增 2 条').waitFor();
      expect(await page.getByRole('button', { name: '使其生效' }).isDisabled()).toBe(true);
      await look(page, 'draft');

      await page.getByRole('button', { name: /试\s*查/ }).click();
      await page.getByRole('menuitem', { name: '最近一年' }).click();
      await page.getByText('多标出的').first().waitFor({ timeout: 120_000 });
      expect(await page.locator('.preview-sentence').innerText()).toMatch(/会在 \d+ 篇里多标出 \d+ 处/);
      await page.getByRole('table').getByText('市民', { exact: true }).first().waitFor();
      expect(await page.locator('mark.mark-warn').first().innerText()).toBe('市民');
      await look(page, 'preview');

      await page.getByRole('button', { name: '使其生效' }).click();
      await page.getByRole('button', { name: '立即生效' }).click();
      await page.getByText('在用第1版').waitFor();
      const operator = await hub.as('周采编');
      expect((await operator.ok(endpoints.screenText, { body: { text: '欢迎广大市民前来办理。' } })).findings.map(({ text }) => text)).toContain('市民');
      await look(page, 'in-force');

      await page.getByRole('button', { name: '导入 Excel' }).click();
      await page.locator('input[type=file]').setInputFiles(await fill(template, 'next.xlsx', [['旧市民卡', '文字关', '提示', '', '已停用', '', '', '', '', '', '云政办发〔2026〕9号']]));
      await page.getByRole('radio', { name: /替换/ }).check();
      await page.getByLabel('本次修改的来源（文号或网址）').fill('云政办发〔2026〕9号');
      await page.getByRole('button', { name: '导入为草稿' }).click();
      await page.getByText('删去 2 条').waitFor();
      await page.getByRole('tab', { name: '版本差异' }).click();
      await page.getByText('与第1版相比').waitFor();
      await look(page, 'comparison');
      await page.getByRole('button', { name: /试\s*查/ }).click();
      await page.getByRole('menuitem', { name: '最近一个月' }).click();
      await page.getByRole('button', { name: '使其生效' }).click({ timeout: 120_000 });
      await page.getByRole('button', { name: '立即生效' }).click();
      await page.getByText('在用第2版').waitFor();
      await page.getByRole('navigation', { name: '版本' }).getByRole('button', { name: /第1版/ }).click();
      await page.getByRole('button', { name: '恢复这一版' }).click();
      await page.getByLabel('恢复的理由').fill('新版漏词');
      await page.getByRole('dialog').getByRole('button', { name: /恢\s*复/ }).last().click();
      await page.getByText('在用第3版').waitFor();
      expect(troubles).toEqual([]);
    } finally { await context.close(); }
  });

  it('is read, not changed, by other posts', async () => {
    const { page, context, troubles } = await openPage(browser, DESKTOP);
    try {
      await page.goto(`${hub.url}/console/lexicons`);
      await fillSignIn(page, hub.signInOf('周采编'));
      await page.getByRole('link', { name: '试用词库' }).click();
      await page.getByRole('button', { name: '导出 Excel' }).waitFor();
      expect(await page.getByRole('button', { name: '导入 Excel' }).count()).toBe(0);
      expect(await page.getByRole('button', { name: '恢复这一版' }).count()).toBe(0);
      expect(troubles).toEqual([]);
    } finally { await context.close(); }
  });

  it('stand beside what was learnt from the library, which an administrator may have learnt anew', async () => {
    const { page, context, troubles } = await openPage(browser, DESKTOP);
    try {
      await page.goto(`${hub.url}/console/proofreader`);
      await fillSignIn(page, hub.signInOf('卫管理'));
      await page.getByRole('button', { name: /^(开始学习|重新学习)$/ }).click({ timeout: 60_000 });
      await page.getByRole('dialog').getByRole('button', { name: '重新学习' }).click();
      const learnt = page.getByText(/已学习/).first();
      const problem = page.locator('.problem');
      await learnt.or(problem).first().waitFor({ timeout: 180_000 }).catch(async (error: Error) => {
        const state = await (await hub.as('周采编')).ok(endpoints.getProofreader);
        throw new Error([error.message, await page.locator('main').innerText(), JSON.stringify(state), hub.log.slice(-2_000)].join('\n'));
      });
      expect(await problem.allInnerTexts()).toEqual([]);
      expect(await page.getByText(/^[\d,]+ 字$/).count()).toBe(1);
      await look(page, 'proofreader');
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.waitForTimeout(600);
      await look(page, 'proofreader-dark');
      expect((await (await hub.as('周采编')).ok(endpoints.getProofreader)).state).toBe('learnt');
      expect(troubles).toEqual([]);
    } finally { await context.close(); }
    const writer = await openPage(browser, DESKTOP);
    try {
      await writer.page.goto(`${hub.url}/console/proofreader`);
      await fillSignIn(writer.page, hub.signInOf('周采编'));
      await writer.page.getByText(/已学习/).first().waitFor();
      expect(await writer.page.getByRole('button', { name: /学习$/ }).count()).toBe(0);
    } finally { await writer.context.close(); }
  }, 300_000);
});
