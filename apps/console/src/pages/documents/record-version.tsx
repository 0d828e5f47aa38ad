import { endpoints, type DocumentDraftView } from '@govmedia-hub/contracts';
import { App, Button, Modal, Select, Upload } from 'antd';
import { useState } from 'react';
import { useFileAct } from '../../api/queries.js';
import { formatCivilDate } from '../../components/dates/civil-date.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';

/** Takes in the amended text; the former one stays as a version. */
export function RecordVersion({ document, onClose }: { document: DocumentDraftView; onClose: () => void }) {
  const { message } = App.useApp();
  const amendments = document.validityChanges.filter((change) => change.validity === 'amended' && change.byDocumentId !== null);
  const [by, setBy] = useState(amendments.at(-1)?.byDocumentId ?? null);
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  const record = useFileAct(endpoints.recordVersion, { shows: { endpoint: endpoints.getDocument, id: document.id }, done: () => { void message.success('已登记修改后的文本，群众看到的是新文本。'); onClose(); } });
  const send = (): void => {
    setMissing(file === null);
    if (!file || !by) return;
    record.mutate({ input: { params: { id: document.id }, query: { seenVersion: document.version, byDocumentId: by } }, files: [file] });
  };
  return (
    <Modal open title="登记修改后的文本" okText="登记" cancelText="取消" width={560} mask={{ closable: false }} confirmLoading={record.isPending} onOk={send} onCancel={onClose}>
      <ProblemAlert problem={record.error} />
      <p className="hint">上传按修改决定修改后的全文。原来的文本作为以前的版本保留，群众可以对照查看改了哪里。</p>
      <label className="stack" style={{ marginBottom: 12 }}><span>依据哪一次修改</span>
        <Select<string> aria-label="依据哪一次修改" value={by} onChange={setBy} options={amendments.map((change) => ({ value: change.byDocumentId!, label: `${change.byTitle ?? ''} ${change.byDocNumber ?? ''}${change.fromOn ? `，自${formatCivilDate(change.fromOn)}起` : ''}` }))} />
      </label>
      <div className="stack"><span>修改后的全文（.txt .docx .pdf .html）</span>
        <Upload accept=".txt,.md,.docx,.pdf,.html,.htm" maxCount={1} beforeUpload={(chosen) => { setFile(chosen); return false; }} onRemove={() => setFile(null)}><Button>选择文件</Button></Upload>
        {missing && !file && <span className="field-error" role="alert">请选择修改后的全文。</span>}
      </div>
    </Modal>
  );
}
