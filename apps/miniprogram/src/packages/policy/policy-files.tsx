import type { PublicDocumentView } from '@govmedia-hub/contracts';
import { toWireRequest } from '../../api/endpoint-call.js';
import { AttachmentLink } from '../../components/attachment-link.js';
import { PrintButton } from '../../components/print-button.js';
import { Box } from '../../elements/elements.js';

/** Taking the text along: as Word, as PDF, or on paper. */
export function PolicyFiles({ policy }: { policy: PublicDocumentView }) {
  return (
    <Box className="policy-files">
      <AttachmentLink name={`${policy.title}.docx`} label="下载 Word 文件" path={toWireRequest('publicDownloadDocument', { params: { id: policy.id } }).path} />
      <AttachmentLink name={`${policy.title}.pdf`} label="下载 PDF" path={toWireRequest('publicDocumentPdf', { params: { id: policy.id } }).path} />
      <PrintButton />
    </Box>
  );
}
