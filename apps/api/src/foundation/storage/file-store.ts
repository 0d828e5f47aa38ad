import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, stat, unlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** Keeps bytes under their own SHA-256. An object store can take the folder's place. */
export abstract class FileStore {
  /** @returns the SHA-256 (hex) under which the bytes are kept; the same bytes are kept once */
  abstract put(bytes: Uint8Array): Promise<string>;
  /** @throws Error when nothing is kept under it, or what is kept no longer is what was put there */
  abstract get(sha256: string): Promise<Buffer>;
  /** Removes what was last put before an instant. @returns false when it was put again since, or is not there */
  abstract remove(sha256: string, lastPutBefore: Date): Promise<boolean>;
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export class FolderFileStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  async put(bytes: Uint8Array): Promise<string> {
    const sha256 = digestOf(bytes);
    const path = this.pathOf(sha256);
    // Marked as put now, so that nobody removes it meanwhile; when it has just been removed it is written again.
    if (await utimes(path, new Date(), new Date()).then(() => true, () => false)) return sha256;
    await mkdir(join(path, '..'), { recursive: true });
    // Written aside and renamed, so that a name never stands over half a file.
    const aside = `${path}.${randomUUID()}`;
    const file = await open(aside, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
    return sha256;
  }

  async get(sha256: string): Promise<Buffer> {
    const bytes = await readFile(this.pathOf(sha256));
    if (digestOf(bytes) !== sha256) throw new Error(`stored file ${sha256} was changed`);
    return bytes;
  }

  /** Taken aside first: whoever puts the same bytes from then on writes them anew, and who did just before is seen by its time. */
  async remove(sha256: string, lastPutBefore: Date): Promise<boolean> {
    const path = this.pathOf(sha256);
    const aside = `${path}.${randomUUID()}`;
    if (!(await rename(path, aside).then(() => true, () => false))) return false;
    if ((await stat(aside)).mtimeMs < lastPutBefore.getTime()) {
      await unlink(aside);
      return true;
    }
    await rename(aside, path);
    return false;
  }

  private pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a digest');
    return join(this.folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}
