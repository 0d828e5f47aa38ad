import { endpoints, type BoundSourceView, type DocumentSummaryView } from '@govmedia-hub/contracts';
import { Button, Input, Modal, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { useCall, useList } from '../api/queries.js';
import { EmptyState } from './PageHeader.js';
import { PolicyText, sectionName } from './PolicyText.js';
import { ProblemAlert } from './ProblemAlert.js';
import { DocNumber, ValidityChip } from './ValidityChip.js';

function Documents({ onChoose }: { onChoose: (document: DocumentSummaryView) => void }) {
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), 300);
    return () => clearTimeout(timer);
  }, [typed]);
  const list = useList(endpoints.listDocuments, { query: { status: 'released', ...(q ? { q } : {}), limit: 20 } });
  return (
    <>
      <label className="stack"><span>查找已公开的文件</span><Input type="search" autoFocus value={typed} placeholder="标题或文号" onChange={(event) => setTyped(event.target.value)} /></label>
      <ProblemAlert problem={list.problem} retry={list.reload} />
      <p className="list-count" role="status" style={{ margin: '8px 0' }}>{list.total === null ? '正在查找…' : `共 ${list.total} 份`}</p>
      <ul className="rows picker-rows">
        {list.items.map((document) => (
          <li key={document.id} className="row-between">
            <span><button type="button" className="plain-link serif" onClick={() => onChoose(document)}>{document.title}</button><span className="cell-sub"><DocNumber docNumber={document.docNumber} validity={document.validity} />　{document.issuer}</span></span>
            <ValidityChip validity={document.validity} />
          </li>
        ))}
      </ul>
      {list.total === 0 && <EmptyState title="没有查到已公开的文件">只有确认公开的文件才能作为依据。可先到政策文件里导入并确认。</EmptyState>}
      {list.hasMore && <div className="list-more"><Button onClick={list.more} loading={list.loadingMore}>显示更多</Button></div>}
    </>
  );
}

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
      {documentId ? <Places key={documentId} documentId={documentId} anchor={fixed?.anchor ?? null} onChoose={onChoose} back={fixed ? null : () => setDocumentId(null)} /> : <Documents onChoose={(document) => setDocumentId(document.id)} />}
    </Modal>
  );
}
