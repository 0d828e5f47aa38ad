import { closeSync, openSync, readSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { SnapshotRecord } from '@govmedia-hub/knowledge';

/** Less can be read than was there: the file is not whole, or was cut while it was open. */
export class IndexFileCut extends Error {
  constructor() {
    super('the file is cut');
  }
}

const FRAME = 16; // kind, form, length, checksum: four words before every record
const FORM = { numbers: 0, text: 1, texts: 2, pieces: 3 } as const;
/** So much is read at one go; of a long record no more is held at a time. */
const AT_ONCE = 2 ** 20;

/** Writes records beside the file and puts them in its place when they are whole; between two of them others are served. */
export async function writeIndexFile(file: string, records: Iterable<SnapshotRecord>): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const part = `${file}.${process.pid}.part`;
  try {
    const handle = await open(part, 'w', 0o600);
    try {
      for (const { kind, content } of records) {
        const [form, bytes] = written(content);
        await handle.writeFile(Buffer.from(Uint32Array.of(kind, form, bytes.byteLength, crc32(bytes)).buffer));
        await handle.writeFile(bytes);
        await breathe();
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/**
 * The records of a file, each held against its checksum. Of many texts or pieces only the places are kept: each is read again when
 * it is asked for, from the file as it was opened, even when another has taken its place. @throws Error when one is cut or was changed
 */
export function* readIndexFile(file: string): IterableIterator<SnapshotRecord> {
  const opened = new OpenedFile(file);
  let whole = false;
  try {
    for (let at = 0; ; ) {
      const frame = opened.read(at, FRAME, true);
      if (frame.length === 0) break;
      const [kind, form, length, sum] = [0, 4, 8, 12].map((place) => frame.readUInt32LE(place)) as [number, number, number, number];
      at += FRAME;
      if (opened.checksum(at, length) !== sum) throw new Error('the file was changed');
      yield { kind, content: contentOf(opened, form, at, length) };
      at += length;
    }
    whole = true;
  } finally {
    if (!whole) opened.close();
  }
}

function written(content: SnapshotRecord['content']): [form: number, bytes: Uint8Array] {
  if (typeof content === 'string') return [FORM.text, Buffer.from(content)];
  if (content instanceof Uint8Array) return [FORM.numbers, content];
  const parts = 'texts' in content ? Array.from({ length: content.texts.length }, (_, i) => Buffer.from(content.texts.at(i)!)) : Array.from({ length: content.bytes.length }, (_, i) => Buffer.from(content.bytes.at(i)!));
  const ends = new Uint32Array(parts.length);
  parts.reduce((end, part, i) => (ends[i] = end + part.length), 0);
  return ['texts' in content ? FORM.texts : FORM.pieces, Buffer.concat([Buffer.from(Uint32Array.of(parts.length).buffer), Buffer.from(ends.buffer), ...parts])];
}

function contentOf(opened: OpenedFile, form: number, at: number, length: number): SnapshotRecord['content'] {
  if (form === FORM.numbers) return opened.copy(at, length);
  if (form === FORM.text) return opened.copy(at, length).toString('utf8');
  const count = opened.read(at, 4).readUInt32LE(0);
  const copied = opened.copy(at + 4, 4 * count);
  const ends = new Uint32Array(copied.buffer, copied.byteOffset, count);
  const from = at + 4 + 4 * count;
  const part = (i: number): Buffer => {
    const start = i === 0 ? 0 : ends[i - 1]!;
    return opened.read(from + start, ends[i]! - start);
  };
  return form === FORM.texts ? { texts: { length: count, at: (i) => part(i).toString('utf8') } } : { bytes: { length: count, at: part } };
}

/** Closes files of which nothing can be asked for any more. */
const closing = new FinalizationRegistry<number>((handle) => closeSync(handle));

/** A file that is read from piece by piece. */
class OpenedFile {
  private readonly handle: number;
  /** What was read last; the next reading overwrites it. */
  private room = Buffer.alloc(AT_ONCE);

  constructor(file: string) {
    this.handle = openSync(file, 'r');
    closing.register(this, this.handle, this);
  }

  close(): void {
    closing.unregister(this);
    closeSync(this.handle);
  }

  /** Bytes that hold until the next reading; none at the end of the file where that is allowed. */
  read(from: number, length: number, mayEnd = false): Buffer {
    if (length > this.room.length) this.room = Buffer.alloc(length);
    const got = this.into(this.room, from, length);
    if (mayEnd && got === 0) return this.room.subarray(0, 0);
    if (got < length) throw new IndexFileCut();
    return this.room.subarray(0, length);
  }

  /** Bytes of their own. */
  copy(from: number, length: number): Buffer {
    const bytes = Buffer.from(new ArrayBuffer(length));
    if (this.into(bytes, from, length) < length) throw new IndexFileCut();
    return bytes;
  }

  checksum(from: number, length: number): number {
    let sum = 0;
    for (let at = 0; at < length; at += AT_ONCE) sum = crc32(this.read(from + at, Math.min(AT_ONCE, length - at)), sum);
    return sum;
  }

  private into(bytes: Buffer, from: number, length: number): number {
    for (let at = 0; at < length; ) {
      const more = readSync(this.handle, bytes, at, length - at, from + at);
      if (more === 0) return at;
      at += more;
    }
    return length;
  }
}
