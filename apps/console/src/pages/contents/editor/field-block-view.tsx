import { BLOCK_WORDS, CHART_FORM_WORDS, CHART_FORMS, chartNumber, endpoints, LIMITS, type AttachmentBlock, type ChartBlock, type CitationBlock, type PictureBlock, type QaBlock, type RecordingBlock, type ReprintBlock } from '@govmedia-hub/contracts';
import { NodeViewWrapper, type NodeViewProps } from '@tiptap/react';
import { Button, Input, Segmented, Select } from 'antd';
import { useContext, type ReactNode } from 'react';
import { ChartFigure } from '../../../components/ChartFigure.js';
import { CitationLine } from '../../../components/CitationLine.js';
import { CivilDateInput } from '../../../components/CivilDateInput.js';
import { useCall } from '../../../api/queries.js';
import { addressOf } from '../../../api/address.js';
import { BlockField } from './block-field.js';
import { FieldBlockContext } from './field-block-context.js';
import { withField, type FieldBlockOf } from './field-blocks.js';
import { MediaField } from './media-field.js';

interface FieldsOf<T> { block: T; at: string; change: (block: T) => void }

function TextOf<T extends FieldBlockOf>({ block, at, change, field, ...rest }: FieldsOf<T> & { field: string; label: string; placeholder?: string; maxLength?: number; single?: boolean; hideLabel?: boolean }) {
  const value = field.split('.').reduce<unknown>((own, key) => (own as Record<string, unknown> | undefined)?.[key], block);
  return <BlockField blockKey={at} field={field} value={typeof value === 'string' ? value : ''} onChange={(text) => change(withField(block, field, text))} {...rest} />;
}

function Qa({ block, at, change }: FieldsOf<QaBlock>) {
  const { sources, pickSource } = useContext(FieldBlockContext);
  const documentId = block.documentId ?? sources[0]?.documentId ?? null;
  const documents = [...new Map(sources.map((source) => [source.documentId, source])).values()];
  return (
    <>
      <TextOf block={block} at={at} change={change} field="question" label="群众怎么问" placeholder="用群众的话写，例如 公租房怎么申请？" maxLength={LIMITS.questionChars} />
      {block.alternatives.map((_, i) => (
        <div className="block-line" key={i}><TextOf block={block} at={at} change={change} field={`alternatives.${i}`} label={`其他问法 ${i + 1}`} /><Button size="small" type="text" aria-label={`删除其他问法 ${i + 1}`} onClick={() => change({ ...block, alternatives: block.alternatives.filter((__, j) => j !== i) })}>✕</Button></div>
      ))}
      <div><Button size="small" onClick={() => change({ ...block, alternatives: [...block.alternatives, ''] })}>加一种问法</Button></div>
      <TextOf block={block} at={at} change={change} field="answer" label="回答" placeholder="先用一到三句话直接回答，再补充条件和办法。" maxLength={LIMITS.blockChars} />
      <div className="row">
        <span className="block-label">依据</span>
        {documents.length === 0 ? <span className="quiet">先在上面绑定依据文件</span> : (
          <>
            <Select size="small" aria-label="这条问答的依据文件" value={documentId} popupMatchSelectWidth={false} style={{ minWidth: 220, maxWidth: 420 }} options={documents.map((source) => ({ value: source.documentId, label: `${source.title}${source.docNumber ? ` ${source.docNumber}` : ''}` }))} onChange={(next: string) => change({ ...block, documentId: next, anchor: null })} />
            {documentId && <Button size="small" onClick={() => pickSource(at, documentId, block.anchor)}>{block.anchor ? `条款 ${block.anchor}，更换` : '选择条款'}</Button>}
          </>
        )}
      </div>
    </>
  );
}

function Picture({ block, at, change }: FieldsOf<PictureBlock>) {
  return (
    <>
      {block.mediaId && <img className="block-picture" src={addressOf(endpoints.getMedia.path, { params: { id: block.mediaId } })} alt={block.alt} />}
      <MediaField kind="picture" has={block.mediaId !== ''} taken={(media) => change({ ...block, mediaId: media.id })} />
      <TextOf block={block} at={at} change={change} field="alt" label="替代文字（必填）" placeholder="写明图里有什么，供看不到图片的人听" maxLength={LIMITS.altChars} />
      <TextOf block={block} at={at} change={change} field="caption" label="图注（可不填）" maxLength={LIMITS.captionChars} />
    </>
  );
}

function Chart({ block, at, change }: FieldsOf<ChartBlock>) {
  const width = Math.max(2, ...block.rows.map((row) => row.length));
  const resize = (height: number, columns: number) => change({ ...block, rows: Array.from({ length: height }, (_, r) => Array.from({ length: columns }, (__, c) => block.rows[r]?.[c] ?? '')) });
  const drawn = block.rows.length > 1 && block.rows.slice(1).every((row) => row.slice(1).every((cell) => chartNumber(cell) !== null));
  return (
    <>
      <div className="row"><Segmented size="small" value={block.form} options={CHART_FORMS.map((form) => ({ value: form, label: CHART_FORM_WORDS[form] }))} onChange={(form) => change({ ...block, form })} /></div>
      <TextOf block={block} at={at} change={change} field="title" label="图表标题" maxLength={LIMITS.captionChars} single />
      <TextOf block={block} at={at} change={change} field="unit" label="单位" placeholder="例如 万人" maxLength={40} single />
      <span className="block-label">数据（第一行是各组名称，第一列是各项名称）</span>
      <div className="block-table"><table><tbody>{block.rows.map((row, r) => <tr key={r}>{Array.from({ length: width }, (_, c) => <td key={c}><TextOf block={block} at={at} change={change} field={`rows.${r}.${c}`} label={`第 ${r + 1} 行第 ${c + 1} 列`} single hideLabel /></td>)}</tr>)}</tbody></table></div>
      <div className="row">
        <Button size="small" disabled={block.rows.length >= LIMITS.chartRows} onClick={() => resize(block.rows.length + 1, width)}>加一项</Button><Button size="small" disabled={width > LIMITS.chartSeries} onClick={() => resize(block.rows.length, width + 1)}>加一组</Button>
        <Button size="small" disabled={block.rows.length < 3} onClick={() => resize(block.rows.length - 1, width)}>减一项</Button><Button size="small" disabled={width < 3} onClick={() => resize(block.rows.length, width - 1)}>减一组</Button>
      </div>
      {drawn ? <ChartFigure block={block} /> : <p className="hint">数据都填成数字后，这里画出图表。</p>}
    </>
  );
}

function Recording({ block, at, change }: FieldsOf<RecordingBlock>) {
  const { readOnly } = useContext(FieldBlockContext);
  const source = block.mediaId ? addressOf(endpoints.getMedia.path, { params: { id: block.mediaId } }) : null;
  return (
    <>
      {source && (block.type === 'audio' ? <audio src={source} controls preload="metadata" /> : <video className="block-picture" src={source} controls preload="metadata" />)}
      <div className="row">
        <MediaField kind={block.type} has={block.mediaId !== null} taken={(media) => change({ ...block, mediaId: media.id, href: null })} />
        {block.mediaId ? <Button size="small" onClick={() => change({ ...block, mediaId: null })}>移除文件</Button> : <Input aria-label={`${BLOCK_WORDS[block.type]}网址`} placeholder="或填写 https 网址" value={block.href ?? ''} readOnly={readOnly} style={{ maxWidth: 360 }} onChange={(event) => change({ ...block, href: event.target.value.trim() || null })} />}
      </div>
      <TextOf block={block} at={at} change={change} field="title" label="标题" maxLength={LIMITS.captionChars} single />
      <TextOf block={block} at={at} change={change} field="transcript" label="文字稿（必填）" placeholder="写出说的全部内容，供听不到的人看，也供检索" maxLength={LIMITS.blockChars} />
    </>
  );
}

function Citation({ block, at, change }: FieldsOf<CitationBlock>) {
  const { sources, pickSource } = useContext(FieldBlockContext);
  const source = sources.find((one) => one.documentId === block.documentId && one.anchor === block.anchor);
  return (
    <>
      {source && <CitationLine documentId={source.documentId} title={source.title} docNumber={source.docNumber} label={source.label ?? '整份文件'} anchor={source.anchor} validity={source.validity} />}
      <div className="row"><Button size="small" onClick={() => pickSource(at, block.documentId || null, block.anchor)}>{source ? '更换文件或条款' : '选择政策文件和条款'}</Button><span className="hint">效力按群众阅读当天显示</span></div>
      <TextOf block={block} at={at} change={change} field="note" label="说明（可不填）" maxLength={LIMITS.opinionChars} />
    </>
  );
}

function Attachment({ block, change }: FieldsOf<AttachmentBlock>) {
  const { attachments } = useContext(FieldBlockContext);
  if (attachments.length === 0) return <p className="hint">先在上面“附件”里上传文件，再回到这里选择。</p>;
  return <Select aria-label="附件" value={block.attachmentId || null} placeholder="选择附件" style={{ minWidth: 280 }} options={attachments.map((file) => ({ value: file.id, label: file.name }))} onChange={(attachmentId: string) => change({ ...block, attachmentId })} />;
}

function Reprint({ block, at, change }: FieldsOf<ReprintBlock>) {
  const { readOnly } = useContext(FieldBlockContext);
  const whole = /^https?:\/\/[^\s/]+\.[^\s/]+/.test(block.url);
  const { data } = useCall(endpoints.checkRepostSource, { query: { url: block.url } }, { enabled: whole });
  return (
    <>
      <TextOf block={block} at={at} change={change} field="name" label="原文发布单位" placeholder="例如 中国政府网" maxLength={LIMITS.captionChars} single />
      <label className="stack"><span className="block-label">原文网址</span><Input value={block.url} readOnly={readOnly} maxLength={LIMITS.linkChars} placeholder="https://" onChange={(event) => change({ ...block, url: event.target.value.trim() })} /></label>
      {whole && data && <p className={data.listed ? 'hint' : 'field-error'} role="status">{data.message}{data.listed ? '' : '这样不能送审。'}</p>}
      <label className="stack"><span className="block-label">原文发布日期</span><CivilDateInput aria-label="原文发布日期" value={block.originalOn || null} width={220} disabled={readOnly} onChange={(day) => change({ ...block, originalOn: day ?? '' })} /></label>
      <p className="hint">转载不得改变原文标题和意思。群众会看到来源和原文链接。</p>
    </>
  );
}

/** A block of fields in the running text. */
export function FieldBlockView({ node, updateAttributes, deleteNode, selected }: NodeViewProps) {
  const block = node.attrs['block'] as FieldBlockOf;
  const at = String(node.attrs['key']);
  const { readOnly, errorsOf } = useContext(FieldBlockContext);
  const change = (next: FieldBlockOf): void => { if (!readOnly) updateAttributes({ block: next }); };
  let fields: ReactNode;
  switch (block.type) {
    case 'qa': fields = <Qa block={block} at={at} change={change} />; break;
    case 'picture': fields = <Picture block={block} at={at} change={change} />; break;
    case 'chart': fields = <Chart block={block} at={at} change={change} />; break;
    case 'audio':
    case 'video': fields = <Recording block={block} at={at} change={change} />; break;
    case 'citation': fields = <Citation block={block} at={at} change={change} />; break;
    case 'reprint': fields = <Reprint block={block} at={at} change={change} />; break;
    case 'attachment': fields = <Attachment block={block} at={at} change={change} />; break;
  }
  return (
    <NodeViewWrapper as="section" className={`block block-${block.type}${selected ? ' block-selected' : ''}`} aria-label={BLOCK_WORDS[block.type]} contentEditable={false} data-block-key={at}>
      <div className="block-head" data-drag-handle=""><span className="block-word">{BLOCK_WORDS[block.type]}</span>{!readOnly && <Button size="small" type="text" aria-label={`删除这一块${BLOCK_WORDS[block.type]}`} onClick={() => deleteNode()}>✕</Button>}</div>
      {errorsOf(at).map(({ field, message }) => <p key={`${field} ${message}`} className="field-error block-error" data-field={field} tabIndex={-1}>{message}</p>)}
      {fields}
    </NodeViewWrapper>
  );
}
