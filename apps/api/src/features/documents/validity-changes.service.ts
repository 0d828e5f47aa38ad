import { Injectable } from '@nestjs/common';
import type { DocumentDraftView, RecordValidityChangeRequest, RevokeValidityChangeRequest } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import type { Actor } from '../../foundation/session/actor.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { DocumentEntity, ValidityChangeEntity } from './document.entity.js';
import { DocumentsReader } from './documents.reader.js';

/** What a person knows about validity beside what machines read: records a change by its instrument, takes a mistaken one back. */
@Injectable()
export class ValidityChangesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly reader: DocumentsReader,
  ) {}

  /**
   * Records that an instrument repeals, declares lapsed or amends a document from a day on.
   * @throws DomainError documents.not_found, documents.changed_meanwhile, documents.own_instrument, documents.instrument_not_confirmed
   */
  async record(actor: Actor, id: string, request: RecordValidityChangeRequest): Promise<DocumentDraftView> {
    await this.database.transaction(async (db) => {
      const row = await this.touch(db, id, request.seenVersion);
      if (request.byDocumentId === id) throw new DomainError('documents.own_instrument');
      const by = await db.findOneBy(DocumentEntity, { id: request.byDocumentId });
      if (!by || (by.status !== 'confirmed' && by.status !== 'released')) throw new DomainError('documents.instrument_not_confirmed', { id: request.byDocumentId });
      const change = db.create(ValidityChangeEntity, {
        id: newId(), documentId: id, byDocumentId: by.id, validity: request.validity, fromOn: request.fromOn, anchor: '', text: request.text.trim(),
        anchors: request.validity === 'amended' ? (request.anchors ?? null) : null, recordedById: actor.personId, recordedAt: this.clock.now(), revokedAt: null, revokedById: null, revokedReason: null,
      });
      await db.insert(ValidityChangeEntity, change);
      await this.events.record(db, actor, { verb: 'documents.validity_changed', subjectType: 'document', subjectId: id, facts: { validity: request.validity, fromOn: request.fromOn, byDocumentId: by.id, changeId: change.id }, onBehalfOfOrgId: row.orgId });
    });
    return this.after(id);
  }

  /**
   * Takes back a change that was read or recorded by mistake; it stays in the tables and in the log.
   * @throws DomainError documents.not_found, documents.changed_meanwhile, documents.change_not_found
   */
  async revoke(actor: Actor, id: string, changeId: string, request: RevokeValidityChangeRequest): Promise<DocumentDraftView> {
    await this.database.transaction(async (db) => {
      const row = await this.touch(db, id, request.seenVersion);
      const change = await db.findOneBy(ValidityChangeEntity, { id: changeId, documentId: id });
      if (!change || change.revokedAt !== null) throw new DomainError('documents.change_not_found', { changeId });
      await db.update(ValidityChangeEntity, { id: changeId }, { revokedAt: this.clock.now(), revokedById: actor.personId, revokedReason: request.reason.trim() });
      await this.events.record(db, actor, { verb: 'documents.validity_revoked', subjectType: 'document', subjectId: id, facts: { changeId, byDocumentId: change.byDocumentId }, onBehalfOfOrgId: row.orgId });
    });
    return this.after(id);
  }

  /** Guards the document against two people at once. */
  private async touch(db: Db, id: string, seenVersion: number): Promise<DocumentEntity> {
    const row = await db.findOneBy(DocumentEntity, { id });
    if (!row) throw new DomainError('documents.not_found', { id });
    const { affected } = await db.update(DocumentEntity, { id, version: seenVersion }, { version: seenVersion + 1 });
    if (affected !== 1) throw new DomainError('documents.changed_meanwhile', { current: { version: row.version } });
    return row;
  }

  private async after(id: string): Promise<DocumentDraftView> {
    await this.events.catchUp();
    return this.database.read((db) => this.reader.draftView(db, id, this.clock.today()));
  }
}
