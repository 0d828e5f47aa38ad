import { randomBytes } from 'node:crypto';

/** Random bytes drawn in bulk: a request id must not cost a system call. */
let pool = randomBytes(4096);
let poolAt = 0;

function freshByte(): number {
  if (poolAt === pool.length) {
    pool = randomBytes(4096);
    poolAt = 0;
  }
  return pool[poolAt++]!;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const hexByte = (): string => HEX[freshByte()]!;

let lastMillisecond = 0;
let counter = 0;

/**
 * A new id: UUID version 7 (RFC 9562 §5.7), time-ordered so that indexes stay packed, random so that it leaks no count.
 * Ids made by one process rise strictly, also within a millisecond.
 */
export function newId(now: number = Date.now()): string {
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = (freshByte() << 8 | freshByte()) & 0x7ff;
  } else {
    counter += 1;
    if (counter > 0xfff) {
      lastMillisecond += 1;
      counter = 0;
    }
  }
  const time = lastMillisecond.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-${(0x7000 | counter).toString(16)}-${HEX[(freshByte() & 0x3f) | 0x80]!}${hexByte()}-${hexByte()}${hexByte()}${hexByte()}${hexByte()}${hexByte()}${hexByte()}`;
}
