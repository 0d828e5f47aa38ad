import type { BoundSourceView, ContentBlock } from '@govmedia-hub/contracts';
import { Box, Link } from '../../elements/elements.js';
import { policyLink } from '../../routes/paths.js';

type QaBlock = Extract<ContentBlock, { type: 'qa' }>;

function Qa({ block, sources }: { block: QaBlock; sources: readonly BoundSourceView[] }) {
  const documentId = block.documentId ?? sources[0]?.documentId ?? null;
  const source = sources.find((one) => one.documentId === documentId && (one.anchor === block.anchor || !block.anchor)) ?? sources.find((one) => one.documentId === documentId);
  return (
    <Box as="section" className="reading-qa">
      <Box as="h3" className="reading-question">{block.question}</Box>
      <Box as="p" className="reading-answer">{block.answer}</Box>
      {documentId && source ? (
        <Box as="p" className="reading-basis">
          <Link inline to={policyLink(documentId, block.anchor)}>看原文{source.label && source.anchor === block.anchor ? `（${source.label}）` : ''}</Link>
        </Box>
      ) : null}
    </Box>
  );
}

/** Body of a publication, block by block; text only, never markup. */
export function Blocks({ blocks, sources }: { blocks: readonly ContentBlock[]; sources: readonly BoundSourceView[] }) {
  return (
    <Box className="blocks">
      {blocks.map((block, index) => {
        if (block.type === 'heading') return <Box as="h2" key={index} className="block-heading">{block.text}</Box>;
        if (block.type === 'paragraph') return <Box as="p" key={index} className="block-paragraph">{block.text}</Box>;
        if (block.type === 'list')
          return <Box as="ul" key={index} className="block-list">{block.items.map((item, at) => <Box as="li" key={at} className="block-item">{item}</Box>)}</Box>;
        if (block.type === 'table')
          return (
            <Box key={index} className="block-table-frame">
              <Box as="table" className="block-table">
                <Box as="tbody">
                  {block.rows.map((row, at) => (
                    <Box as="tr" key={at} className="block-row">{row.map((cell, column) => <Box as={at === 0 ? 'th' : 'td'} key={column} className="block-cell">{cell}</Box>)}</Box>
                  ))}
                </Box>
              </Box>
            </Box>
          );
        return <Qa key={index} block={block} sources={sources} />;
      })}
    </Box>
  );
}
