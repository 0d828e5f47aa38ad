import type { AttachmentView } from '@govmedia-hub/contracts';
import { toWireRequest } from '../api/endpoint-call.js';
import { Box, Words } from '../elements/elements.js';
import { sizeWords } from '../words/sizes.js';
import { AttachmentLink } from './attachment-link.js';

/** Files that go with a publication, each to download. */
export function Attachments({ publicationId, attachments }: { publicationId: string; attachments: readonly AttachmentView[] }) {
  if (!attachments.length) return null;
  return (
    <Box as="section" className="part publication-attachments">
      <Box as="h2" className="part-title">附件</Box>
      <Box as="ul" className="rows">
        {attachments.map((file) => (
          <Box as="li" key={file.id} className="row attachment-row">
            <AttachmentLink name={file.name} path={toWireRequest('publicGetAttachment', { params: { id: publicationId, attachmentId: file.id } }).path} />
            <Box className="row-meta"><Words>{sizeWords(file.bytes)}</Words></Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
