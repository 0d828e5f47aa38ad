import type { Endpoint, Page } from '@govmedia-hub/contracts';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { CallInput } from './address.js';
import type { ApiProblem } from './api-problem.js';
import { call, callWithFiles, type InputOf } from './call.js';

/** One answer of a reading endpoint, kept and refreshed. */
export function useCall<Out, In extends CallInput>(endpoint: Endpoint<Out, In>, input: In, { refetchInterval, ...options }: { enabled?: boolean; refetchInterval?: number | false | ((answer: Out | undefined) => number | false) } = {}): UseQueryResult<Out, ApiProblem> {
  return useQuery<Out, ApiProblem>({
    queryKey: [endpoint.path, input],
    queryFn: () => call(endpoint, ...([input] as InputOf<In>)),
    ...options,
    ...(refetchInterval === undefined ? {} : { refetchInterval: typeof refetchInterval === 'function' ? ({ state }) => refetchInterval(state.data) : refetchInterval }),
  });
}

/** A list with its pages so far. */
export interface ListState<T> {
  items: T[];
  total: number | null;
  loading: boolean;
  problem: ApiProblem | null;
  hasMore: boolean;
  loadingMore: boolean;
  more: () => void;
  reload: () => void;
}

/** A cursor-paged list; more() adds the next page below. */
export function useList<T, In extends CallInput & { query?: object }>(endpoint: Endpoint<Page<T>, In>, input: In, options: { enabled?: boolean } = {}): ListState<T> {
  const query = useInfiniteQuery<Page<T>, ApiProblem, { pages: Page<T>[] }, unknown[], string | null>({
    queryKey: [endpoint.path, 'list', input],
    queryFn: ({ pageParam }) => call(endpoint, ...([{ ...input, query: { ...input.query, ...(pageParam ? { cursor: pageParam } : {}) } }] as InputOf<In>)),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    ...options,
  });
  const pages = query.data?.pages ?? [];
  return {
    items: pages.flatMap((page) => page.items),
    total: pages[0]?.total ?? null,
    loading: query.isFetching && !query.isFetchingNextPage,
    problem: query.error,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    reload: () => void query.refetch(),
  };
}

interface AfterAct<Out> { done?: (out: Out) => void; shows?: { endpoint: Endpoint<Out, { params: { id: string } }>; id: string } }

/** A changing endpoint; everything on the screen is asked anew after it. */
export function useAct<Out, In extends CallInput>(endpoint: Endpoint<Out, In>, options: AfterAct<Out> = {}): UseMutationResult<Out, ApiProblem, In> {
  return useChange((input: In) => call(endpoint, ...([input] as InputOf<In>)), options);
}

/** A changing endpoint that takes files. */
export function useFileAct<Out, In extends CallInput>(endpoint: Endpoint<Out, In>, options: AfterAct<Out> = {}): UseMutationResult<Out, ApiProblem, { input: In; files: readonly File[] }> {
  return useChange(({ input, files }: { input: In; files: readonly File[] }) => callWithFiles(endpoint, input, files), options);
}

function useChange<Out, Given>(mutationFn: (given: Given) => Promise<Out>, options: AfterAct<Out>): UseMutationResult<Out, ApiProblem, Given> {
  const client = useQueryClient();
  return useMutation<Out, ApiProblem, Given>({
    mutationFn,
    onSuccess: (out) => {
      if (options.shows) client.setQueryData([options.shows.endpoint.path, { params: { id: options.shows.id } }], out);
      void client.invalidateQueries();
      options.done?.(out);
    },
  });
}
