import type { Browser, Page } from 'playwright-core';
import { PHONE, openPage, outFile } from '../browser.js';
import { WEAPP_BUILD } from '../house-paths.js';
import { Phone } from '../weapp-host/phone.js';
import { photograph } from '../weapp-host/view.js';
import { until } from '../walk.js';

/** What a resident can do on either face of the one app; class names are the same on both. */
export interface ResidentFace {
  name: 'H5' | '小程序';
  home(): Promise<void>;
  /** Waits until the selector is there; its text. */
  read(selector: string): Promise<string>;
  /** Text of everything the selector names, without waiting. */
  readAll(selector: string): Promise<string[]>;
  type(selector: string, value: string): Promise<void>;
  /** Presses the first thing the selector names, or the first that contains the words. */
  press(selector: string, words?: string): Promise<void>;
  choose(selector: string, label: string): Promise<void>;
  back(): Promise<void>;
  picture(name: string): Promise<void>;
  /** Script errors so far. */
  troubles(): string[];
  close(): Promise<void>;
}

/** The H5 in Chromium at the size of a phone. */
export async function openH5(browser: Browser, url: string): Promise<ResidentFace> {
  const { context, page, troubles } = await openPage(browser, PHONE);
  // Taro keeps earlier pages in the document, hidden
  const shown = (selector: string) => page.locator(`${selector}:visible`);
  const settle = (p: Page) => p.waitForLoadState('networkidle').catch(() => undefined);
  return {
    name: 'H5',
    async home() { await page.goto(url); await settle(page); },
    async read(selector) { const first = shown(selector).first(); await first.waitFor(); return (await first.innerText()).trim(); },
    readAll: (selector) => shown(selector).allInnerTexts(),
    async type(selector, value) { await shown(selector).first().fill(value); },
    async press(selector, words) { const all = shown(selector); await (words ? all.filter({ hasText: words }) : all).first().click(); await settle(page); },
    async choose(selector, label) { await shown(selector).first().selectOption({ label }); },
    async back() { await page.goBack(); await settle(page); },
    async picture(name) { await page.screenshot({ path: outFile(`h5-${name}.png`), fullPage: true }); },
    troubles: () => troubles,
    close: () => context.close(),
  };
}

/** The built mini-program on a phone of ours. */
export async function openWeapp(browser: Browser, url: string): Promise<ResidentFace> {
  const phone = new Phone(WEAPP_BUILD, { hubUrl: url });
  let launched = false;
  return {
    name: '小程序',
    async home() {
      if (!launched) { await phone.launch(); launched = true; return; }
      while (phone.depth > 1) await phone.back();
    },
    async read(selector) { await phone.quiet(); await until(() => phone.find(selector), `${phone.route} 上没有 ${selector}；页面文字：${phone.text().slice(0, 300)}`, 5_000); return phone.text(selector); },
    async readAll(selector) { return phone.all(selector).map((node) => phone.textOf(node)); },
    type: (selector, value) => phone.type(selector, value),
    async press(selector, words) {
      const all = phone.all(selector);
      const node = words ? all.find((each) => phone.textOf(each).includes(words)) : all[0];
      if (!node) throw new Error(`${phone.route} 上没有 ${selector} ${words ?? ''}；页面文字：${phone.text().slice(0, 300)}`);
      await phone.tap(node);
    },
    async choose(selector, label) {
      const chosen = phone.find(selector);
      const picker = chosen?.parent;
      const range = (picker?.attributes.range ?? []) as string[];
      if (picker?.tag !== 'picker' || !range.includes(label)) throw new Error(`${selector} 没有选项 ${label}`);
      await phone.change(picker, String(range.indexOf(label)));
    },
    back: () => phone.back(),
    async picture(name) { await photograph(phone, browser, outFile(`weapp-${name}.png`), { fullPage: true }); },
    troubles: () => phone.troubles,
    async close() { phone.end(); },
  };
}
