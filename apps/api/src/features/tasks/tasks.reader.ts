import { Injectable } from '@nestjs/common';
import type { ListTasksQuery, Page, TaskView } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import type { Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { pageOf, toPage } from '../../foundation/http/paging.js';
import { requireSight, seesWholeCity, type Actor } from '../../foundation/session/actor.js';
import { DocumentsReader } from '../documents/documents.reader.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { PublishingReader } from '../publishing/publishing.reader.js';
import { TaskEntity } from './task.entity.js';
import { toTaskView, type TaskSurroundings } from './tasks.dto.js';

/** Tasks as people see them: those of the own unit, all for the supervising ones. */
@Injectable()
export class TasksReader {
  constructor(
    private readonly clock: Clock,
    private readonly organisations: OrganisationsService,
    private readonly documents: DocumentsReader,
    private readonly publishing: PublishingReader,
  ) {}

  /** Those due first come first. */
  async list(db: Db, actor: Actor, query: ListTasksQuery): Promise<Page<TaskView>> {
    const builder = db.createQueryBuilder(TaskEntity, 'task');
    if (!seesWholeCity(actor)) builder.andWhere('task.orgId = :own', { own: actor.orgId });
    for (const field of ['status', 'orgId', 'documentId'] as const) if (query[field]) builder.andWhere(`task.${field} = :${field}`, { [field]: query[field] });
    if (query.overdue) builder.andWhere("task.status = 'open' AND task.dueOn < :today", { today: this.clock.today() });
    const page = await pageOf(builder, 'task', 'dueOn', query, 'ASC');
    const around = await this.around(db, page.rows);
    return toPage(page, (row) => toTaskView(row, around));
  }

  /** @throws DomainError tasks.not_found, access.other_organisation */
  async view(db: Db, actor: Actor, id: string): Promise<TaskView> {
    const row = await db.findOneBy(TaskEntity, { id });
    if (!row) throw new DomainError('tasks.not_found', { id });
    requireSight(actor, row.orgId);
    return toTaskView(row, await this.around(db, [row]));
  }

  private async around(db: Db, rows: readonly TaskEntity[]): Promise<TaskSurroundings> {
    const questions = new Map<string, TaskView['questions']>();
    for (const row of rows) {
      const asked = await this.publishing.questionsOf(db, row.publicationId, row.documentId);
      questions.set(row.id, asked.filter(({ anchor }) => row.anchors.length === 0 || anchor === null || row.anchors.includes(anchor)).map(({ id, question, underReview }) => ({ id, question, underReview })));
    }
    return {
      today: this.clock.today(), questions,
      orgNames: await this.organisations.namesOf(db, rows.map((row) => row.orgId)),
      personNames: await this.organisations.peopleNames(db, rows.map((row) => row.closedById)),
      documents: await this.documents.titlesOf(db, rows.flatMap((row) => [row.documentId, ...(row.byDocumentId === null ? [] : [row.byDocumentId])])),
      labels: await this.documents.labelsOf(db, rows.flatMap((row) => row.anchors.map((anchor) => ({ documentId: row.documentId, anchor })))),
    };
  }
}
