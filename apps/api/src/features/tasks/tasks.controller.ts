import { Body, Controller, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { endpoints, type Page, type TaskView } from '@govmedia-hub/contracts';
import { Database } from '../../foundation/database/database.js';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles } from '../../foundation/session/handles.js';
import { CloseTaskDto, ListTasksDto } from './tasks.dto.js';
import { TasksReader } from './tasks.reader.js';
import { TasksService } from './tasks.service.js';

@Controller()
export class TasksController {
  constructor(
    private readonly tasks: TasksService,
    private readonly reader: TasksReader,
    private readonly database: Database,
  ) {}

  @Handles(endpoints.listTasks)
  list(@CurrentActor() actor: Actor, @Query() query: ListTasksDto): Promise<Page<TaskView>> {
    return this.database.read((db) => this.reader.list(db, actor, query));
  }

  @Handles(endpoints.getTask)
  get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TaskView> {
    return this.database.read((db) => this.reader.view(db, actor, id));
  }

  @Handles(endpoints.closeTask)
  close(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CloseTaskDto): Promise<TaskView> {
    return this.tasks.keep(actor, id, body);
  }
}
