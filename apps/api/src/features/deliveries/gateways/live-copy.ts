import { parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { OutgoingFailure, type OutgoingHttp } from '../../../foundation/outgoing/outgoing-http.js';
import type { ReadBackResult } from './channel.gateway.js';
import { plainHtml, type OutgoingText } from './plain-html.js';

const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'head', 'svg']);
const BREAKS = new Set(['p', 'br', 'li', 'tr', 'td', 'th', 'div', 'section', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'article', 'table']);

/** Text as it is compared: width, white space and invisible marks do not count. */
export const normalised = (text: string): string => text.normalize('NFKC').replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g, '');

/** The lines that a reader of some HTML sees. */
export function linesOf(html: string, page = false): string[] {
  const parts: string[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if (node.nodeName === '#text') parts.push((node as DefaultTreeAdapterTypes.TextNode).value);
    if (UNREAD.has(node.nodeName)) return;
    if (BREAKS.has(node.nodeName)) parts.push('\n');
    if ('childNodes' in node) node.childNodes.forEach(walk);
    if (BREAKS.has(node.nodeName)) parts.push('\n');
  };
  walk(page ? parse(html) : parseFragment(html));
  return parts.join('').split('\n').map(normalised).filter((line) => line !== '');
}

const shown = (line: string): string => (line.length > 40 ? `${line.slice(0, 40)}…` : line);

/** A copy that is ours from the first word to the last, such as the body of an article: equal or not. */
export function compareCopy(expectedHtml: string, liveHtml: string): Exclude<ReadBackResult, null> {
  const expected = linesOf(expectedHtml).join('');
  const live = linesOf(liveHtml).join('');
  if (expected === live) return { is: 'same' };
  let at = 0;
  while (at < expected.length && expected[at] === live[at]) at += 1;
  const from = Math.max(0, at - 8);
  return { is: 'differs', detail: `从“${expected.slice(from, from + 24)}”起不同，线上为“${live.slice(from, from + 24)}”` };
}

/** A page with other things around our text: every one of our lines must stand in it, the title too. */
export function comparePage(revision: OutgoingText, pageHtml: string): Exclude<ReadBackResult, null> {
  const page = linesOf(pageHtml, true).join('');
  const missing = [normalised(revision.title), ...linesOf(plainHtml({ ...revision, blocks: revision.blocks.filter(({ type }) => type !== 'picture' && type !== 'citation') }))].filter((line) => !page.includes(line));
  return missing.length === 0 ? { is: 'same' } : { is: 'differs', detail: `线上页面缺少或改动了 ${missing.length} 处，第一处：“${shown(missing[0]!)}”` };
}

/** Fetches the live page through the guard and compares. */
export async function readPageBack(outgoing: OutgoingHttp, url: string, revision: OutgoingText): Promise<Exclude<ReadBackResult, null>> {
  try {
    const answer = await outgoing.send(url, { followRedirects: true });
    if (answer.status !== 200) return { is: 'unreachable', detail: `对方答复 ${answer.status}` };
    if (!/html/.test(answer.headers['content-type'] ?? '')) return { is: 'unreachable', detail: '对方给出的不是网页' };
    return comparePage(revision, answer.body.toString('utf8'));
  } catch (error) {
    if (error instanceof OutgoingFailure) return { is: 'unreachable', detail: error.reason };
    throw error;
  }
}
