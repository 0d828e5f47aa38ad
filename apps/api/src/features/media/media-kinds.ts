import { LIMITS, type MediaKind } from '@govmedia-hub/contracts';
import { DomainError } from '../../foundation/errors/domain-error.js';
import type { CleanMedia } from './clean-media.js';
import { cleanJpeg, cleanPng } from './clean-pictures.js';
import { cleanMp3, cleanMp4 } from './clean-recordings.js';

interface MediaFormat { kind: MediaKind; contentType: string; fits(bytes: Buffer): boolean; clean(bytes: Buffer): CleanMedia | null }

const ascii = (bytes: Buffer, at: number, length: number): string => bytes.toString('latin1', at, at + length);
const brand = (...names: string[]) => (bytes: Buffer): boolean => ascii(bytes, 4, 4) === 'ftyp' && names.includes(ascii(bytes, 8, 4).trim());

/** What may stand in a text, told by its first bytes alone; PNG and JPEG because every channel shows them. */
const FORMATS: readonly MediaFormat[] = [
  { kind: 'picture', contentType: 'image/png', fits: (bytes) => ascii(bytes, 0, 8) === '\u0089PNG\r\n\u001a\n', clean: cleanPng },
  { kind: 'picture', contentType: 'image/jpeg', fits: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff, clean: cleanJpeg },
  { kind: 'audio', contentType: 'audio/mpeg', fits: (bytes) => ascii(bytes, 0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2), clean: cleanMp3 },
  { kind: 'audio', contentType: 'audio/mp4', fits: brand('M4A'), clean: cleanMp4 },
  { kind: 'video', contentType: 'video/mp4', fits: brand('isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V', 'dash', 'MSNV'), clean: cleanMp4 },
];

const MOST_BYTES: Record<MediaKind, number> = { picture: LIMITS.pictureBytes, audio: LIMITS.recordingBytes, video: LIMITS.recordingBytes };
const WORDS: Record<MediaKind, string> = { picture: '图片', audio: '音频', video: '视频' };

const refuse = (name: string, why: string): DomainError => new DomainError('media.refused', { name }, `${name}：${why}`);

/**
 * Tells what a file is by its bytes, whatever its name says, and takes out what its maker's device wrote into it.
 * @throws DomainError media.refused with the reason in words
 */
export function readMedia(name: string, bytes: Buffer): CleanMedia & { kind: MediaKind; contentType: string } {
  if (bytes.length === 0) throw refuse(name, '文件是空的。');
  const format = FORMATS.find(({ fits }) => fits(bytes));
  if (!format) throw refuse(name, '不是能放进正文的文件。图片用 PNG 或 JPG，音频用 MP3 或 M4A，视频用 MP4。');
  if (bytes.length > MOST_BYTES[format.kind]) throw refuse(name, `${WORDS[format.kind]}过大，上限${MOST_BYTES[format.kind] / 1048576} MB。`);
  const clean = format.clean(bytes);
  if (!clean) throw refuse(name, `${WORDS[format.kind]}的内容不完整或已损坏。`);
  if ((clean.width ?? 0) * (clean.height ?? 0) > LIMITS.picturePixels) throw refuse(name, `图片尺寸过大（${clean.width}×${clean.height}），最多${LIMITS.picturePixels / 10_000}万像素。`);
  return { kind: format.kind, contentType: format.contentType, ...clean };
}
