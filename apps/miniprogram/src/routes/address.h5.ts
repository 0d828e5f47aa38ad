/** Filters live in the address, so that a list can be shared and found again with "back". */
export function keepInAddress(link: string): void {
  if (window.location.pathname + window.location.search !== link) window.history.replaceState(window.history.state, '', link);
}

/** The fragment the page was opened with. */
export function openedAnchor(params: Record<string, string>): string | null {
  const raw = window.location.hash.slice(1);
  if (!raw) return params.anchor ?? null;
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}
