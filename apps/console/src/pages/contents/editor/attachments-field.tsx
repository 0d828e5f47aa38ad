import { endpoints, LIMITS, type AttachmentView, type ContentView } from '@govmedia-hub/contracts';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { useAct, useFileAct } from '../../../api/queries.js';
import { AttachmentList } from '../../../components/AttachmentList.js';
import { FindingCard } from '../../../components/FindingCard.js';
import { ProblemAlert } from '../../../components/ProblemAlert.js';
import { ReasonDialog } from '../../../components/ReasonDialog.js';

const KINDS = '.docx,.xlsx,.pdf,.png,.jpg,.jpeg,.txt';

/** The files of a text. Each change is a revision of its own, whatever is still unsaved in the fields. */
export function AttachmentsField({ content, seenVersion, onChanged }: { content: ContentView | null; seenVersion: number; onChanged: (content: ContentView) => void }) {
  const { message } = App.useApp();
  const picker = useRef<HTMLInputElement>(null);
  const [removing, setRemoving] = useState<AttachmentView | null>(null);
  const shows = { endpoint: endpoints.getContent, id: content?.id ?? '' };
  const attach = useFileAct(endpoints.attachFiles, { shows, done: (out) => { onChanged(out); void message.success('附件已添加。'); } });
  const detach = useAct(endpoints.detachFile, { shows, done: (out) => { onChanged(out); setRemoving(null); void message.success('附件已移除。'); } });
  if (!content) return <div className="editor-field"><span className="editor-label">附件（可不加）</span><span className="hint">先保存，再添加附件。</span></div>;
  const { attachments } = content.revision;
  const findings = content.findings.filter((finding) => finding.attachment !== null && finding.state !== 'fixed');
  return (
    <div className="editor-field" data-field="files" tabIndex={-1}>
      <span className="editor-label">附件（可不加）</span>
      <span className="hint">Word、Excel、PDF、图片或文本文件，每个不超过 {LIMITS.attachmentBytes / 1048576} MB，最多 {LIMITS.attachmentsPerRevision} 个。附件的文字一并检查；添加或移除后形成新的一版，五关重新审核。</span>
      {attachments.length > 0 && <AttachmentList contentId={content.id} attachments={attachments} act={(file) => <Button size="small" type="text" aria-label={`移除附件 ${file.name}`} onClick={() => setRemoving(file)}>✕</Button>} />}
      {findings.map((finding) => <FindingCard key={finding.id} finding={finding} />)}
      <ProblemAlert problem={attach.error} />
      <div>
        <input ref={picker} type="file" multiple hidden accept={KINDS} aria-label="选择附件" onChange={(event) => { const files = [...(event.target.files ?? [])]; event.target.value = ''; if (files.length > 0) attach.mutate({ input: { params: { id: content.id }, query: { seenVersion } }, files }); }} />
        <Button loading={attach.isPending} disabled={attachments.length >= LIMITS.attachmentsPerRevision} onClick={() => picker.current?.click()}>上传附件</Button>
      </div>
      {removing && (
        <ReasonDialog title="移除附件" verb="移除附件" danger consequence={`移除“${removing.name}”后形成新的一版，五关重新审核。`} busy={detach.isPending} problem={detach.error}
          onSubmit={() => detach.mutate({ params: { id: content.id, attachmentId: removing.id }, query: { seenVersion } })} onCancel={() => { setRemoving(null); detach.reset(); }} />
      )}
    </div>
  );
}
