import { BLOCK_WORDS, CONTENT_KIND_WORDS, CONTENT_KINDS, endpoints, LIMITS, TOPICS, type BoundSourceView, type ContentBlock, type ContentKind, type ContentView } from '@govmedia-hub/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Segmented, Select } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiProblem } from '../../../api/api-problem.js';
import { call } from '../../../api/call.js';
import { formatClock } from '../../../components/dates/civil-date.js';
import { DraftLine, RestoredDraft } from '../../../components/drafts/DraftLine.js';
import { useDraft } from '../../../components/drafts/use-draft.js';
import type { TextMark } from '../../../components/marked-text/MarkedText.js';
import { LinkButton } from '../../../components/LinkButton.js';
import { PageHeader } from '../../../components/PageHeader.js';
import { ProblemAlert } from '../../../components/ProblemAlert.js';
import { SourcePicker } from '../../../components/SourcePicker.js';
import { pieceAt, piecesOf } from '../text-pieces.js';
import { AttachmentsField } from './attachments-field.js';
import { BlockEditor, type MarksAt } from './block-editor.js';
import { ConflictDialog } from './conflict-dialog.js';
import { editContent, EMPTY_GUIDE, EMPTY_KINDS, emptyBlock, keyed, startContent, toSaveRequest, type EditedContent } from './edited-content.js';
import './editor.css';
import { GuideFields } from './guide-fields.js';
import { LiveFindings } from './live-findings.js';
import { MarkedTextarea } from './marked-textarea.js';
import { SourcesField } from './sources-field.js';
import { useLiveScreening } from './use-live-screening.js';

type Picking = { at: 'sources'; index: number | null } | { at: 'block'; index: number; documentId: string; anchor: string | null };

const fieldNames = (problem: ApiProblem | null): Record<string, string> => ({
  title: '标题', topic: '主题', sources: '依据', guide: '办事指南',
  ...Object.fromEntries((problem?.errors ?? []).flatMap(({ field }) => { const block = /^blocks\.(\d+)/.exec(field); return block ? [[field, `第 ${Number(block[1]) + 1} 块`]] : []; })),
});

/** Writes one content: blocks, sources, live findings in the margin; drafts survive an ended session. */
export function Editor({ content, start, draftName }: { content: ContentView | null; start: EditedContent; draftName: string }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  const draft = useDraft<{ edited: EditedContent; seenVersion: number | null }>(draftName);
  const found = draft.found;
  const [edited, setEdited] = useState<EditedContent>(() => (found ? { ...found.value.edited, blocks: found.value.edited.blocks.map(({ block }) => keyed(block)) } : start));
  const [seenVersion, setSeenVersion] = useState(found?.value.seenVersion ?? content?.version ?? null);
  const [restored, setRestored] = useState(found !== null);
  const [dirty, setDirty] = useState(found !== null);
  const [busy, setBusy] = useState<'save' | 'submit' | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [conflict, setConflict] = useState<{ current: ContentView; submit: boolean } | null>(null);
  const [picking, setPicking] = useState<Picking | null>(null);

  const pieces = useMemo(() => piecesOf({ title: edited.title, blocks: edited.blocks.map(({ block }) => block), guide: edited.guide }), [edited]);
  const documentIds = useMemo(() => [...new Set(edited.sources.map((source) => source.documentId))], [edited.sources]);
  const live = useLiveScreening(pieces, documentIds);
  const marking = live.result?.findings.find((finding) => finding.rule === 'secrecy.marking' && finding.severity === 'block') ?? null;

  // text with a secrecy marking is kept nowhere, not even on this computer: the draft waits until its text has been screened
  const keep = useRef(draft.keep);
  keep.current = draft.keep;
  const drop = useRef(draft.drop);
  drop.current = draft.drop;
  useEffect(() => {
    if (marking) drop.current();
    else if (dirty && !live.behind) keep.current({ edited, seenVersion });
  }, [edited, dirty, seenVersion, marking, live.behind]);

  const change = (changes: Partial<EditedContent>) => { setEdited((before) => ({ ...before, ...changes })); setDirty(true); };
  const changeBlock = (at: number, block: ContentBlock) => change({ blocks: edited.blocks.map((one, i) => (i === at ? { ...one, block } : one)) });
  const move = (at: number, step: 1 | -1) => { const blocks = [...edited.blocks]; const [moved] = blocks.splice(at, 1); if (moved) { blocks.splice(at + step, 0, moved); change({ blocks }); } };
  const remove = (at: number) => { const before = edited.blocks; change({ blocks: before.filter((_, i) => i !== at) }); void message.info({ content: <>已删除一块。<button type="button" className="plain-link" onClick={() => change({ blocks: before })}>恢复</button></>, duration: 6 }); };
  const changeKind = (kind: ContentKind) => {
    const untouched = toSaveRequest(edited).blocks.length === 0;
    change({ kind, guide: kind === 'guide' ? edited.guide ?? EMPTY_GUIDE : null, ...(untouched ? { blocks: startContent(kind).blocks } : {}) });
  };

  const textOf = useMemo(() => new Map(pieces.map((piece) => [piece.key, piece.text])), [pieces]);
  const marksAt: MarksAt = (key) => {
    const piece = live.placed.find((one) => one.key === key);
    if (!piece || piece.text !== textOf.get(key)) return { marks: [], offset: 0 };
    const marks: TextMark[] = (live.result?.findings ?? []).flatMap((finding, i) => (finding.start < piece.end && finding.end > piece.start ? [{ id: String(i), start: finding.start, end: finding.end, tone: finding.severity }] : []));
    return { marks, offset: piece.start };
  };
  const goTo = (finding: { start: number; end: number }) => {
    const piece = pieceAt(live.placed, finding.start);
    const field = piece && (document.getElementById(piece.key) as HTMLTextAreaElement | null);
    if (!piece || !field) return;
    field.scrollIntoView({ block: 'center' });
    field.focus();
    if (typeof field.setSelectionRange === 'function') field.setSelectionRange(finding.start - piece.start, Math.min(finding.end, piece.end) - piece.start);
  };

  const save = async (andSubmit: boolean, version = seenVersion) => {
    setBusy(andSubmit ? 'submit' : 'save');
    setProblem(null);
    try {
      let out = content ? (dirty ? await call(endpoints.saveContent, { params: { id: content.id }, body: toSaveRequest(edited, version ?? undefined) }) : content) : await call(endpoints.createContent, { body: toSaveRequest(edited) });
      draft.drop();
      setDirty(false);
      setRestored(false);
      setConflict(null);
      if (dirty || !content) { setSeenVersion(out.version); setSavedAt(Date.now()); }
      client.setQueryData([endpoints.getContent.path, { params: { id: out.id } }], out);
      if (andSubmit) {
        try {
          out = await call(endpoints.submitContent, { params: { id: out.id }, body: { seenVersion: dirty || !content ? out.version : version ?? out.version } });
          client.setQueryData([endpoints.getContent.path, { params: { id: out.id } }], out);
          void message.success('已送审。');
          void navigate(`/contents/${out.id}`);
        } catch (failure) {
          if (!content) void navigate(`/contents/${out.id}/edit`, { replace: true });
          throw failure;
        }
      } else if (!content) void navigate(`/contents/${out.id}/edit`, { replace: true });
      void client.invalidateQueries();
    } catch (failure) {
      const refusal = failure instanceof ApiProblem ? failure : new ApiProblem('server.failed', {});
      if (refusal.code === 'contents.secrecy_marking') draft.drop();
      if (refusal.code === 'contents.changed_meanwhile' && content) {
        const current = await call(endpoints.getContent, { params: { id: content.id } }).catch(() => null);
        if (current) setConflict({ current, submit: andSubmit });
      }
      setProblem(refusal);
      window.scrollTo({ top: 0 });
    } finally {
      setBusy(null);
    }
  };
  const submit = () => modal.confirm({
    title: '送审', content: '保存并送五关审核。送审后由本单位审核人员逐关办理；退回前您不能修改。', okText: '送审', cancelText: '继续修改',
    onOk: () => { void save(true); },
  });
  const chooseSource = (source: BoundSourceView) => {
    if (picking?.at === 'sources') {
      const { index } = picking;
      change({ sources: index === null ? [...edited.sources.filter((one) => one.documentId !== source.documentId || one.anchor !== source.anchor), source] : edited.sources.map((one, i) => (i === index ? source : one)) });
    } else if (picking) {
      const block = edited.blocks[picking.index]?.block;
      if (block?.type === 'qa') changeBlock(picking.index, { ...block, documentId: source.documentId, anchor: source.anchor });
    }
    setPicking(null);
  };

  return (
    <div className="page editor-page">
      <PageHeader
        title={content ? `修改${CONTENT_KIND_WORDS[edited.kind]}` : '撰写内容'} back={content ? { to: `/contents/${content.id}`, label: '查看内容' } : { to: '/contents', label: '内容列表' }}
        facts={<><span role="status">{savedAt && !dirty ? `已保存 ${formatClock(savedAt)}` : dirty ? '有未保存的修改' : content ? `第 ${content.revision.number} 版` : ''}</span>{!marking && <DraftLine savedAt={dirty ? draft.savedAt : null} />}</>}
        actions={<>{content && <LinkButton to={`/contents/${content.id}`}>查看</LinkButton>}<Button onClick={() => void save(false)} loading={busy === 'save'} disabled={busy !== null || (!dirty && content !== null)}>保存</Button><Button type="primary" onClick={submit} loading={busy === 'submit'} disabled={busy !== null || (content !== null && !content.abilities.submit && !dirty)}>保存并送审</Button></>}
      />
      {!(marking && problem?.code === 'contents.secrecy_marking') && <ProblemAlert problem={problem} names={fieldNames(problem)} />}
      {marking && <p className="callout callout-seal" role="alert" style={{ marginBottom: 16 }}><b>文本中有密级标志“{marking.text}”。</b>本系统为非涉密系统，内容不会保存，本机草稿也已清除。请立即停止录入，并按保密规定处理。</p>}
      {restored && draft.savedAt && <RestoredDraft savedAt={draft.savedAt} onDrop={() => { draft.drop(); setEdited(content ? editContent(content) : start); setSeenVersion(content?.version ?? null); setDirty(false); setRestored(false); }} />}
      <div className="editor">
        <div className="editor-main">
          {!content && <div className="editor-field"><span className="editor-label">类别</span><Segmented<ContentKind> value={edited.kind} onChange={changeKind} options={CONTENT_KINDS.map((kind) => ({ value: kind, label: CONTENT_KIND_WORDS[kind] }))} /></div>}
          <div className="editor-field"><label htmlFor="title" className="editor-label">标题</label><MarkedTextarea id="title" label="标题" single serif value={edited.title} placeholder="写清楚是什么事、对谁" maxLength={LIMITS.titleChars} {...marksAt('title')} onChange={(title) => change({ title })} />{problem?.messageFor('title') && <span className="field-error">{problem.messageFor('title')}</span>}</div>
          <div className="editor-field"><label htmlFor="topic" className="editor-label">主题</label><Select<string> id="topic" allowClear value={edited.topic} placeholder="选择主题" options={TOPICS.map((topic) => ({ value: topic, label: topic }))} onChange={(topic) => change({ topic: topic ?? null })} style={{ width: 240 }} /></div>
          <SourcesField sources={edited.sources} kind={edited.kind} problem={problem} add={() => setPicking({ at: 'sources', index: null })} replace={(index) => setPicking({ at: 'sources', index })} remove={(index) => change({ sources: edited.sources.filter((_, i) => i !== index) })} />
          <AttachmentsField content={content} seenVersion={seenVersion ?? 0} onChanged={(out) => setSeenVersion(out.version)} />
          {edited.guide && <GuideFields guide={edited.guide} change={(guide) => change({ guide })} marksAt={marksAt} />}
          <div className="blocks">
            {edited.blocks.map(({ key, block }, at) => (
              <BlockEditor key={key} block={block} at={at} of={edited.blocks.length} change={(next) => changeBlock(at, next)} move={(step) => move(at, step)} remove={() => remove(at)} marksAt={marksAt} sources={edited.sources} pickAnchor={(documentId, anchor) => setPicking({ at: 'block', index: at, documentId, anchor })} />
            ))}
          </div>
          <div className="blocks-add" role="group" aria-label="添加内容块">
            <span className="quiet">添加</span>
            {EMPTY_KINDS.map((type) => <Button key={type} size="small" disabled={edited.blocks.length >= LIMITS.blocksPerRevision} onClick={() => change({ blocks: [...edited.blocks, keyed(emptyBlock(type))] })}>{BLOCK_WORDS[type]}</Button>)}
          </div>
        </div>
        <LiveFindings live={live} onPick={goTo} />
      </div>
      {picking && (picking.at === 'block'
        ? <SourcePicker fixed={{ documentId: picking.documentId, anchor: picking.anchor }} onChoose={chooseSource} onCancel={() => setPicking(null)} />
        : picking.index === null ? <SourcePicker onChoose={chooseSource} onCancel={() => setPicking(null)} />
          : <SourcePicker fixed={{ documentId: edited.sources[picking.index]!.documentId, anchor: edited.sources[picking.index]!.anchor }} onChoose={chooseSource} onCancel={() => setPicking(null)} />)}
      {conflict && (
        <ConflictDialog
          mine={edited} current={conflict.current} busy={busy !== null}
          onMine={() => void save(conflict.submit, conflict.current.version)}
          onTheirs={() => { draft.drop(); setEdited(editContent(conflict.current)); setSeenVersion(conflict.current.version); setDirty(false); setProblem(null); setConflict(null); }}
          onMerge={() => { setSeenVersion(conflict.current.version); setProblem(null); setConflict(null); }}
        />
      )}
    </div>
  );
}
