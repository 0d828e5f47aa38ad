import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { ImportJobReportView, ImportJobView, Page } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { pageOf, toPage } from '../../foundation/http/paging.js';
import { requireSight, seesWholeCity, type Actor } from '../../foundation/session/actor.js';
import { FileStore } from '../../foundation/storage/file-store.js';
import { DocumentsService, type ImportFile } from '../documents/documents.service.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { ImportJobEntity } from './import-job.entity.js';

const LEASE_MS = 20_000;
const BEAT_MS = 5_000;
const LOOK_MS = 5_000;
const PROBLEMS_KEPT = 5_000;
const UNPACKED_BYTES = 256 * 1024 * 1024;

/** A job of this process; resumed: somebody may have stored part of its next chunk already. */
type ClaimedJob = ImportJobEntity & { resumed: boolean };

/** Takes in collections of laws chunk by chunk, beside everything else; after a kill it goes on where the last chunk ended. */
@Injectable()
export class ImportJobsService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('imports');
  private readonly holder = newId();
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private closed = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly organisations: OrganisationsService,
    private readonly documents: DocumentsService,
    private readonly files: FileStore,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.work(), LOOK_MS);
    this.timer.unref();
    void this.work();
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /** Digests of the files that jobs were started with. */
  async keptFiles(db: Db): Promise<string[]> {
    return (await db.find(ImportJobEntity, { select: { id: true, sha256: true } })).map(({ sha256 }) => sha256);
  }

  /**
   * Keeps the files and starts to take them in.
   * @throws DomainError imports.not_a_collection
   */
  async start(actor: Actor, files: readonly ImportFile[]): Promise<ImportJobView[]> {
    const jobs: ImportJobEntity[] = [];
    for (const file of files) {
      if (!/\.jsonl(?:\.gz)?$/i.test(file.name) || file.bytes.length === 0) throw new DomainError('imports.not_a_collection', { file: file.name });
      const size = (await this.unpack(file.name, file.bytes)).length;
      jobs.push({ id: newId(), status: 'running', fileName: file.name.slice(-255), sha256: await this.files.put(file.bytes), bytes: file.bytes.length, size, offset: 0, lines: 0, imported: 0, unchanged: 0, refused: 0, problems: [], problemsCut: false, orgId: actor.orgId, startedById: actor.personId, startedAt: this.clock.now(), finishedAt: null, failure: null, holder: null, leaseUntil: null, version: 1 });
    }
    await this.database.transaction(async (db) => {
      for (const job of jobs) {
        await db.insert(ImportJobEntity, job);
        await this.events.record(db, actor, { verb: 'imports.started', subjectType: 'import_job', subjectId: job.id, facts: { digest: job.sha256, bytes: job.bytes } });
      }
    });
    void this.work();
    return this.views(jobs);
  }

  list(actor: Actor, query: { cursor?: string; limit?: number }): Promise<Page<ImportJobView>> {
    return this.database.read(async (db) => {
      const builder = db.createQueryBuilder(ImportJobEntity, 'job');
      if (!seesWholeCity(actor)) builder.andWhere('job.orgId = :own', { own: actor.orgId });
      const page = await pageOf(builder, 'job', 'id', query);
      const views = await this.views(page.rows);
      return toPage(page, (row) => views.find((view) => view.id === row.id)!);
    });
  }

  /** @throws DomainError imports.not_found, access.other_organisation */
  async report(actor: Actor, id: string): Promise<ImportJobReportView> {
    const job = await this.database.read((db) => db.findOneBy(ImportJobEntity, { id }));
    if (!job) throw new DomainError('imports.not_found', { id });
    requireSight(actor, job.orgId);
    return { ...(await this.views([job]))[0]!, problems: job.problems, problemsCut: job.problemsCut };
  }

  /** Resolves when no job waits for this process any more. */
  async work(): Promise<void> {
    this.running ??= this.workOff()
      .catch((error: Error) => { if (!this.closed) this.logger.error(error.message); })
      .finally(() => { this.running = null; });
    return this.running;
  }

  private async workOff(): Promise<void> {
    for (let job = await this.claim(); job && !this.closed; job = await this.claim()) {
      const mine = job;
      await this.takeIn(mine).catch((error: Error) => this.close(mine, 'failed', error.message));
    }
  }

  /** The oldest job that nobody works on. Leases run on the wall clock: the civil clock may stand still in a demonstration. */
  private claim(): Promise<ClaimedJob | null> {
    return this.database.transaction(async (db) => {
      const now = new Date();
      const jobs = await db.find(ImportJobEntity, { where: { status: 'running' }, order: { startedAt: 'ASC', id: 'ASC' } });
      const free = jobs.find((job) => job.holder === null || job.holder === this.holder || job.leaseUntil === null || job.leaseUntil < now);
      if (!free) return null;
      const changes = { holder: this.holder, leaseUntil: new Date(now.getTime() + LEASE_MS), version: free.version + 1 };
      const { affected } = await db.update(ImportJobEntity, { id: free.id, version: free.version }, changes);
      return affected === 1 ? { ...free, ...changes, resumed: free.holder !== null } : null;
    });
  }

  private async takeIn(job: ClaimedJob): Promise<void> {
    const beat = setInterval(() => void this.database.transaction((db) => db.update(ImportJobEntity, { id: job.id, holder: this.holder }, { leaseUntil: new Date(Date.now() + LEASE_MS) })).catch(() => undefined), BEAT_MS);
    try {
      await this.takeInChunks(job);
    } finally {
      clearInterval(beat);
    }
  }

  private async takeInChunks(job: ClaimedJob): Promise<void> {
    const bytes = await this.unpack(job.fileName, await this.files.get(job.sha256));
    const actor: Actor = { personId: job.startedById, name: '', orgId: job.orgId, roles: [], via: 'system' };
    while (job.offset < bytes.length) {
      if (this.closed) return;
      const chunk = await this.documents.importLawChunk(actor, { name: job.fileName, bytes, from: job.offset, firstLine: job.lines + 1, orgId: job.orgId, ...(job.resumed ? { since: job.startedAt } : {}) });
      const fresh = chunk.rows.filter((row) => row.status === 'refused').map((row) => ({ line: Number(/:(\d+)$/.exec(row.file)?.[1] ?? 0), message: row.problems[0]?.message ?? '' }));
      const count = (status: string): number => chunk.rows.filter((row) => row.status === status).length;
      const problems = [...job.problems, ...fresh];
      const changes = {
        offset: chunk.end, lines: job.lines + chunk.lines, imported: job.imported + count('imported'), unchanged: job.unchanged + count('unchanged'), refused: job.refused + count('refused'),
        problems: problems.slice(0, PROBLEMS_KEPT), problemsCut: job.problemsCut || problems.length > PROBLEMS_KEPT, version: job.version + 1,
      };
      const { affected } = await this.database.transaction((db) => db.update(ImportJobEntity, { id: job.id, version: job.version }, changes));
      if (affected !== 1) return; // another process took over while this one slept
      Object.assign(job, changes, { resumed: false });
    }
    await this.close(job, 'done', null);
  }

  private async close(job: ImportJobEntity, status: 'done' | 'failed', failure: string | null): Promise<void> {
    await this.database.transaction(async (db) => {
      const { affected } = await db.update(ImportJobEntity, { id: job.id, version: job.version }, { status, failure: failure?.slice(0, 500) ?? null, finishedAt: this.clock.now(), holder: null, leaseUntil: null, version: job.version + 1 });
      if (affected === 1) await this.events.record(db, { personId: job.startedById, orgId: job.orgId }, { verb: status === 'done' ? 'imports.finished' : 'imports.failed', subjectType: 'import_job', subjectId: job.id, facts: { imported: job.imported, unchanged: job.unchanged, refused: job.refused } });
    });
    await this.events.catchUp();
  }

  /** @throws DomainError imports.not_a_collection */
  private async unpack(name: string, bytes: Buffer): Promise<Buffer> {
    if (!/\.gz$/i.test(name)) return bytes;
    try {
      return await promisify(gunzip)(bytes, { maxOutputLength: UNPACKED_BYTES });
    } catch {
      throw new DomainError('imports.not_a_collection', { file: name }, '压缩文件已损坏，或者展开后超过上限。');
    }
  }

  private async views(jobs: readonly ImportJobEntity[]): Promise<ImportJobView[]> {
    return this.database.read(async (db) => {
      const orgNames = await this.organisations.namesOf(db, jobs.map((job) => job.orgId));
      const people = await this.organisations.peopleNames(db, jobs.map((job) => job.startedById));
      return jobs.map((job) => ({
        id: job.id, fileName: job.fileName, bytes: job.bytes, status: job.status, share: job.size === 0 ? 1 : job.offset / job.size, lines: job.lines, imported: job.imported, unchanged: job.unchanged, refused: job.refused,
        orgName: orgNames.get(job.orgId) ?? '', startedByName: people.get(job.startedById) ?? '', startedAt: job.startedAt.toISOString(), finishedAt: job.finishedAt?.toISOString() ?? null, failure: job.failure,
      }));
    });
  }
}
