import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is told about a model beside its bytes. */
export interface LearntModel {
  /** SHA-256 of the file, which is named after it. */
  digest: string;
  /** Names weights and model in a screener's version. */
  version: string;
  source: string;
  learntAt: string;
  characters: number;
  documents: number;
  publications: number;
}

const NOTE = 'current.json';
export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The folder in which the proofreader keeps its model: one file of counts and a note that names it. */
export class ModelFolder {
  constructor(readonly path: string) {}

  fileOf(digest: string): string {
    return join(this.path, `${digest}.model`);
  }

  /** The model in use; null when there is none or its file is not what the note says. */
  read(): LearntModel | null {
    let note: LearntModel;
    try {
      note = JSON.parse(readFileSync(join(this.path, NOTE), 'utf8')) as LearntModel;
      if (digestOf(readFileSync(this.fileOf(note.digest))) !== note.digest) return null;
    } catch {
      return null;
    }
    return note;
  }

  /** Writes a model aside; `use` puts it in force. */
  keep(bytes: Uint8Array): string {
    mkdirSync(this.path, { recursive: true });
    const digest = digestOf(bytes);
    const aside = `${this.fileOf(digest)}.part`;
    writeFileSync(aside, bytes);
    renameSync(aside, this.fileOf(digest));
    return digest;
  }

  /** From now on this model is read; the one before is thrown away. */
  use(note: LearntModel): void {
    const before = this.read();
    const aside = join(this.path, `${NOTE}.part`);
    writeFileSync(aside, JSON.stringify(note));
    renameSync(aside, join(this.path, NOTE));
    if (before && before.digest !== note.digest) rmSync(this.fileOf(before.digest), { force: true });
  }
}
