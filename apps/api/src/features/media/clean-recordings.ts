import type { CleanMedia } from './clean-media.js';

const sized = (bytes: Buffer, removed: Set<string>): CleanMedia => ({ bytes, width: null, height: null, removed: [...removed] });

/** An MP3 without its ID3 tags (title, artist, picture, place); null when nothing is left. */
export function cleanMp3(bytes: Buffer): CleanMedia | null {
  const removed = new Set<string>();
  let from = 0;
  let to = bytes.length;
  while (bytes.toString('latin1', from, from + 3) === 'ID3' && from + 10 <= bytes.length) {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(from + 6, from + 10);
    from += 10 + ((a & 0x7f) << 21) + ((b & 0x7f) << 14) + ((c & 0x7f) << 7) + (d & 0x7f) + ((bytes[from + 5]! & 0x10) !== 0 ? 10 : 0);
    removed.add('标签信息（ID3）');
  }
  if (to - from > 128 && bytes.toString('latin1', to - 128, to - 125) === 'TAG') { to -= 128; removed.add('标签信息（ID3）'); }
  return to - from > 4 && bytes[from] === 0xff ? sized(bytes.subarray(from, to), removed) : null;
}

/** Boxes of ISO/IEC 14496-12 that hold other boxes on the way to what the recording tells about itself. */
const HOLDERS = new Set(['moov', 'trak', 'mdia']);
const TOLD = new Set(['udta', 'meta', 'uuid']);

/** An MP4 whose boxes about maker, place and words are emptied where they stand, so that no offset moves; null when it is broken. */
export function cleanMp4(given: Buffer): CleanMedia | null {
  const bytes = Buffer.from(given);
  const removed = new Set<string>();
  let moov = false;
  const walk = (from: number, to: number): boolean => {
    for (let at = from; at < to; ) {
      if (at + 8 > to) return false;
      const type = bytes.toString('latin1', at + 4, at + 8);
      const short = bytes.readUInt32BE(at);
      const size = short === 1 ? (at + 16 > to ? 0 : Number(bytes.readBigUInt64BE(at + 8))) : short === 0 ? to - at : short;
      if (size < 8 || at + size > to) return false;
      if (type === 'moov') moov = true;
      if (TOLD.has(type)) {
        removed.add('录制信息（可能含位置和设备）');
        bytes.write('free', at + 4, 'latin1');
        bytes.fill(0, at + (short === 1 ? 16 : 8), at + size);
      } else if (HOLDERS.has(type) && !walk(at + 8, at + size)) return false;
      at += size;
    }
    return true;
  };
  return walk(0, bytes.length) && moov ? sized(bytes, removed) : null;
}
