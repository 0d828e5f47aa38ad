import type { Page } from '../page.js';
import type { WordReader } from './word-reader.js';

/** Verbs that spoken Chinese says twice, and what is said twice as a rule. */
const twice = new Set('研究 讨论 商量 考虑 了解 学习 锻炼 休息 打听 介绍 体验 感受 交流 沟通 检查 打扫 收拾 整理 宣传 帮助 改进 比较 反复 许多 一个 一件 一项 一级 一步 一次 层层 非常'.split(' '));

/** 森林防火工工作, 监管监管: a character or a word typed twice. */
export function screenDoubled(page: Page, words: WordReader): void {
  for (const { start, end, right } of words.doubled(page.text)) {
    if (!twice.has(right)) page.report('text.repeated', start, end, `“${page.text.slice(start, end)}”疑为重复`, right);
  }
}

/** 文字关, general words: a word written with one wrong character. */
export function screenWords(page: Page, words: WordReader): void {
  screenDoubled(page, words);
  for (const { start, end, right } of words.read(page.text)) page.report('text.wrong-word', start, end, `“${page.text.slice(start, end)}”不成词，疑为“${right}”之误`, right);
}
