/** Filters live in the address of the browser; the mini-program keeps them in the page. */
export function keepInAddress(_link: string): void {}

/** The fragment the page was opened with; the mini-program passes it as a parameter. */
export function openedAnchor(params: Record<string, string>): string | null {
  return params.anchor ?? null;
}
