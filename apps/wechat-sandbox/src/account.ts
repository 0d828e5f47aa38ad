import { randomBytes } from 'node:crypto';
import { Refused } from './errors.js';

export interface Article {
  title: string; author: string; digest: string; content: string; content_source_url: string; thumb_media_id: string; need_open_comment: number; only_fans_can_comment: number; url: string;
}
interface Draft { mediaId: string; items: Article[]; updatedAt: number }
interface Published { articleId: string; items: Article[]; publishedAt: number; deleted: boolean }
/** publish_status: 0 done, 1 running, 2 original check, 3 failed, 4 platform review, 5 deleted by the user, 6 banned. */
interface Job { publishId: string; mediaId: string; submittedAt: number; status: 0 | 1 | 2 | 3 | 4 | 5 | 6; articleId: string | null }

/** What a test or a developer may turn; everything else behaves as documented. */
export interface Switches {
  ipWhitelisted: boolean;
  authorised: boolean;
  /** Time between acceptance and result. */
  publishDelayMs: number;
  /** Result of the jobs that end from now on. */
  publishEndsAs: 0 | 2 | 3 | 4;
  /** Calls that are left today, by path; what is not named has no limit. */
  quota: Record<string, number>;
  minuteQuota: Record<string, number>;
  /** How the next call of a path goes wrong; taken away when it has. */
  next: Record<string, 'busy' | 'hang up before' | 'hang up after'>;
}

const TOKEN_SECONDS = 7_200;
const id = (bytes = 24): string => randomBytes(bytes).toString('base64url');

/** One official account as the platform keeps it. Knows no idempotency key, because the platform knows none. */
export class SandboxAccount {
  readonly switches: Switches = { ipWhitelisted: true, authorised: true, publishDelayMs: 2_000, publishEndsAs: 0, quota: {}, minuteQuota: {}, next: {} };
  private token: { value: string; expiresAt: number } | null = null;
  private previous: { value: string; expiresAt: number } | null = null;
  private readonly expired = new Set<string>();
  private forcedAt = -Infinity;
  drafts: Draft[] = [];
  published: Published[] = [];
  jobs: Job[] = [];
  readonly materials = new Map<string, number>();
  readonly images = new Set<string>();
  /** Paths in the order of their calls. */
  readonly calls: string[] = [];

  constructor(readonly appId: string, readonly secret: string, private readonly now: () => number, private readonly origin: string) {}

  /** stable_token: the same token until five minutes before its end; a forced one at most every 30 seconds. */
  stableToken(force: boolean): { access_token: string; expires_in: number } {
    const now = this.now();
    const fresh = this.token !== null && this.token.expiresAt - 300_000 > now;
    if (!fresh || (force && now - this.forcedAt >= 30_000)) {
      if (this.token && force) this.expired.add(this.token.value);
      else if (this.token) this.previous = { value: this.token.value, expiresAt: Math.min(this.token.expiresAt, now + 300_000) };
      if (force) this.forcedAt = now;
      this.token = { value: id(96), expiresAt: now + TOKEN_SECONDS * 1_000 };
    }
    return { access_token: this.token!.value, expires_in: Math.floor((this.token!.expiresAt - now) / 1_000) };
  }

  /** What the platform does when somebody else renews the token, or it runs out. */
  endTokens(): void {
    for (const token of [this.token, this.previous]) if (token) this.expired.add(token.value);
    this.token = this.previous = null;
  }

  /** @throws Refused in the order in which the platform checks */
  admit(path: string, token: string | null): void {
    this.calls.push(path);
    if (!this.switches.ipWhitelisted) throw new Refused(40164);
    if (!token) throw new Refused(41001);
    const known = [this.token, this.previous].find((entry) => entry?.value === token);
    if (this.expired.has(token) || (known && known.expiresAt <= this.now())) throw new Refused(42001);
    if (!known) throw new Refused(40001);
    if (!this.switches.authorised) throw new Refused(48001);
    for (const [quota, code] of [[this.switches.quota, 45009], [this.switches.minuteQuota, 45011]] as const) {
      if (quota[path] === undefined) continue;
      if (quota[path]! <= 0) throw new Refused(code);
      quota[path]! -= 1;
    }
  }

  addMaterial(type: string, bytes: Buffer): { media_id: string; url?: string } {
    if (!['image', 'voice', 'video', 'thumb'].includes(type)) throw new Refused(40004);
    if (bytes.length === 0) throw new Refused(41005);
    if (bytes.length > (type === 'thumb' ? 64 * 1024 : 10 * 1024 * 1024)) throw new Refused(40009);
    const mediaId = id(32);
    this.materials.set(mediaId, bytes.length);
    return { media_id: mediaId, url: `${this.origin}/mmbiz/${id(12)}` };
  }

  uploadImage(bytes: Buffer): { url: string } {
    if (bytes.length === 0) throw new Refused(41005);
    if (bytes.length >= 1024 * 1024 || !isJpegOrPng(bytes)) throw new Refused(40009);
    const url = `${this.origin}/mmbiz/${id(12)}`;
    this.images.add(url);
    return { url };
  }

  addDraft(articles: Partial<Article>[]): { media_id: string } {
    if (!Array.isArray(articles) || articles.length === 0 || articles.length > 8) throw new Refused(47001);
    const items = articles.map((article): Article => {
      const { title = '', author = '', digest = '', content = '', content_source_url: source = '', thumb_media_id: thumb = '' } = article;
      if (title.length === 0 || title.length > 32) throw new Refused(45003);
      if (author.length > 16) throw new Refused(45110);
      if (digest.length > 128) throw new Refused(45004);
      if (content.length === 0 || content.length >= 20_000 || Buffer.byteLength(content) >= 1024 * 1024) throw new Refused(45002);
      if (Buffer.byteLength(source) > 1024) throw new Refused(45005);
      if (!this.materials.has(thumb)) throw new Refused(40007);
      return { title, author, digest: digest || strip(content).slice(0, 54), content: this.clean(content), content_source_url: source, thumb_media_id: thumb, need_open_comment: article.need_open_comment ?? 0, only_fans_can_comment: article.only_fans_can_comment ?? 0, url: '' };
    });
    const draft = { mediaId: id(32), items, updatedAt: this.now() };
    this.drafts.unshift(draft);
    return { media_id: draft.mediaId };
  }

  submit(mediaId: string): { errcode: 0; errmsg: 'ok'; publish_id: string; msg_data_id: string } {
    this.settle();
    if (!this.drafts.some((draft) => draft.mediaId === mediaId)) throw new Refused(40007);
    const job: Job = { publishId: String(2_247_500_000 + this.jobs.length), mediaId, submittedAt: this.now(), status: 1, articleId: null };
    this.jobs.push(job);
    return { errcode: 0, errmsg: 'ok', publish_id: job.publishId, msg_data_id: String(2_247_600_000 + this.jobs.length) };
  }

  /** Ends the jobs whose time has come. @returns those that ended now */
  settle(): Job[] {
    const ended = this.jobs.filter((job) => job.status === 1 && this.now() - job.submittedAt >= this.switches.publishDelayMs);
    for (const job of ended) {
      const draft = this.drafts.find((entry) => entry.mediaId === job.mediaId);
      job.status = draft ? this.switches.publishEndsAs : 3;
      if (job.status !== 0 || !draft) continue;
      job.articleId = id(24);
      this.published.unshift({ articleId: job.articleId, items: draft.items.map((item, index) => ({ ...item, url: `${this.origin}/s/${job.articleId}?idx=${index + 1}` })), publishedAt: this.now(), deleted: false });
      this.drafts = this.drafts.filter((entry) => entry !== draft);
    }
    return ended;
  }

  publishState(publishId: string): object {
    this.settle();
    const job = this.jobs.find((entry) => entry.publishId === publishId);
    if (!job) throw new Refused(47001);
    const article = this.published.find((entry) => entry.articleId === job.articleId);
    const status = job.status === 0 && article?.deleted ? 5 : job.status;
    return {
      publish_id: publishId, publish_status: status, fail_idx: status >= 2 && status <= 4 ? [1] : [],
      ...(status === 0 && article ? { article_id: job.articleId, article_detail: { count: article.items.length, item: article.items.map((item, index) => ({ idx: index + 1, article_url: item.url })) } } : {}),
    };
  }

  listDrafts(offset: number, count: number, noContent: boolean): object {
    return page(this.drafts, offset, count, (draft) => ({ media_id: draft.mediaId, content: { news_item: draft.items.map((item) => withoutContent(item, noContent)) }, update_time: Math.floor(draft.updatedAt / 1_000) }));
  }

  listPublished(offset: number, count: number, noContent: boolean): object {
    this.settle();
    return page(this.published.filter((entry) => !entry.deleted), offset, count, (entry) => ({ article_id: entry.articleId, content: { news_item: entry.items.map((item) => withoutContent(item, noContent)) }, update_time: Math.floor(entry.publishedAt / 1_000) }));
  }

  deleteDraft(mediaId: string): void {
    if (!this.drafts.some((draft) => draft.mediaId === mediaId)) throw new Refused(40007);
    this.drafts = this.drafts.filter((draft) => draft.mediaId !== mediaId);
  }

  article(articleId: string): { news_item: Article[] } {
    const found = this.published.find((entry) => entry.articleId === articleId && !entry.deleted);
    if (!found) throw new Refused(53600);
    return { news_item: found.items };
  }

  deleteArticle(articleId: string, index: number): void {
    const found = this.published.find((entry) => entry.articleId === articleId && !entry.deleted);
    if (!found) throw new Refused(53600);
    if (index > found.items.length) throw new Refused(53601);
    found.deleted = true;
  }

  /** Scripts go, and pictures that were not uploaded here. */
  private clean(content: string): string {
    return content.replace(/<script[\s\S]*?<\/script>/gi, '').replace(/\son\w+="[^"]*"/gi, '').replace(/<img[^>]*src="([^"]*)"[^>]*>/gi, (tag, src: string) => (this.images.has(src) ? tag : ''));
  }
}

const strip = (html: string): string => html.replace(/<[^>]+>/g, '');
const withoutContent = ({ content, ...item }: Article, noContent: boolean): object => (noContent ? item : { ...item, content });
const isJpegOrPng = (bytes: Buffer): boolean => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) || bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]));

function page<T>(all: readonly T[], offset: number, count: number, show: (entry: T) => object): object {
  if (!(offset >= 0) || !(count >= 1 && count <= 20)) throw new Refused(47001);
  const item = all.slice(offset, offset + count).map(show);
  return { total_count: all.length, item_count: item.length, item };
}
