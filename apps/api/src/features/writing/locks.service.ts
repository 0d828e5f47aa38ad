import { Injectable } from '@nestjs/common';
import type { ContentLockView, HoldLockRequest } from '@govmedia-hub/contracts';
import { QueryFailedError } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { requireOwnOrganisation, type Actor } from '../../foundation/session/actor.js';
import { ContentsReader } from '../contents/contents.reader.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { ContentLockEntity } from './writing.entity.js';

/** How long a window may be silent before its lock lapses, and how often it speaks; our own choice, not a legal term. */
export const LOCK_RULES = { version: '2026-11', source: '本系统默认值', effectiveFrom: '2026-11-01', lapsesAfterSeconds: 90, beatSeconds: 25 } as const;

/**
 * Tells people who else is writing. It keeps nobody's words out: what two save at once is still held by the version they
 * saw, and both texts are kept.
 */
@Injectable()
export class LocksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly contents: ContentsReader,
    private readonly organisations: OrganisationsService,
  ) {}

  /** Takes a free or lapsed lock, keeps one's own, takes another's over when asked to; says in any case who holds it now. */
  async hold(actor: Actor, contentId: string, request: HoldLockRequest): Promise<ContentLockView> {
    try {
      return await this.claim(actor, contentId, request);
    } catch (error) {
      // another window took it first in the same moment: now it is there to be read
      if (error instanceof QueryFailedError && /unique|duplicate|deadlock/i.test(error.message)) return this.claim(actor, contentId, request);
      throw error;
    }
  }

  private claim(actor: Actor, contentId: string, request: HoldLockRequest): Promise<ContentLockView> {
    return this.database.transaction(async (db) => {
      requireOwnOrganisation(actor, (await this.contents.get(db, contentId)).orgId);
      const now = this.clock.now();
      const row = await db.findOneBy(ContentLockEntity, { id: contentId });
      const own = { holderId: actor.personId, window: request.window, heardAt: now };
      if (!row) {
        await db.insert(ContentLockEntity, { id: contentId, ...own, takenAt: now });
        await this.events.record(db, actor, { verb: 'writing.locked', subjectType: 'content', subjectId: contentId });
      } else if (row.holderId === actor.personId && row.window === request.window) {
        await db.update(ContentLockEntity, { id: contentId, window: request.window }, { heardAt: now });
      } else if (request.takeOver || this.lapsed(row, now)) {
        const { affected } = await db.update(ContentLockEntity, { id: contentId, window: row.window, heardAt: row.heardAt }, { ...own, takenAt: now });
        if (affected === 1) await this.events.record(db, actor, { verb: this.lapsed(row, now) ? 'writing.locked' : 'writing.lock_taken_over', subjectType: 'content', subjectId: contentId, facts: { fromPersonId: row.holderId } });
      }
      return this.view(db, actor, contentId, request.window);
    });
  }

  /** Gives one's own lock back; another's stays. */
  async release(actor: Actor, contentId: string, window: string): Promise<void> {
    await this.database.transaction(async (db) => {
      const { affected } = await db.delete(ContentLockEntity, { id: contentId, holderId: actor.personId, window });
      if (affected === 1) await this.events.record(db, actor, { verb: 'writing.unlocked', subjectType: 'content', subjectId: contentId });
    });
  }

  private lapsed(row: ContentLockEntity, now: Date): boolean {
    return now.getTime() - row.heardAt.getTime() > LOCK_RULES.lapsesAfterSeconds * 1_000;
  }

  private async view(db: Db, actor: Actor, contentId: string, window: string): Promise<ContentLockView> {
    const row = await db.findOneByOrFail(ContentLockEntity, { id: contentId });
    const names = await this.organisations.peopleNames(db, [row.holderId]);
    return { mine: row.window === window && row.holderId === actor.personId, samePerson: row.holderId === actor.personId, holderName: names.get(row.holderId) ?? '', takenAt: row.takenAt.toISOString(), heardAt: row.heardAt.toISOString(), beatSeconds: LOCK_RULES.beatSeconds };
  }
}
