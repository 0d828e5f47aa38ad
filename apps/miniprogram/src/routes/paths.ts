/** Readable path of every page (the address in H5) and the page's file in the mini-program. */
export const PAGES = {
  '/': 'pages/home/index',
  '/ask': 'pages/ask/index',
  '/search': 'packages/policy/search/index',
  '/policies': 'packages/policy/list/index',
  '/policy': 'packages/policy/detail/index',
  '/reading': 'packages/policy/reading/index',
  '/question': 'packages/policy/question/index',
  '/compare': 'packages/policy/compare/index',
  '/gazette': 'packages/gazette/list/index',
  '/gazette/issue': 'packages/gazette/issue/index',
  '/gazette/item': 'packages/gazette/item/index',
  '/ended': 'packages/lists/ended/index',
  '/disclosure': 'packages/lists/disclosure/index',
  '/services': 'packages/services/list/index',
  '/guide': 'packages/services/guide/index',
  '/accounts': 'packages/accounts/directory/index',
  '/check': 'packages/accounts/check/index',
  '/ticket/new': 'packages/tickets/open/index',
  '/ticket/track': 'packages/tickets/track/index',
  '/me': 'packages/me/settings/index',
  '/privacy': 'packages/me/privacy/index',
  '/about': 'packages/me/about/index',
  '/missing': 'packages/me/missing/index',
} as const;

export type AppPath = keyof typeof PAGES;

export interface Place {
  path: AppPath;
  params: Record<string, string>;
  anchor: string | null;
}

const decode = (raw: string): string => {
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
};

/** Page parameters arrive percent-encoded in H5 and in WeChat alike. */
export function readParams(raw: Record<string, string | undefined>): Record<string, string> {
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(raw)) if (typeof value === 'string') params[name] = decode(value);
  return params;
}

const isPage = (path: string): path is AppPath => Object.prototype.hasOwnProperty.call(PAGES, path);

/**
 * Reads a link of the app: '/policy?id=ID#art-5', or the short form '/policy/ID#art-5' in which the hub writes it.
 * Null when the app has no such page.
 */
export function readLink(link: string): Place | null {
  const [beforeHash = '', hash = ''] = link.split(/#(.*)/s);
  const [rawPath = '', search = ''] = beforeHash.split(/\?(.*)/s);
  const params: Record<string, string> = {};
  for (const pair of search.split('&')) {
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    if (name) params[decode(name)] = decode(value.replace(/\+/g, ' '));
  }
  const anchor = hash ? decode(hash) : null;
  const path = rawPath.length > 1 ? rawPath.replace(/\/+$/, '') : rawPath || '/';
  if (isPage(path)) return { path, params, anchor };
  const cut = path.lastIndexOf('/');
  const parent = path.slice(0, cut);
  if (cut > 0 && isPage(parent)) return { path: parent, params: { ...params, id: decode(path.slice(cut + 1)) }, anchor };
  return null;
}

const query = (params: Record<string, string>): string =>
  Object.entries(params)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');

/** The address in the browser. */
export function toAddress(place: Place): string {
  const search = query(place.params);
  return `${place.path}${search ? `?${search}` : ''}${place.anchor ? `#${encodeURIComponent(place.anchor)}` : ''}`;
}

/** The page in the mini-program, which knows no fragments: the anchor travels as a parameter. */
export function toMiniProgramUrl(place: Place): string {
  const search = query({ ...place.params, ...(place.anchor ? { anchor: place.anchor } : {}) });
  return `/${PAGES[place.path]}${search ? `?${search}` : ''}`;
}

/** Link of a page with parameters; empty ones are left out. */
export function linkTo(path: AppPath, params: Record<string, string | null | undefined> = {}, anchor: string | null = null): string {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(params)) if (value) kept[name] = value;
  return toAddress({ path, params: kept, anchor });
}

export const policyLink = (id: string, anchor: string | null = null): string => linkTo('/policy', { id }, anchor);
