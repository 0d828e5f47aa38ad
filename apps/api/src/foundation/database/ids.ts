import { randomBytes } from 'node:crypto';

/** Random bytes drawn in bulk: a request id must not cost a system call. */
let pool = randomBytes(4096);
let poolAt = 0;

function fresh(length: number): Buffer {
  if (poolAt + length > pool.length) {
    pool = randomBytes(4096);
    poolAt = 0;
  }
  return Buffer.from(pool.subarray(poolAt, (poolAt += length)));
}

let lastMillisecond = 0;
let counter = 0;

/**
 * A new id: UUID version 7 (RFC 9562 §5.7), time-ordered so that indexes stay packed, random so that it leaks no count.
 * Ids made by one process rise strictly, also within a millisecond.
 */
export function newId(now: number = Date.now()): string {
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = fresh(2).readUInt16BE(0) & 0x7ff;
  } else {
    counter += 1;
    if (counter > 0xfff) {
      lastMillisecond += 1;
      counter = 0;
    }
  }
  const bytes = fresh(16);
  bytes.writeUIntBE(lastMillisecond, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
