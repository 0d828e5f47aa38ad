import { titleKey } from '@govmedia-hub/chinese-text';

/** Length that keeps an index on the key small on both databases. */
const KEY_CHARS = 180;

/** A key of chinese-text's titleKey, cut as it is stored. */
export const cutKey = (key: string): string => key.slice(0, KEY_CHARS);

/** The key under which a title is stored and looked up. */
export const keyOf = (title: string): string => cutKey(titleKey(title));

/** Columns for a find that leaves the long texts in the table. */
export const only = <T extends string>(...names: readonly T[]): Record<T, true> => Object.fromEntries(names.map((name) => [name, true])) as Record<T, true>;
