import type { RephrasedView } from '@govmedia-hub/contracts';
import { Box, Link, Words } from '../elements/elements.js';
import { partName, titled } from '../words/names.js';

/** A model's plainer words: labelled before they begin, each sentence with the passages it was held against. */
export function RephrasedAnswer({ rephrased }: { rephrased: RephrasedView }) {
  const sources = new Map(rephrased.sentences.flatMap(({ citations }) => citations).map((citation) => [citation.n, citation]));
  return (
    <Box as="section" className="part rephrased">
      <Box as="h2" className="part-title">换个说法（人工智能生成）</Box>
      <Box as="p" className="rephrased-label">{rephrased.label}。</Box>
      <Box as="p" className="rephrased-text">
        {rephrased.sentences.map(({ text, citations }, i) => (
          <Words key={i}>
            {text}
            {citations.map((citation) => <Link key={citation.n} inline to={citation.link} className="rephrased-mark">［{String(citation.n)}］</Link>)}
          </Words>
        ))}
      </Box>
      <Box as="ul" className="rephrased-sources">
        {[...sources.values()].sort((a, b) => a.n - b.n).map(({ n, title, docNumber, label, link }) => (
          <Box as="li" key={n}>［{String(n)}］<Link inline to={link}>{titled(title)}{label ? partName(label) : ''}</Link>{docNumber ? `（${docNumber}）` : ''}</Box>
        ))}
      </Box>
      <Box as="p" className="rephrased-maker">由 {rephrased.model} 生成，算法备案号：{rephrased.filingNo}</Box>
    </Box>
  );
}
