import { crc32, deflateSync } from 'node:zlib';

const chunk = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length);
  head.write(type, 4, 'latin1');
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(Buffer.concat([Buffer.from(type, 'latin1'), body])) >>> 0);
  return Buffer.concat([head, body, sum]);
};

/** A real PNG of one colour, with chunks beside those that draw it. */
export function png(width = 4, height = 3, more: { type: string; body: string }[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.concat(Array.from({ length: height }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0x5a)])));
  return Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), chunk('IHDR', header), ...more.map(({ type, body }) => chunk(type, Buffer.from(body))), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** The segments of a JPEG around a scan that no decoder is asked to read; turned as its EXIF says, with a place in it. */
export function jpeg(orientation = 6, tail = ''): Buffer {
  const tiff = Buffer.alloc(14 + 12);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const frame = Buffer.from([8, 0, 30, 0, 40, 1, 1, 0x11, 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]), segment(0xe0, Buffer.from('JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0', 'latin1')), segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS 32.0603 118.7969')])),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>', 'latin1')), segment(0xfe, Buffer.from('camera of somebody')), segment(0xc0, frame), segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x12, 0x34, 0xff, 0xd9]), Buffer.from(tail),
  ]);
}

const box = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};

/** The boxes of an MP4 with the place where it was recorded. */
export const mp4 = (brand = 'isom'): Buffer => Buffer.concat([box('ftyp', Buffer.from(`${brand.padEnd(4)}\0\0\0\0isom`, 'latin1')), box('moov', Buffer.concat([box('mvhd', Buffer.alloc(100)), box('udta', Buffer.from('\u00a9xyz+32.0603+118.7969/', 'latin1'))])), box('mdat', Buffer.alloc(64, 7))]);

/** Frames of an MP3 behind an ID3 tag. */
export const mp3 = (): Buffer => Buffer.concat([Buffer.from('ID3\u0003\0\0\0\0\0\u0010', 'latin1'), Buffer.from('somebody private'), Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(400, 1)]);
