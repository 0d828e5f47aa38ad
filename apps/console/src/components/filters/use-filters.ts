import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readFilters, writeFilters, type FilterSpec, type FiltersOf } from './address-filters.js';

/** The filters of this list, kept in the address so that a link shows the same rows. */
export function useFilters<S extends FilterSpec>(spec: S): [FiltersOf<S>, (changes: { [K in keyof S]?: string | null }) => void, () => void] {
  const [params, setParams] = useSearchParams();
  const filters = useMemo(() => readFilters(params, spec), [params, spec]);
  const change = useCallback((changes: { [K in keyof S]?: string | null }) => setParams((before) => writeFilters(before, changes), { replace: true }), [setParams]);
  const clear = useCallback(() => setParams((before) => writeFilters(before, Object.fromEntries(Object.keys(spec).map((name) => [name, null]))), { replace: true }), [setParams, spec]);
  return [filters, change, clear];
}
