import { Injectable } from '@nestjs/common';
import type { CompareVersionsQuery, DocumentVersionView, VersionComparisonView } from '@govmedia-hub/contracts';
import { In } from 'typeorm';
import { Clock } from '../../../foundation/clock/clock.js';
import { Database } from '../../../foundation/database/database.js';
import { DomainError } from '../../../foundation/errors/domain-error.js';
import { runTask } from '../../../foundation/jobs/run-task.js';
import type { Actor } from '../../../foundation/session/actor.js';
import { DocumentEntity, DocumentVersionEntity } from '../document.entity.js';
import { DocumentsReader } from '../documents.reader.js';
import { versionsOf } from '../versions-of.js';

/** Lays versions side by side. */
@Injectable()
export class DocumentVersionsReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly documents: DocumentsReader,
  ) {}

  /** @throws DomainError documents.not_found, documents.version_not_found, access.other_organisation */
  async compareForStaff(actor: Actor, id: string, query: CompareVersionsQuery): Promise<VersionComparisonView> {
    await this.database.read((db) => this.documents.staffView(db, actor, id, this.clock.today()));
    return this.compare(id, query, false);
  }

  /** @throws DomainError documents.not_found also for what is not for residents, documents.version_not_found */
  async compareForResidents(id: string, query: CompareVersionsQuery): Promise<VersionComparisonView> {
    if (!(await this.database.read((db) => this.documents.findReleased(db, id)))) throw new DomainError('documents.not_found', { id });
    return this.compare(id, query, true);
  }

  /** Without numbers, the last two. */
  private async compare(id: string, query: CompareVersionsQuery, publicOnly: boolean): Promise<VersionComparisonView> {
    const { document, before, after, parts } = await this.database.read(async (db) => {
      const versions = await versionsOf(db, id, publicOnly);
      const find = (number: number | undefined, fromEnd: number): DocumentVersionView => {
        const found = number === undefined ? versions.at(fromEnd) : versions.find((version) => version.number === number);
        if (!found || versions.length < 2) throw new DomainError('documents.version_not_found', { id, number: number ?? null });
        return found;
      };
      const [from, to] = [find(query.from, -2), find(query.to, -1)];
      const rows = await db.find(DocumentVersionEntity, { where: { documentId: id, number: In([from.number, to.number]) } });
      return { document: (await db.findOneByOrFail(DocumentEntity, { id })), before: from, after: to, parts: new Map(rows.map((row) => [row.number, row.parts])) };
    });
    const rows = await runTask<VersionComparisonView['rows']>(new URL('./compare-versions-task.js', import.meta.url), { before: parts.get(before.number)!, after: parts.get(after.number)! });
    return { document: { id, title: document.title, docNumber: document.docNumber }, before, after, rows };
  }
}
