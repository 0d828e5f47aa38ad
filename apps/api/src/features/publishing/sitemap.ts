/** What the sitemap names (sitemaps.org 0.9): pages that residents read, with the day of their last change. */
export interface SitemapEntry { path: string; changedOn: string }

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/'/g, '&apos;').replace(/"/g, '&quot;');

export function sitemapOf(entries: readonly SitemapEntry[], publicUrl: string): string {
  const urls = entries.map(({ path, changedOn }) => `<url><loc>${escape(publicUrl + path)}</loc><lastmod>${changedOn}</lastmod></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}
