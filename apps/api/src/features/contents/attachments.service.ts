import { Injectable } from '@nestjs/common';
import { LIMITS } from '@govmedia-hub/contracts';
import { Database } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { InvalidRequest } from '../../foundation/errors/problem-filter.js';
import { requireOwnOrganisation, requireSight, type Actor } from '../../foundation/session/actor.js';
import type { UploadedFile } from '../../foundation/http/uploaded-files.js';
import { FileStore } from '../../foundation/storage/file-store.js';
import { AttachmentTexts, type AttachmentWords } from '../documents/attachment-texts.service.js';
import { attachmentName, checkAttachment, contentTypeOf, unreadableAttachment } from './attachment-kinds.js';
import type { FrozenAttachment } from './content.entity.js';
import { ContentsReader } from './contents.reader.js';
import { ContentsService } from './contents.service.js';
import { RevisionPreparer } from './revision-preparer.service.js';

export interface StoredFile { name: string; contentType: string; bytes: Buffer }

/** Files that go with a text: read and screened before they are kept, and part of what gates and reviews stand on. */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly texts: AttachmentTexts,
    private readonly contents: ContentsService,
    private readonly reader: ContentsReader,
    private readonly preparer: RevisionPreparer,
  ) {}

  /**
   * Attaches files as a new revision; every gate is open again.
   * @throws DomainError contents.attachment_refused, contents.secrecy_marking (nothing is kept), contents.changed_meanwhile
   */
  async attach(actor: Actor, id: string, uploads: readonly UploadedFile[], seenVersion: number): Promise<void> {
    const { attachments } = await this.current(actor, id);
    if (attachments.length + uploads.length > LIMITS.attachmentsPerRevision) throw new InvalidRequest([{ field: 'files', message: `附件最多${LIMITS.attachmentsPerRevision}个。` }]);
    const added: (FrozenAttachment & AttachmentWords & { content: Buffer })[] = [];
    for (const upload of uploads) {
      const name = attachmentName(upload.name);
      if ([...attachments, ...added].some((other) => other.name === name)) throw unreadableAttachment(name, '已有同名附件，请先移除原来的附件或改名。');
      const kind = checkAttachment(name, upload.bytes);
      const read = kind.readable ? await this.texts.textOf(name, upload.bytes) : { text: '', places: [], traits: [] };
      if ('problem' in read) throw unreadableAttachment(name, `${read.problem}。`);
      if (read.text.length > LIMITS.screenChars) throw unreadableAttachment(name, `文字过长，最多${LIMITS.screenChars}字。`);
      added.push({ id: newId(), name, bytes: upload.bytes.length, sha256: '', textSha256: null, ...read, content: upload.bytes });
    }
    // Screened before anything is kept: what bears a secrecy marking never reaches the store.
    await this.preparer.requireNoMarking(actor, id, added);
    const kept: FrozenAttachment[] = [];
    for (const { text, places, traits, content, ...file } of added) {
      const beside = places.length + traits.length === 0 ? null : await this.files.put(Buffer.from(JSON.stringify({ places, traits })));
      kept.push({ ...file, sha256: await this.files.put(content), textSha256: text === '' ? null : await this.files.put(Buffer.from(text)), traitsSha256: beside });
    }
    await this.contents.replaceAttachments(actor, id, [...attachments, ...kept], seenVersion);
  }

  /** @throws DomainError contents.attachment_not_found, contents.changed_meanwhile */
  async detach(actor: Actor, id: string, attachmentId: string, seenVersion: number): Promise<void> {
    const { attachments } = await this.current(actor, id);
    if (!attachments.some((file) => file.id === attachmentId)) throw new DomainError('contents.attachment_not_found', { attachmentId });
    await this.contents.replaceAttachments(actor, id, attachments.filter((file) => file.id !== attachmentId), seenVersion);
  }

  /** A file of the current text, for the people who work on it. */
  async file(actor: Actor, id: string, attachmentId: string): Promise<StoredFile> {
    const revision = await this.database.read(async (db) => {
      const row = await this.reader.get(db, id);
      requireSight(actor, row.orgId);
      return this.reader.revision(db, row.revisionId);
    });
    return this.stored(revision.attachments.find((file) => file.id === attachmentId), attachmentId);
  }

  /** Bytes of a frozen attachment. @throws DomainError contents.attachment_not_found */
  async stored(file: Pick<FrozenAttachment, 'name' | 'sha256'> | undefined, attachmentId: string): Promise<StoredFile> {
    if (!file) throw new DomainError('contents.attachment_not_found', { attachmentId });
    return { name: file.name, contentType: contentTypeOf(file.name), bytes: await this.files.get(file.sha256) };
  }

  private current(actor: Actor, id: string): Promise<{ attachments: FrozenAttachment[] }> {
    return this.database.read(async (db) => {
      const row = await this.reader.get(db, id);
      requireOwnOrganisation(actor, row.orgId);
      return { attachments: (await this.reader.revision(db, row.revisionId)).attachments };
    });
  }
}
