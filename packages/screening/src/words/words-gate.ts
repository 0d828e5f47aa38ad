import type { Page } from '../page.js';
import type { WordReader } from './word-reader.js';

/** 文字关, general words: a word written with one wrong character. */
export function screenWords(page: Page, words: WordReader): void {
  for (const { start, end, right } of words.read(page.text)) page.report('text.wrong-word', start, end, `“${page.text.slice(start, end)}”不成词，疑为“${right}”之误`, right);
}
