import { readFileSync } from 'node:fs';
import path from 'node:path';
import { endpoints, type ContentView } from '@govmedia-hub/contracts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DESKTOP, launchChromium, openPage, outFile } from './browser.js';
import { fillSignIn } from './console-visit.js';
import { ROOT } from './house-paths.js';
import { startDemonstration } from './prepared-city.js';
import type { RunningHub } from './running-hub.js';

const inChromium = process.env.CHROMIUM_PATH ? describe : describe.skip;
const FIXTURES = path.join(ROOT, 'apps/console/src/pages/contents/editor/paste-fixtures');

inChromium('the editor in a browser', () => {
  let hub: RunningHub;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => { hub = await startDemonstration(); browser = await launchChromium(); }, 600_000);
  afterEach(async () => { for (const context of contexts.splice(0)) await context.close(); });
  afterAll(async () => { await browser?.close(); await hub?.stop(); });

  const open = async (who: string, at: string): Promise<{ page: Page; context: BrowserContext; troubles: string[] }> => {
    const { page, context, troubles } = await openPage(browser, DESKTOP);
    contexts.push(context);
    await page.goto(`${hub.url}/console${at}`);
    await fillSignIn(page, hub.signInOf(who));
    await page.locator('.running-text').waitFor();
    return { page, context, troubles };
  };
  const create = async (title: string, text: string): Promise<ContentView> => (await hub.as('周采编')).ok(endpoints.createContent, { body: { kind: 'post', title, blocks: [{ type: 'paragraph', text }], sources: [] } });
  const blocksOf = async (id: string) => (await (await hub.as('周采编')).ok(endpoints.getContent, { params: { id } })).revision.blocks;
  const saved = (page: Page) => page.locator('[role=status]', { hasText: /已保存 \d\d:\d\d（草稿）/ }).waitFor();
  const paste = (page: Page, html: string) => page.locator('.running-text').evaluate((element, given) => {
    const data = new DataTransfer();
    data.setData('text/html', given);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);

  it('finds while typing, applies with one key and leaves the caret where it was, dismisses with one key and a reason', async () => {
    const item = await create('便民通知', '窗口开放。');
    const { page, troubles } = await open('周采编', `/contents/${item.id}/edit`);
    const text = page.locator('.running-text');
    await text.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('请各单位再接再励，认真按排工作。电话13800138000。');
    await page.locator('.running-text mark').first().waitFor();
    await page.locator('.live .finding', { hasText: '13800138000' }).waitFor();
    const suggested = page.locator('.live .finding', { hasText: '建议：' });
    const before = await suggested.count();
    expect(before).toBeGreaterThan(0);
    const words = await suggested.first().locator('.finding-text').innerText();
    await suggested.first().locator('.finding-text').click();
    await page.keyboard.press('F9');
    await page.waitForFunction((gone) => !document.querySelector('.running-text')?.textContent?.includes(gone), words.replace(/[“”]/g, ''));
    expect(await page.evaluate(() => document.activeElement?.classList.contains('running-text'))).toBe(true);
    await page.locator('.live .finding', { hasText: '13800138000' }).locator('.finding-text').click();
    await page.keyboard.press('F10');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '原文如此，已与依据文件核对' }).click();
    await dialog.getByRole('button', { name: '记为误报' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.locator('.live', { hasText: '已标为误报 1 处' }).waitFor();
    await page.screenshot({ path: outFile('editor-findings.png') });
    await page.getByRole('button', { name: /^保\s*存$/ }).click();
    await page.locator('[role=status]', { hasText: /^已保存 \d\d:\d\d$/ }).waitFor();
    const view = await (await hub.as('周采编')).ok(endpoints.getContent, { params: { id: item.id } });
    expect(view.findings.find((finding) => finding.text === '13800138000')).toMatchObject({ state: 'dismissed', reason: '原文如此，已与依据文件核对', decidedByName: '周采编' });
    // the decision outlives the save and a new page, and holds for these words only
    await page.reload();
    await text.waitFor();
    await page.locator('.live', { hasText: '词库版本' }).waitFor();
    expect(await page.locator('.live .finding', { hasText: '13800138000' }).count()).toBe(0);
    await text.click();
    await page.keyboard.press('Control+End');
    for (let i = 0; i < 2; i += 1) await page.keyboard.press('Backspace');
    await page.keyboard.type('9。');
    await page.locator('.live .finding', { hasText: '13800138009' }).waitFor();
    expect(troubles).toEqual([]);
  });

  it('asks about the changed block alone', async () => {
    const item = await create('长通知', '第一段文字。');
    const { page } = await open('周采编', `/contents/${item.id}/edit`);
    const asked: string[] = [];
    page.on('request', (request) => { if (request.url().endsWith('/api/screenings')) asked.push((JSON.parse(request.postData()!) as { text: string }).text); });
    await page.locator('.running-text').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('第二段文字。');
    await page.waitForFunction(() => /必须处理 \d/.test(document.querySelector('.live [role=status]')?.textContent ?? ''));
    await page.keyboard.type('再加一句。');
    await page.waitForTimeout(100);
    await page.waitForFunction(() => /必须处理 \d/.test(document.querySelector('.live [role=status]')?.textContent ?? ''));
    expect(asked.at(-1)).toBe('第二段文字。再加一句。');
  });

  it('keeps what is typed over a closed window, and nothing with a secrecy marking', async () => {
    const item = await create('值班安排', '值班表见下。');
    const first = await open('周采编', `/contents/${item.id}/edit`);
    await first.page.locator('.running-text').click();
    await first.page.keyboard.press('Control+End');
    await first.page.keyboard.type('周六照常。');
    await saved(first.page);
    await first.context.close();
    const { page } = await open('周采编', `/contents/${item.id}/edit`); // another profile: nothing of the first computer
    await page.getByText(/已恢复 .* 未提交的草稿/).waitFor();
    expect(await page.locator('.running-text').innerText()).toContain('周六照常');
    await page.locator('.running-text').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('机密★10年');
    await page.getByText('文本中有密级标志').waitFor();
    expect(await page.getByRole('button', { name: '预览' }).isDisabled()).toBe(true);
    await page.waitForTimeout(2_500);
    expect(await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.includes('.text.')))).toEqual([]);
    expect((await (await hub.as('周采编')).ok(endpoints.listContentDrafts)).filter((draft) => draft.place === item.id)).toEqual([]);
  });

  it('takes Word and WeChat text in clean, uploads the picture that came along, and fetches none', async () => {
    const item = await create('粘贴', '原文。');
    const { page, troubles } = await open('周采编', `/contents/${item.id}/edit`);
    const outside: string[] = [];
    page.on('request', (request) => { if (!request.url().startsWith(hub.url) && !request.url().startsWith('data:')) outside.push(request.url()); });
    await page.locator('.running-text').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await paste(page, readFileSync(path.join(FIXTURES, 'word.html'), 'utf8'));
    await page.getByText(/有 1 张图片没有粘贴进来/).waitFor();
    await page.locator('.block-picture img').waitFor();
    await page.locator('.block-picture').getByLabel('替代文字（必填）').fill('高龄津贴办理流程图');
    await page.screenshot({ path: outFile('editor-paste.png'), fullPage: true });
    await page.getByRole('button', { name: /^保\s*存$/ }).click();
    await page.locator('[role=status]', { hasText: /^已保存 \d\d:\d\d$/ }).waitFor();
    const blocks = await blocksOf(item.id);
    expect(blocks.map((block) => block.type)).toEqual(['paragraph', 'heading', 'paragraph', 'list', 'list', 'table', 'picture']);
    expect(blocks.at(-1)).toMatchObject({ alt: '高龄津贴办理流程图', media: { contentType: 'image/png', width: 1, height: 1 } });
    expect(JSON.stringify(blocks)).not.toMatch(/mso|javascript|内部讨论/);
    expect(outside).toEqual([]);
    expect(blocks[5]).toMatchObject({ rows: [['年龄', '标准', ''], ['80周岁', '城区', '100元'], ['', '乡镇 （街道）', '90元']], merged: [{ row: 0, column: 1, rows: 1, columns: 2 }, { row: 1, column: 0, rows: 2, columns: 1 }] });
    // the handler on a pasted link is refused by the page's policy while it is read; nothing else may go wrong
    expect(troubles.filter((trouble) => !trouble.includes('inline event handler'))).toEqual([]);
  });

  it('joins cells and splits them, marks words in cells, and takes lists in lists in', async () => {
    const item = await create('表格', '看表。');
    const { page, troubles } = await open('周采编', `/contents/${item.id}/edit`);
    await page.locator('.running-text').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await paste(page, '<table><tr><th>对象</th><th>标准</th></tr><tr><td>80周岁</td><td>每月100元</td></tr><tr><td>以上</td><td>90元</td></tr></table><ul><li>材料<ol><li>身份证</li></ol></li></ul>');
    await page.getByText('里层列表的编号形式改成了与外层一致').waitFor();
    const cells = page.locator('.running-text td');
    await cells.nth(1).locator('p').click({ clickCount: 3 });
    await page.keyboard.press('Control+b');
    const [from, to] = [(await cells.nth(0).boundingBox())!, (await cells.nth(2).boundingBox())!];
    await page.mouse.move(from.x + 20, from.y + 12);
    await page.mouse.down();
    await page.mouse.move(to.x + 30, to.y + 12, { steps: 5 });
    await page.mouse.up();
    await page.getByRole('toolbar', { name: '表格' }).getByRole('button', { name: '合并单元格' }).click();
    await page.locator('.running-text td[rowspan="2"]', { hasText: '80周岁 以上' }).waitFor();
    await page.locator('.running-text li', { hasText: '身份证' }).last().click();
    await page.screenshot({ path: outFile('editor-table.png') });
    await page.getByRole('button', { name: /^保\s*存$/ }).click();
    await page.locator('[role=status]', { hasText: /^已保存 \d\d:\d\d$/ }).waitFor();
    const blocks = await blocksOf(item.id);
    expect(blocks.slice(1)).toEqual([
      { type: 'table', rows: [['对象', '标准'], ['80周岁 以上', '每月100元'], ['', '90元']], marks: [[[], []], [[], [{ kind: 'bold', start: 0, end: 6 }]], [[], []]], merged: [{ row: 1, column: 0, rows: 2, columns: 1 }] },
      { type: 'list', items: ['材料', '身份证'], levels: [0, 1] },
    ]);
    await page.getByRole('button', { name: '预览' }).click();
    const phone = page.frameLocator('.preview-phone');
    await phone.locator('td[rowspan="2"]').waitFor();
    await page.screenshot({ path: outFile('editor-table-phone.png') });
    expect(troubles).toEqual([]);
  });

  it('draws a chart from what is typed into its cells, caret and all', async () => {
    const item = await create('图表', '看图。');
    const { page, troubles } = await open('周采编', `/contents/${item.id}/edit`);
    await page.locator('.running-text').click();
    await page.keyboard.press('Control+End');
    await page.getByRole('toolbar', { name: '正文工具' }).getByRole('button', { name: '图表' }).click();
    const chart = page.locator('.block-chart');
    await chart.getByLabel('图表标题').click();
    await page.keyboard.type('窗口办件');
    await page.keyboard.press('Home');
    await page.keyboard.type('本月');
    expect(await chart.getByLabel('图表标题').inputValue()).toBe('本月窗口办件');
    for (const [at, text] of [['2 行第 1 列', '一号'], ['2 行第 2 列', '35'], ['3 行第 1 列', '二号'], ['3 行第 2 列', '20']] as const) await chart.getByLabel(`第 ${at}`).fill(text);
    await chart.locator('svg rect').nth(1).waitFor();
    for (const width of [1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: outFile(`editor-${width}.png`) });
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForTimeout(600); // colours fade over
    await page.screenshot({ path: outFile('editor-dark.png') });
    await page.getByRole('button', { name: /^保\s*存$/ }).click();
    await page.locator('[role=status]', { hasText: /^已保存 \d\d:\d\d$/ }).waitFor();
    expect((await blocksOf(item.id)).at(-1)).toEqual({ type: 'chart', form: 'bar', title: '本月窗口办件', unit: '', rows: [['项目', '数量'], ['一号', '35'], ['二号', '20']] });
    expect(troubles).toEqual([]);
  });

  it('tells who is writing, lets a colleague take over after asking, and keeps both texts of a conflict', async () => {
    const item = await create('接手', '第一句。');
    const first = await open('周采编', `/contents/${item.id}/edit`);
    await first.page.locator('.running-text').click();
    await first.page.keyboard.press('Control+End');
    await first.page.keyboard.type('甲写的。');
    await saved(first.page);
    const { page } = await open('周采编', `/contents/${item.id}/edit`);
    await page.getByText(/您在另一个窗口正在编辑/).waitFor();
    expect(await page.locator('.running-text').getAttribute('contenteditable')).toBe('false');
    await page.screenshot({ path: outFile('editor-lock.png') });
    await page.getByRole('button', { name: '接手编辑' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '接手编辑' }).click();
    await page.locator('.running-text[contenteditable=true]').waitFor();
    // somebody saves over the command line meanwhile
    await (await hub.as('周采编')).ok(endpoints.saveContent, { params: { id: item.id }, body: { kind: 'post', title: '接手', blocks: [{ type: 'paragraph', text: '第一句。乙写的。' }], sources: [], seenVersion: item.version } });
    await page.locator('.running-text').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('丙写的。');
    await page.getByRole('button', { name: /^保\s*存$/ }).click();
    const dialog = page.getByRole('dialog', { name: '这份内容刚被他人修改' });
    await dialog.waitFor();
    await page.screenshot({ path: outFile('editor-conflict.png') });
    await dialog.getByRole('button', { name: '采用最新版本，放弃我的修改' }).click();
    await page.waitForFunction(() => document.querySelector('.running-text')?.textContent === '第一句。乙写的。');
    const revisions = await (await hub.as('周采编')).ok(endpoints.listRevisions, { params: { id: item.id } });
    expect(revisions.filter((revision) => revision.conflict).map((revision) => revision.text)).toEqual([expect.stringContaining('丙写的')]);
    await page.goto(`${hub.url}/console/contents/${item.id}/revisions`);
    await page.getByText('冲突时另存').first().waitFor();
    await page.screenshot({ path: outFile('editor-revisions.png') });
  });

  it('shows the text as a phone, WeChat and Weibo will', async () => {
    const item = await create('预览', '补贴标准每人每月400元。');
    const { page, troubles } = await open('周采编', `/contents/${item.id}/edit`);
    await page.getByRole('button', { name: '预览' }).click();
    await page.frameLocator('.preview-phone').locator('.block-paragraph').waitFor();
    expect(await page.frameLocator('.preview-phone').locator('.reading-title').innerText()).toBe('预览');
    await page.screenshot({ path: outFile('editor-preview-phone.png') });
    await page.getByText('微信文章', { exact: true }).click();
    await page.frameLocator('.preview-phone').getByText('补贴标准每人每月400元。').waitFor();
    await page.screenshot({ path: outFile('editor-preview-wechat.png') });
    await page.getByText('微博文字', { exact: true }).click();
    await page.getByText(/^16 字/).waitFor();
    expect(troubles).toEqual([]);
  });
});
