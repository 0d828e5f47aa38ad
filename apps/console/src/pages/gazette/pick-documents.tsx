import type { DocumentSummaryView } from '@govmedia-hub/contracts';
import { Button, Modal } from 'antd';
import { ReleasedDocuments } from '../../components/ReleasedDocuments.js';

/** Puts public documents of the city into a section, as many as are wanted. */
export function PickDocuments({ section, chosen, onChoose, onClose }: { section: string; chosen: ReadonlySet<string>; onChoose: (document: DocumentSummaryView) => void; onClose: () => void }) {
  return (
    <Modal open title={`加入文件：${section || '未命名栏目'}`} width={860} footer={<Button type="primary" onClick={onClose}>完成</Button>} onCancel={onClose} mask={{ closable: false }}>
      <ReleasedDocuments kind="official" none="公报只收已经主动公开的文件。" title={(document) => <span className="serif">{document.title}</span>}
        action={(document) => (chosen.has(document.id) ? <span className="quiet">已在本期</span> : <Button size="small" aria-label={`加入 ${document.title}`} onClick={() => onChoose(document)}>加入</Button>)} />
    </Modal>
  );
}
