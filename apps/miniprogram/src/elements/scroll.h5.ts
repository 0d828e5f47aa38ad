/** Brings the element with this id to the top of the page, below the sticky bar. Offset in px. */
export function scrollToId(id: string, offset: number): void {
  // Hidden pages of the stack stay in the document and may hold the same ids.
  const target = [...document.querySelectorAll<HTMLElement>(`[id="${CSS.escape(id)}"]`)].find((node) => node.offsetParent !== null);
  if (!target) return;
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  window.scrollTo({ top: target.getBoundingClientRect().top + window.scrollY - offset, behavior: calm ? 'auto' : 'smooth' });
  if (target.tabIndex < 0) target.setAttribute('tabindex', '-1');
  target.focus({ preventScroll: true });
}
