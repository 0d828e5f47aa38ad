import { Injectable } from '@nestjs/common';
import type { AddRepostSourceRequest, RepostSourceView, SourceCheckView } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import type { Actor } from '../../foundation/session/actor.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { BUILT_IN_SOURCES, isUnder } from './built-in-sources.js';
import { RepostSourceEntity } from './repost-source.entity.js';

/** 稿源名单: from where reprinting is allowed, day by day. */
@Injectable()
export class RepostSourcesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
  ) {}

  list(): Promise<RepostSourceView[]> {
    return this.database.read((db) => this.all(db));
  }

  /** Whether an address may be reprinted from today, and why. */
  check(url: string): Promise<SourceCheckView> {
    return this.database.read(async (db) => {
      const source = await this.listed(db, url);
      return source ? { listed: true, message: `${source.name}在稿源名单内，可以转载，须注明来源。`, source } : { listed: false, message: '这个网站不在稿源名单内，原则上不能转载。', source: null };
    });
  }

  /** The source that lets an address be reprinted today, or null. */
  async listed(db: Db, url: string): Promise<RepostSourceView | null> {
    const host = URL.canParse(url) ? new URL(url).hostname.toLowerCase() : '';
    return (await this.all(db)).find((source) => source.inForce && isUnder(host, source.host)) ?? null;
  }

  add(actor: Actor, request: AddRepostSourceRequest): Promise<RepostSourceView> {
    return this.database.transaction(async (db) => {
      const { name, host, kind, basis, effectiveFrom } = request;
      if ((await this.all(db)).some((source) => source.host === host && source.effectiveTo === null)) throw new DomainError('reposts.source_listed', { host });
      const row = db.create(RepostSourceEntity, { id: newId(), name: name.trim(), host, kind, basis: basis.trim(), effectiveFrom, effectiveTo: null, enteredById: actor.personId, enteredAt: this.clock.now() });
      await db.insert(RepostSourceEntity, row);
      await this.events.record(db, actor, { verb: 'reposts.source_added', subjectType: 'repost_source', subjectId: row.id, facts: { host, kind, effectiveFrom } });
      return this.view(row);
    });
  }

  /** From a day on it no longer counts; what was reprinted before stays right. */
  end(actor: Actor, id: string, effectiveTo: string): Promise<RepostSourceView> {
    return this.database.transaction(async (db) => {
      const row = await db.findOneBy(RepostSourceEntity, { id });
      if (!row || row.effectiveTo !== null) throw new DomainError('reposts.not_found', { id });
      await db.update(RepostSourceEntity, { id }, { effectiveTo });
      await this.events.record(db, actor, { verb: 'reposts.source_ended', subjectType: 'repost_source', subjectId: id, facts: { effectiveTo } });
      return this.view({ ...row, effectiveTo });
    });
  }

  private async all(db: Db): Promise<RepostSourceView[]> {
    const { version, source, effectiveFrom, entries } = BUILT_IN_SOURCES;
    const builtIn = entries.map((entry): RepostSourceView => ({ ...entry, basis: `${source}，${version} 版`, effectiveFrom, effectiveTo: null, builtIn: true, inForce: true }));
    return [...builtIn, ...(await db.find(RepostSourceEntity, { order: { id: 'ASC' } })).map((row) => this.view(row))];
  }

  private view({ id, name, host, kind, basis, effectiveFrom, effectiveTo }: RepostSourceEntity): RepostSourceView {
    const today = this.clock.today();
    return { id, name, host, kind, basis, effectiveFrom, effectiveTo, builtIn: false, inForce: effectiveFrom <= today && (effectiveTo === null || effectiveTo > today) };
  }
}
