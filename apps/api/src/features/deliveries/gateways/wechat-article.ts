import type { ContentRevisionEntity } from '../../contents/contents.reader.js';
import type { DraftArticle } from '../../wechat/wechat.service.js';
import type { Parcel } from './channel.gateway.js';
import { basisLines, escapeHtml, plainHtml, type OutgoingPlace, type OutgoingText } from './plain-html.js';

/** Limits of draft/add and media/uploadimg as data. */
export const WECHAT_LIMITS = { version: '2026-11', source: '微信开放文档“新建草稿”“上传图文消息图片”', title: 32, author: 16, digest: 120, content: 20_000, picture: 1024 * 1024 } as const;

const NOTE = 'margin:16px 0 0;font-size:14px;line-height:1.6;color:#4A5A66;';

/** A picture of the text as it was frozen. */
export interface TextPicture { mediaId: string; sha256: string; contentType: string; bytes: number }

export const picturesOf = ({ blocks }: Pick<ContentRevisionEntity, 'blocks'>): TextPicture[] =>
  blocks.flatMap((block) => (block.type === 'picture' && block.media ? [{ mediaId: block.mediaId, sha256: block.media.sha256, contentType: block.media.contentType, bytes: block.media.bytes }] : []));

/** The body of an article: inline styles only, pictures by their uploaded addresses, bases, and where the files are. */
export function wechatBody(text: OutgoingText, place: Pick<OutgoingPlace, 'mediaUrl' | 'validities'>): string {
  const note = (line: string): string => `<p style="${NOTE}">${escapeHtml(line)}</p>`;
  return [
    plainHtml(text, { styled: true, links: false, ...place }),
    ...basisLines(text).map(note),
    ...(text.attachments.length > 0 ? [note(`附件：${text.attachments.map(({ name }) => name).join('、')}。请点“阅读原文”下载。`)] : []),
  ].join('');
}

export function wechatArticle({ revision, channel, originalUrl, validities }: Parcel, urls: ReadonlyMap<string, string>, thumbMediaId: string): DraftArticle {
  const words = revision.text.split('\n').slice(1).join(' ').replace(/\s+/g, ' ').trim();
  return {
    title: revision.title, author: channel!.settings.author ?? '', digest: words.slice(0, WECHAT_LIMITS.digest), content: wechatBody(revision, { validities, mediaUrl: (id) => urls.get(id) ?? null }),
    content_source_url: originalUrl, thumb_media_id: thumbMediaId, need_open_comment: 0, only_fans_can_comment: 0,
  };
}

/** Why a text cannot become an article, in plain words, or null. */
export function whyNotOnWechat(revision: OutgoingText): string | null {
  if (revision.title.length > WECHAT_LIMITS.title) return `公众号标题最多 ${WECHAT_LIMITS.title} 字，这篇有 ${revision.title.length} 字。请改短标题并重新送审。`;
  if (picturesOf(revision).some(({ bytes }) => bytes >= WECHAT_LIMITS.picture)) return '正文图片须小于 1 MB。请压缩后重新送审。';
  if (wechatBody(revision, { mediaUrl: () => 'x'.repeat(120) }).length >= WECHAT_LIMITS.content) return '正文连同排版超过公众号的 2 万字符上限。请拆分后重新送审。';
  return null;
}
