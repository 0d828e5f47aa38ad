import { endpoints, type BoundSourceView } from '@govmedia-hub/contracts';
import { Button, Modal, Spin } from 'antd';
import { useState } from 'react';
import { useCall } from '../api/queries.js';
import { PolicyText, sectionName } from './PolicyText.js';
import { ProblemAlert } from './ProblemAlert.js';
import { ReleasedDocuments } from './ReleasedDocuments.js';
import { DocNumber, ValidityChip } from './ValidityChip.js';

function Places({ documentId, anchor, onChoose, back }: { documentId: string; anchor: string | null; onChoose: (source: BoundSourceView) => void; back: (() => void) | null }) {
  const { data, error, refetch } = useCall(endpoints.getDocument, { params: { id: documentId } });
  const [chosen, setChosen] = useState(anchor);
  if (!data) return error ? <ProblemAlert problem={error} retry={() => void refetch()} /> : <div className="page-wait"><Spin /></div>;
  const section = data.sections.find((one) => one.anchor === chosen) ?? null;
  return (
    <>
      <div className="row-between picker-head">
        <span>{back && <Button size="small" onClick={back}>换一份文件</Button>} <b className="serif">{data.title}</b> <DocNumber docNumber={data.docNumber} validity={data.validity} /> <ValidityChip validity={data.validity} /></span>
      </div>
      <div className="picker-scroll"><PolicyText sections={data.sections} active={chosen} onPick={(next) => setChosen(next === chosen ? null : next)} /></div>
      <div className="row-between picker-foot">
        <span role="status">{section ? `已选 ${sectionName(section)}` : '没有选具体条款，将以整份文件为依据'}</span>
        <Button type="primary" onClick={() => onChoose({ documentId, anchor: chosen, title: data.title, docNumber: data.docNumber, label: section ? section.label || section.heading : null, validity: data.validity, openness: data.openness })}>以此为依据</Button>
      </div>
    </>
  );
}

/** Chooses a released document and the passage in it that a text stands on. */
export function SourcePicker({ fixed, onChoose, onCancel }: { fixed?: { documentId: string; anchor: string | null }; onChoose: (source: BoundSourceView) => void; onCancel: () => void }) {
  const [documentId, setDocumentId] = useState<string | null>(fixed?.documentId ?? null);
  return (
    <Modal open title={documentId ? '选择依据的条款' : '选择依据的文件'} footer={null} onCancel={onCancel} width={860} mask={{ closable: false }}>
      {documentId ? <Places key={documentId} documentId={documentId} anchor={fixed?.anchor ?? null} onChoose={onChoose} back={fixed ? null : () => setDocumentId(null)} /> : <ReleasedDocuments none="只有确认公开的文件才能作为依据。可先到政策文件里导入并确认。" title={(document) => <button type="button" className="plain-link serif" onClick={() => setDocumentId(document.id)}>{document.title}</button>} />}
    </Modal>
  );
}
