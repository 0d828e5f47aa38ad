import { endpoints, type AttachmentView } from '@govmedia-hub/contracts';
import type { ReactNode } from 'react';
import { addressOf } from '../api/address.js';
import { Digest } from './Digest.js';

/** 1.5 MB, 12 KB, 300 字节 */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** The files that go with a text: name to download, size, digest. */
export function AttachmentList({ contentId, attachments, act }: { contentId: string; attachments: readonly AttachmentView[]; act?: (file: AttachmentView) => ReactNode }) {
  return (
    <ul className="attachments" aria-label="附件">
      {attachments.map((file) => (
        <li key={file.id}>
          <div className="attachment-what">
            <a href={addressOf(endpoints.getAttachment.path, { params: { id: contentId, attachmentId: file.id } })} download={file.name}>{file.name}</a>
            <span className="small quiet">{fileSize(file.bytes)}　摘要 <Digest value={file.sha256} label="附件摘要" /></span>
          </div>
          {act?.(file)}
        </li>
      ))}
    </ul>
  );
}
