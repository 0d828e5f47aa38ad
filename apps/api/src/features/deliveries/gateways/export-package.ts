import { strToU8, zipSync } from 'fflate';
import type { Parcel } from './channel.gateway.js';
import { basisLines, escapeHtml, plainHtml } from './plain-html.js';

/** A name that every file system takes. */
const safeName = (name: string): string => name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_').slice(0, 100);

/** The .zip for a platform without an API: text, page, pictures, files, and a list of what to check. */
export function exportPackage({ revision, delivery, channel, orgName, originalUrl, validities }: Parcel, files: readonly { name: string; bytes: Buffer }[], media: readonly { mediaId: string; contentType: string; bytes: Buffer }[]): Buffer {
  const [title, ...lines] = revision.text.split('\n');
  const pictures = media.map(({ mediaId, contentType, bytes }, index) => ({ mediaId, bytes, name: `图片/${String(index + 1).padStart(2, '0')}.${contentType === 'image/png' ? 'png' : 'jpg'}` }));
  const alts = revision.blocks.flatMap((block) => (block.type === 'picture' ? [block.alt] : []));
  const sources = basisLines(revision);
  const checklist = [
    '发布清单', '', `标题：${revision.title}`, `单位：${orgName}`, `渠道：${channel?.name ?? ''}`, `审定文本摘要：${delivery.digest}`, '',
    '□ 用“正文.txt”或“正文.html”的原文，一字不改；改动须重新送审。', '□ 标题与“正文.txt”第一行一致。', ...(pictures.length > 0 ? [`□ 图片共 ${pictures.length} 张，按文件名顺序使用，文字说明依次为：${alts.join('；')}`] : []), ...(files.length > 0 ? [`□ 附件共 ${files.length} 个，平台不能上传附件的，注明“附件见原文链接”。`] : []),
    ...sources.map((line) => `□ 注明${line}`), `□ 原文链接：${originalUrl}`, '□ 不开启赞赏、广告和商品链接。', ...(channel?.settings.hints ? channel.settings.hints.split('\n').filter(Boolean).map((hint) => `□ ${hint}`) : []),
    '□ 发布后在本系统“投递”中填回线上链接，系统会核对线上文本。', '',
  ];
  const html = `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(revision.title)}</title></head><body><h1>${escapeHtml(revision.title)}</h1>${plainHtml(revision, { styled: true, links: true, validities, mediaUrl: (id) => pictures.find((picture) => picture.mediaId === id)?.name ?? null })}${sources.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</body></html>\n`;
  return Buffer.from(zipSync({
    '正文.txt': strToU8(`${[title, '', ...lines, ...(sources.length > 0 ? ['', ...sources] : [])].join('\r\n')}\r\n`),
    '正文.html': strToU8(html),
    '发布清单.txt': strToU8(checklist.join('\r\n')),
    ...Object.fromEntries(pictures.map((picture) => [picture.name, new Uint8Array(picture.bytes)])),
    ...Object.fromEntries(files.map((file) => [`附件/${safeName(file.name)}`, new Uint8Array(file.bytes)])),
  }, { level: 6 }));
}
