/** How common a pair of neighbouring characters is, in doublings: 0 never seen twice, 1 two or three times, 2 from four times on … */
export const levelOf = (count: number): number => (count < 2 ? 0 : Math.min(15, Math.floor(Math.log2(count))));

/** Pairs of characters with their levels as one printable string; it holds counts, no text. */
export interface PackedPairs {
  version: string;
  source: string;
  /** The characters, most frequent first; a pair is a number first × size + second. */
  characters: string;
  /** Base64: for every pair in ascending order its distance from the one before (7 bits a byte, low first) and its level. */
  pairs: string;
}

/** Packs pairs for a source file. @param counts pair as first code × 65536 + second code, with how often it stands in the texts */
export function packPairs(counts: ReadonlyMap<number, number>): Pick<PackedPairs, 'characters' | 'pairs'> {
  const seen = new Map<number, number>();
  for (const [pair, count] of counts) if (levelOf(count) > 0) for (const code of [Math.floor(pair / 65536), pair % 65536]) seen.set(code, (seen.get(code) ?? 0) + count);
  const codes = [...seen.keys()].sort((a, b) => seen.get(b)! - seen.get(a)! || a - b);
  const places = new Map(codes.map((code, place) => [code, place]));
  const entries = [...counts].filter(([, count]) => levelOf(count) > 0).map(([pair, count]) => [places.get(Math.floor(pair / 65536))! * codes.length + places.get(pair % 65536)!, levelOf(count)] as const).sort(([a], [b]) => a - b);
  const bytes: number[] = [];
  let before = -1;
  for (const [place, level] of entries) {
    let gap = (place - before - 1) * 16 + level;
    before = place;
    while (gap >= 128) {
      bytes.push((gap & 127) | 128);
      gap = Math.floor(gap / 128);
    }
    bytes.push(gap);
  }
  return { characters: String.fromCharCode(...codes), pairs: toBase64(bytes) };
}

/** Calls back for every packed pair. */
export function eachPair({ characters, pairs }: PackedPairs, visit: (first: number, second: number, level: number) => void): void {
  const size = characters.length;
  let place = -1;
  let gap = 0;
  let scale = 1;
  for (const byte of fromBase64(pairs)) {
    gap += (byte & 127) * scale;
    scale *= 128;
    if (byte >= 128) continue;
    place += (gap >> 4) + 1;
    visit(characters.charCodeAt(Math.floor(place / size)), characters.charCodeAt(place % size), gap & 15);
    [gap, scale] = [0, 1];
  }
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function toBase64(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let k = 0; k < 4; k += 1) text += i + k > bytes.length ? '=' : SIGNS[(group >> (18 - 6 * k)) & 63]!;
  }
  return text;
}

function fromBase64(text: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let i = 0; i < SIGNS.length; i += 1) values[SIGNS.charCodeAt(i)] = i;
  const length = Math.floor((text.replace(/=+$/, '').length * 3) / 4);
  const bytes = new Uint8Array(length);
  for (let i = 0, at = 0; at < length; i += 4) {
    const group = (values[text.charCodeAt(i)]! << 18) | (values[text.charCodeAt(i + 1)]! << 12) | (values[text.charCodeAt(i + 2)]! << 6) | values[text.charCodeAt(i + 3)]!;
    for (let k = 0; k < 3 && at < length; k += 1) bytes[at++] = (group >> (16 - 8 * k)) & 255;
  }
  return bytes;
}
