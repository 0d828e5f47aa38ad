import { BLOCK_WORDS, drawnRows, endpoints, listNumbers, type ContentBlock, type FindingView, type GuideParts, type InlineMark, type RevisionView } from '@govmedia-hub/contracts';
import { useMemo, type ReactNode } from 'react';
import { addressOf } from '../../api/address.js';
import { ChartFigure } from '../../components/ChartFigure.js';
import { formatCivilDate } from '../../components/dates/civil-date.js';
import { CitationLine } from '../../components/CitationLine.js';
import { MarkedText, type TextMark } from '../../components/marked-text/MarkedText.js';
import { numbersIn } from './numbers-in.js';
import { piecesOf, placePieces } from './text-pieces.js';

/** The findings of a revision as marks on its canonical text; those of attachments have places of their own. */
export function marksOf(findings: readonly FindingView[]): TextMark[] {
  return findings
    .filter((finding) => finding.state !== 'fixed' && finding.attachment === null)
    .map((finding) => ({ id: finding.id, start: finding.start, end: finding.end, tone: finding.state === 'dismissed' ? 'done' : finding.severity, title: finding.message }));
}

type Show = (key: string, text: string, inline?: readonly InlineMark[]) => ReactNode;

function Guide({ guide, show }: { guide: GuideParts; show: Show }) {
  return (
    <dl className="guide-parts">
      <dt>适用对象</dt><dd>{guide.audience === 'person' ? '个人' : '企业'}{guide.lifeEvent ? ` · ${guide.lifeEvent}` : ''}</dd>
      <dt>办理条件</dt><dd><ol>{guide.conditions.map((text, i) => <li key={i}>{show(`guide.conditions.${i}`, text)}</li>)}</ol></dd>
      <dt>申请材料</dt><dd><ol>{guide.materials.map((material, i) => <li key={i}>{show(`guide.materials.${i}.name`, material.name)}（{show(`guide.materials.${i}.form`, material.form)}，{material.copies} 份）{material.note && <>，{show(`guide.materials.${i}.note`, material.note)}</>}</li>)}</ol></dd>
      <dt>办理流程</dt><dd><ol>{guide.steps.map((step, i) => <li key={i}><b>{show(`guide.steps.${i}.title`, step.title)}</b>　{show(`guide.steps.${i}.detail`, step.detail)}</li>)}</ol></dd>
      <dt>办理时限</dt><dd>{show('guide.timeLimit.text', guide.timeLimit.text)}（{guide.timeLimit.amount} 个{guide.timeLimit.unit === 'working_day' ? '工作日' : '自然日'}）</dd>
      <dt>收费</dt><dd>{guide.fee.free ? '不收费' : '收费'}　{show('guide.fee.text', guide.fee.text)}</dd>
      <dt>办理地点</dt><dd>{show('guide.place', guide.place)}</dd>
      <dt>办理时间</dt><dd>{show('guide.hours', guide.hours)}</dd>
      <dt>咨询电话</dt><dd>{show('guide.phone', guide.phone)}</dd>
      {guide.onlineUrl && <><dt>网上办理</dt><dd>{show('guide.onlineUrl', guide.onlineUrl)}</dd></>}
      <dt>最多跑一次</dt><dd>{guide.oneVisit ? '是' : '否'}</dd>
    </dl>
  );
}

function Block({ block, at, show, revision }: { block: ContentBlock; at: number; show: Show; revision: RevisionView }) {
  switch (block.type) {
    case 'heading':
      return <h3 className="revision-heading">{show(`${at}.text`, block.text)}</h3>;
    case 'paragraph':
      return <p className="revision-paragraph">{show(`${at}.text`, block.text, block.marks)}<Links text={block.text} marks={block.marks} /></p>;
    case 'list':
      {
      const List = block.ordered ? 'ol' : 'ul';
      return <List className={block.ordered ? 'revision-list revision-numbered' : 'revision-list'}>{block.items.map((text, i) => <li key={i} {...(block.ordered ? { value: listNumbers(block)[i]! } : {})} style={{ marginInlineStart: `${(block.levels?.[i] ?? 0) * 1.6}em` }}>{show(`${at}.items.${i}`, text, block.marks?.[i])}<Links text={text} marks={block.marks?.[i]} /></li>)}</List>;
    }
    case 'table':
      return <>{block.caption && <p className="revision-caption">{show(`${at}.caption`, block.caption)}</p>}<div className="revision-table"><table><tbody>{drawnRows(block).map((row, r) => <tr key={r}>{row.map(({ column, rows, columns, text, marks }) => {
        const words = <>{show(`${at}.rows.${r}.${column}`, text, marks)}<Links text={text} marks={[...marks]} /></>;
        return r === 0 ? <th key={column} scope="col" rowSpan={rows} colSpan={columns}>{words}</th> : <td key={column} rowSpan={rows} colSpan={columns}>{words}</td>;
      })}</tr>)}</tbody></table></div></>;
    case 'qa':
      return (
        <div className="revision-qa">
          <p className="revision-question">{show(`${at}.question`, block.question)}</p>
          {block.alternatives.length > 0 && <p className="revision-alternatives">也会这样问：{block.alternatives.map((text, i) => <span key={i}>{show(`${at}.alternatives.${i}`, text)}</span>)}</p>}
          <p className="revision-paragraph">{show(`${at}.answer`, block.answer)}</p>
        </div>
      );
    case 'picture':
      return <figure className="revision-picture"><img src={addressOf(endpoints.getMedia.path, { params: { id: block.mediaId } })} alt={block.alt} /><figcaption>{block.caption && <p>{show(`${at}.caption`, block.caption)}</p>}<p className="small quiet">替代文字：{show(`${at}.alt`, block.alt)}</p></figcaption></figure>;
    case 'chart':
      return <ChartFigure block={block} cell={(key, text) => show(`${at}.${key}`, text)} text={(key, text) => show(`${at}.${key}`, text)} />;
    case 'audio':
    case 'video': {
      const source = block.mediaId ? addressOf(endpoints.getMedia.path, { params: { id: block.mediaId } }) : null;
      return (
        <div className="revision-recording">
          <p className="revision-question">{BLOCK_WORDS[block.type]}：{show(`${at}.title`, block.title)}</p>
          {source ? block.type === 'audio' ? <audio src={source} controls preload="metadata" /> : <video src={source} controls preload="metadata" /> : <p>地址：{block.href}</p>}
          <p className="small quiet">文字稿</p>
          <p className="revision-paragraph">{show(`${at}.transcript`, block.transcript)}</p>
        </div>
      );
    }
    case 'citation': {
      const source = revision.sources.find((one) => one.documentId === block.documentId && one.anchor === block.anchor) ?? revision.sources.find((one) => one.documentId === block.documentId);
      return <div className="revision-citation">{source && <CitationLine documentId={source.documentId} title={source.title} docNumber={source.docNumber} label={source.label ?? '整份文件'} anchor={source.anchor} validity={source.validity} />}{block.note && <p>{show(`${at}.note`, block.note)}</p>}</div>;
    }
    case 'reprint':
      return <p className="revision-reprint">来源：{show(`${at}.name`, block.name)}，原文发布于{formatCivilDate(block.originalOn)}<span className="revision-links"><span>原文 → <a href={block.url} target="_blank" rel="noopener noreferrer">{block.url}</a></span></span></p>;
    case 'attachment':
      return <p className="revision-attachment">附件：{revision.attachments.find((file) => file.id === block.attachmentId)?.name ?? '已移除'}</p>;
  }
}

/** Where the links of a text lead, beside it: a reviewer judges the address too. */
function Links({ text, marks }: { text: string; marks: readonly InlineMark[] | undefined }) {
  const links = (marks ?? []).flatMap((mark) => (mark.kind === 'link' ? [mark] : []));
  if (links.length === 0) return null;
  return <span className="revision-links">{links.map((link) => <span key={link.start}>链接“{text.slice(link.start, link.end)}”→ <a href={link.href} target="_blank" rel="noopener noreferrer">{link.href}</a></span>)}</span>;
}

/** A revision as it is read, with the findings at their exact spans; falls back to the canonical text when the blocks cannot be found in it. */
export function RevisionText({ revision, findings, active, onPick, numbers = false }: { revision: RevisionView; findings: readonly FindingView[]; active: string | null; onPick: (id: string) => void; /** Marks every number too, so that it can be sought in the source. */ numbers?: boolean }) {
  const marks = useMemo(() => [...marksOf(findings), ...(numbers ? numbersIn(revision.text).map(({ start, end }): TextMark => ({ id: `number-${start}`, start, end, tone: 'number', title: '在依据中查找' })) : [])], [findings, numbers, revision.text]);
  const placed = useMemo(() => placePieces(revision.text, piecesOf(revision)), [revision]);
  if (!placed) return <p className="revision-plain"><MarkedText text={revision.text} marks={marks} active={active} onPick={onPick} /></p>;
  const show: Show = (key, text, inline) => {
    const piece = placed.get(key);
    return piece ? <MarkedText text={text} offset={piece.start} marks={marks} active={active} onPick={onPick} inline={inline} /> : text;
  };
  return (
    <div className="revision">
      <h2 className="revision-title serif">{show('title', revision.title)}</h2>
      {revision.blocks.map((block, i) => <Block key={i} block={block} at={i} show={show} revision={revision} />)}
      {revision.guide && <Guide guide={revision.guide} show={show} />}
    </div>
  );
}
