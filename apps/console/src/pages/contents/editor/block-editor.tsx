import type { BoundSourceView, ContentBlock } from '@govmedia-hub/contracts';
import { BLOCK_WORDS, LIMITS, plainLinesOfBlock } from '@govmedia-hub/contracts';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import type { TextMark } from '../../../components/marked-text/MarkedText.js';
import { MarkedTextarea } from './marked-textarea.js';


/** Finds the marks of a piece: which lie on it and where it begins in the screened text. */
export type MarksAt = (key: string) => { marks: readonly TextMark[]; offset: number };

type Change<T extends ContentBlock['type']> = (block: Extract<ContentBlock, { type: T }>) => void;

function Lines({ items, at, name, change, marksAt, add }: { items: string[]; at: string; name: string; change: (items: string[]) => void; marksAt: MarksAt; add: string }) {
  return (
    <div className="block-lines">
      {items.map((text, i) => (
        <div className="block-line" key={i}>
          <MarkedTextarea id={`${at}.${i}`} label={`${name}第 ${i + 1} 项`} value={text} {...marksAt(`${at}.${i}`)} onChange={(next) => change(items.map((one, j) => (j === i ? next : one)))} />
          <Button size="small" type="text" aria-label={`删除第 ${i + 1} 项`} onClick={() => change(items.filter((_, j) => j !== i))}>✕</Button>
        </div>
      ))}
      <Button size="small" onClick={() => change([...items, ''])}>{add}</Button>
    </div>
  );
}

function TableFields({ block, at, change, marksAt }: { block: Extract<ContentBlock, { type: 'table' }>; at: number; change: Change<'table'>; marksAt: MarksAt }) {
  const { rows } = block;
  const width = Math.max(1, ...rows.map((row) => row.length));
  const cell = (r: number, c: number) => rows[r]?.[c] ?? '';
  const resize = (height: number, columns: number) => change({ ...block, rows: Array.from({ length: height }, (_, r) => Array.from({ length: columns }, (__, c) => cell(r, c))) });
  return (
    <>
      <div className="block-table"><table>
        <tbody>{rows.map((_, r) => <tr key={r}>{Array.from({ length: width }, (__, c) => <td key={c}><MarkedTextarea id={`${at}.rows.${r}.${c}`} label={`第 ${r + 1} 行第 ${c + 1} 列`} value={cell(r, c)} {...marksAt(`${at}.rows.${r}.${c}`)} onChange={(next) => change({ ...block, rows: rows.map((row, i) => (i === r ? Array.from({ length: width }, (___, j) => (j === c ? next : cell(i, j))) : row)) })} /></td>)}</tr>)}</tbody>
      </table></div>
      <div className="row">
        <Button size="small" onClick={() => resize(rows.length + 1, width)}>加一行</Button><Button size="small" onClick={() => resize(rows.length, width + 1)}>加一列</Button>
        <Button size="small" disabled={rows.length < 2} onClick={() => resize(rows.length - 1, width)}>减一行</Button><Button size="small" disabled={width < 2} onClick={() => resize(rows.length, width - 1)}>减一列</Button>
        <span className="hint">第一行是表头</span>
      </div>
    </>
  );
}

function QaFields({ block, at, change, marksAt, sources, pickAnchor }: { block: Extract<ContentBlock, { type: 'qa' }>; at: number; change: Change<'qa'>; marksAt: MarksAt; sources: readonly BoundSourceView[]; pickAnchor: (documentId: string, anchor: string | null) => void }) {
  const documentId = block.documentId ?? sources[0]?.documentId ?? null;
  const documents = [...new Map(sources.map((source) => [source.documentId, source])).values()];
  return (
    <div className="qa-fields">
      <span className="block-label">群众怎么问</span>
      <MarkedTextarea id={`${at}.question`} label="问题" value={block.question} placeholder="用群众的话写，例如 公租房怎么申请？" maxLength={LIMITS.questionChars} {...marksAt(`${at}.question`)} onChange={(question) => change({ ...block, question })} />
      <span className="block-label">其他问法</span>
      <Lines items={block.alternatives} at={`${at}.alternatives`} name="其他问法" change={(alternatives) => change({ ...block, alternatives })} marksAt={marksAt} add="加一种问法" />
      <span className="block-label">回答</span>
      <MarkedTextarea id={`${at}.answer`} label="回答" value={block.answer} placeholder="先用一到三句话直接回答，再补充条件和办法。" maxLength={LIMITS.blockChars} {...marksAt(`${at}.answer`)} onChange={(answer) => change({ ...block, answer })} />
      <span className="block-label">依据</span>
      <div className="row">
        {documents.length === 0 ? <span className="quiet">先在上面绑定依据文件</span> : (
          <>
            <Select size="small" aria-label="这条问答的依据文件" value={documentId} popupMatchSelectWidth={false} style={{ minWidth: 220, maxWidth: 420 }} options={documents.map((source) => ({ value: source.documentId, label: `${source.title}${source.docNumber ? ` ${source.docNumber}` : ''}` }))} onChange={(next: string) => change({ ...block, documentId: next, anchor: null })} />
            {documentId && <Button size="small" onClick={() => pickAnchor(documentId, block.anchor)}>{block.anchor ? `条款 ${block.anchor}，更换` : '选择条款'}</Button>}
          </>
        )}
      </div>
    </div>
  );
}

/** One block of the editor with its fields and the acts on it. */
export function BlockEditor({ block, at, of, change, move, remove, marksAt, sources, pickAnchor }: {
  block: ContentBlock; at: number; of: number; change: (block: ContentBlock) => void; move: (step: 1 | -1) => void; remove: () => void; marksAt: MarksAt; sources: readonly BoundSourceView[]; pickAnchor: (documentId: string, anchor: string | null) => void;
}) {
  let fields: ReactNode;
  switch (block.type) {
    case 'heading': fields = <MarkedTextarea id={`${at}.text`} label="小标题" single value={block.text} {...marksAt(`${at}.text`)} onChange={(text) => change({ ...block, text })} />; break;
    case 'paragraph': fields = <MarkedTextarea id={`${at}.text`} label="段落" value={block.text} maxLength={LIMITS.blockChars} {...marksAt(`${at}.text`)} onChange={(text) => change({ type: 'paragraph', text })} />; break;
    case 'list': fields = <Lines items={block.items} at={`${at}.items`} name="列表" change={(items) => change({ type: 'list', items, ...(block.ordered ? { ordered: true } : {}) })} marksAt={marksAt} add="加一项" />; break;
    case 'table': fields = <TableFields block={block} at={at} change={change} marksAt={marksAt} />; break;
    case 'qa': fields = <QaFields block={block} at={at} change={change} marksAt={marksAt} sources={sources} pickAnchor={pickAnchor} />; break;
    default: fields = <p className="revision-paragraph">{plainLinesOfBlock(block).join('\n')}</p>;
  }
  return (
    <section className={`block block-${block.type}`} aria-label={`第 ${at + 1} 块，${BLOCK_WORDS[block.type]}`}>
      <div className="block-head">
        <span className="block-word">{BLOCK_WORDS[block.type]}</span>
        <span className="block-acts">
          <Button size="small" type="text" aria-label="上移" disabled={at === 0} onClick={() => move(-1)}>↑</Button>
          <Button size="small" type="text" aria-label="下移" disabled={at === of - 1} onClick={() => move(1)}>↓</Button>
          <Button size="small" type="text" aria-label={`删除这一块${BLOCK_WORDS[block.type]}`} onClick={remove}>✕</Button>
        </span>
      </div>
      {fields}
    </section>
  );
}
