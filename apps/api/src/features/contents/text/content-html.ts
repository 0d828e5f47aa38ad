import { CHART_FORM_WORDS, chartNumber, drawnRows, runsOf, VALIDITY_WORDS, type AttachmentView, type BoundSourceView, type ChartBlock, type ContentBlock, type InlineMark, type ListBlock, type TableBlock } from '@govmedia-hub/contracts';
import { chineseDate } from '@govmedia-hub/working-days';

/** What a place of publication knows that a text does not. */
export interface HtmlPlace {
  sources: readonly Pick<BoundSourceView, 'documentId' | 'anchor' | 'title' | 'docNumber' | 'label' | 'validity'>[];
  attachments?: readonly AttachmentView[];
  /** Address of an uploaded picture or recording there; null when it has none, and its words stand for it. */
  mediaUrl?: (mediaId: string) => string | null;
  /** False where links lead nowhere (WeChat articles): their address then stands behind them in words. */
  links: boolean;
  /** True where no style sheet follows the text: every element carries its own style. */
  styled: boolean;
}

/** WeChat keeps inline styles and drops style sheets, classes, ids, scripts, frames, forms and positioned elements. */
const STYLES: Record<string, string> = {
  h2: 'margin:28px 0 10px;font-size:18px;line-height:1.5;font-weight:600;color:#14212B;',
  p: 'margin:0 0 16px;font-size:16px;line-height:1.75;color:#14212B;',
  quiet: 'margin:0 0 16px;font-size:14px;line-height:1.6;color:#4A5A66;',
  question: 'margin:0 0 6px;font-size:17px;line-height:1.5;font-weight:600;color:#14212B;',
  list: 'margin:0 0 16px;padding-left:1.4em;font-size:16px;line-height:1.75;color:#14212B;',
  table: 'width:100%;margin:0 0 16px;border-collapse:collapse;font-size:14px;line-height:1.6;color:#14212B;',
  th: 'padding:6px 8px;border:1px solid #DCE2E6;background:#F5F6F4;text-align:left;font-weight:600;',
  td: 'padding:6px 8px;border:1px solid #DCE2E6;text-align:left;vertical-align:top;',
  number: 'padding:6px 8px;border:1px solid #DCE2E6;text-align:right;',
  img: 'display:block;max-width:100%;height:auto;margin:0 auto 6px;',
  card: 'margin:0 0 16px;padding:12px 14px;border:1px solid #DCE2E6;border-left:4px solid #1B5A86;',
  bar: 'display:block;height:14px;background:#1B5A86;',
};
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => ESCAPES[mark]!);
const lines = (text: string): string => escapeHtml(text).replace(/\n/g, '<br/>');

/** The blocks of a text as HTML for a place outside the hub; no element or address comes from the text itself but links that were let in. */
export function contentHtml(blocks: readonly ContentBlock[], place: HtmlPlace): string {
  return blocks.map((block) => new BlockHtml(place).of(block)).join('');
}

class BlockHtml {
  constructor(private readonly place: HtmlPlace) {}

  of(block: ContentBlock): string {
    switch (block.type) {
      case 'heading':
        return this.element('h2', 'h2', escapeHtml(block.text));
      case 'paragraph':
        return this.element('p', 'p', this.inline(block.text, block.marks));
      case 'list':
        return this.list(block, 0, block.items.length);
      case 'table':
        return this.caption(block.caption) + this.table(block, () => 'td');
      case 'qa':
        return this.element('p', 'question', `<strong>${lines(block.question)}</strong>`) + this.element('p', 'p', lines(block.answer));
      case 'picture': {
        const url = this.place.mediaUrl?.(block.mediaId) ?? null;
        const picture = url === null ? this.element('p', 'quiet', `［图片：${lines(block.alt)}］`) : `<img src="${escapeHtml(url)}" alt="${escapeHtml(block.alt)}"${this.style('img')}/>`;
        return picture + this.caption(block.caption);
      }
      case 'chart':
        return this.chart(block);
      case 'audio':
      case 'video': {
        const url = block.href ?? (block.mediaId ? this.place.mediaUrl?.(block.mediaId) ?? null : null);
        const name = `${block.type === 'audio' ? '音频' : '视频'}：${escapeHtml(block.title)}`;
        return this.element('p', 'question', url === null ? name : this.link(url, name)) + this.element('p', 'p', `文字稿<br/>${lines(block.transcript)}`);
      }
      case 'citation': {
        const source = this.place.sources.find((one) => one.documentId === block.documentId && one.anchor === block.anchor) ?? this.place.sources.find((one) => one.documentId === block.documentId);
        const named = source ? `《${escapeHtml(source.title)}》${escapeHtml(source.docNumber ? `（${source.docNumber}）` : '')}${escapeHtml(source.label ?? '')} ${VALIDITY_WORDS[source.validity].shape} ${VALIDITY_WORDS[source.validity].label}` : '引用的政策';
        return this.element('blockquote', 'card', `<strong>${named}</strong>${block.note ? `<br/>${lines(block.note)}` : ''}`);
      }
      case 'reprint':
        return this.element('p', 'quiet', `来源：${escapeHtml(block.name)}${block.originalOn ? `　原文发布于${chineseDate(block.originalOn)}` : ''}${block.url ? `　${this.link(block.url, '查看原文')}` : ''}`);
      case 'attachment': {
        const file = this.place.attachments?.find((one) => one.id === block.attachmentId);
        return file ? this.element('p', 'quiet', `附件：${escapeHtml(file.name)}`) : '';
      }
    }
  }

  private chart({ form, title, unit, rows }: ChartBlock): string {
    const [header = [], ...data] = rows;
    const most = Math.max(0, ...data.map((row) => Math.abs(chartNumber(row[1] ?? '') ?? 0)));
    const bars = this.place.styled && header.length === 2 && most > 0
      ? data.map((row) => `${this.element('p', 'quiet', `${escapeHtml(row[0] ?? '')}　${escapeHtml(row[1] ?? '')}${escapeHtml(unit)}<span style="${STYLES.bar}width:${Math.round((Math.abs(chartNumber(row[1] ?? '') ?? 0) / most) * 100)}%;"></span>`)}`).join('')
      : this.table({ rows }, (column) => (column === 0 ? 'td' : 'number'));
    return this.element('p', 'question', `${escapeHtml(title)}（${CHART_FORM_WORDS[form]}${unit ? `，单位：${escapeHtml(unit)}` : ''}）`) + bars;
  }

  /** Items from..to that stand beside each other, each with the deeper ones that follow it. */
  private list(block: ListBlock, from: number, to: number): string {
    const level = block.levels?.[from] ?? 0;
    let inside = '';
    for (let i = from; i < to; ) {
      let next = i + 1;
      while (next < to && (block.levels?.[next] ?? 0) > level) next += 1;
      inside += `<li>${this.inline(block.items[i]!, block.marks?.[i])}${next > i + 1 ? this.list(block, i + 1, next) : ''}</li>`;
      i = next;
    }
    return this.element(block.ordered ? 'ol' : 'ul', 'list', inside);
  }

  private table(table: Pick<TableBlock, 'rows' | 'marks' | 'merged'>, kind: (column: number) => 'td' | 'number'): string {
    const rows = drawnRows(table).map((cells, r) => `<tr>${cells.map((cell) => {
      const [tag, style] = r === 0 ? (['th', 'th'] as const) : (['td', kind(cell.column)] as const);
      return this.element(tag, style, this.inline(cell.text, cell.marks), `${cell.rows > 1 ? ` rowspan="${cell.rows}"` : ''}${cell.columns > 1 ? ` colspan="${cell.columns}"` : ''}`);
    }).join('')}</tr>`);
    return this.element('table', 'table', `<tbody>${rows.join('')}</tbody>`);
  }

  private inline(text: string, marks: readonly InlineMark[] | undefined): string {
    return runsOf(text, marks).map((run) => {
      const words = run.bold ? `<strong>${lines(run.text)}</strong>` : lines(run.text);
      return run.href === null ? words : this.link(run.href, words);
    }).join('');
  }

  private link(href: string, words: string): string {
    return this.place.links ? `<a href="${escapeHtml(href)}" rel="noopener noreferrer">${words}</a>` : `${words}（${escapeHtml(href.replace(/^tel:/, ''))}）`;
  }

  private caption(text: string | undefined): string {
    return text ? this.element('p', 'quiet', lines(text)) : '';
  }

  private element(tag: string, style: string, inside: string, more = ''): string {
    return `<${tag}${more}${this.style(style)}>${inside}</${tag}>`;
  }

  private style(name: string): string {
    return this.place.styled ? ` style="${STYLES[name]}"` : '';
  }
}
