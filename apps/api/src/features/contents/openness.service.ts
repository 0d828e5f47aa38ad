import { Injectable } from '@nestjs/common';
import { INTERPRETATION_FORMS, type ClassifyContentRequest, type DecideOpennessRequest } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import { Database } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { requireOwnOrganisation, type Actor } from '../../foundation/session/actor.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { findGround } from '../rulebook/rulebook.service.js';
import type { ContentEntity } from './content.entity.js';
import { ContentsReader } from './contents.reader.js';
import { ContentsService } from './contents.service.js';
import { plainText } from './text/plain-text.js';

/** Only what a named person decided to be public, on a ground of the law, may reach any channel. @throws DomainError contents.openness_missing, contents.not_public */
export function requirePublic(row: Pick<ContentEntity, 'openness' | 'opennessGround' | 'opennessById'>): void {
  if (row.openness === null || row.opennessGround === null || row.opennessById === null) throw new DomainError('contents.openness_missing');
  if (row.openness !== 'proactive') throw new DomainError('contents.not_public', { openness: row.openness });
}

/** 公开属性 of a text, with its ground and the person who decided; and the forms of interpretation it counts as. Neither touches a verdict. */
@Injectable()
export class OpennessService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly contents: ContentsService,
    private readonly reader: ContentsReader,
  ) {}

  /**
   * A reviewer or publisher of the unit who wrote none of the text decides. What is public is withdrawn before it becomes less open.
   * @throws DomainError contents.openness_ground_unknown, contents.still_public, reviews.own_text, contents.changed_meanwhile
   */
  decide(actor: Actor, id: string, request: DecideOpennessRequest): Promise<void> {
    return this.database.transaction(async (db) => {
      const row = await this.reader.get(db, id);
      requireOwnOrganisation(actor, row.orgId);
      if (row.version !== request.seenVersion) throw new DomainError('contents.changed_meanwhile', { version: row.version, status: row.status });
      if (row.authorIds.includes(actor.personId)) throw new DomainError('reviews.own_text');
      const ground = findGround(request.ground, request.openness);
      if (!ground || ground.hidden) throw new DomainError('contents.openness_ground_unknown');
      if (request.openness !== 'proactive' && row.publicationId !== null && row.withdrawnReason === null) throw new DomainError('contents.still_public');
      await this.contents.note(db, row, { openness: request.openness, opennessGround: request.ground, opennessReason: plainText(request.reason ?? ''), opennessById: actor.personId, opennessAt: this.clock.now() });
      await this.events.record(db, actor, { verb: 'contents.openness_decided', subjectType: 'content', subjectId: id, facts: { openness: request.openness, ground: request.ground } });
    });
  }

  /** @throws DomainError contents.changed_meanwhile */
  classify(actor: Actor, id: string, request: ClassifyContentRequest): Promise<void> {
    return this.database.transaction(async (db) => {
      const row = await this.reader.get(db, id);
      requireOwnOrganisation(actor, row.orgId);
      if (row.version !== request.seenVersion) throw new DomainError('contents.changed_meanwhile', { version: row.version, status: row.status });
      const forms = INTERPRETATION_FORMS.filter((form) => request.forms.includes(form));
      await this.contents.note(db, row, { forms });
      await this.events.record(db, actor, { verb: 'contents.forms_named', subjectType: 'content', subjectId: id, facts: { forms: forms.join(',') } });
    });
  }
}
