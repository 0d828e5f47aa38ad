/** Counts are stored as logarithms in one byte: 0 is never seen, each step is 7 %. */
const STEPS_PER_DOUBLING = 10.5;

export const packCount = (count: number): number => (count < 1 ? 0 : Math.min(255, 1 + Math.round(STEPS_PER_DOUBLING * Math.log2(count))));
const unpacked = Float64Array.from({ length: 256 }, (_, step) => (step === 0 ? 0 : 2 ** ((step - 1) / STEPS_PER_DOUBLING)));
export const unpackCount = (step: number): number => unpacked[step]!;

/** Start value of a hash over tokens. */
export const HASH_START = 0x2545f491;

/** Takes one more token into a 32-bit hash. */
export function hashStep(hash: number, token: number): number {
  let h = Math.imul(hash ^ token, 0x9e3779b1);
  h ^= h >>> 15;
  h = Math.imul(h, 0x85ebca6b);
  return h ^ (h >>> 13);
}

const fingerprintOf = (hash: number, last: number): number => (Math.imul(hash ^ (last << 7), 0xc2b2ae35) >>> 16) & 0xffff;

/** A hash as a share of the buckets: far cheaper than a remainder. */
const bucketOf = (hash: number, buckets: number): number => Math.floor((hash >>> 0) * buckets / 0x100000000);

/**
 * A table from token strings to counts: 3 bytes an entry. Strings are not kept, only 16 bits of a hash in a bucket of
 * about four; a string that was never seen is taken for another about once in 16,000 look-ups.
 */
export class PackedCounts {
  constructor(private readonly offsets: Uint32Array, private readonly fingerprints: Uint16Array, private readonly counts: Uint8Array) {}

  get size(): number {
    return this.counts.length;
  }

  /** Count of the string whose hash is given; `last` is its last token. 0 when it was not seen. */
  get(hash: number, last: number): number {
    return unpacked[this.step(hash, last)]!;
  }

  /** The packed count: a step, 0 when the string was not seen. */
  step(hash: number, last: number): number {
    const bucket = bucketOf(hash, this.offsets.length - 1);
    const end = this.offsets[bucket + 1]!;
    const print = fingerprintOf(hash, last);
    for (let i = this.offsets[bucket]!; i < end; i += 1) if (this.fingerprints[i] === print) return this.counts[i]!;
    return 0;
  }

  /** @param entries parallel arrays: hash, last token and count of every string. */
  static from(hashes: Int32Array, lasts: Uint16Array, counts: Float64Array, length: number): PackedCounts {
    const buckets = Math.max(1, Math.ceil(length / 4));
    const offsets = new Uint32Array(buckets + 1);
    for (let i = 0; i < length; i += 1) offsets[(bucketOf(hashes[i]!, buckets)) + 1]! += 1;
    for (let b = 0; b < buckets; b += 1) offsets[b + 1]! += offsets[b]!;
    const next = offsets.slice(0, buckets);
    const fingerprints = new Uint16Array(length);
    const steps = new Uint8Array(length);
    for (let i = 0; i < length; i += 1) {
      const at = next[bucketOf(hashes[i]!, buckets)]!++;
      fingerprints[at] = fingerprintOf(hashes[i]!, lasts[i]!);
      steps[at] = packCount(counts[i]!);
    }
    return new PackedCounts(offsets, fingerprints, steps);
  }

  sections(): Uint8Array[] {
    return [this.offsets, this.fingerprints, this.counts].map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
  }
}
