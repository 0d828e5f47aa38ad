import { endpoints, type BoundSourceView } from '@govmedia-hub/contracts';
import { Spin } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { ApiProblem } from '../../api/api-problem.js';
import { call } from '../../api/call.js';
import { useCall } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { readDraft } from '../../components/drafts/use-draft.js';
import { PageHeader } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { Editor } from './editor/editor.js';
import { editContent, startContent } from './editor/edited-content.js';
import { laterDraft, type FoundDraft } from './editor/use-autosave.js';

/** What was being written here, on this computer or another; undefined until the hub has been asked. */
function useFoundDraft(place: string): FoundDraft | null | undefined {
  const { person } = useSession();
  const [found, setFound] = useState<{ place: string; draft: FoundDraft | null }>();
  useEffect(() => {
    let current = true;
    const local = readDraft<Omit<FoundDraft, 'savedAt'>>(localStorage.getItem(`hub.draft.${person.id}.text.${place}`));
    call(endpoints.getContentDraft, { params: { place } }).catch((failure: unknown) => {
      if (!(failure instanceof ApiProblem)) throw failure;
      return null; // none, or not reached: the copy of this computer stands
    }).then((kept) => { if (current) setFound({ place, draft: laterDraft(local, kept) }); }, () => { if (current) setFound({ place, draft: laterDraft(local, null) }); });
    return () => { current = false; };
  }, [place, person.id]);
  return found?.place === place ? found.draft : undefined;
}

const Wait = () => <div className="page-wait"><Spin /></div>;

function NewContent() {
  const [params] = useSearchParams();
  const sourceId = params.get('source');
  const place = sourceId ? `new.${sourceId}` : 'new';
  const found = useFoundDraft(place);
  const { data, error } = useCall(endpoints.getDocument, { params: { id: sourceId ?? '' } }, { enabled: sourceId !== null });
  const start = useMemo(() => {
    const source: BoundSourceView[] = data ? [{ documentId: data.id, anchor: null, title: data.title, docNumber: data.docNumber, label: null, validity: data.validity, openness: data.openness }] : [];
    return startContent('qa', source);
  }, [data]);
  if (found === undefined || (sourceId && !data && !error)) return <Wait />;
  return <Editor key={place} content={null} start={start} place={place} found={found} />;
}

function ExistingContent({ id }: { id: string }) {
  const [params] = useSearchParams();
  const from = params.get('from');
  const found = useFoundDraft(id);
  const { data, error, refetch } = useCall(endpoints.getContent, { params: { id } });
  const revisions = useCall(endpoints.listRevisions, { params: { id } }, { enabled: from !== null });
  const start = useMemo(() => (data ? editContent(data) : null), [data]);
  const earlier = from && data ? revisions.data?.find((revision) => revision.id === from) : undefined;
  if (error || revisions.error) return <div className="page"><ProblemAlert problem={error ?? revisions.error} retry={() => { void refetch(); void revisions.refetch(); }} /></div>;
  if (!data || !start || found === undefined || (from && !revisions.data)) return <Wait />;
  if (!data.abilities.edit) return <div className="page page-narrow"><PageHeader title={data.title} back={{ to: `/contents/${id}`, label: '查看内容' }} /><p className="callout">这份内容现在不能修改：{data.turn}</p></div>;
  return <Editor key={id} content={data} start={start} place={id} found={earlier ? { edited: editContent(data, earlier), seenVersion: data.version, dismissals: [], savedAt: new Date(earlier.savedAt).getTime(), fromRevision: earlier.number } : found} />;
}

/** 撰写、修改 */
export default function EditorPage() {
  const { id } = useParams();
  return id ? <ExistingContent id={id} /> : <NewContent />;
}
