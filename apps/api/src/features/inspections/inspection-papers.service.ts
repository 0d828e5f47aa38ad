import { Injectable } from '@nestjs/common';
import { civilDate, Clock } from '../../foundation/clock/clock.js';
import { Database } from '../../foundation/database/database.js';
import { runTask } from '../../foundation/jobs/run-task.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { circularText } from './circular-text.js';
import { InspectionsService } from './inspections.service.js';

export interface Paper { name: string; contentType: string; bytes: Buffer }

/** The papers that leave a round: the workbook and the circular. Both may be drawn before the results are settled, and say so. */
@Injectable()
export class InspectionPapersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly inspections: InspectionsService,
    private readonly organisations: OrganisationsService,
  ) {}

  async workbook(id: string): Promise<Paper> {
    const view = await this.inspections.get(id);
    const { name, source, note } = (await this.database.read((db) => this.inspections.find(db, id))).pack;
    const bytes = await runTask<Uint8Array>(new URL('./workbook-task.js', import.meta.url), { view, pack: { name, source, note } });
    return { name: `${view.title}结果.xlsx`, contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: Buffer.from(bytes) };
  }

  async circular(id: string): Promise<Paper> {
    const view = await this.inspections.get(id);
    const { pack, closedAt } = await this.database.read((db) => this.inspections.find(db, id));
    const supervising = await this.database.read((db) => this.organisations.findSupervising(db));
    const blocks = circularText(view, { issuer: supervising?.name ?? '主管单位', on: civilDate(closedAt ?? this.clock.now()), source: pack.source });
    const title = `关于${view.title}情况的通报`;
    const bytes = await runTask<Uint8Array>(new URL('./circular-task.js', import.meta.url), { blocks, title });
    return { name: `${title}.docx`, contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', bytes: Buffer.from(bytes) };
  }
}
