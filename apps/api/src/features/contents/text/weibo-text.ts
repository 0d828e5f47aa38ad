import { plainLinesOfBlock, WEIBO_RULES, type ContentBlock, type WeiboView } from '@govmedia-hub/contracts';

/** Length as Weibo counts it: a character of full width is one, others are half. */
export const weiboLength = (text: string): number => Math.ceil([...text].reduce((sum, character) => sum + (character.codePointAt(0)! > 0xff ? 1 : 0.5), 0));

/** A text as one post: title in brackets, then its words in order; cut between sentences where they do not all fit. */
export function weiboPost(title: string, blocks: readonly ContentBlock[]): WeiboView {
  const words = blocks.flatMap((block) => (block.type === 'picture' ? [block.caption].filter(Boolean) : block.type === 'qa' ? [block.question, block.answer] : plainLinesOfBlock(block))).map((line) => line.replace(/\t/g, ' '));
  const head = title === '' ? '' : `【${title}】`;
  let text = head;
  let cut = false;
  for (const sentence of words.flatMap((line, i) => (i > 0 || head === '' ? [`\n${line}`] : [line])).join('').match(/[^。！？\n]*(?:[。！？]|\n|$)/g) ?? []) {
    if (weiboLength(text + sentence) > WEIBO_RULES.most) { cut = sentence.trim() !== ''; break; }
    text += sentence;
  }
  return { text: text.trim(), length: weiboLength(text.trim()), cut };
}
