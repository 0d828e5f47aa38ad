import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { DailyWork } from '../../foundation/jobs/daily-work.js';
import { FileStore } from '../../foundation/storage/file-store.js';
import { ContentsReader } from '../contents/contents.reader.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { ImportJobsService } from '../imports/import-jobs.service.js';
import { MediaService, type Upload } from '../media/media.service.js';
import { UPLOAD_RULES } from '../rulebook/rulebook.service.js';
import { DraftsService } from '../writing/drafts.service.js';

const DAY_MS = 86_400_000;
const PAGE = 100;
const SYSTEM = { personId: 'system', orgId: '' };

/** What is in use: uploads by id, and kept bytes by their digest. */
interface InUse { media: Set<string>; digests: Set<string> }

/** Pictures and recordings that stand in no text, draft or revision of any age are put out of reach, and a day later removed. */
@Injectable()
export class UnusedUploads implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('unused-uploads');
  private readonly daily: DailyWork;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly files: FileStore,
    private readonly media: MediaService,
    private readonly contents: ContentsReader,
    private readonly drafts: DraftsService,
    private readonly imports: ImportJobsService,
  ) {
    this.daily = new DailyWork(clock, () => this.clean(), (error) => this.logger.error(`cleaning: ${error.message}`));
  }

  onApplicationBootstrap(): void {
    this.daily.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.daily.stop();
  }

  /** One round of the day. Two hubs may do it at once: each step is done by one of them. */
  async clean(): Promise<void> {
    const now = this.clock.now();
    const rested = new Date(now.getTime() - UPLOAD_RULES.restDays * DAY_MS);
    const { inReach, outOfReach } = await this.database.read((db) => this.media.old(db, new Date(now.getTime() - UPLOAD_RULES.graceDays * DAY_MS), rested));
    if (inReach.length + outOfReach.length === 0) return;
    const used = await this.inUse();
    for (const upload of outOfReach) {
      if (used.media.has(upload.id)) await this.note(upload, 'used_again', (db) => this.media.reach(db, upload.id, null));
      else await this.remove(upload, used, rested);
    }
    for (const upload of inReach) if (!used.media.has(upload.id)) await this.note(upload, 'unused', (db) => this.media.reach(db, upload.id, now));
  }

  private async remove(upload: Upload, used: InUse, rested: Date): Promise<void> {
    const mayGo = await this.note(upload, 'removed', async (db) => {
      const { gone, alone } = await this.media.forget(db, upload);
      return gone && alone && !used.digests.has(upload.sha256) ? 'bytes' : gone;
    });
    if (mayGo === 'bytes') await this.files.remove(upload.sha256, rested);
  }

  /** Does one step and its line of the log together; nothing is written where the step was done already. */
  private note<T extends boolean | string>({ id, sha256, bytes, kind }: Upload, verb: string, step: (db: Db) => Promise<T>): Promise<T> {
    return this.database.transaction(async (db) => {
      const done = await step(db);
      if (done) await this.events.record(db, SYSTEM, { verb: `media.${verb}`, subjectType: 'media', subjectId: id, facts: { kind, sha256, bytes, rule: UPLOAD_RULES.version } });
      return done;
    });
  }

  private async inUse(): Promise<InUse> {
    const used: InUse = { media: new Set(), digests: new Set() };
    await this.database.read(async (db) => {
      for (const id of await this.drafts.mediaOfDrafts(db)) used.media.add(id);
      for (const digest of await this.imports.keptFiles(db)) used.digests.add(digest);
    });
    for (let after = ''; !this.daily.ended; ) {
      const page = await this.database.read((db) => this.contents.filesOfRevisions(db, after, PAGE));
      for (const { blocks, attachments } of page) {
        for (const block of blocks) {
          if (!('mediaId' in block) || !block.mediaId) continue;
          used.media.add(block.mediaId);
          if (block.media) used.digests.add(block.media.sha256);
        }
        for (const { sha256, textSha256, traitsSha256 } of attachments) for (const digest of [sha256, textSha256, traitsSha256]) if (digest) used.digests.add(digest);
      }
      if (page.length < PAGE) return used;
      after = page.at(-1)!.id;
    }
    throw new Error('stopped before every text was looked at');
  }
}
