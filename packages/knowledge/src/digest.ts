import type { Passage } from './passages.js';

/** 64 bits of a text as two 32-bit lanes; for telling versions apart, not for security. */
export function hash64(text: string): [number, number] {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return [high >>> 0, low >>> 0];
}

/** 32 bits of a text, for tables. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The whole content of a passage as 64 bits; a change of any field, validity included, changes it. */
export function passageHash(p: Passage): [number, number] {
  return hash64(JSON.stringify([
    p.id, p.kind, p.documentId, p.title, p.heading, p.text, p.questions, p.docNumber, p.issuer, p.topics,
    p.validity, p.validFrom, p.validTo, p.publishedOn, p.reviewed, p.basisId ?? null,
  ]));
}

/** A sum over a set that does not care for the order in which members come and go. */
export class SetDigest {
  private high = 0;
  private low = 0;

  constructor(hex = '0'.repeat(16)) {
    this.high = parseInt(hex.slice(0, 8), 16);
    this.low = parseInt(hex.slice(8), 16);
  }

  add([high, low]: readonly [number, number]): void {
    this.high = (this.high + high) >>> 0;
    this.low = (this.low + low) >>> 0;
  }

  remove([high, low]: readonly [number, number]): void {
    this.high = (this.high - high) >>> 0;
    this.low = (this.low - low) >>> 0;
  }

  /** 16 hex digits. */
  hex(): string {
    return this.high.toString(16).padStart(8, '0') + this.low.toString(16).padStart(8, '0');
  }
}
