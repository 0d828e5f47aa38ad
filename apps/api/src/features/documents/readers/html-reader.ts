import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { Unreadable, type ReadText } from './reading-limits.js';
import { decodeText } from './text-encoding.js';

type Node = DefaultTreeAdapterMap['node'];

const DROPPED = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'embed', 'svg', 'canvas', 'head', 'nav', 'form', 'button', 'select', 'textarea', 'audio', 'video']);
const BLOCKS = new Set(['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'table', 'tbody', 'thead', 'tr', 'blockquote', 'pre', 'dl', 'dt', 'dd', 'figure', 'hr', 'center', 'address', 'body', 'fieldset']);
const DEEPEST = 2_000;

const isHidden = (node: Node): boolean => 'attrs' in node && node.attrs.some((attribute) => attribute.name === 'hidden' || (attribute.name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute.value)));

/** The readable text of a page, one line per block; scripts, styles and hidden parts are dropped, nothing is run or fetched. */
export function readHtml(bytes: Uint8Array): ReadText {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4_096));
  const html = decodeText(bytes, /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]);
  const lines: string[] = [];
  let line = '';
  let scripts = 0;
  const end = (): void => {
    const text = line.replace(/[ \t\r\n\f]+/g, ' ').trim();
    if (text !== '' || lines.at(-1) !== '') lines.push(text);
    line = '';
  };
  // A stack of its own: pages can be nested deeper than the call stack.
  const stack: ({ node: Node; depth: number } | 'end')[] = [{ node: parse(html), depth: 0 }];
  while (stack.length > 0) {
    const next = stack.pop()!;
    if (next === 'end') {
      end();
      continue;
    }
    const { node, depth } = next;
    if (depth > DEEPEST) throw new Unreadable('网页嵌套过深，疑似恶意文件，已拒绝');
    if (node.nodeName === '#text' && 'value' in node) line += node.value;
    else if (node.nodeName === 'br') end();
    else {
      if (node.nodeName === 'script') scripts++;
      if (DROPPED.has(node.nodeName) || isHidden(node) || !('childNodes' in node)) continue;
      if (BLOCKS.has(node.nodeName)) {
        if (line.trim() !== '') end();
        stack.push('end');
      } else if (node.nodeName === 'td' || node.nodeName === 'th') line += '\t ';
      for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push({ node: node.childNodes[i]!, depth: depth + 1 });
    }
  }
  end();
  return { text: lines.join('\n').trim(), problems: scripts > 0 ? [{ line: 1, message: `网页中的${scripts}段脚本已去除` }] : [] };
}
