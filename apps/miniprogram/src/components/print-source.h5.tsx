import { Box } from '../elements/elements.js';
import { SITE_NAME } from '../site.js';
import { dateWords } from '../words/dates.js';

/** Stands on paper only: where the text was drawn, when, and how to tell that it is whole. */
export function PrintSource({ digest }: { digest: string }) {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  return (
    <Box className="print-source" hidden>
      <Box as="p">来源：{SITE_NAME} {window.location.href}</Box>
      <Box as="p">打印日期：{dateWords(today)}　正文摘要（SHA-256）：{digest}</Box>
    </Box>
  );
}
