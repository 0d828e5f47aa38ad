/** Facts an inspection judges, gathered by the caller at the monitoring point. null always means "not gathered", never "none". */

export type AccountKind = 'publishing' | 'service' | 'mixed';
export type AccountStatus = 'active' | 'closing_notice' | 'closed' | 'cancelled';
export const ACCOUNT_KIND_TEXT: Record<AccountKind, string> = { publishing: '发布类', service: '服务类', mixed: '综合类' };

export interface InspectedAccount {
  id: string;
  name: string;
  platform: string;
  kind: AccountKind;
  status: AccountStatus;
  sponsorName: string;
  /** Administrative level or any other ground on which the circular counts, for example 市级部门. */
  level: string;
  /** Civil dates in Asia/Shanghai. */
  openedOn: string | null;
  closingNoticeFrom: string | null;
  closedOn: string | null;
  cancelledOn: string | null;
  interactionChannels: string[];
}

export interface PostFacts {
  id: string;
  title: string;
  url: string | null;
  /** ISO instant; null when the post shows no date. */
  publishedAt: string | null;
  text: string;
  /** When a collector last looked and the post was not there yet; proves a date that was set back. */
  absentAt?: string | null;
}

export interface WordingFinding {
  postId: string;
  /** The gate that found it, for example politics, secrecy. */
  gate: string;
  rule: string;
  severity: string;
  text: string;
  message: string;
}

export interface ScreeningFacts {
  lexiconVersion: string;
  findings: WordingFinding[];
}

export interface IncidentFacts {
  id: string;
  /** 'attack' (tampering, hijack), 'public_opinion', 'harmful_content', 'secrecy' … */
  kind: string;
  at: string;
  text: string;
  /** null while nobody has judged it. */
  handledInTime: boolean | null;
  url?: string | null;
}

export interface ProbeFacts {
  /** What was tried: 'download', 'homepage', 'interaction', 'outbound_link'. */
  target: string;
  label: string;
  url: string | null;
  at: string;
  ok: boolean;
  note: string;
}

export interface ComplaintFacts {
  id: string;
  /** 'fake_followers', 'forced_likes' or other words of the pack. */
  kind: string;
  at: string;
  text: string;
}

/** Everything known about one account at the monitoring point. */
export interface AccountFacts {
  account: InspectedAccount;
  posts: PostFacts[] | null;
  /** Posts are complete up to this instant; null means up to the monitoring point. */
  collectedThrough: string | null;
  screening: ScreeningFacts | null;
  incidents: IncidentFacts[] | null;
  probes: ProbeFacts[] | null;
  complaints: ComplaintFacts[] | null;
}

export interface InspectionFacts {
  /** ISO instant, fixed for the round; every window counts back from here and never from now. */
  monitoringPointAt: string;
  /** First civil date (Asia/Shanghai) whose content is looked at; null for everything given. */
  periodFrom: string | null;
  accounts: AccountFacts[];
}

const INSTANT_FIELDS = new Set(['monitoringPointAt', 'publishedAt', 'absentAt', 'at', 'collectedThrough']);

function canonical(value: unknown, field: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item, ''));
    // Lists of facts are sets: the order in which a reader fetched them must not change the digest.
    return items.map((item) => [JSON.stringify(item), item] as const).sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)).map(([, item]) => item);
  }
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return Object.fromEntries(entries.map(([name, each]) => [name, canonical(each, name)]));
  }
  if (typeof value === 'string') {
    if (INSTANT_FIELDS.has(field) && Number.isFinite(Date.parse(value))) return new Date(Date.parse(value)).toISOString();
    return value.normalize('NFC');
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`facts carry no number: ${field}`);
  return value;
}

/**
 * The one text of a set of facts, to be hashed by the caller: keys sorted, lists as sets, instants in UTC with
 * milliseconds, absent optional fields left out. Equal facts in any order give equal text.
 */
export function canonicalFacts(facts: InspectionFacts): string {
  return JSON.stringify(canonical(facts, ''));
}
