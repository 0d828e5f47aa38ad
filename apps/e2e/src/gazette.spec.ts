import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { endpoints } from '@govmedia-hub/contracts';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, launchChromium, outFile, PHONE } from './browser.js';
import { visitPage } from './console-visit.js';
import { startDemonstration } from './prepared-city.js';
import type { RunningHub } from './running-hub.js';

const inChromium = process.env.CHROMIUM_PATH ? describe : describe.skip;

inChromium('an issue of the gazette', () => {
  let hub: RunningHub;
  let browser: Browser;
  beforeAll(async () => { hub = await startDemonstration(); browser = await launchChromium(); }, 600_000);
  afterAll(async () => { await browser?.close(); await hub?.stop(); });

  const visit = (path: string, viewport: typeof DESKTOP, look: (page: Page) => Promise<void>, who?: string): Promise<void> => visitPage({ hub, browser, who }, path, viewport, look);

  it('is composed by one supervisor, signed by another, read and downloaded by a resident', async () => {
    await visit('/console/gazette/new', DESKTOP, async (page) => {
      await page.getByRole('button', { name: '加入文件' }).click();
      await page.getByRole('dialog').getByLabel('查找已公开的文件').fill('养犬');
      const add = page.getByRole('dialog').getByRole('button', { name: /^加入 .*养犬/ });
      await add.first().click();
      await page.getByRole('dialog').getByText('已在本期').first().waitFor();
      await page.getByRole('button', { name: /完\s*成/ }).click();
      await page.screenshot({ path: outFile('gazette-edit.png') });
      await page.getByRole('button', { name: /保\s*存/ }).click();
      await page.waitForURL(/\/console\/gazette\/[0-9a-f-]{36}$/);
      await page.getByText('编辑中').first().waitFor();
    }, '许主管');
    const chief = await hub.as('陈主管');
    const draft = (await chief.ok(endpoints.listGazetteIssues, { query: { status: 'draft' } })).items[0]!;
    await visit(`/console/gazette/${draft.id}`, DESKTOP, async (page) => {
      await page.getByRole('button', { name: /签\s*发/ }).click();
      await page.getByRole('dialog').getByRole('button', { name: /签\s*发/ }).click();
      await page.getByText('已出版').first().waitFor();
      await page.screenshot({ path: outFile('gazette-signed.png') });
    }, '陈主管');
    await visit('/gazette?q=养犬', PHONE, async (page) => {
      await page.locator('.hit-row .row-title').first().click();
      await page.locator('.gazette-line').first().waitFor();
      const shown = await page.locator('.gazette-digest').innerText();
      await page.screenshot({ path: outFile('gazette-item.png') });
      const [text] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载文本' }).click()]);
      expect(shown).toContain(createHash('sha256').update(readFileSync(await text.path())).digest('hex'));
      const [pdf] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载 PDF' }).click()]);
      expect(readFileSync(await pdf.path()).subarray(0, 5).toString()).toBe('%PDF-');
    });
  });
});
