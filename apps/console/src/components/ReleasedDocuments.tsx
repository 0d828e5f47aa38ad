import { endpoints, type DocumentKind, type DocumentSummaryView } from '@govmedia-hub/contracts';
import { Button, Input } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useList } from '../api/queries.js';
import { formatCivilDate } from './dates/civil-date.js';
import { EmptyState } from './PageHeader.js';
import { ProblemAlert } from './ProblemAlert.js';
import { DocNumber, ValidityChip } from './ValidityChip.js';

/** Finds public documents by title or number; what a row offers is said by who asks. */
export function ReleasedDocuments({ kind, title, action, none }: { kind?: DocumentKind; title: (document: DocumentSummaryView) => ReactNode; action?: (document: DocumentSummaryView) => ReactNode; none: string }) {
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), 300);
    return () => clearTimeout(timer);
  }, [typed]);
  const list = useList(endpoints.listDocuments, { query: { status: 'released', ...(kind ? { kind } : {}), ...(q ? { q } : {}), limit: 20 } });
  return (
    <>
      <label className="stack"><span>查找已公开的文件</span><Input type="search" autoFocus value={typed} placeholder="标题或文号" onChange={(event) => setTyped(event.target.value)} /></label>
      <ProblemAlert problem={list.problem} retry={list.reload} />
      <p className="list-count" role="status" style={{ margin: '8px 0' }}>{list.total === null ? '正在查找…' : `共 ${list.total} 份`}</p>
      <ul className="rows picker-rows">
        {list.items.map((document) => (
          <li key={document.id} className="row-between">
            <span className="picker-name">{title(document)}<span className="cell-sub"><DocNumber docNumber={document.docNumber} validity={document.validity} />　{document.issuer}　{formatCivilDate(document.signedOn)}</span></span>
            <span className="row"><ValidityChip validity={document.validity} />{action?.(document)}</span>
          </li>
        ))}
      </ul>
      {list.total === 0 && <EmptyState title="没有查到已公开的文件">{none}</EmptyState>}
      {list.hasMore && <div className="list-more"><Button onClick={list.more} loading={list.loadingMore}>显示更多</Button></div>}
    </>
  );
}
