import { deepEqual } from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { type DESKTOP, openPage } from './browser.js';
import type { DemoSignIn, RunningHub } from './running-hub.js';

/** Fills in the sign-in form that is on the page and sends it. */
export async function fillSignIn(page: Page, { username, password }: Pick<DemoSignIn, 'username' | 'password'>): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: /^登\s*录$/ }).click();
}

/** Opens the console and signs a person of the demonstration city in. */
export async function signInAtConsole(page: Page, hub: RunningHub, who: string): Promise<void> {
  await page.goto(`${hub.url}/console/`);
  await fillSignIn(page, hub.signInOf(who));
  await page.getByRole('navigation', { name: '主导航' }).first().waitFor();
}

/** Looks at one page in a fresh profile, signed in at the console where somebody is named; fails when the page had troubles. */
export async function visitPage({ hub, browser, who }: { hub: RunningHub; browser: Browser; who?: string }, path: string, viewport: typeof DESKTOP, look: (page: Page) => Promise<void>): Promise<void> {
  const { page, context, troubles } = await openPage(browser, viewport);
  try {
    if (who) await signInAtConsole(page, hub, who);
    await page.goto(hub.url + path);
    await page.waitForLoadState('networkidle');
    await look(page);
    deepEqual(troubles, []);
  } finally { await context.close(); }
}
