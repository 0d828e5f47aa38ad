import { endpoints, type DocumentDraftView } from '@govmedia-hub/contracts';
import { App, Modal } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/queries.js';
import { AreaSelect } from '../../components/AreaSelect.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';

/** Of a confirmed document: for which area it was made. */
export function CorrectArea({ document, onClose }: { document: DocumentDraftView; onClose: () => void }) {
  const { message } = App.useApp();
  const [code, setCode] = useState(document.area?.code ?? null);
  const set = useAct(endpoints.setDocumentArea, { shows: { endpoint: endpoints.getDocument, id: document.id }, done: () => { onClose(); void message.success('已更正，群众按地域查找时立即以此为准。'); } });
  return (
    <Modal open title="更正适用地域" okText="更正" cancelText="取消" confirmLoading={set.isPending} onCancel={onClose} onOk={() => set.mutate({ params: { id: document.id }, body: { seenVersion: document.version, areaCode: code } })}>
      <ProblemAlert problem={set.error} />
      <label className="stack"><span>适用地域</span><span className="hint">文件在哪里有效力：国家的规定选全国，本市的选本市。分不清的清空。</span><AreaSelect value={code} onChange={setCode} /></label>
    </Modal>
  );
}
