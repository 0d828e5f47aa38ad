import { endpoints, type BoundSourceView } from '@govmedia-hub/contracts';
import { Spin } from 'antd';
import { useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useCall } from '../../api/queries.js';
import { PageHeader } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { Editor } from './editor/editor.js';
import { editContent, startContent } from './editor/edited-content.js';

function NewContent() {
  const [params] = useSearchParams();
  const sourceId = params.get('source');
  const { data, error } = useCall(endpoints.getDocument, { params: { id: sourceId ?? '' } }, { enabled: sourceId !== null });
  const start = useMemo(() => {
    const source: BoundSourceView[] = data ? [{ documentId: data.id, anchor: null, title: data.title, docNumber: data.docNumber, label: null, validity: data.validity, openness: data.openness }] : [];
    return startContent('qa', source);
  }, [data]);
  if (sourceId && !data && !error) return <div className="page-wait"><Spin /></div>;
  return <Editor key={sourceId ?? 'new'} content={null} start={start} draftName={sourceId ? `content.new.${sourceId}` : 'content.new'} />;
}

function ExistingContent({ id }: { id: string }) {
  const { data, error, refetch } = useCall(endpoints.getContent, { params: { id } });
  const start = useMemo(() => (data ? editContent(data) : null), [data]);
  if (!data || !start) return <div className="page">{error ? <ProblemAlert problem={error} retry={() => void refetch()} /> : <div className="page-wait"><Spin /></div>}</div>;
  if (!data.abilities.edit) return <div className="page page-narrow"><PageHeader title={data.title} back={{ to: `/contents/${id}`, label: '查看内容' }} /><p className="callout">这份内容现在不能修改：{data.turn}</p></div>;
  return <Editor key={id} content={data} start={start} draftName={`content.${id}`} />;
}

/** 撰写、修改 */
export default function EditorPage() {
  const { id } = useParams();
  return id ? <ExistingContent id={id} /> : <NewContent />;
}
