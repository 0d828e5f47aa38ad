import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { OUT } from './house-paths.js';

/** Chromium talks to nobody but the page: no updates, no sync, no first-run tour. */
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-default-apps', '--disable-dev-shm-usage', '--force-color-profile=srgb', '--lang=zh-CN'];

/** The path of Chromium, or null where there is none. */
export const chromiumPath = (): string | null => [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((file): file is string => !!file && existsSync(file)) ?? null;

/** Starts Chromium; throws when none is installed. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('no Chromium: set CHROMIUM_PATH');
  return chromium.launch({ executablePath, args: QUIET, headless: true });
}

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 375, height: 812 };

/** A fresh profile in Chinese, in the city's time zone; script errors and refused content are collected in troubles. */
export async function openPage(browser: Browser, viewport = DESKTOP): Promise<{ context: BrowserContext; page: Page; troubles: string[] }> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', deviceScaleFactor: viewport.width < 500 ? 2 : 1 });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`script error: ${error.message}`));
  page.on('console', (message) => { if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) troubles.push(`console: ${message.text()}`); });
  return { context, page, troubles };
}

/** Where a screenshot of that name goes. */
export function outFile(name: string): string {
  mkdirSync(OUT, { recursive: true });
  return path.join(OUT, name);
}
