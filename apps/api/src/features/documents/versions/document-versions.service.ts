import { Injectable } from '@nestjs/common';
import type { DocumentDraftView, RecordVersionQuery } from '@govmedia-hub/contracts';
import { Clock } from '../../../foundation/clock/clock.js';
import { Database, type Db } from '../../../foundation/database/database.js';
import { newId } from '../../../foundation/database/ids.js';
import { DomainError } from '../../../foundation/errors/domain-error.js';
import { hasRole, requireOwnOrganisation, type Actor } from '../../../foundation/session/actor.js';
import { EventLogService } from '../../event-log/event-log.service.js';
import { digestOf, DocumentStore } from '../document-store.js';
import { DocumentEntity, DocumentSectionEntity, DocumentVersionEntity } from '../document.entity.js';
import { DocumentsReader } from '../documents.reader.js';
import { DocumentsService, type ImportFile } from '../documents.service.js';
import { keyOf } from '../title-keys.js';
import { changesOf } from '../validity-reader.js';

const refused = (reason: string): DomainError => new DomainError('documents.version_refused', { reason }, reason);
const partOf = ({ anchor, label, heading, text }: Pick<DocumentSectionEntity, 'anchor' | 'label' | 'heading' | 'text'>): DocumentVersionEntity['parts'][number] => ({ anchor, label, heading, text });

/** Takes in the amended text of a document as its next version; the former text stays, with the days on which it held. */
@Injectable()
export class DocumentVersionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly store: DocumentStore,
    private readonly documents: DocumentsService,
    private readonly reader: DocumentsReader,
  ) {}

  /**
   * Records the text as an instrument left it, from the day that amendment takes effect. Its title must be that of the
   * document, and the amendment must count already: until its day the former text is the one in force.
   * @throws DomainError documents.not_found, documents.changed_meanwhile, documents.version_refused, documents.not_released, access.other_organisation
   */
  async record(actor: Actor, id: string, files: readonly ImportFile[], query: RecordVersionQuery): Promise<DocumentDraftView> {
    const [file, ...more] = files;
    if (!file || more.length > 0) throw refused('请只选择一个文件。');
    const read = await this.documents.readDocument(file);
    if (!read.draft) throw refused(read.problems.map((problem) => problem.message).join('；') || '文件无法读取。');
    const { draft } = read;
    await this.database.transaction(async (db) => {
      const row = await db.findOneBy(DocumentEntity, { id });
      if (!row) throw new DomainError('documents.not_found', { id });
      if (!hasRole(actor, 'supervisor')) requireOwnOrganisation(actor, row.orgId);
      if (row.status !== 'released' && row.status !== 'confirmed') throw new DomainError('documents.not_released', { status: row.status }, '只有已确认的文件可以登记修改后的文本。');
      if (row.version !== query.seenVersion) throw new DomainError('documents.changed_meanwhile', { current: { version: row.version } });
      const keys = [draft.title, draft.bodyTitle].flatMap((title) => (title === null ? [] : [keyOf(title)]));
      if (!keys.includes(row.titleKey) && !(row.bodyTitleKey !== null && keys.includes(row.bodyTitleKey))) throw refused(`这份文本的标题是《${draft.title ?? '未读出'}》，与本文件的标题不同。`);
      const change = ((await changesOf(db, [id])).get(id) ?? []).find((each) => each.by.id === query.byDocumentId && each.validity === 'amended');
      if (!change) throw refused('所选文件没有修改本文件。请先登记效力变化。');
      if (change.fromOn === null || change.fromOn > this.clock.today()) throw refused('修改还没有生效，请在生效之日起登记修改后的文本。');
      await this.put(db, actor, row, change.fromOn, { draft, byDocumentId: query.byDocumentId, fileName: file.name });
    });
    await this.events.catchUp();
    return this.database.read((db) => this.reader.draftView(db, id, this.clock.today()));
  }

  private async put(db: Db, actor: Actor, row: DocumentEntity, fromOn: string, next: { draft: NonNullable<Awaited<ReturnType<DocumentsService['readDocument']>>['draft']>; byDocumentId: string; fileName: string }): Promise<void> {
    const digest = digestOf(next.draft.text);
    const known = await db.find(DocumentVersionEntity, { where: { documentId: row.id }, order: { number: 'ASC' } });
    if (digest === row.digest || known.some((version) => version.digest === digest)) throw refused('这份文本与已有的版本完全相同。');
    if (await db.existsBy(DocumentEntity, { digest })) throw refused('这份文本已经作为另一份文件导入。');
    const last = known.at(-1);
    if (last?.fromOn && last.fromOn > fromOn) throw refused('已有更晚生效的版本，请按生效先后登记。');
    const now = this.clock.now();
    if (!last) {
      const sections = await db.find(DocumentSectionEntity, { where: { documentId: row.id }, order: { position: 'ASC' } });
      await db.insert(DocumentVersionEntity, { id: newId(), documentId: row.id, number: 1, fromOn: row.effectiveOn ?? row.publishedOn ?? row.signedOn, byDocumentId: null, digest: row.digest!, text: row.text, parts: sections.map(partOf), fileName: row.fileName, recordedById: row.importedById, recordedAt: now });
    }
    const number = (last?.number ?? 1) + 1;
    await db.insert(DocumentVersionEntity, { id: newId(), documentId: row.id, number, fromOn, byDocumentId: next.byDocumentId, digest, text: next.draft.text, parts: next.draft.sections.map(partOf), fileName: next.fileName.slice(-255), recordedById: actor.personId, recordedAt: now });
    const { affected } = await db.update(DocumentEntity, { id: row.id, version: row.version }, { text: next.draft.text, originalText: null, digest, version: row.version + 1 });
    if (affected !== 1) throw new DomainError('documents.changed_meanwhile', {});
    await this.store.replaceParts(db, row.id, next.draft);
    await this.events.record(db, actor, { verb: 'documents.version_recorded', subjectType: 'document', subjectId: row.id, facts: { number, digest, fromOn, byDocumentId: next.byDocumentId }, onBehalfOfOrgId: row.orgId });
  }
}
