/** Ascending numbers with an impact each: the impacts, then the gaps between the numbers with seven bits a byte. */
export function packed(numbers: ArrayLike<number>, impacts: ArrayLike<number>, from: number, to: number): Uint8Array {
  const bytes = new Uint8Array(7 * (to - from));
  let at = 0;
  for (let i = from; i < to; i++) {
    bytes[at++] = impacts[i]! & 255;
    bytes[at++] = impacts[i]! >>> 8;
  }
  let before = 0;
  for (let i = from; i < to; i++) {
    let gap = numbers[i]! - before;
    before = numbers[i]!;
    for (; gap > 127; gap >>>= 7) bytes[at++] = (gap & 127) | 128;
    bytes[at++] = gap;
  }
  return bytes.slice(0, at);
}

/** So many numbers and impacts again, written from a place on. */
export function unpack(bytes: Uint8Array, count: number, numbers: Uint32Array, impacts: Uint16Array, place: number): void {
  for (let i = 0; i < count; i++) impacts[place + i] = bytes[2 * i]! | (bytes[2 * i + 1]! << 8);
  let before = 0;
  for (let at = 2 * count, i = place; i < place + count; i++) {
    let byte = bytes[at++]!;
    let gap = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++]!;
      gap |= (byte & 127) << shift;
    }
    numbers[i] = before += gap;
  }
}
