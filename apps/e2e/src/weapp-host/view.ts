import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { Phone } from './phone.js';
import type { ViewNode } from './wxml.js';

/** Elements of WXSS that are not elements of CSS: they become wx-… in the picture. */
const ELEMENTS = ['view', 'text', 'button', 'image', 'scroll-view', 'swiper', 'swiper-item', 'icon', 'label', 'form', 'switch', 'radio', 'radio-group', 'checkbox', 'checkbox-group', 'picker', 'navigator', 'rich-text', 'cover-view', 'cover-image', 'block'];
const ELEMENT_SELECTOR = new RegExp(`(^|[\\s,>+~(])(${ELEMENTS.join('|')})(?=$|[\\s,>+~.:\\[#)])`, 'g');
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
const withoutRpx = (css: string): string => css.replace(/(-?[\d.]+)rpx/g, (_, amount: string) => `calc(${amount} * 100vw / 750)`);

/** What WeChat's own view layer styles before any app does. */
const BASE_STYLE = `
*{box-sizing:content-box} html{-webkit-text-size-adjust:100%} body{margin:0;font:16px/1.4 "Noto Sans CJK SC","PingFang SC",sans-serif;padding-top:88px!important;min-height:100vh;box-sizing:border-box}
wx-view,wx-form,wx-swiper,wx-swiper-item,wx-radio-group,wx-checkbox-group,wx-navigator,wx-scroll-view,wx-cover-view,wx-picker{display:block} wx-scroll-view{overflow:auto}
wx-text,wx-label{display:inline} wx-text{white-space:pre-wrap} wx-image{display:inline-block;width:320px;height:240px;overflow:hidden} wx-image>img{width:100%;height:100%;object-fit:contain}
wx-button{display:block;position:relative;margin:0 auto;padding:0 14px;box-sizing:border-box;font-size:18px;line-height:2.55;text-align:center;border-radius:5px;background:#f8f8f8;overflow:hidden}
input,textarea{display:block;border:0;outline:0;padding:0;margin:0;background:none;font:inherit;color:inherit;height:1.4em;min-height:1.4em;text-overflow:clip} input{width:auto;min-width:0} textarea{width:300px;height:150px;resize:none}
wx-switch,wx-radio,wx-checkbox{display:inline-block} wx-switch::before{content:"";display:inline-block;width:48px;height:28px;border-radius:16px;background:#dfdfdf} wx-switch[checked]::before{background:#04be02}
.wx-bar{position:absolute;z-index:9;top:0;left:0;right:0;height:88px;background:#fff;color:#111;border-bottom:1px solid #eee;font:600 17px/44px "Noto Sans CJK SC",sans-serif;text-align:center;padding-top:44px;box-sizing:border-box}
.wx-bar i{position:absolute;left:16px;font-style:normal;font-weight:400} .wx-bar b{position:absolute;right:8px;bottom:8px;width:86px;height:30px;border:1px solid #e3e3e3;border-radius:16px}
@media (prefers-color-scheme:dark){.wx-bar{background:#191919;color:#eee;border-color:#333}.wx-bar b{border-color:#444}}`;

/** Turns the WXSS of a build into CSS: imports put in place, rpx and element selectors rewritten. */
export function toCss(build: string, file: string): string {
  const full = path.join(build, file);
  if (!existsSync(full)) return '';
  const source = readFileSync(full, 'utf8').replace(/@import\s*(?:url\()?["']?([^"')]+)["']?\)?\s*;?/g, (_, from: string) => toCss(build, path.join(from.startsWith('/') ? '' : path.dirname(file), from.replace(/^\//, ''))));
  return withoutRpx(source).replace(/([^{}]+)\{/g, (whole, selector: string) => (selector.trim().startsWith('@') ? whole : `${selector.replace(ELEMENT_SELECTOR, '$1wx-$2').replace(/(^|[\s,>+~])page(?=$|[\s,>+~.:[{])/g, '$1body')}{`));
}

/** The page as HTML that Chromium can draw. */
export function toHtml(node: ViewNode): string {
  if (node.tag === '#text') return escape(node.text);
  const inner = node.children.map(toHtml).join('');
  if (node.tag === 'page') return inner;
  const a = node.attributes;
  const attributes = [
    ...(['class', 'id'] as const).filter((name) => typeof a[name] === 'string').map((name) => `${name}="${escape(String(a[name]))}"`),
    ...(typeof a.style === 'string' ? [`style="${escape(withoutRpx(a.style))}"`] : []),
    ...(a.disabled === true ? ['disabled'] : []), ...(a.checked === true ? ['checked'] : []),
  ].join(' ');
  if (node.tag === 'input') return `<input ${attributes} value="${escape(String(a.value ?? ''))}" placeholder="${escape(String(a.placeholder ?? ''))}"${a.password === true ? ' type="password"' : ''}>`;
  if (node.tag === 'textarea') return `<textarea ${attributes} placeholder="${escape(String(a.placeholder ?? ''))}">${escape(String(a.value ?? ''))}</textarea>`;
  if (node.tag === 'image') return `<wx-image ${attributes}>${a.src ? `<img src="${escape(String(a.src))}" alt="">` : ''}</wx-image>`;
  return `<wx-${node.tag} ${attributes}>${inner}</wx-${node.tag}>`;
}

/**
 * Draws the open page of a phone in Chromium through the build's own WXML and WXSS, and keeps the picture.
 * An approximation of WeChat's view layer: enough to see what a resident sees, not its last pixel.
 */
export async function photograph(phone: Phone, browser: Browser, file: string, options: { fullPage?: boolean } = {}): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 375, height: 812 }, deviceScaleFactor: 2, locale: 'zh-CN', colorScheme: phone.theme, javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    const styles = [BASE_STYLE, toCss(phone.build, 'app.wxss'), toCss(phone.build, `${phone.route}.wxss`)].join('\n');
    const bar = `<div class="wx-bar">${phone.depth > 1 ? '<i>‹</i>' : ''}${escape(phone.title)}<b></b></div>`;
    await page.setContent(`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><style>${styles.replaceAll('</', '<\\/')}</style></head><body>${bar}${toHtml(phone.view())}</body></html>`);
    await page.screenshot({ path: file, fullPage: options.fullPage ?? false });
  } finally {
    await context.close();
  }
}
