import { LIMITS, LINK_SCHEMES, type InlineMark } from '@govmedia-hub/contracts';

/** True for an address that a link may lead to; credentials in it would pass for another site's name. */
export function isLinkable(href: unknown): href is string {
  if (typeof href !== 'string' || href.length > LIMITS.linkChars || /[\s"'<>\\\u0000-\u001f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/.test(href)) return false;
  if (/^tel:[+0-9-]{3,20}$/.test(href)) return true;
  const url = parse(href);
  return url !== null && (LINK_SCHEMES as readonly string[]).includes(url.protocol) && url.protocol !== 'tel:' && url.hostname !== '' && url.username === '' && url.password === '';
}

function parse(href: string): URL | null {
  try {
    return new URL(href);
  } catch {
    return null;
  }
}

/** Marks in their one form: sorted, touching ones of the same kind joined. @returns a refusal in words when they do not fit the text */
export function readMarks(text: string, value: unknown): InlineMark[] | string {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.length > LIMITS.marksPerText) return `标记应为列表，最多 ${LIMITS.marksPerText} 处。`;
  const marks: InlineMark[] = [];
  for (const entry of value as Record<string, unknown>[]) {
    const { kind, start, end, href, ...rest } = entry ?? {};
    if (Object.keys(rest).length > 0 || (kind !== 'bold' && kind !== 'link') || (kind === 'bold' && href !== undefined)) return '只能加粗或加链接。';
    if (!Number.isInteger(start) || !Number.isInteger(end) || (start as number) < 0 || (end as number) > text.length || (start as number) >= (end as number)) return '标记的位置不在文字里。';
    if (kind === 'link' && !isLinkable(href)) return '链接只能是 http、https 网址或电话号码。';
    marks.push(kind === 'bold' ? { kind, start: start as number, end: end as number } : { kind, start: start as number, end: end as number, href: href as string });
  }
  marks.sort((a, b) => a.start - b.start || a.end - b.end || (a.kind < b.kind ? -1 : 1));
  const joined: InlineMark[] = [];
  for (const mark of marks) {
    const before = joined.findLast((other) => other.kind === mark.kind);
    if (before && mark.start < before.end) return '同一种标记不能重叠。';
    if (before && mark.start === before.end && (mark.kind === 'bold' || (before.kind === 'link' && before.href === mark.href))) before.end = mark.end;
    else joined.push({ ...mark });
  }
  return joined;
}
