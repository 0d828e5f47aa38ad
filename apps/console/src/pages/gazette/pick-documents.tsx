import { endpoints, type DocumentSummaryView } from '@govmedia-hub/contracts';
import { Button, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useList } from '../../api/queries.js';
import { formatCivilDate } from '../../components/dates/civil-date.js';
import { EmptyState } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { DocNumber, ValidityChip } from '../../components/ValidityChip.js';

/** Puts public documents of the city into a section, as many as are wanted. */
export function PickDocuments({ section, chosen, onChoose, onClose }: { section: string; chosen: ReadonlySet<string>; onChoose: (document: DocumentSummaryView) => void; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), 300);
    return () => clearTimeout(timer);
  }, [typed]);
  const list = useList(endpoints.listDocuments, { query: { status: 'released', kind: 'official', ...(q ? { q } : {}), limit: 20 } });
  return (
    <Modal open title={`加入文件：${section || '未命名栏目'}`} width={860} footer={<Button type="primary" onClick={onClose}>完成</Button>} onCancel={onClose} mask={{ closable: false }}>
      <label className="stack"><span>查找已公开的文件</span><Input type="search" autoFocus value={typed} placeholder="标题或文号" onChange={(event) => setTyped(event.target.value)} /></label>
      <ProblemAlert problem={list.problem} retry={list.reload} />
      <p className="list-count" role="status" style={{ margin: '8px 0' }}>{list.total === null ? '正在查找…' : `共 ${list.total} 份`}</p>
      <ul className="rows picker-rows">
        {list.items.map((document) => (
          <li key={document.id} className="row-between">
            <span className="gazette-order"><span className="serif">{document.title}</span><span className="cell-sub"><DocNumber docNumber={document.docNumber} validity={document.validity} />　{document.issuer}　{formatCivilDate(document.signedOn)}</span></span>
            <span className="row"><ValidityChip validity={document.validity} />{chosen.has(document.id) ? <span className="quiet">已在本期</span> : <Button size="small" aria-label={`加入 ${document.title}`} onClick={() => onChoose(document)}>加入</Button>}</span>
          </li>
        ))}
      </ul>
      {list.total === 0 && <EmptyState title="没有查到已公开的文件">公报只收已经主动公开的文件。</EmptyState>}
      {list.hasMore && <div className="list-more"><Button onClick={list.more} loading={list.loadingMore}>显示更多</Button></div>}
    </Modal>
  );
}
