import { Injectable } from '@nestjs/common';
import { Clock } from '../../foundation/clock/clock.js';
import { runTask } from '../../foundation/jobs/run-task.js';
import type { Actor } from '../../foundation/session/actor.js';
import { ReviewDesk } from '../reviews/reviews.reader.js';
import { approvalSheet, instantText } from './approval-sheet.js';

interface Paper { name: string; contentType: string; bytes: Buffer }

/** The paper of an item: approval, secrecy review and openness as they stand when it is printed. */
@Injectable()
export class ApprovalSheetsService {
  constructor(
    private readonly clock: Clock,
    private readonly desk: ReviewDesk,
  ) {}

  /** @throws DomainError contents.not_found, access.other_organisation */
  async sheet(actor: Actor, id: string): Promise<Paper> {
    const view = await this.desk.view(actor, id);
    const bytes = await runTask<Uint8Array>(new URL('./approval-sheet-task.js', import.meta.url), { title: view.title, unit: view.orgName, printedAt: instantText(this.clock.now().toISOString()), parts: approvalSheet(view) });
    return { name: `发布审批单：${view.title.slice(0, 60)}.docx`, contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', bytes: Buffer.from(bytes) };
  }
}
