import { linesOfBlock, type ContentBlock, type InlineMark } from '@govmedia-hub/contracts';

/** What two texts are marked with differently though their words may be the same. */
export interface FormatDifference { gone: string[]; come: string[] }

const marksOf = (block: ContentBlock): readonly (readonly InlineMark[])[] =>
  block.type === 'paragraph' ? [block.marks ?? []] : block.type === 'list' ? block.items.map((_, i) => block.marks?.[i] ?? []) : block.type === 'table' ? block.rows.flatMap((row, r) => row.map((_, c) => block.marks?.[r]?.[c] ?? [])) : [];

/** Emphasis, links, whence a reprint comes, joined cells and inner lists of a text, one line each. */
function formatLines(blocks: readonly ContentBlock[]): string[] {
  return blocks.flatMap((block) => {
    const texts = linesOfBlock(block.type === 'table' ? { type: 'table', rows: block.rows } : block).flat().map(({ text }) => text);
    const lines = marksOf(block).flatMap((marks, i) => marks.map((mark) => `${mark.kind === 'bold' ? '加粗' : '链接'}“${texts[i]!.slice(mark.start, mark.end)}”${mark.kind === 'link' ? `→ ${mark.href}` : ''}`));
    if (block.type === 'table') lines.push(...(block.merged ?? []).map(({ row, column, rows, columns }) => `合并单元格“${block.rows[row]?.[column] ?? ''}”：${rows} 行 ${columns} 列`));
    if (block.type === 'list') lines.push(...block.items.flatMap((item, i) => (block.levels?.[i] ? [`列表第 ${block.levels[i]! + 1} 层“${item}”`] : [])), ...(block.ordered ? [`编号列表“${block.items[0] ?? ''}”`] : []));
    if (block.type === 'reprint') lines.push(`转载自“${block.name}”，原文发布于 ${block.originalOn} → ${block.url}`);
    return lines;
  });
}

/** Lines that only one of two texts has, however often each stands there. */
export function formatDifference(before: readonly ContentBlock[], after: readonly ContentBlock[]): FormatDifference {
  const only = (these: readonly string[], others: readonly string[]): string[] => {
    const left = [...others];
    return these.filter((line) => { const at = left.indexOf(line); if (at >= 0) left.splice(at, 1); return at < 0; });
  };
  const [old, now] = [formatLines(before), formatLines(after)];
  return { gone: only(old, now), come: only(now, old) };
}
