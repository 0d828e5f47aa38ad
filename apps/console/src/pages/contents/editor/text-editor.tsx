import { BLOCK_WORDS, LIMITS, type ContentBlock } from '@govmedia-hub/contracts';
import { Placeholder, TrailingNode, UndoRedo } from '@tiptap/extensions';
import { Fragment } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { CellSelection } from '@tiptap/pm/tables';
import { EditorContent, ReactNodeViewRenderer, useEditor, useEditorState, type Editor, type EditorOptions } from '@tiptap/react';
import { App, Button, Input, Popover } from 'antd';
import { useRef, useState } from 'react';
import { emptyFieldBlock, FIELD_TYPES, newKey, type FieldBlockType } from './field-blocks.js';
import { FieldBlockView } from './field-block-view.js';
import { FindingMarks } from './finding-marks.js';
import { isLinkable } from './links.js';
import { FieldBlock, textSchema } from './text-schema.js';
import { toDocument } from './text-document.js';

/** The running text under the keyboard. @param paste turns what is pasted into what a text may hold */
export function useTextEditor({ blocks, readOnly, changed, paste }: { blocks: readonly ContentBlock[]; readOnly: boolean; changed: (editor: Editor) => void; paste: (html: string, editor: Editor) => string }): Editor {
  const own = useRef<Editor | null>(null);
  const latest = useRef({ changed, paste });
  latest.current = { changed, paste };
  // made once: an option that is another object in every render would be set anew in every render
  const [options] = useState<Partial<EditorOptions>>(() => ({
    extensions: [
      ...textSchema,
      FieldBlock.extend({ addNodeView: () => ReactNodeViewRenderer(FieldBlockView, { stopEvent: ({ event }) => !/^drag|^drop/.test(event.type), ignoreMutation: () => true }) }),
      UndoRedo,
      TrailingNode,
      Placeholder.configure({ placeholder: '在这里写正文，或从 Word、微信编辑器粘贴' }),
      FindingMarks,
    ],
    content: toDocument(blocks),
    editable: !readOnly,
    editorProps: {
      attributes: { class: 'running-text', role: 'textbox', 'aria-multiline': 'true', 'aria-label': '正文', spellcheck: 'false' },
      transformPastedHTML: (html) => (own.current ? latest.current.paste(html, own.current) : ''),
    },
    onUpdate: ({ editor: now }) => latest.current.changed(now),
  }));
  const editor = useEditor(options);
  own.current = editor;
  return editor;
}

const blockAt = (editor: Editor): { index: number; pos: number; size: number } => {
  const { $from } = editor.state.selection;
  const index = Math.min($from.index(0), editor.state.doc.childCount - 1);
  let pos = 0;
  for (let i = 0; i < index; i += 1) pos += editor.state.doc.child(i).nodeSize;
  return { index, pos, size: editor.state.doc.child(index).nodeSize };
};

/** Puts a block of fields behind the one the caret is in, or in its place when that is empty. */
function insertFields(editor: Editor, type: FieldBlockType): string {
  const key = newKey();
  const { index, pos, size } = blockAt(editor);
  const here = editor.state.doc.child(index);
  const empty = here.type.name === 'paragraph' && here.childCount === 0;
  editor.chain().insertContentAt(empty ? { from: pos, to: pos + size } : pos + size, { type: 'fieldBlock', attrs: { block: emptyFieldBlock(type), key } }).run();
  setTimeout(() => document.querySelector<HTMLElement>(`[data-block-key="${key}"] textarea, [data-block-key="${key}"] button:not([aria-label^="删除"])`)?.focus(), 50);
  return key;
}

/** Moves the block the caret is in one place up or down, the caret with it. */
function moveBlock(editor: Editor, step: 1 | -1): void {
  const { index, pos, size } = blockAt(editor);
  const other = index + step;
  if (other < 0 || other >= editor.state.doc.childCount) return;
  const node = editor.state.doc.child(index);
  const offset = editor.state.selection.from - pos;
  const target = step === -1 ? pos - editor.state.doc.child(other).nodeSize : pos + editor.state.doc.child(other).nodeSize;
  const transaction = editor.state.tr.delete(pos, pos + size).insert(target, node);
  editor.view.dispatch(transaction.setSelection(TextSelection.near(transaction.doc.resolve(Math.min(target + offset, transaction.doc.content.size)))).scrollIntoView());
}

/** Joins the chosen cells into one; their words stand behind each other, as a cell has one line. */
function mergeCells(editor: Editor): void {
  const { selection, schema } = editor.state;
  if (!(selection instanceof CellSelection)) return;
  const cells: { pos: number; size: number; words: Fragment }[] = [];
  selection.forEachCell((node, pos) => cells.push({ pos, size: node.nodeSize, words: node.firstChild?.content ?? Fragment.empty }));
  cells.sort((a, b) => a.pos - b.pos);
  const words = cells.filter((cell) => cell.words.size > 0).reduce((all, cell) => (all.size > 0 ? all.append(Fragment.from(schema.text(' '))) : all).append(cell.words), Fragment.empty);
  const paragraph = schema.nodes['paragraph']!;
  const { tr } = editor.state;
  for (const cell of [...cells].reverse()) tr.replaceWith(cell.pos + 1, cell.pos + cell.size - 1, paragraph.create(null, cell === cells[0] ? words : null));
  // two steps: the joining itself counts its places from the document as it stands
  editor.view.dispatch(tr);
  editor.chain().focus().mergeCells().run();
}

function LinkButton({ editor }: { editor: Editor }) {
  const [open, setOpen] = useState(false);
  const [href, setHref] = useState('');
  const wrong = href !== '' && !isLinkable(href.trim());
  const apply = (): void => {
    if (wrong) return;
    if (href.trim() === '') editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
    else editor.chain().focus().extendMarkRange('link').setMark('link', { href: href.trim() }).run();
    setOpen(false);
  };
  return (
    <Popover
      trigger="click" open={open} onOpenChange={(next) => { if (next) setHref(String(editor.getAttributes('link')['href'] ?? '')); setOpen(next); }}
      content={<div className="row"><Input aria-label="链接地址" autoFocus value={href} status={wrong ? 'error' : ''} placeholder="https://… 或 tel:…" style={{ width: 260 }} onChange={(event) => setHref(event.target.value)} onPressEnter={apply} /><Button type="primary" disabled={wrong} onClick={apply}>{href.trim() === '' ? '去掉链接' : '加链接'}</Button></div>}
    >
      <Button size="small" type="text">链接</Button>
    </Popover>
  );
}

function TableTools({ editor }: { editor: Editor }) {
  const caption = useEditorState({ editor, selector: ({ editor: now }) => String(now.getAttributes('table')['caption'] ?? '') });
  const can = useEditorState({ editor, selector: ({ editor: now }) => ({ merge: now.can().mergeCells(), split: now.can().splitCell() }) });
  return (
    <div className="text-tools text-tools-table" role="toolbar" aria-label="表格">
      <Button size="small" onClick={() => editor.chain().focus().addRowAfter().run()}>加一行</Button>
      <Button size="small" onClick={() => editor.chain().focus().addColumnAfter().run()}>加一列</Button>
      <Button size="small" onClick={() => editor.chain().focus().deleteRow().run()}>删这行</Button>
      <Button size="small" onClick={() => editor.chain().focus().deleteColumn().run()}>删这列</Button>
      <Button size="small" disabled={!can.merge} onClick={() => mergeCells(editor)} title="拖选几个单元格后合并">合并单元格</Button>
      <Button size="small" disabled={!can.split} onClick={() => editor.chain().focus().splitCell().run()}>拆分单元格</Button>
      <Button size="small" onClick={() => editor.chain().focus().deleteTable().run()}>删表格</Button>
      <Input size="small" aria-label="表格名称" placeholder="表格名称，可不填" value={caption} maxLength={LIMITS.captionChars} style={{ width: 220 }} onChange={(event) => editor.chain().updateAttributes('table', { caption: event.target.value }).run()} />
      <span className="hint">第一行是表头；有“合计”的列会核对加总</span>
    </div>
  );
}

/** Running text with its tools. */
export function TextEditor({ editor, readOnly }: { editor: Editor; readOnly: boolean }) {
  const { message } = App.useApp();
  const state = useEditorState({ editor, selector: ({ editor: now }) => ({ bold: now.isActive('bold'), heading: now.isActive('heading'), bullet: now.isActive('bulletList'), ordered: now.isActive('orderedList'), table: now.isActive('table'), count: now.state.doc.childCount, undo: now.can().undo(), redo: now.can().redo() }) });
  const full = state.count >= LIMITS.blocksPerRevision;
  const tool = (label: string, act: () => unknown, on = false, disabled = false) => <Button size="small" type="text" className={on ? 'tool-on' : ''} aria-pressed={on} disabled={disabled} onMouseDown={(event) => event.preventDefault()} onClick={act}>{label}</Button>;
  const add = (type: FieldBlockType) => () => { if (full) void message.warning(`最多 ${LIMITS.blocksPerRevision} 块。`); else insertFields(editor, type); };
  return (
    <section className="text-editor" aria-label="正文编辑">
      {!readOnly && (
        <div className="text-tools" role="toolbar" aria-label="正文工具">
          {tool('小标题', () => editor.chain().focus().toggleHeading({ level: 2 }).run(), state.heading)}
          {tool('加粗', () => editor.chain().focus().toggleBold().run(), state.bold, state.heading)}
          <LinkButton editor={editor} />
          {tool('列表', () => editor.chain().focus().toggleBulletList().run(), state.bullet)}
          {tool('编号', () => editor.chain().focus().toggleOrderedList().run(), state.ordered)}
          {tool(BLOCK_WORDS.table, () => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(), state.table, state.table || full)}
          <span className="tool-gap" />
          {FIELD_TYPES.map((type) => <Button key={type} size="small" type="text" onMouseDown={(event) => event.preventDefault()} onClick={add(type)}>{BLOCK_WORDS[type]}</Button>)}
          <span className="tool-gap" />
          {tool('上移', () => moveBlock(editor, -1))}
          {tool('下移', () => moveBlock(editor, 1))}
          {tool('撤销', () => editor.chain().focus().undo().run(), false, !state.undo)}
          {tool('重做', () => editor.chain().focus().redo().run(), false, !state.redo)}
        </div>
      )}
      {!readOnly && state.table && <TableTools editor={editor} />}
      <EditorContent editor={editor} />
    </section>
  );
}
