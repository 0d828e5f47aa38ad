import { Injectable } from '@nestjs/common';
import type { MediaKind, MediaView, StoredMedia } from '@govmedia-hub/contracts';
import { In, IsNull, LessThanOrEqual } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import type { UploadedFile } from '../../foundation/http/uploaded-files.js';
import { requireSight, type Actor } from '../../foundation/session/actor.js';
import { FileStore } from '../../foundation/storage/file-store.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { readMedia } from './media-kinds.js';
import { MediaEntity } from './media.entity.js';

/** Pictures and recordings that stand in texts. */
@Injectable()
export class MediaService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly files: FileStore,
  ) {}

  /** Takes files in for the actor's unit, all or none. The name a file had is not kept. @throws DomainError media.refused */
  async takeIn(actor: Actor, uploads: readonly UploadedFile[]): Promise<MediaView[]> {
    const read = uploads.map(({ name, bytes }) => readMedia(name, bytes));
    const taken: { row: MediaEntity; removed: string[] }[] = [];
    for (const { kind, contentType, bytes, width, height, removed } of read)
      taken.push({ removed, row: { id: newId(), orgId: actor.orgId, kind, sha256: await this.files.put(bytes), contentType, bytes: bytes.length, width, height, uploadedById: actor.personId, uploadedAt: this.clock.now(), unusedAt: null } });
    await this.database.transaction(async (db) => {
      for (const { row } of taken) {
        await db.insert(MediaEntity, row);
        await this.events.record(db, actor, { verb: 'media.taken_in', subjectType: 'media', subjectId: row.id, facts: { kind: row.kind, sha256: row.sha256, bytes: row.bytes } });
      }
    });
    return taken.map(({ row, removed }) => ({ id: row.id, kind: row.kind, contentType: row.contentType, bytes: row.bytes, width: row.width, height: row.height, sha256: row.sha256, removed }));
  }

  /** The bytes, for people who may see the unit's work. @throws DomainError media.not_found */
  async file(actor: Actor, id: string): Promise<StoredFile> {
    const row = await this.database.read((db) => db.findOneBy(MediaEntity, { id, unusedAt: IsNull() }));
    if (!row) throw new DomainError('media.not_found', { id });
    requireSight(actor, row.orgId);
    return this.stored(row);
  }

  /** The bytes of media that was frozen into a text. */
  async stored({ contentType, sha256 }: Pick<StoredMedia, 'contentType' | 'sha256'>): Promise<StoredFile> {
    return { contentType, bytes: await this.files.get(sha256) };
  }

  /** Uploads from before an instant that are within reach, and those that were put out of reach before another. */
  async old(db: Db, uploadedBefore: Date, unusedBefore: Date): Promise<{ inReach: MediaEntity[]; outOfReach: MediaEntity[] }> {
    return {
      inReach: await db.find(MediaEntity, { where: { uploadedAt: LessThanOrEqual(uploadedBefore), unusedAt: IsNull() }, order: { id: 'ASC' } }),
      outOfReach: await db.find(MediaEntity, { where: { unusedAt: LessThanOrEqual(unusedBefore) }, order: { id: 'ASC' } }),
    };
  }

  /** Puts an upload out of reach, or within reach again; false when somebody else did. */
  async reach(db: Db, id: string, unusedAt: Date | null): Promise<boolean> {
    const { affected } = await db.update(MediaEntity, { id, ...(unusedAt === null ? {} : { unusedAt: IsNull() }) }, { unusedAt });
    return affected === 1;
  }

  /** Forgets an upload that is out of reach. @returns whether its bytes belong to no other upload */
  async forget(db: Db, { id, sha256 }: MediaEntity): Promise<{ gone: boolean; alone: boolean }> {
    const { affected } = await db.delete(MediaEntity, { id });
    return { gone: affected === 1, alone: !(await db.existsBy(MediaEntity, { sha256 })) };
  }

  /** What is frozen into a text of a unit, by id. @throws DomainError media.not_found also for another unit's and for another kind */
  async frozen(db: Db, orgId: string, wanted: readonly { mediaId: string; kind: MediaKind }[]): Promise<Map<string, StoredMedia>> {
    if (wanted.length === 0) return new Map();
    const rows = new Map((await db.findBy(MediaEntity, { id: In([...new Set(wanted.map(({ mediaId }) => mediaId))]), orgId, unusedAt: IsNull() })).map((row) => [row.id, row]));
    for (const { mediaId, kind } of wanted) if (rows.get(mediaId)?.kind !== kind) throw new DomainError('media.not_found', { id: mediaId });
    return new Map([...rows.values()].map(({ id, sha256, contentType, bytes, width, height }) => [id, { sha256, contentType, bytes, width, height }]));
  }
}

export interface StoredFile { contentType: string; bytes: Buffer }

export type Upload = MediaEntity;
