import { listNumbers, type AttachmentView, type BoundSourceView, type CitationBlock, type ContentBlock, type ListBlock, type QaBlock, type ReprintBlock } from '@govmedia-hub/contracts';
import { AttachmentLink } from '../../components/attachment-link.js';
import { SourceChip } from '../../components/source-chip.js';
import { Box, Link } from '../../elements/elements.js';
import { policyLink } from '../../routes/paths.js';
import { dateWords } from '../../words/dates.js';
import { Chart } from './chart.js';
import { DataTable } from './data-table.js';
import { MarkedWords } from './marked-words.js';
import { PictureOf, RecordingOf, type MediaPath } from './media-blocks.js';

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

/** Title, number and validity are those of the day on which it is read. */
function Citation({ block, sources }: { block: CitationBlock; sources: readonly BoundSourceView[] }) {
  const source = sources.find((one) => one.documentId === block.documentId && one.anchor === block.anchor) ?? sources.find((one) => one.documentId === block.documentId);
  if (!source) return null;
  return (
    <Box as="section" className="block-citation">
      <Box as="p" className="citation-title">《{source.title}》</Box>
      <SourceChip to={policyLink(block.documentId, block.anchor)} title={source.title} docNumber={source.docNumber} label={source.label} validity={source.validity} />
      {block.note ? <Box as="p" className="citation-note">{block.note}</Box> : null}
    </Box>
  );
}

/** 转载来源: whose text it is, with the way to the original. */
function Reprint({ block }: { block: ReprintBlock }) {
  const words = `来源：${block.name}　原文发布于${dateWords(block.originalOn)}　`;
  return <Box as="p" className="block-reprint"><MarkedWords text={`${words}查看原文`} marks={[{ kind: 'link', start: words.length, end: words.length + 4, href: block.url }]} /></Box>;
}

function List({ block }: { block: ListBlock }) {
  const numbers = listNumbers(block);
  return (
    <Box as={block.ordered ? 'ol' : 'ul'} className={`block-list ${block.ordered ? 'is-numbered' : ''}`}>
      {block.items.map((item, at) => <Box as="li" key={at} className="block-item" {...(block.levels?.[at] ? { style: { marginLeft: `${block.levels[at]! * 1.4}em` } } : {})}>{block.ordered ? `${numbers[at]}. ` : ''}<MarkedWords text={item} marks={block.marks?.[at]} /></Box>)}
    </Box>
  );
}

export interface BlocksProps { blocks: readonly ContentBlock[]; sources: readonly BoundSourceView[]; attachments: readonly AttachmentView[]; mediaPath: MediaPath; attachmentPath: (attachmentId: string) => string }

function Block({ block, sources, attachments, mediaPath, attachmentPath }: Omit<BlocksProps, 'blocks'> & { block: ContentBlock }) {
  switch (block.type) {
    case 'heading':
      return <Box as="h2" className="block-heading">{block.text}</Box>;
    case 'paragraph':
      return <Box as="p" className="block-paragraph"><MarkedWords text={block.text} marks={block.marks} /></Box>;
    case 'list':
      return <List block={block} />;
    case 'table':
      return <>{block.caption ? <Box as="p" className="table-caption">{block.caption}</Box> : null}<DataTable rows={block.rows} marks={block.marks} merged={block.merged} /></>;
    case 'qa':
      return <Qa block={block} sources={sources} />;
    case 'picture':
      return <PictureOf block={block} mediaPath={mediaPath} />;
    case 'chart':
      return <Chart block={block} />;
    case 'audio':
    case 'video':
      return <RecordingOf block={block} mediaPath={mediaPath} />;
    case 'citation':
      return <Citation block={block} sources={sources} />;
    case 'reprint':
      return <Reprint block={block} />;
    case 'attachment': {
      const file = attachments.find((one) => one.id === block.attachmentId);
      return file ? <Box as="p" className="block-attachment"><AttachmentLink name={file.name} path={attachmentPath(file.id)} /></Box> : null;
    }
  }
}

/** Body of a publication, block by block; text only, never markup. */
export function Blocks({ blocks, ...around }: BlocksProps) {
  return <Box className="blocks">{blocks.map((block, index) => <Block key={index} block={block} {...around} />)}</Box>;
}
