import { Box } from '../../elements/elements.js';

/** How the due date was counted, step by step, as the hub explains it. */
export function DueExplained({ lines }: { lines: readonly string[] }) {
  if (!lines.length) return null;
  return (
    <Box as="section" className="part due-explained">
      <Box as="h2" className="part-title">期限怎么算</Box>
      <Box as="ul" className="plain-list">{lines.map((line, index) => <Box as="li" key={index} className="plain-item">{line}</Box>)}</Box>
    </Box>
  );
}
