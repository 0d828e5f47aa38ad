import { endpoints, GATES, type ContentBlock, type MediaView } from '@govmedia-hub/contracts';
import type { Browser } from 'playwright-core';
import { launchChromium, openPage, outFile, PHONE } from './browser.js';
import { WEAPP_BUILD } from './house-paths.js';
import { startDemonstration } from './prepared-city.js';
import type { RunningHub } from './running-hub.js';
import { PEOPLE } from './walkthrough/tour.js';
import { until } from './walk.js';
import { Phone } from './weapp-host/phone.js';

const inChromium = process.env.CHROMIUM_PATH ? describe : describe.skip;
/** A PNG of one point. */
const POINT = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

inChromium('a publication with every kind of block', () => {
  let hub: RunningHub;
  let browser: Browser;
  let publicationId: string;
  beforeAll(async () => {
    hub = await startDemonstration();
    browser = await launchChromium();
    publicationId = await publish();
  }, 600_000);
  afterAll(async () => { await browser?.close(); await hub?.stop(); });

  async function publish(): Promise<string> {
    const operator = await hub.as('周采编');
    const document = (await operator.ok(endpoints.listDocuments, { query: { q: '灵活就业人员社会保险补贴办法', validity: 'in_force' } })).items[0]!;
    const form = new FormData();
    form.append('files', new Blob([POINT]), '图.png');
    const upload = await operator.exchange('POST', `/api${endpoints.uploadMedia.path}`, { form });
    const [picture] = JSON.parse(upload.bytes.toString('utf8')) as MediaView[];
    const blocks: ContentBlock[] = [
      { type: 'heading', text: '怎么办' }, { type: 'paragraph', text: '材料交到窗口，详见市政府网站。', marks: [{ kind: 'bold', start: 0, end: 2 }, { kind: 'link', start: 9, end: 14, href: 'https://www.yunxi.example.cn/' }] },
      { type: 'list', items: ['登记', '申请'], ordered: true }, { type: 'table', rows: [['窗口', '时间'], ['一楼', '上午']], caption: '窗口安排' },
      { type: 'picture', mediaId: picture!.id, alt: '窗口位置示意图', caption: '窗口位置' }, { type: 'chart', form: 'bar', title: '窗口办件', unit: '件', rows: [['窗口', '办件'], ['一号', '35'], ['二号', '20']] },
      { type: 'audio', title: '窗口介绍', mediaId: null, href: 'https://audio.example.cn/1.mp3', transcript: '欢迎到窗口办理。' }, { type: 'citation', documentId: document.id, anchor: null, note: '办理依据' },
      { type: 'qa', question: '窗口在哪里？', alternatives: [], answer: '在一楼。', documentId: document.id, anchor: null },
    ];
    let item = await operator.ok(endpoints.createContent, { body: { kind: 'interpretation', title: '窗口办理图解', topic: '就业创业', blocks, sources: [{ documentId: document.id, anchor: null }] } });
    const params = { id: item.id };
    item = await operator.ok(endpoints.submitContent, { params, body: { seenVersion: item.version } });
    const first = await hub.as(PEOPLE.first);
    for (const finding of item.findings.filter(({ state }) => state === 'open')) await first.ok(endpoints.decideFinding, { params: { ...params, findingId: finding.id }, body: { decision: 'dismissed', reason: '已核对' } });
    const { digest } = item.revision;
    for (const gate of GATES) await first.ok(endpoints.closeGate, { params: { ...params, gate }, body: { digest, verdict: 'passed', opinion: '同意', ...(gate === 'secrecy' ? { secrecy: { ground: 'public_source', conclusion: '内容出自已公开文件，可以公开。' } } : {}) } });
    for (const [at, who] of [PEOPLE.first, PEOPLE.second, PEOPLE.third].entries()) item = await (await hub.as(who)).ok(endpoints.reviewContent, { params, body: { digest, step: (at + 1) as 1 | 2 | 3, decision: 'approved', opinion: '同意' } });
    for (const [at, who] of [PEOPLE.second, PEOPLE.third, PEOPLE.first].entries()) item = await (await hub.as(who)).ok(endpoints.proofreadContent, { params, body: { digest, step: (at + 1) as 1 | 2 | 3, decision: 'approved', opinion: '无误' } });
    item = await (await hub.as(PEOPLE.publisher)).ok(endpoints.decideOpenness, { params, body: { openness: 'proactive', ground: 'art19', seenVersion: item.version } });
    return (await (await hub.as(PEOPLE.publisher)).ok(endpoints.publishContent, { params, body: { digest, seenVersion: item.version } })).publicationId!;
  }

  it.each([320, 375, 430])('is read on a phone of %i points, nothing over the edge', async (width) => {
    const { page, context, troubles } = await openPage(browser, { ...PHONE, width });
    try {
      await page.goto(`${hub.url}/reading?id=${publicationId}`);
      await page.locator('.block-citation').waitFor();
      expect(await page.locator('.block-paragraph strong').innerText()).toBe('材料');
      expect(await page.locator('.block-paragraph a').getAttribute('href')).toBe('https://www.yunxi.example.cn/');
      expect(await page.locator('.picture').getAttribute('alt')).toBe('窗口位置示意图');
      await page.waitForFunction(() => (document.querySelector('img.picture') as HTMLImageElement | null)?.naturalWidth === 1);
      expect(await page.locator('.chart .is-td').allInnerTexts()).toEqual(['一号', '35', '二号', '20']);
      expect(await page.locator('.chart-bar').evaluateAll((bars) => bars.map((bar) => (bar as HTMLElement).style.width))).toEqual(['100%', '57%']);
      await page.getByRole('button', { name: '看文字稿' }).click();
      await page.getByText('欢迎到窗口办理。').waitFor();
      expect(await page.locator('.block-citation .validity').innerText()).toContain('有效');
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      await page.screenshot({ path: outFile(`reading-blocks-${width}.png`), fullPage: true });
      expect(troubles).toEqual([]);
    } finally { await context.close(); }
  });

  it('is read in the mini-program', async () => {
    const phone = new Phone(WEAPP_BUILD, { hubUrl: hub.url });
    await phone.launch(`/packages/policy/reading/index?id=${publicationId}`);
    await until(() => phone.find('.block-citation') !== null, `the page stays empty: ${phone.text()}`);
    for (const words of ['怎么办', '材料', '1. 登记', '窗口安排', '窗口位置', '窗口办件', '单位：件', '35', '窗口介绍', '办理依据', '窗口在哪里？']) expect(phone.text()).toContain(words);
    expect(phone.text()).toContain('图中内容：窗口位置示意图');
    expect(String(phone.find('image')?.attributes.src)).toContain(`/api/public/publications/${publicationId}/media/`);
    await phone.tap('看文字稿');
    expect(phone.text()).toContain('欢迎到窗口办理。');
    expect(phone.troubles).toEqual([]);
    phone.end();
  });
});
