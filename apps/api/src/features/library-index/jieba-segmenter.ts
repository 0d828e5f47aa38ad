import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import type { Segmenter } from '@govmedia-hub/chinese-text';

let jieba: Jieba | null = null;

/** Dictionary words with a model for unknown ones; one instance for the process, because the dictionary takes a second to load. */
export const jiebaSegmenter: Segmenter = {
  words(text) {
    jieba ??= Jieba.withDict(dict);
    return jieba.cut(text, true);
  },
};
