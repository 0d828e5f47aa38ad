/** True for an address that a text may link to; the server decides again. */
export function isLinkable(href: string): boolean {
  if (/^tel:[+0-9-]{3,20}$/.test(href)) return true;
  if (/[\s"'<>\\]/.test(href)) return false;
  try {
    const url = new URL(href);
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '';
  } catch {
    return false;
  }
}
