import { normalise } from '@govmedia-hub/chinese-text';

/** The name as people mean it: outer marks, @, spaces and letter width do not count; traditional forms and hidden characters still do. */
export function plainName(name: string): string {
  return normalise(name.replace(/^[\s@＠“"「『《【]+|[\s”"」』》】]+$/gu, ''), { traditional: false, zeroWidth: false }).text.replace(/\s+/gu, '');
}

/** The comparison key: also traditional forms, characters without width and separators folded away. */
export function nameKey(name: string): string {
  return normalise(name, { separators: true }).text;
}

export type AccountQuery = { kind: 'name' | 'platform_id' | 'url'; value: string };

/** What a person typed: a name, a platform's own id (gh_…, wx…, a long UID) or an address. */
export function readAccountQuery(text: string): AccountQuery {
  const trimmed = normalise(text.trim(), { lowerCase: false, traditional: false }).text.trim();
  if (/^(?:https?:\/\/|www\.)\S+$/iu.test(trimmed) || /^[a-z0-9.-]+\.(?:com|cn|net|org|gov)(?:\/\S*)?$/iu.test(trimmed)) return { kind: 'url', value: urlKey(trimmed) };
  if (/^(?:gh_[0-9a-z]{6,}|wx[0-9a-f]{16}|\d{8,})$/iu.test(trimmed)) return { kind: 'platform_id', value: trimmed.toLowerCase() };
  return { kind: 'name', value: text.trim() };
}

/** An address without scheme, www., fragment, tracking query and closing slash; the path keeps its case. */
export function urlKey(url: string): string {
  const bare = url.trim().replace(/^https?:\/\//iu, '').replace(/#.*$/u, '').replace(/\?(?:utm_|from=|scene=|share).*$/iu, '').replace(/\/+$/u, '');
  const slash = bare.indexOf('/');
  const host = (slash < 0 ? bare : bare.slice(0, slash)).toLowerCase().replace(/^www\./u, '');
  return slash < 0 ? host : host + bare.slice(slash);
}
