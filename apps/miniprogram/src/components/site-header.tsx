/** WeChat draws the bar with title and way back. */
export function SiteHeader(_props: { home: boolean }) {
  return null;
}
