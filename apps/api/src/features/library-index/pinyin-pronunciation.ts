import { pinyin } from 'pinyin-pro';
import type { Pronunciation } from '@govmedia-hub/knowledge';

/** Readings by a dictionary that knows words, so that 重庆 is chongqing. */
export const pinyinPronunciation: Pronunciation = {
  syllables(text) {
    const read = pinyin(text, { toneType: 'none', type: 'array', v: true });
    return read.length === text.length ? read : [...text].map((char) => pinyin(char, { toneType: 'none', v: true }));
  },
};
