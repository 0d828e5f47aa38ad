import { closeSync, openSync, readSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { SnapshotRecord } from '@govmedia-hub/knowledge';

const FRAME = 16; // kind, text or numbers, length, checksum: four words before every record

/** Writes records beside the file and puts them in its place when they are whole; between two of them others are served. */
export async function writeIndexFile(file: string, records: Iterable<SnapshotRecord>): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const part = `${file}.${process.pid}.part`;
  try {
    const handle = await open(part, 'w', 0o600);
    try {
      for (const { kind, content } of records) {
        const bytes = typeof content === 'string' ? Buffer.from(content) : content;
        await handle.writeFile(Buffer.from(Uint32Array.of(kind, typeof content === 'string' ? 1 : 0, bytes.byteLength, crc32(bytes)).buffer));
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

/** The records of a file, each held against its checksum. @throws Error when one is cut or was changed */
export function* readIndexFile(file: string): IterableIterator<SnapshotRecord> {
  const handle = openSync(file, 'r');
  try {
    for (;;) {
      const frame = Buffer.alloc(FRAME);
      const got = readSync(handle, frame);
      if (got === 0) return;
      const [kind, text, length, sum] = [0, 4, 8, 12].map((at) => frame.readUInt32LE(at)) as [number, number, number, number];
      const bytes = Buffer.from(new ArrayBuffer(length));
      for (let at = 0; at < length; ) {
        const more = readSync(handle, bytes, at, length - at, null);
        if (more === 0) throw new Error('the file is cut');
        at += more;
      }
      if (got !== FRAME || crc32(bytes) !== sum) throw new Error('the file was changed');
      yield { kind, content: text === 1 ? bytes.toString('utf8') : bytes };
    }
  } finally {
    closeSync(handle);
  }
}
