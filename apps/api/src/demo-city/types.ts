/**
 * Plain data types of the demonstration city. Every text may carry date marks
 * (see dates.ts); nothing here depends on a feature, so that the seed maps it.
 */

/** A text that may hold marks such as `{d:-120}`, `{y:-120}` or `{iso:-120}`. */
export type DatedText = string;

export type DemoOrganisationKind = 'government_office' | 'bureau' | 'township' | 'public_institution';

export interface DemoOrganisation {
  key: string;
  name: string;
  shortName: string;
  kind: DemoOrganisationKind;
  /** 统一社会信用代码, 18 characters, GB 32100 checksum valid, region 980481 is fictional. */
  creditCode: string;
  regionCode: string;
  region: string;
  parentKey: string | null;
  duties: string;
  address: string;
  phone: string;
  /** true for the 主管单位 of the city's government new media. */
  supervisor: boolean;
}

export type DemoRole = 'operator' | 'reviewer' | 'publisher' | 'supervisor' | 'inspector' | 'administrator' | 'auditor';

export interface DemoPerson {
  key: string;
  username: string;
  name: string;
  orgKey: string;
  post: string;
  roles: DemoRole[];
}

export type DemoValidity = 'not_yet_in_force' | 'in_force' | 'amended' | 'repealed' | 'expired';
export type DemoOpenness = 'proactive' | 'on_request';

export interface DemoPolicy {
  key: string;
  /** The organisation that issued it and keeps it in the library (市政府 documents are kept by the office). */
  orgKey: string;
  /** The department that drafted it and therefore interprets it (谁起草、谁解读). */
  draftedBy: string;
  topic: string;
  title: DatedText;
  docNumber: DatedText;
  /** As signed; joint issuers are separated by a full-width space. */
  issuer: string;
  signedOn: DatedText;
  publishedOn: DatedText;
  effectiveOn: DatedText;
  /** Last day of force where the text names a date (有效期至…); a term of years alone (有效期5年) stays null here. */
  expiresOn: DatedText | null;
  openness: DemoOpenness;
  /** What the library must show on the day of seeding. */
  validity: DemoValidity;
  /** Key of the policy of this set that repeals or amends it. */
  changedBy: string | null;
  text: DatedText;
}

export type DemoAudience = 'person' | 'enterprise';

export interface DemoQuestion {
  key: string;
  /** The answering organisation. */
  orgKey: string;
  policyKey: string;
  /** 'art-5' for 第五条, 'sec-2' for 二、, 'sec-2-1' for 二、（一）. */
  anchor: string;
  question: string;
  alternatives: string[];
  answer: DatedText;
  audience: DemoAudience;
  topic: string;
  /** Days from the day of seeding. */
  validFromOffset: number;
  reviewDueOffset: number;
}

export type DemoInterpretationBlock =
  | { type: 'heading'; text: DatedText }
  | { type: 'paragraph'; text: DatedText }
  | { type: 'qa'; question: string; answer: DatedText };

export interface DemoInterpretation {
  key: string;
  orgKey: string;
  policyKey: string;
  title: DatedText;
  summary: DatedText;
  publishedOffset: number;
  topic: string;
  blocks: DemoInterpretationBlock[];
}

export type DemoBasis = { policyKey: string; anchor: string } | { lawTitle: string; article: string | null };

export interface DemoMaterial {
  name: string;
  kind: '原件' | '复印件' | '电子';
  copies: number;
  note: string | null;
}

export interface DemoGuideStep {
  title: string;
  detail: string;
  /** Working days this step takes, when it takes any. */
  days?: number;
}

export interface DemoTimeLimit {
  amount: number;
  unit: 'working_day' | 'day';
}

export interface DemoGuide {
  key: string;
  orgKey: string;
  title: string;
  audience: DemoAudience;
  lifeEvent: string;
  topic: string;
  basis: DemoBasis[];
  conditions: string[];
  materials: DemoMaterial[];
  steps: DemoGuideStep[];
  /** Promised; amount 0 means on the spot (即办). */
  timeLimit: DemoTimeLimit;
  /** By law or by the policy; null where none is set. */
  legalTimeLimit: DemoTimeLimit | null;
  fee: { free: boolean; text: string };
  place: string;
  hours: string;
  phone: string;
  onlineUrl: string | null;
  /** 最多跑一次 or less. */
  oneVisit: boolean;
}

export type DemoPlatform = 'wechat_official' | 'weibo' | 'douyin' | 'wechat_channels' | 'wechat_mini_program' | 'app';

export interface DemoFilingRecord {
  offset: number;
  action: 'opened' | 'returned' | 'approved' | 'changed' | 'closure_noticed' | 'cancelled';
  note: string;
}

/** A mistake planted on purpose so that an inspection has something to find. */
export interface DemoPostingFault {
  kind: 'serious_wording' | 'unmasked_phone' | 'silent' | 'no_interaction';
  /** Which post carries it, counted back from the newest (0); absent for account-wide faults. */
  postIndex?: number;
  note: string;
}

export type DemoPostTopic = '办事提醒' | '政策速递' | '天气与应急' | '民生实事' | '文化活动' | '便民信息';

export interface DemoPosting {
  /** Mean distance between posts, in days. */
  everyDays: number;
  /** Age of the newest post in hours, counted back from 00:00 UTC (08:00 in Shanghai) of the day of seeding. */
  lastOffsetHours: number;
  topics: DemoPostTopic[];
  faults?: DemoPostingFault[];
}

export interface DemoAccount {
  key: string;
  orgKey: string;
  platform: DemoPlatform;
  /** 订阅号, 服务号, 微博, 抖音号, 视频号, 小程序, 移动客户端. */
  accountType: string;
  name: string;
  accountId: string;
  kind: 'publishing' | 'service' | 'mixed';
  intro: string;
  homepageUrl: string;
  openedOffset: number;
  certSubject: string;
  responsible: { name: string; post: string };
  contactPhone: string;
  interactionChannels: string[];
  status: 'active' | 'closing_notice' | 'cancelled';
  filingNumber: DatedText;
  filingHistory: DemoFilingRecord[];
  /** null for accounts that publish nothing (a pure service mini-program). */
  posting: DemoPosting | null;
  /** Which inspection edge this account stands for, if any. */
  edge: string | null;
}

export interface DemoPost {
  title: string;
  text: string;
  url: string;
  /** Instant, ISO UTC. */
  publishedAt: string;
  topic: DemoPostTopic;
}

/**
 * A hand-written post; the generator picks by topic, month and organisation. Date marks count from the day
 * of the post; `{place}` becomes one of the city's towns.
 */
export interface DemoPostTemplate {
  topic: DemoPostTopic;
  /** Months 1..12 in which it fits; empty for all year. */
  months: number[];
  title: DatedText;
  text: DatedText;
  /** Organisations whose accounts may use it; absent for all. */
  orgKeys?: string[];
  /** Not before this day (days from the day of seeding): what it tells did not hold earlier. */
  sinceOffset?: number;
}

/** A look-alike that is NOT in the register, for the authenticity check. */
export interface DemoImpostor {
  name: string;
  platform: DemoPlatform;
  looksLikeKey: string;
  note: string;
}
