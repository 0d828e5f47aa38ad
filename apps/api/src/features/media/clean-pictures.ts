import type { CleanMedia } from './clean-media.js';

/** Chunks that draw the picture (PNG, W3C Recommendation, third edition); all others are words about it. */
const PNG_DRAWN = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT']);

/** A PNG of its drawing chunks alone; null when it is broken. */
export function cleanPng(bytes: Buffer): CleanMedia | null {
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  const removed = new Set<string>();
  let size: { width: number; height: number } | null = null;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    if (type === 'IHDR' && length === 13) size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    if (PNG_DRAWN.has(type)) kept.push(bytes.subarray(at, end));
    else removed.add(type === 'eXIf' ? '拍摄信息（EXIF）' : type === 'tIME' ? '修改时间' : '文字说明');
    if (type === 'IEND') return size && size.width > 0 && size.height > 0 ? { bytes: Buffer.concat(kept), ...size, removed: [...removed] } : null;
    at = end;
  }
  return null;
}

const SOF = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** An EXIF segment that says nothing but how the picture is turned. */
function turned(orientation: number): Buffer {
  const segment = Buffer.from('ffe10022457869660000' + '4d4d002a00000008' + '0001' + '0112000300000001' + '00000000' + '00000000', 'hex');
  segment.writeUInt16BE(orientation, 28);
  return segment;
}

/** Orientation tag (0x0112) of an EXIF segment's body; 1 when it has none. */
function orientationOf(body: Buffer): number {
  const tiff = body.subarray(6);
  if (tiff.length < 14) return 1;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number): number => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const ifd = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let i = 0; i < Math.min(u16(ifd), 200); i += 1) {
    const entry = ifd + 2 + i * 12;
    if (u16(entry) === 0x0112) return u16(entry + 8) >= 1 && u16(entry + 8) <= 8 ? u16(entry + 8) : 1;
  }
  return 1;
}

/** A JPEG without EXIF, XMP, IPTC and comments: only its turn and colour profile stay; null when it is broken. */
export function cleanJpeg(bytes: Buffer): CleanMedia | null {
  const kept: Buffer[] = [];
  const removed = new Set<string>();
  let size: { width: number; height: number } | null = null;
  let orientation = 1;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) { at += 1; continue; }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) return null;
    const segment = bytes.subarray(at, end);
    const label = segment.toString('latin1', 4, 18);
    if (SOF(marker) && segment.length >= 9) size = { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) };
    if (marker === 0xe1 && label.startsWith('Exif\0')) { orientation = orientationOf(segment.subarray(4)); removed.add('拍摄信息（EXIF，可能含位置）'); }
    else if (marker === 0xe2 && label.startsWith('ICC_PROFILE')) kept.push(segment);
    else if ((marker >= 0xe1 && marker <= 0xed) || marker === 0xef || marker === 0xfe) removed.add('文字说明');
    else kept.push(segment);
    if (marker === 0xda) {
      // what follows the end mark was hidden behind the picture
      const last = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]));
      if (!size || last < end || size.width === 0 || size.height === 0) return null;
      if (last + 2 < bytes.length) removed.add('图片末尾的附加内容');
      return { bytes: Buffer.concat([bytes.subarray(0, 2), ...(orientation === 1 ? [] : [turned(orientation)]), ...kept, bytes.subarray(end, last + 2)]), ...size, removed: [...removed] };
    }
    at = end;
  }
  return null;
}
