/** One page of a list. nextCursor is opaque; null means the end. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  /** All rows that match the filter, where the list may show it. */
  total: number;
}

export interface PageQuery {
  cursor?: string;
  /** 1..100, default 20. */
  limit?: number;
}
