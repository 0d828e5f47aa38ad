import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 900;
const HEIGHT = 383;

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, sum]);
}

let made: Buffer | null = null;

/** The cover of a text without a picture: plain 黛蓝 over a hairline of paper, 2.35 to 1, as PNG. */
export function plainCover(): Buffer {
  if (made) return made;
  const row = (colour: readonly number[]): Buffer => Buffer.concat([Buffer.from([0]), Buffer.alloc(WIDTH * 3, Buffer.from(colour))]);
  const blue = row([0x1b, 0x5a, 0x86]);
  const paper = row([0xe8, 0xf0, 0xf6]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const pixels = Buffer.concat(Array.from({ length: HEIGHT }, (_, y) => (y > HEIGHT - 48 && y < HEIGHT - 42 ? paper : blue)));
  made = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]);
  return made;
}
