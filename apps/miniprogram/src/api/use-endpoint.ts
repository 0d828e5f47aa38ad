import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from './call.js';
import type { Input, Output, ResidentEndpointName } from './endpoint-call.js';
import { failureOf, type Failure } from './failure.js';

export type Loaded<T> = { state: 'idle' | 'loading' } | { state: 'ready'; data: T } | { state: 'failed'; failure: Failure };

/**
 * What an endpoint answers to an input; asks again when the input changes.
 * A null input asks nothing. A late answer to an earlier input is dropped.
 */
export function useEndpoint<N extends ResidentEndpointName>(name: N, input: Input<N> | null): Loaded<Output<N>> & { reload: () => void } {
  const key = input === null ? null : JSON.stringify(input);
  const [loaded, setLoaded] = useState<Loaded<Output<N>>>({ state: input === null ? 'idle' : 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (key === null) {
      setLoaded({ state: 'idle' });
      return undefined;
    }
    let current = true;
    setLoaded({ state: 'loading' });
    call(name, JSON.parse(key) as Input<N>).then(
      (data) => current && setLoaded({ state: 'ready', data }),
      (error: unknown) => current && setLoaded({ state: 'failed', failure: failureOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [name, key, round]);
  const reload = useCallback(() => setRound((n) => n + 1), []);
  return { ...loaded, reload };
}

type ListName = { [N in ResidentEndpointName]: Output<N> extends { items: unknown[]; nextCursor: string | null } ? N : never }[ResidentEndpointName];
type Item<N extends ListName> = Output<N> extends { items: (infer T)[] } ? T : never;

export interface PagedList<T> {
  state: 'loading' | 'ready' | 'failed';
  items: T[];
  total: number;
  failure: Failure | null;
  /** True while a further page is on its way. */
  more: 'none' | 'there' | 'loading' | 'failed';
  loadMore: () => void;
  reload: () => void;
}

/** A list that grows page by page; a changed query starts it anew. */
export function usePagedList<N extends ListName>(name: N, query: object): PagedList<Item<N>> {
  const key = JSON.stringify(query);
  const [round, setRound] = useState(0);
  const [list, setList] = useState<Omit<PagedList<Item<N>>, 'loadMore' | 'reload'>>({ state: 'loading', items: [], total: 0, failure: null, more: 'none' });
  const cursor = useRef<string | null>(null);
  const turn = useRef(0);

  const fetchPage = useCallback(
    async (from: string | null) => {
      const mine = turn.current;
      try {
        const page = (await call(name, { query: { ...(JSON.parse(key) as object), ...(from ? { cursor: from } : {}) } } as Input<N>)) as unknown as { items: Item<N>[]; nextCursor: string | null; total: number };
        if (mine !== turn.current) return;
        cursor.current = page.nextCursor;
        setList((before) => ({ state: 'ready', items: from ? [...before.items, ...page.items] : page.items, total: page.total, failure: null, more: page.nextCursor ? 'there' : 'none' }));
      } catch (error) {
        if (mine !== turn.current) return;
        setList((before) => (from ? { ...before, more: 'failed', failure: failureOf(error) } : { ...before, state: 'failed', items: [], failure: failureOf(error) }));
      }
    },
    [name, key],
  );

  useEffect(() => {
    turn.current += 1;
    cursor.current = null;
    setList((before) => ({ ...before, state: 'loading', failure: null, more: 'none' }));
    void fetchPage(null);
    return () => {
      turn.current += 1;
    };
  }, [fetchPage, round]);

  const loadMore = useCallback(() => {
    if (!cursor.current) return;
    setList((before) => ({ ...before, more: 'loading' }));
    void fetchPage(cursor.current);
  }, [fetchPage]);
  const reload = useCallback(() => setRound((n) => n + 1), []);
  return { ...list, loadMore, reload };
}
