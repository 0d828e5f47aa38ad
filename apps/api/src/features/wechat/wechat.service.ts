import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { Clock } from '../../foundation/clock/clock.js';
import { SETTINGS } from '../../foundation/config/settings.module.js';
import type { Settings } from '../../foundation/config/settings.js';
import { Database } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { OutgoingHttp } from '../../foundation/outgoing/outgoing-http.js';
import type { ChannelEntity } from '../channels/channels.reader.js';
import { wechatError } from './wechat-errors.js';
import { WechatRefusal } from './wechat-refusal.js';
import { WechatMaterialEntity } from './wechat-token.entity.js';
import { WechatTokens } from './wechat-tokens.js';

export { WECHAT_PUBLISH_STATES } from './wechat-errors.js';
export { WechatRefusal } from './wechat-refusal.js';

export interface DraftArticle { title: string; author: string; digest: string; content: string; content_source_url: string; thumb_media_id: string; need_open_comment: 0 | 1; only_fans_can_comment: 0 | 1 }
export interface ListedArticle { title: string; content?: string; content_source_url?: string; url?: string }
export interface PublishState { status: number; articleId: string | null; url: string | null }

const PAGE = 20;
/** Newest first; what is being looked for was made minutes ago. */
const MAX_PAGES = 10;

/** The official account API: token, library, drafts, publishing. Every method may throw WechatRefusal or OutgoingFailure. */
@Injectable()
export class WechatService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outgoing: OutgoingHttp,
    private readonly tokens: WechatTokens,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Proves AppID, AppSecret and the IP list. */
  async tryToken(channel: ChannelEntity): Promise<void> {
    await this.tokens.token(channel);
  }

  /** A permanent picture for covers. @returns its media_id */
  cover(channel: ChannelEntity, name: string, bytes: Buffer): Promise<string> {
    return this.once(channel, 'cover', bytes, async () => (await this.upload<{ media_id: string }>(channel, 'material/add_material', { type: 'image' }, name, bytes)).media_id);
  }

  /** A picture for the body of articles. @returns its address, the only kind that survives there */
  picture(channel: ChannelEntity, name: string, bytes: Buffer): Promise<string> {
    return this.once(channel, 'picture', bytes, async () => (await this.upload<{ url: string }>(channel, 'media/uploadimg', {}, name, bytes)).url);
  }

  async addDraft(channel: ChannelEntity, article: DraftArticle): Promise<string> {
    return (await this.post<{ media_id: string }>(channel, 'draft/add', { articles: [article] })).media_id;
  }

  /** The draft that carries a mark in its source address, or null after the whole list was read. */
  async findDraft(channel: ChannelEntity, mark: string): Promise<string | null> {
    return this.find<{ media_id: string }, string>(channel, 'draft/batchget', mark, (item) => item.media_id);
  }

  async deleteDraft(channel: ChannelEntity, mediaId: string): Promise<void> {
    await this.post(channel, 'draft/delete', { media_id: mediaId });
  }

  async submit(channel: ChannelEntity, mediaId: string): Promise<string> {
    return (await this.post<{ publish_id: string | number }>(channel, 'freepublish/submit', { media_id: mediaId })).publish_id.toString();
  }

  async publishState(channel: ChannelEntity, publishId: string): Promise<PublishState> {
    const its = await this.post<{ publish_status: number; article_id?: string; article_detail?: { item?: { article_url?: string }[] } }>(channel, 'freepublish/get', { publish_id: publishId });
    return { status: Number(its.publish_status), articleId: its.article_id ?? null, url: its.article_detail?.item?.[0]?.article_url ?? null };
  }

  /** The published article that carries a mark. Mass-sent ones are not in this list. */
  findPublished(channel: ChannelEntity, mark: string): Promise<{ articleId: string; url: string | null } | null> {
    return this.find<{ article_id: string }, { articleId: string; url: string | null }>(channel, 'freepublish/batchget', mark, (item, article) => ({ articleId: item.article_id, url: article.url ?? null }));
  }

  async article(channel: ChannelEntity, articleId: string): Promise<ListedArticle | null> {
    return (await this.post<{ news_item?: ListedArticle[] }>(channel, 'freepublish/getarticle', { article_id: articleId })).news_item?.[0] ?? null;
  }

  async deleteArticle(channel: ChannelEntity, articleId: string): Promise<void> {
    await this.post(channel, 'freepublish/delete', { article_id: articleId, index: 1 });
  }

  private async find<Item, Found>(channel: ChannelEntity, path: string, mark: string, take: (item: Item, article: ListedArticle) => Found): Promise<Found | null> {
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const list = await this.post<{ total_count: number; item?: (Item & { content: { news_item: ListedArticle[] } })[] }>(channel, path, { offset: page * PAGE, count: PAGE, no_content: 1 });
      for (const item of list.item ?? []) for (const article of item.content.news_item) if (article.content_source_url?.includes(mark)) return take(item, article);
      if ((page + 1) * PAGE >= list.total_count) return null;
    }
    return null;
  }

  private async once(channel: ChannelEntity, purpose: WechatMaterialEntity['purpose'], bytes: Buffer, upload: () => Promise<string>): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const key = { channelId: channel.id, purpose, sha256 };
    const known = await this.database.read((db) => db.findOneBy(WechatMaterialEntity, key));
    if (known) return known.remote;
    const remote = await upload();
    await this.database.transaction(async (db) => {
      if (!(await db.existsBy(WechatMaterialEntity, key))) await db.insert(WechatMaterialEntity, { id: newId(), ...key, remote, uploadedAt: this.clock.now() });
    });
    return remote;
  }

  private upload<Out>(channel: ChannelEntity, path: string, query: Record<string, string>, name: string, bytes: Buffer): Promise<Out> {
    const boundary = `hub${randomBytes(12).toString('hex')}`;
    const extension = /\.(png|jpe?g|gif|bmp)$/i.exec(name)?.[0] ?? '.png';
    const body = Buffer.concat([Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="media"; filename="picture${extension}"\r\ncontent-type: application/octet-stream\r\n\r\n`), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    return this.call(channel, path, query, { 'content-type': `multipart/form-data; boundary=${boundary}` }, body);
  }

  /** JSON as it is, in UTF-8: the platform shows escaped Chinese as escapes. */
  private post<Out>(channel: ChannelEntity, path: string, message: object): Promise<Out> {
    return this.call(channel, path, {}, { 'content-type': 'application/json' }, JSON.stringify(message));
  }

  private async call<Out>(channel: ChannelEntity, path: string, query: Record<string, string>, headers: Record<string, string>, body: Buffer | string): Promise<Out> {
    let token = await this.tokens.token(channel);
    for (let renewals = 0; ; renewals += 1) {
      const answer = await this.outgoing.send(`${this.settings.wechatApiBase}/cgi-bin/${path}?${new URLSearchParams({ access_token: token, ...query })}`, { method: 'POST', headers, body, timeoutMs: 30_000 });
      const its = readAnswer(answer.body);
      if (!its) throw new Error(`微信的答复无法读取（${answer.status}）`);
      if (!its.errcode) return its as Out;
      const error = wechatError(its.errcode, its.errmsg ?? '');
      // The platform refuses a token before it does anything, so the same request may go again.
      if (error.kind !== 'token' || renewals >= 2) throw new WechatRefusal(error);
      token = await this.tokens.token(channel, token);
    }
  }
}

function readAnswer(body: Buffer): { errcode?: number; errmsg?: string } | null {
  try {
    return JSON.parse(body.toString('utf8')) as { errcode?: number; errmsg?: string };
  } catch {
    return null;
  }
}
