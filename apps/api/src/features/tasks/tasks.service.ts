import { Injectable } from '@nestjs/common';
import type { CloseTaskRequest, TaskView } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import { Database } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { requireOwnOrganisation, type Actor } from '../../foundation/session/actor.js';
import { ContentsReader } from '../contents/contents.reader.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { PublishingService } from '../publishing/publishing.service.js';
import { TaskEntity } from './task.entity.js';
import { TasksReader } from './tasks.reader.js';

/** What people do with tasks; opening them, and closing those that a new text or a withdrawal settles, is TaskOpener's. */
@Injectable()
export class TasksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly contents: ContentsReader,
    private readonly publishing: PublishingService,
    private readonly reader: TasksReader,
  ) {}

  /**
   * A reviewer of the owning unit who wrote none of the text finds it still right after the amendment; residents see it
   * without the notice again. Of a document that ended nothing is still right.
   * @throws DomainError tasks.not_found, tasks.already_closed, tasks.changed_meanwhile, tasks.basis_gone, reviews.own_text, access.other_organisation
   */
  async keep(actor: Actor, id: string, request: CloseTaskRequest): Promise<TaskView> {
    await this.database.transaction(async (db) => {
      const task = await db.findOneBy(TaskEntity, { id });
      if (!task) throw new DomainError('tasks.not_found', { id });
      requireOwnOrganisation(actor, task.orgId);
      if (task.status === 'closed') throw new DomainError('tasks.already_closed', { result: task.result });
      if (task.basisChange !== 'amended') throw new DomainError('tasks.basis_gone', { change: task.basisChange });
      if ((await this.contents.get(db, task.contentId)).authorIds.includes(actor.personId)) throw new DomainError('reviews.own_text');
      const { affected } = await db.update(TaskEntity, { id, version: request.seenVersion, status: 'open' }, { status: 'closed', result: 'kept', note: request.note.trim(), closedAt: this.clock.now(), closedById: actor.personId, version: request.seenVersion + 1 });
      if (affected !== 1) throw new DomainError('tasks.changed_meanwhile', { current: { version: task.version } });
      await this.publishing.reaffirm(db, actor, task.publicationId, task.documentId, task.changeKey);
      await this.events.record(db, actor, { verb: 'tasks.closed', subjectType: 'task', subjectId: id, facts: { result: 'kept', textId: task.publicationId } });
    });
    await this.events.catchUp();
    return this.database.read((db) => this.reader.view(db, actor, id));
  }
}
