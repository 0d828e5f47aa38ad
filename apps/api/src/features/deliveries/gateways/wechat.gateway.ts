import { Injectable } from '@nestjs/common';
import { Clock } from '../../../foundation/clock/clock.js';
import { OutgoingFailure } from '../../../foundation/outgoing/outgoing-http.js';
import { MediaService } from '../../media/media.service.js';
import { WECHAT_PUBLISH_STATES, WechatRefusal, WechatService } from '../../wechat/wechat.service.js';
import type { ChannelGateway, Parcel, ReadBackResult, SendResult, Steps, WithdrawResult } from './channel.gateway.js';
import { WECHAT_PLAN } from '../delivery-rules.js';
import { compareCopy } from './live-copy.js';
import { plainCover } from './plain-cover.js';
import { picturesOf, wechatArticle, wechatBody, whyNotOnWechat } from './wechat-article.js';

/** How an unknown outcome is told to the person who must look. */
const UNKNOWN = { problem: '不能确定是否已提交发布。', remedy: '请登录公众号后台查看“发表记录”和“草稿箱”：已发布就登记链接，没有发布再选择重新提交。' };

/** WeChat official account: material, draft, submission, result. WeChat knows no idempotency key, so no public step is repeated unless it is known not to have been taken. */
@Injectable()
export class WechatGateway implements ChannelGateway {
  readonly kind = 'wechat_official';

  constructor(
    private readonly wechat: WechatService,
    private readonly media: MediaService,
    private readonly clock: Clock,
  ) {}

  whyNot({ revision }: Pick<Parcel, 'revision'>): string | null {
    return whyNotOnWechat(revision);
  }

  async send(parcel: Parcel, steps: Steps): Promise<SendResult> {
    try {
      const { progress } = parcel.delivery;
      if (progress.publishId) return await this.poll(parcel, progress.publishId, steps);
      if (progress.intent === 'submit') return await this.lookForSubmission(parcel, steps);
      const draftMediaId = progress.draftMediaId ?? (await this.draft(parcel, steps));
      return await this.submit(parcel, draftMediaId, steps);
    } catch (error) {
      if (error instanceof WechatRefusal) return this.refused(error);
      throw error;
    }
  }

  private async draft(parcel: Parcel, steps: Steps): Promise<string> {
    const { delivery, channel, revision } = parcel;
    if (delivery.progress.intent === 'draft') {
      const found = await this.wechat.findDraft(channel!, delivery.id);
      await steps.reached('draft-looked-for');
      if (found !== null) {
        await steps.note({ draftMediaId: found });
        return found;
      }
    }
    const urls = new Map<string, string>();
    let cover: { name: string; bytes: Buffer } = { name: 'cover.png', bytes: plainCover() };
    for (const picture of picturesOf(revision)) {
      const { bytes } = await this.media.stored(picture);
      const name = picture.contentType === 'image/png' ? 'picture.png' : 'picture.jpg';
      if (urls.size === 0) cover = { name, bytes };
      urls.set(picture.mediaId, await this.wechat.picture(channel!, name, bytes));
      await steps.reached('picture-uploaded');
    }
    const thumb = await this.wechat.cover(channel!, cover.name, cover.bytes);
    await steps.reached('cover-uploaded');
    await steps.note({ intent: 'draft' });
    await steps.reached('draft-intended');
    const draftMediaId = await this.wechat.addDraft(channel!, wechatArticle(parcel, urls, thumb));
    await steps.reached('draft-added');
    await steps.note({ draftMediaId });
    await steps.reached('draft-noted');
    return draftMediaId;
  }

  private async submit(parcel: Parcel, draftMediaId: string, steps: Steps): Promise<SendResult> {
    const { channel } = parcel;
    await steps.begin({ draftMediaId, intent: 'submit', since: this.clock.now().toISOString() });
    await steps.reached('submit-intended');
    let publishId: string;
    try {
      publishId = await this.wechat.submit(channel!, draftMediaId);
    } catch (error) {
      const notTaken = (error instanceof WechatRefusal && error.error.kind !== 'busy') || (error instanceof OutgoingFailure && error.sent === 'no');
      if (!notTaken) return this.later(WECHAT_PLAN.lookSeconds);
      // Known not to have been taken: the same draft may be submitted again.
      await steps.note(error instanceof WechatRefusal && error.error.kind === 'gone' ? {} : { draftMediaId });
      throw error;
    }
    await steps.reached('submitted');
    await steps.note({ draftMediaId, publishId });
    await steps.reached('submit-noted');
    return { is: 'accepted', again: this.at(WECHAT_PLAN.pollSeconds) };
  }

  private async poll(parcel: Parcel, publishId: string, steps: Steps): Promise<SendResult> {
    const state = await this.wechat.publishState(parcel.channel!, publishId);
    await steps.reached('polled');
    const meaning = WECHAT_PUBLISH_STATES[state.status] ?? { is: 'running' as const, words: '', remedy: '' };
    const { progress } = parcel.delivery;
    switch (meaning.is) {
      case 'live': return { is: 'live', url: state.url, progress: { ...progress, ...(state.articleId ? { articleId: state.articleId } : {}) } };
      case 'running': return { is: 'accepted', again: this.at(WECHAT_PLAN.pollSeconds) };
      case 'gone': return { is: 'gone', problem: meaning.words };
      case 'refused': return { is: 'refused', problem: meaning.words, remedy: meaning.remedy };
    }
  }

  /** After an unknown outcome: looks for the delivery's id among what is published, and never submits again. */
  private async lookForSubmission(parcel: Parcel, steps: Steps): Promise<SendResult> {
    const { delivery, channel } = parcel;
    const found = await this.wechat.findPublished(channel!, delivery.id);
    await steps.reached('submission-looked-for');
    if (found) return { is: 'live', url: found.url, progress: { ...delivery.progress, articleId: found.articleId } };
    const looks = (delivery.progress.looks ?? 0) + 1;
    const draftThere = (await this.wechat.findDraft(channel!, delivery.id)) !== null;
    const evidence = draftThere ? '草稿箱中仍有这篇草稿，发表记录中没有。' : '草稿箱和发表记录中都没有找到。';
    const progress = { ...delivery.progress, looks, evidence };
    if (looks < WECHAT_PLAN.looks) {
      await steps.note(progress);
      return this.later(WECHAT_PLAN.lookSeconds);
    }
    return { is: 'unknown', problem: `${UNKNOWN.problem}${evidence}`, remedy: UNKNOWN.remedy, progress };
  }

  async withdraw(parcel: Parcel, steps: Steps): Promise<WithdrawResult> {
    const { delivery, channel } = parcel;
    try {
      if (delivery.state === 'cancelled') {
        const draft = delivery.progress.draftMediaId ?? (await this.wechat.findDraft(channel!, delivery.id));
        if (draft) await this.wechat.deleteDraft(channel!, draft);
        return { is: 'done' };
      }
      const articleId = delivery.progress.articleId ?? (await this.wechat.findPublished(channel!, delivery.id))?.articleId ?? null;
      await steps.reached('article-known');
      if (articleId === null) return { is: 'by_hand' };
      await this.wechat.deleteArticle(channel!, articleId);
      await steps.reached('deleted');
      return { is: 'done' };
    } catch (error) {
      if (!(error instanceof WechatRefusal)) throw error;
      if (error.error.kind === 'gone') return { is: 'done' };
      if (error.error.kind === 'account') return { is: 'by_hand' };
      if (error.error.kind === 'daily_quota') return { is: 'later', again: this.nextDay(), problem: error.error.words };
      throw error;
    }
  }

  async readBack({ delivery, channel, revision, validities }: Parcel): Promise<ReadBackResult> {
    if (!delivery.progress.articleId) return null;
    try {
      const article = await this.wechat.article(channel!, delivery.progress.articleId);
      if (!article) return { is: 'unreachable', detail: '公众号中没有找到这篇文章' };
      if (article.title !== revision.title) return { is: 'differs', detail: `标题不同，线上为“${article.title.slice(0, 40)}”` };
      return compareCopy(wechatBody(revision, { validities, mediaUrl: () => 'x' }), article.content ?? '');
    } catch (error) {
      if (error instanceof WechatRefusal && error.error.kind === 'gone') return { is: 'differs', detail: '文章已在公众号中被删除' };
      throw error;
    }
  }

  private refused({ error }: WechatRefusal): SendResult {
    switch (error.kind) {
      case 'daily_quota': return { is: 'later', again: this.nextDay(), problem: error.words, remedy: error.remedy };
      case 'minute_quota': return { is: 'later', again: this.at(60), problem: error.words, remedy: error.remedy };
      case 'busy': case 'token': throw new Error(`${error.words}（${error.code}）`);
      case 'content': return { is: 'refused', problem: error.words, remedy: error.remedy };
      default: return { is: 'failed', problem: error.words, remedy: error.remedy };
    }
  }

  private later(seconds: number): SendResult {
    return { is: 'later', again: this.at(seconds), problem: '没有收到微信的答复，正在查找是否已提交。', remedy: '请等待，系统不会重复提交。' };
  }

  private at(seconds: number): Date {
    return new Date(this.clock.now().getTime() + seconds * 1_000);
  }

  /** Daily quotas come back at midnight in Shanghai; a few minutes later, so that clocks need not agree. */
  private nextDay(): Date {
    const today = new Date(`${this.clock.today()}T00:00:00+08:00`);
    return new Date(today.getTime() + 24 * 3_600_000 + 5 * 60_000);
  }
}
