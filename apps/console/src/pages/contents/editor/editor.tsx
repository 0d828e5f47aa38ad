import { BLOCK_WORDS, CONTENT_KIND_WORDS, CONTENT_KINDS, endpoints, LIMITS, TOPICS, type BoundSourceView, type ContentKind, type ContentView } from '@govmedia-hub/contracts';
import { useQueryClient } from '@tanstack/react-query';
import type { Editor as RunningText } from '@tiptap/react';
import { App, Button, Segmented, Select } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiProblem } from '../../../api/api-problem.js';
import { call } from '../../../api/call.js';
import { formatClock, formatInstant } from '../../../components/dates/civil-date.js';
import { LinkButton } from '../../../components/LinkButton.js';
import { PageHeader } from '../../../components/PageHeader.js';
import { ProblemAlert } from '../../../components/ProblemAlert.js';
import { SourcePicker } from '../../../components/SourcePicker.js';
import { blockPieces, piecesOf } from '../text-pieces.js';
import { AttachmentsField } from './attachments-field.js';
import { ConflictDialog } from './conflict-dialog.js';
import { DismissDialog } from './dismiss-dialog.js';
import { editContent, EMPTY_GUIDE, filledBlock, sayingOf, startContent, toSaveRequest, type Dismissal, type EditedContent } from './edited-content.js';
import './editor.css';
import { FieldBlockContext } from './field-block-context.js';
import { findingMarksKey } from './finding-marks.js';
import { GuideFields } from './guide-fields.js';
import { LiveFindings } from './live-findings.js';
import { LockNotice } from './lock-notice.js';
import { MarkedTextarea } from './marked-textarea.js';
import { paste } from './paste.js';
import { PreviewDialog } from './preview-dialog.js';
import { SourcesField } from './sources-field.js';
import { TextEditor, useTextEditor } from './text-editor.js';
import { throughEditor, toDocument } from './text-document.js';
import { placedBlocks } from './text-places.js';
import { useAutosave, type FoundDraft } from './use-autosave.js';
import { useBlockFindings, type PlacedFinding, type ScreenedPart } from './use-block-findings.js';
import { useFindingActs } from './use-finding-acts.js';
import { useFindingKeys } from './use-finding-keys.js';
import { useLock } from './use-lock.js';

type Picking = { at: 'sources'; index: number | null } | { at: 'block'; key: string; documentId: string | null; anchor: string | null };

const keysIn = (editor: RunningText): { key: string; block: EditedContent['blocks'][number] }[] => placedBlocks(editor.state.doc).map(({ key, block }) => ({ key, block }));

/** Writes one content: running text, sources, findings in the margin; what is typed is kept as it is typed. */
export function Editor({ content, start, place, found }: { content: ContentView | null; start: EditedContent; place: string; found: FoundDraft | null }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  const [edited, setEdited] = useState<EditedContent>(found?.edited ?? start);
  const [keys, setKeys] = useState<string[]>([]);
  const [seenVersion, setSeenVersion] = useState(found ? found.seenVersion : content?.version ?? null);
  const [dismissals, setDismissals] = useState<Dismissal[]>(found?.dismissals ?? []);
  const [restored, setRestored] = useState(found !== null);
  const [dirty, setDirty] = useState(found !== null);
  const [busy, setBusy] = useState<'save' | 'submit' | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  /** Keys of the blocks as they were sent when the problem arose. */
  const [sentKeys, setSentKeys] = useState<string[]>([]);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [conflict, setConflict] = useState<{ current: ContentView; submit: boolean } | null>(null);
  const [picking, setPicking] = useState<Picking | null>(null);
  const [dismissing, setDismissing] = useState<PlacedFinding | null>(null);
  const [previewing, setPreviewing] = useState(false);
  const lock = useLock(content?.id ?? null);
  const readOnly = lock.state === 'other';

  // what the editor itself adds as it opens, such as a line behind the last block, is no change of a person
  const said = useRef<string | null>(null);
  said.current ??= sayingOf(throughEditor(edited.blocks));
  const change = (changes: Partial<EditedContent>) => { setEdited((before) => ({ ...before, ...changes })); setDirty(true); };
  const editor = useTextEditor({
    blocks: edited.blocks, readOnly,
    changed: (now) => {
      const placed = keysIn(now);
      const blocks = placed.map(({ block }) => block);
      const saying = sayingOf(blocks);
      setKeys(placed.map(({ key }) => key));
      if (saying === said.current) setEdited((before) => ({ ...before, blocks }));
      else change({ blocks });
      said.current = saying;
    },
    paste: (html, now) => paste(html, now, (words) => void message.warning({ content: words, duration: 8 })),
  });
  useEffect(() => { setKeys(keysIn(editor).map(({ key }) => key)); }, [editor]);
  useEffect(() => { if (editor.isEditable === readOnly) editor.setEditable(!readOnly, false); }, [editor, readOnly]);
  /** Puts another text into the editor, such as the other side of a conflict. */
  const replace = (next: EditedContent) => { setEdited(next); said.current = sayingOf(throughEditor(next.blocks)); editor.commands.setContent(toDocument(next.blocks), { emitUpdate: false }); setKeys(keysIn(editor).map(({ key }) => key)); };

  const documentIds = useMemo(() => [...new Set(edited.sources.map((source) => source.documentId))], [edited.sources]);
  const parts = useMemo((): ScreenedPart[] => [
    { key: 'title', pieces: [{ key: 'title', text: edited.title }] },
    ...edited.blocks.map((block, i): ScreenedPart => ({ key: keys[i] ?? `n${i}`, pieces: blockPieces(block, keys[i] ?? `n${i}`) })),
    ...(edited.guide ? [{ key: 'guide', pieces: piecesOf({ title: '', blocks: [], guide: edited.guide }).slice(1) }] : []),
  ], [edited.title, edited.blocks, edited.guide, keys]);
  const live = useBlockFindings(parts, documentIds);
  const settled = useMemo(() => new Set([...dismissals, ...(content?.findings.filter((finding) => finding.state === 'dismissed') ?? [])].map(({ rule, text }) => `${rule}\n${text}`)), [dismissals, content]);
  const findings = useMemo(() => live.findings.filter((finding) => !settled.has(`${finding.rule}\n${finding.text}`)), [live.findings, settled]);
  const marking = live.findings.find((finding) => finding.rule === 'secrecy.marking' && finding.severity === 'block') ?? null;
  const acts = useFindingActs({ findings, editor, edited, change, dismiss: (finding) => { if (finding.severity === 'block') void message.info('必须处理的问题不能由撰写人判为误报；请修改，或送审后由审核人员判断。'); else setDismissing(finding); } });
  useFindingKeys({ next: acts.next, apply: () => { if (!readOnly) acts.applyActive(); }, dismiss: () => { if (!readOnly) acts.dismissActive(); } });
  useEffect(() => { editor.view.dispatch(editor.state.tr.setMeta(findingMarksKey, findings.map((finding) => ({ finding, active: finding.id === acts.active?.id }))).setMeta('addToHistory', false)); }, [editor, findings, acts.active?.id, keys]);

  const draft = useAutosave({ place, edited, seenVersion, dismissals, dirty, behind: live.behind, stopped: marking !== null || readOnly, found });
  useEffect(() => { if (marking) draft.drop(); }, [marking !== null]); // eslint-disable-line react-hooks/exhaustive-deps
  useEffect(() => {
    if (!dirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => { if (!draft.savedAt) event.preventDefault(); };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty, draft.savedAt]);

  const marksOf = (key: string, field: string, text: string) => findings.filter((finding) => finding.piece === (key === '' ? field : `${key}.${field}`) && text.slice(finding.start, finding.end) === finding.text).map((finding) => ({ id: finding.id, start: finding.start, end: finding.end, tone: finding.severity }));
  const changeKind = (kind: ContentKind) => {
    const untouched = toSaveRequest(edited).blocks.length === 0;
    const next = { ...edited, kind, guide: kind === 'guide' ? edited.guide ?? EMPTY_GUIDE : null };
    if (untouched) replace({ ...next, blocks: startContent(kind).blocks }); else setEdited(next);
    setDirty(true);
  };

  /** Records what the writer called false alarms while the text was not saved yet. */
  const decide = async (saved: ContentView): Promise<ContentView> => {
    let out = saved;
    for (const { rule, text, reason } of dismissals) {
      for (const finding of saved.findings.filter((one) => one.state === 'open' && one.severity !== 'block' && one.rule === rule && one.text === text))
        out = await call(endpoints.decideFinding, { params: { id: saved.id, findingId: finding.id }, body: { decision: 'dismissed', reason } }).catch(() => out);
    }
    return out;
  };
  const save = async (andSubmit: boolean, version = seenVersion) => {
    if (busy || readOnly || marking) return;
    setBusy(andSubmit ? 'submit' : 'save');
    setProblem(null);
    try {
      let out = content ? (dirty ? await call(endpoints.saveContent, { params: { id: content.id }, body: toSaveRequest(edited, version ?? undefined) }) : content) : await call(endpoints.createContent, { body: toSaveRequest(edited) });
      if (dirty || !content) out = await decide(out);
      draft.drop();
      setDirty(false);
      setRestored(false);
      setConflict(null);
      setDismissals([]);
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
      setSentKeys(edited.blocks.flatMap((block, i) => (filledBlock(block) ? [keys[i] ?? ''] : [])));
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
    const others = edited.sources.filter((one) => one.documentId !== source.documentId || one.anchor !== source.anchor);
    if (picking?.at === 'sources') {
      const { index } = picking;
      change({ sources: index === null ? [...others, source] : edited.sources.map((one, i) => (i === index ? source : one)) });
    } else if (picking) {
      editor.state.doc.forEach((node, pos) => {
        if (node.type.name === 'fieldBlock' && node.attrs['key'] === picking.key) editor.view.dispatch(editor.state.tr.setNodeMarkup(pos, undefined, { ...node.attrs, block: { ...node.attrs['block'], documentId: source.documentId, anchor: source.anchor } }));
      });
      // a card cites only what the text is bound to
      if (!edited.sources.some((one) => one.documentId === source.documentId && one.anchor === source.anchor)) setEdited((before) => ({ ...before, sources: [...before.sources, source] }));
    }
    setPicking(null);
  };
  const errorsOf = useCallback((key: string) => (problem?.errors ?? []).filter(({ field }) => { const block = /^blocks\.(\d+)/.exec(field); return block !== null && sentKeys[Number(block[1])] === key; }), [problem, sentKeys]);
  const fieldNames = useMemo(() => {
    return { title: '标题', topic: '主题', sources: '依据', guide: '办事指南', ...Object.fromEntries((problem?.errors ?? []).flatMap(({ field }) => { const block = /^blocks\.(\d+)/.exec(field); const at = block ? keys.indexOf(sentKeys[Number(block[1])] ?? '') : -1; return at < 0 ? [] : [[field, `第 ${at + 1} 块（${BLOCK_WORDS[edited.blocks[at]!.type]}）`]]; })) };
  }, [problem, sentKeys, keys, edited.blocks]);
  const surroundings = { sources: edited.sources, attachments: content?.revision.attachments ?? [], marksOf, pickSource: (key: string, documentId: string | null, anchor: string | null) => setPicking({ at: 'block', key, documentId, anchor }), errorsOf, readOnly };
  const state = marking ? '' : draft.problem ? draft.problem : draft.savedAt && dirty ? `已保存 ${formatClock(draft.savedAt)}（草稿）` : savedAt && !dirty ? `已保存 ${formatClock(savedAt)}` : dirty ? '有未保存的修改' : content ? `第 ${content.revision.number} 版` : '';
  const fixed = picking && (picking.at === 'block' ? (picking.documentId ? { documentId: picking.documentId, anchor: picking.anchor } : null) : picking.index === null ? null : { documentId: edited.sources[picking.index]!.documentId, anchor: edited.sources[picking.index]!.anchor });

  return (
    <div className="page editor-page">
      <PageHeader
        title={content ? `修改${CONTENT_KIND_WORDS[edited.kind]}` : '撰写内容'} back={content ? { to: `/contents/${content.id}`, label: '查看内容' } : { to: '/contents', label: '内容列表' }}
        facts={<span role="status">{state}</span>}
        actions={<>{content && <LinkButton to={`/contents/${content.id}/revisions`}>修订记录</LinkButton>}<Button disabled={marking !== null} onClick={() => setPreviewing(true)}>预览</Button><Button onClick={() => void save(false)} loading={busy === 'save'} disabled={busy !== null || readOnly || marking !== null || (!dirty && content !== null)}>保存</Button><Button type="primary" onClick={submit} loading={busy === 'submit'} disabled={busy !== null || readOnly || marking !== null || (content !== null && !content.abilities.submit && !dirty)}>保存并送审</Button></>}
      />
      {!(marking && problem?.code === 'contents.secrecy_marking') && <ProblemAlert problem={problem} names={fieldNames} />}
      {marking && <p className="callout callout-seal" role="alert" style={{ marginBottom: 16 }}><b>文本中有密级标志“{marking.text}”。</b>本系统为非涉密系统，内容不会保存，草稿也已清除，不能预览。请立即停止录入，并按保密规定处理。</p>}
      <LockNotice lock={lock} />
      {restored && found && <p className="restored" role="status">{found.fromRevision ? `正在以第 ${found.fromRevision} 版为底子修改，保存后是新的一版。` : `已恢复 ${formatInstant(found.savedAt)} 未提交的草稿。`}<button type="button" className="plain-link" onClick={() => { draft.drop(); replace(content ? editContent(content) : start); setSeenVersion(content?.version ?? null); setDismissals([]); setDirty(false); setRestored(false); }}>{found.fromRevision ? '不用这一版，回到当前版本' : '放弃草稿，按已保存的内容重来'}</button></p>}
      <div className="visually-hidden" aria-live="polite">{acts.spoken}</div>
      <div className="editor">
        <div className="editor-main">
          <fieldset className="editor-fields" disabled={readOnly}>
          {!content && <div className="editor-field"><span className="editor-label">类别</span><Segmented<ContentKind> value={edited.kind} onChange={changeKind} options={CONTENT_KINDS.map((kind) => ({ value: kind, label: CONTENT_KIND_WORDS[kind] }))} /></div>}
          <div className="editor-field"><label htmlFor="title" className="editor-label">标题</label><MarkedTextarea id="title" label="标题" single serif readOnly={readOnly} value={edited.title} placeholder="写清楚是什么事、对谁" maxLength={LIMITS.titleChars} marks={marksOf('', 'title', edited.title)} onChange={(title) => change({ title })} />{problem?.messageFor('title') && <span className="field-error">{problem.messageFor('title')}</span>}</div>
          <div className="editor-field"><label htmlFor="topic" className="editor-label">主题</label><Select<string> id="topic" allowClear disabled={readOnly} value={edited.topic} placeholder="选择主题" options={TOPICS.map((topic) => ({ value: topic, label: topic }))} onChange={(topic) => change({ topic: topic ?? null })} style={{ width: 240 }} /></div>
          <SourcesField sources={edited.sources} kind={edited.kind} problem={problem} add={() => setPicking({ at: 'sources', index: null })} replace={(index) => setPicking({ at: 'sources', index })} remove={(index) => change({ sources: edited.sources.filter((_, i) => i !== index) })} />
          <AttachmentsField content={content} seenVersion={seenVersion ?? 0} onChanged={(out) => setSeenVersion(out.version)} />
          {edited.guide && <GuideFields guide={edited.guide} change={(guide) => change({ guide })} marksAt={(key) => ({ marks: findings.filter((finding) => finding.piece === key).map((finding) => ({ id: finding.id, start: finding.start, end: finding.end, tone: finding.severity })), offset: 0 })} />}
          </fieldset>
          <FieldBlockContext.Provider value={surroundings}><TextEditor editor={editor} readOnly={readOnly} /></FieldBlockContext.Provider>
        </div>
        <LiveFindings live={live} findings={findings} dismissed={dismissals.length} active={acts.active?.id ?? null} readOnly={readOnly} acts={{ pick: acts.pick, apply: acts.apply, dismiss: acts.dismiss }} />
      </div>
      {picking && <SourcePicker {...(fixed ? { fixed } : {})} onChoose={chooseSource} onCancel={() => setPicking(null)} />}
      {dismissing && <DismissDialog finding={dismissing} onReason={(reason) => { setDismissals([...dismissals, { rule: dismissing.rule, text: dismissing.text, reason }]); setDirty(true); setDismissing(null); }} onCancel={() => setDismissing(null)} />}
      {previewing && <PreviewDialog content={toSaveRequest(edited)} contentId={content?.id ?? null} onClose={() => setPreviewing(false)} />}
      {conflict && (
        <ConflictDialog
          mine={edited} current={conflict.current} busy={busy !== null}
          onMine={() => void save(conflict.submit, conflict.current.version)}
          onTheirs={() => { draft.drop(); replace(editContent(conflict.current)); setSeenVersion(conflict.current.version); setDirty(false); setProblem(null); setConflict(null); }}
          onMerge={() => { setSeenVersion(conflict.current.version); setProblem(null); setConflict(null); }}
        />
      )}
    </div>
  );
}
