import type { PassageView } from '@govmedia-hub/contracts';
import { Box, Link, Words } from '../elements/elements.js';
import { policyLink } from '../routes/paths.js';
import { cutAtSpans } from '../words/spans.js';
import { SourceChip } from './source-chip.js';

export const PASSAGE_KIND_WORDS: Record<PassageView['kind'], string> = { article: '政策原文', qa: '政策问答', guide: '办事指南', interpretation: '政策解读' };

/** A passage with the places that matched, and the way to where it stands. */
export function PassageCard({ passage }: { passage: PassageView }) {
  return (
    <Box as="li" className={`passage-card passage-${passage.kind}`}>
      <Box as="h3" className="passage-title">
        <Link to={passage.link} className="passage-link">{passage.kind === 'qa' ? passage.label : passage.title}</Link>
      </Box>
      <Box as="blockquote" className="passage-text">
        {cutAtSpans(passage.text, passage.highlights).map((piece, index) => (
          <Words key={index} as={piece.mark ? 'mark' : 'span'}>{piece.text}</Words>
        ))}
      </Box>
      <Box className="passage-source">
        {passage.kind === 'article' ? (
          <>
            <SourceChip to={passage.link} title={passage.title} docNumber={passage.docNumber} label={passage.label} validity={passage.validity} />
            {passage.area ? <Words className="passage-area">适用于{passage.area.path}</Words> : null}
          </>
        ) : (
          <>
            <Words className="passage-kind">{PASSAGE_KIND_WORDS[passage.kind]}</Words>
            {passage.docNumber ? <SourceChip to={policyLink(passage.documentId, passage.anchor || null)} title={passage.title} docNumber={passage.docNumber} label={null} validity={passage.validity} /> : null}
          </>
        )}
      </Box>
    </Box>
  );
}
