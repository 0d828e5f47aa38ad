import type { PublicationView } from '@govmedia-hub/contracts';
import { Feed } from 'feed';
import { contentHtml, escapeHtml } from '../contents/contents.reader.js';

const paragraph = (text: string): string => `<p>${escapeHtml(text).replace(/\n/g, '<br/>')}</p>`;

/** The text of a publication as simple HTML; of a withdrawn one, its notice. */
function contentOf(view: PublicationView, publicUrl: string): string {
  if (view.status === 'withdrawn') return paragraph(`本条内容已于${view.withdrawnAt!.slice(0, 10)}撤回。原因：${view.withdrawnReason ?? ''}`);
  const notice = view.underReview ? paragraph('依据已变更，正在复核。') : '';
  const place = `${publicUrl}/api/public/publications/${view.id}`;
  return notice + contentHtml(view.blocks, { sources: view.sources, attachments: view.attachments, links: true, styled: false, mediaUrl: (mediaId) => `${place}/media/${mediaId}` });
}

/** The city's feed; items are in order of their last change, the newest first. */
export function feedOf(views: readonly PublicationView[], publicUrl: string, now: Date): Feed {
  const latest = views.map((view) => view.withdrawnAt ?? view.publishedAt).sort().at(-1);
  const feed = new Feed({
    id: `${publicUrl}/`,
    title: '政务新媒体内容中心',
    description: '政策解读、政策问答、办事指南和通知公告',
    link: `${publicUrl}/`,
    language: 'zh-CN',
    copyright: '',
    updated: latest ? new Date(latest) : now,
    feedLinks: { json: `${publicUrl}/api/public/feed.json`, atom: `${publicUrl}/api/public/feed.atom` },
  });
  for (const view of views) {
    const withdrawn = view.status === 'withdrawn';
    feed.addItem({
      id: `urn:uuid:${view.id}`,
      title: withdrawn ? `【已撤回】${view.title}` : view.title,
      link: `${publicUrl}/reading?id=${view.id}`,
      description: withdrawn ? `已撤回：${view.withdrawnReason ?? ''}` : view.excerpt,
      content: contentOf(view, publicUrl),
      author: [{ name: view.orgName }],
      published: new Date(view.publishedAt),
      date: new Date(view.withdrawnAt ?? view.publishedAt),
    });
  }
  return feed;
}
