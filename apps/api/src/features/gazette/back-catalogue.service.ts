import { Injectable } from '@nestjs/common';
import type { BackCatalogueRowView } from '@govmedia-hub/contracts';
import { QueryFailedError } from 'typeorm';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { runTask } from '../../foundation/jobs/run-task.js';
import type { Actor } from '../../foundation/session/actor.js';
import { LibraryListsReader } from '../documents/library-lists.reader.js';
import { EventLogService } from '../event-log/event-log.service.js';
import type { CatalogueLine, RefusedLine } from './back-catalogue-task.js';
import { digestOf, issueName, issueText, itemText } from './gazette-text.js';
import { GazetteIssueEntity, GazetteItemEntity } from './gazette.entity.js';
import { GazetteService } from './gazette.service.js';

type Outcome = Pick<BackCatalogueRowView, 'status' | 'message'>;
const refused = (message: string): Outcome => ({ status: 'refused', message });

/** Takes in issues as they were printed before; they wait for a signature like every other. */
@Injectable()
export class BackCatalogueService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLogService,
    private readonly library: LibraryListsReader,
    private readonly gazette: GazetteService,
  ) {}

  /**
   * Each issue whole or not at all: a bad line refuses its issue, and one whose issue cannot be told refuses the file.
   * An issue that is there already stays as it is.
   * @throws DomainError access.other_organisation
   */
  async import(actor: Actor, content: string): Promise<BackCatalogueRowView[]> {
    const masthead = await this.database.read(async (db) => {
      await this.gazette.requireComposer(db, actor);
      return this.gazette.masthead(db);
    });
    const lines = await runTask<(CatalogueLine | RefusedLine)[]>(new URL('./back-catalogue-task.js', import.meta.url), { content });
    const lost = lines.find((line) => 'refusal' in line && (line.year === null || line.issueNo === null));
    const issues = new Map<string, (CatalogueLine | RefusedLine)[]>();
    for (const line of lines) {
      const key = `${line.year} ${line.issueNo}`;
      issues.set(key, [...(issues.get(key) ?? []), line]);
    }
    const rows: BackCatalogueRowView[] = [];
    for (const group of issues.values()) {
      const outcome = lost ? refused(`第${lost.line}行看不出属于哪一期，为免缺漏，整个文件没有导入`) : await this.importIssue(actor, masthead, group);
      for (const line of group) {
        const issue = line.year === null || line.issueNo === null ? null : issueName({ year: line.year, issueNo: line.issueNo, totalNo: 'title' in line ? line.totalNo : null });
        rows.push('refusal' in line ? { line: line.line, status: 'refused', issue, title: null, message: line.refusal } : { line: line.line, issue, title: line.title, ...outcome });
      }
    }
    return rows.sort((a, b) => a.line - b.line);
  }

  private async importIssue(actor: Actor, masthead: string, group: readonly (CatalogueLine | RefusedLine)[]): Promise<Outcome> {
    const bad = group.find((line) => 'refusal' in line);
    if (bad) return refused(`第${bad.line}行不合规定，这一期没有导入`);
    const lines = group as CatalogueLine[];
    const odd = lines.find((line) => line.publishedOn !== lines[0]!.publishedOn || line.totalNo !== lines[0]!.totalNo || line.masthead !== lines[0]!.masthead);
    if (odd) return refused(`同一期的出版日期、总期号或刊名不一致（见第${odd.line}行），这一期没有导入`);
    return this.database.transaction((db) => this.put(db, actor, masthead, lines)).catch((error: unknown) => {
      if (error instanceof QueryFailedError && /unique|duplicate/i.test(error.message)) return refused('期号或总期号刚被占用，这一期没有导入');
      throw error;
    });
  }

  private async put(db: Db, actor: Actor, currentMasthead: string, lines: readonly CatalogueLine[]): Promise<Outcome> {
    const { year, issueNo, totalNo, publishedOn } = lines[0]!;
    const masthead = lines[0]!.masthead ?? currentMasthead;
    if (await db.existsBy(GazetteIssueEntity, { year, issueNo })) return { status: 'unchanged', message: '库中已有这一期，没有改动' };
    if (totalNo !== null && (await db.existsBy(GazetteIssueEntity, { totalNo }))) return refused(`总第${totalNo}期已经有了，这一期没有导入`);
    const issueId = newId();
    const known = await this.library.keptByNumbers(db, lines.flatMap((line) => line.docNumber ?? []));
    const items = lines.map(({ section, title, docNumber, issuer, signedOn, textState, text }, position): GazetteItemEntity => ({
      id: newId(), issueId, position, section, documentId: docNumber === null ? null : (known.get(docNumber) ?? null), title, docNumber, issuer, signedOn, textState, digest: digestOf(itemText({ title, docNumber, issuer, signedOn, text })), text,
    }));
    const digest = digestOf(issueText({ masthead, year, issueNo, totalNo, publishedOn }, items));
    await db.insert(GazetteIssueEntity, { id: issueId, masthead, year, issueNo, totalNo, publishedOn, status: 'draft', origin: 'back_catalogue', digest, editorIds: [actor.personId], savedById: actor.personId, signedById: null, signedAt: null, version: 1 });
    for (const item of items) await db.insert(GazetteItemEntity, item);
    await this.events.record(db, actor, { verb: 'gazette.imported', subjectType: 'gazette_issue', subjectId: issueId, facts: { year, issueNo, digest, items: items.length } });
    return { status: 'imported', message: null };
  }
}
