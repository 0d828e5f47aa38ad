import { dateWords } from './dates.js';

/** What a share card says: the title, whose it is and of which day. */
export const shareTitle = (title: string, source: string | null | undefined, on: string | null | undefined): string => [title, [source, on ? dateWords(on) : null].filter(Boolean).join(' ')].filter(Boolean).join('｜');
