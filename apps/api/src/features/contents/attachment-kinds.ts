import { extname } from 'node:path';
import { LIMITS } from '@govmedia-hub/contracts';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { plainText } from './text/plain-text.js';

interface AttachmentKind { contentType: string; words: string; readable: boolean; fits(bytes: Buffer): boolean }

const begins = (...magic: number[]) => (bytes: Buffer): boolean => magic.every((byte, at) => bytes[at] === byte);
const office = (part: string) => (bytes: Buffer): boolean => begins(0x50, 0x4b, 0x03, 0x04)(bytes) && bytes.includes('[Content_Types].xml') && bytes.includes(part);

/** What may go with a text, told by extension and held against the first bytes. */
const KINDS: Record<string, AttachmentKind> = {
  '.docx': { contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', words: 'Word 文件', readable: true, fits: office('word/') },
  '.xlsx': { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', words: 'Excel 文件', readable: true, fits: office('xl/') },
  '.pdf': { contentType: 'application/pdf', words: 'PDF', readable: true, fits: begins(0x25, 0x50, 0x44, 0x46, 0x2d) },
  '.png': { contentType: 'image/png', words: 'PNG 图片', readable: false, fits: begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  '.jpg': { contentType: 'image/jpeg', words: 'JPG 图片', readable: false, fits: begins(0xff, 0xd8, 0xff) },
  '.txt': { contentType: 'text/plain; charset=utf-8', words: '文本文件', readable: true, fits: (bytes) => !bytes.includes(0) || begins(0xff, 0xfe)(bytes) || begins(0xfe, 0xff)(bytes) },
};

const refuse = (name: string, why: string): DomainError => new DomainError('contents.attachment_refused', { name }, `${name}：${why}`);
const extensionOf = (name: string): string => extname(name).toLowerCase().replace(/^\.jpeg$/, '.jpg');

/** The name as residents will see it: no folders, no markup, no control or direction marks. */
export function attachmentName(given: string): string {
  const name = plainText(given).normalize('NFC').replace(/^.*[\\/]/, '').replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069<>:"|?*]/g, '').trim();
  if (name === '' || name.startsWith('.')) throw refuse(name || '附件', '文件没有名称。');
  if (name.length > LIMITS.attachmentNameChars) throw refuse(name.slice(0, 40), `文件名过长，最多${LIMITS.attachmentNameChars}个字符。`);
  return name;
}

/** @throws DomainError contents.attachment_refused with the reason in words */
export function checkAttachment(name: string, bytes: Buffer): AttachmentKind {
  const kind = KINDS[extensionOf(name)];
  if (!kind) throw refuse(name, `不支持${extname(name) ? ` ${extname(name)} ` : '没有扩展名的'}文件，可上传 ${Object.keys(KINDS).join('、')}。`);
  if (bytes.length === 0) throw refuse(name, '文件是空的。');
  if (bytes.length > LIMITS.attachmentBytes) throw refuse(name, `文件过大，上限${LIMITS.attachmentBytes / 1048576} MB。`);
  if (!kind.fits(bytes)) throw refuse(name, `扩展名是 ${extname(name)}，内容却不是${kind.words}。`);
  if (bytes.includes('vbaProject.bin')) throw refuse(name, '文件带有宏，请另存为不带宏的文件。');
  return kind;
}

/** Content type of an attachment that was taken in. */
export const contentTypeOf = (name: string): string => KINDS[extensionOf(name)]?.contentType ?? 'application/octet-stream';
export const unreadableAttachment = refuse;
