export const PLATFORMS = ['wechat_official', 'wechat_channels', 'wechat_mini_program', 'weibo', 'douyin', 'kuaishou', 'toutiao', 'app', 'other'] as const;
export type Platform = (typeof PLATFORMS)[number];
export const PLATFORM_WORDS: Record<Platform, string> = {
  wechat_official: '微信公众号',
  wechat_channels: '微信视频号',
  wechat_mini_program: '微信小程序',
  weibo: '新浪微博',
  douyin: '抖音',
  kuaishou: '快手',
  toutiao: '今日头条',
  app: '移动客户端',
  other: '其他',
};

export const ACCOUNT_KINDS = ['publishing', 'service', 'mixed'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];
export const ACCOUNT_KIND_WORDS: Record<AccountKind, string> = { publishing: '发布类', service: '服务类', mixed: '综合类' };

export const ACCOUNT_STATUSES = ['active', 'closing_notice', 'closed', 'cancelled'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];
export const ACCOUNT_STATUS_WORDS: Record<AccountStatus, string> = { active: '正常', closing_notice: '关停公告期', closed: '已关停', cancelled: '已注销' };

export const FILING_KINDS = ['opening', 'change', 'closing', 'cancellation'] as const;
export type FilingKind = (typeof FILING_KINDS)[number];
export const FILING_KIND_WORDS: Record<FilingKind, string> = { opening: '开设备案', change: '变更报备', closing: '关停报备', cancellation: '注销报备' };

export const FILING_STATUSES = ['draft', 'submitted', 'correction', 'approved', 'rejected', 'withdrawn'] as const;
export type FilingStatus = (typeof FILING_STATUSES)[number];
export const FILING_STATUS_WORDS: Record<FilingStatus, string> = { draft: '草稿', submitted: '待审核', correction: '待补正', approved: '已备案', rejected: '不同意', withdrawn: '已撤回' };

/** 备案表: what a unit states about an account (国办发〔2018〕123号; fields are a synthesis of published local forms). */
export interface FilingForm {
  accountName: string;
  platform: Platform;
  accountType: string;
  /** The platform's own id: gh_…, wx…, UID. */
  platformAccountId: string;
  accountKind: AccountKind;
  homepageUrl: string | null;
  intro: string;
  openedOn: string | null;
  /** 认证主体; must equal the sponsor's full name. */
  certSubject: string;
  undertakingDept: string;
  operationMode: 'self' | 'contracted';
  operatorOrg: string | null;
  leaderInCharge: string;
  responsiblePerson: string;
  responsiblePhone: string;
  interactionChannels: string[];
  updateFrequency: string;
  reason: string;
  /** 关停、注销: where residents should go instead. */
  successor?: string | null;
}

export interface FilingCheckView {
  /** Closed list of the engine, for example 'one_account_per_platform'. */
  check: string;
  outcome: 'ok' | 'warn' | 'block';
  message: string;
}

export interface FilingStepView {
  at: string;
  byName: string;
  verb: string;
  opinion: string | null;
}

export interface FilingView {
  id: string;
  kind: FilingKind;
  status: FilingStatus;
  orgId: string;
  orgName: string;
  accountId: string | null;
  form: FilingForm;
  checks: FilingCheckView[];
  steps: FilingStepView[];
  /** Whose turn it is and by when. */
  turn: string;
  dueOn: string | null;
  filingNo: string | null;
  submittedAt: string | null;
  version: number;
}

export interface SaveFilingRequest {
  kind: FilingKind;
  accountId?: string | null;
  form: FilingForm;
  /** Required when an existing draft is saved again. */
  seenVersion?: number;
}

export interface SubmitFilingRequest { seenVersion: number }

export interface WithdrawFilingRequest { seenVersion: number; reason: string }

export interface DecideFilingRequest {
  seenVersion: number;
  decision: 'approve' | 'return' | 'reject';
  opinion: string;
}

/** Public part of a registered account. */
export interface AccountSummaryView {
  id: string;
  name: string;
  platform: Platform;
  accountType: string;
  kind: AccountKind;
  sponsorOrgId: string;
  sponsorName: string;
  filingNo: string;
  filedOn: string;
  status: AccountStatus;
  statusSince: string;
  intro: string;
  homepageUrl: string | null;
  /** Where residents should go instead, for a closed account. */
  successor: string | null;
}

export interface AccountView extends AccountSummaryView {
  platformAccountId: string;
  certSubject: string;
  openedOn: string | null;
  interactionChannels: string[];
  responsiblePerson: string;
  responsiblePhone: string;
  undertakingDept: string;
  lastPostAt: string | null;
  /** Whole days without an update; null when nothing is known. */
  silentDays: number | null;
  warning: 'none' | 'early' | 'urgent' | 'overdue';
  filings: { id: string; kind: FilingKind; status: FilingStatus; filingNo: string | null; at: string }[];
  version: number;
}

export interface ListAccountsQuery {
  q?: string;
  platform?: Platform;
  orgId?: string;
  status?: AccountStatus;
  cursor?: string;
  limit?: number;
}

export interface AccountPostView {
  id: string;
  accountId: string;
  title: string;
  url: string | null;
  publishedAt: string | null;
}

export interface RecordPostRequest { title: string; text: string; url?: string | null; publishedAt: string | null }

/** What somebody saw of an account outside its posts: a trial, an incident, a complaint. Facts of an inspection. */
export const OBSERVATION_KINDS = ['probe', 'incident', 'complaint'] as const;
export type ObservationKind = (typeof OBSERVATION_KINDS)[number];
export const OBSERVATION_SUBJECTS: Record<ObservationKind, Record<string, string>> = {
  probe: { interaction: '互动功能实测', download: '下载实测', homepage: '访问实测', outbound_link: '外链检测' },
  incident: { attack: '安全攻击', public_opinion: '负面舆情', harmful_content: '有害内容', secrecy: '泄密线索' },
  complaint: { fake_followers: '反映购买“粉丝”', forced_likes: '反映强制点赞', other: '其他投诉' },
};

export interface RecordObservationRequest {
  kind: ObservationKind;
  /** A key of OBSERVATION_SUBJECTS[kind]. */
  subject: string;
  /** What exactly was tried or seen, for example 后台留言. */
  label: string;
  note: string;
  url?: string | null;
  /** ISO instant. */
  observedAt: string;
  /** A probe: it works. An incident: it was handled in time; null while nobody has judged it. */
  ok?: boolean | null;
}

export interface AccountObservationView extends Required<RecordObservationRequest> {
  id: string;
  accountId: string;
  recordedByName: string;
  recordedAt: string;
}

export const AUTHENTICITY_VERDICTS = ['registered', 'was_registered', 'not_registered', 'looks_like'] as const;
export type AuthenticityVerdict = (typeof AUTHENTICITY_VERDICTS)[number];
export const AUTHENTICITY_WORDS: Record<AuthenticityVerdict, string> = { registered: '已备案', was_registered: '曾备案', not_registered: '未备案', looks_like: '疑似仿冒' };

export interface AuthenticityView {
  verdict: AuthenticityVerdict;
  query: string;
  account: AccountSummaryView | null;
  /** Registered accounts that the asked name resembles, best first, with the reason in words. */
  similar: { account: AccountSummaryView; reason: string }[];
  checkedAt: string;
  /** A short code that staff can look up in the event log. */
  receipt: string;
}
