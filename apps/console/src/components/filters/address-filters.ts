/** What a list may be filtered by: a closed list of values, free text, or a civil date. */
export type FilterSpec = Record<string, readonly string[] | 'text' | 'date'>;

export type FiltersOf<S extends FilterSpec> = { -readonly [K in keyof S]?: S[K] extends readonly (infer V)[] ? V : string };

/** Reads the filters that an address carries; values that the list does not know are left out. */
export function readFilters<S extends FilterSpec>(params: URLSearchParams, spec: S): FiltersOf<S> {
  const filters: Record<string, string> = {};
  for (const [name, kind] of Object.entries(spec)) {
    const value = params.get(name)?.trim();
    if (!value) continue;
    if (kind === 'text' ? value.length <= 200 : kind === 'date' ? /^\d{4}-\d{2}-\d{2}$/.test(value) : kind.includes(value)) filters[name] = value;
  }
  return filters as FiltersOf<S>;
}

/** The address parameters after a change; an empty value takes the filter away, foreign parameters stay. */
export function writeFilters(params: URLSearchParams, changes: Record<string, string | null | undefined>): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value.trim() === '') next.delete(name);
    else next.set(name, value.trim());
  }
  return next;
}
