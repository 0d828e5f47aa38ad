import { Injectable } from '@nestjs/common';
import type { DecideLedgerEntryRequest, LedgerRowView } from '@govmedia-hub/contracts';
import { QueryFailedError } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import { Database } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { hasRole, requireOwnOrganisation, type Actor } from '../../foundation/session/actor.js';
import { LibraryListsReader } from '../documents/library-lists.reader.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { LedgerEntryEntity } from './ledger.entity.js';
import { LedgerReader } from './ledger.reader.js';

@Injectable()
export class LedgerService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly documents: LibraryListsReader,
    private readonly reader: LedgerReader,
  ) {}

  /**
   * Says whether a document is a normative one, and under which number its legality was reviewed.
   * @throws DomainError documents.not_found, ledger.changed_meanwhile, access.other_organisation
   */
  async decide(actor: Actor, documentId: string, request: DecideLedgerEntryRequest): Promise<LedgerRowView> {
    await this.database.transaction(async (db) => {
      const document = await this.documents.keptBy(db, documentId);
      if (!document || document.kind !== 'official' || document.status === 'named') throw new DomainError('documents.not_found', { id: documentId });
      if (!hasRole(actor, 'supervisor')) requireOwnOrganisation(actor, document.orgId);
      const entry = { normative: request.normative, legalityReviewNo: request.legalityReviewNo?.trim() ?? null, legalityReviewedOn: request.legalityReviewedOn, decidedById: actor.personId, decidedAt: this.clock.now(), version: request.seenVersion + 1 };
      const before = await db.findOneBy(LedgerEntryEntity, { documentId });
      if ((before?.version ?? 0) !== request.seenVersion) throw new DomainError('ledger.changed_meanwhile', { current: { version: before?.version ?? 0 } });
      if (before) {
        const { affected } = await db.update(LedgerEntryEntity, { documentId, version: request.seenVersion }, entry);
        if (affected !== 1) throw new DomainError('ledger.changed_meanwhile', {});
      } else await db.insert(LedgerEntryEntity, { documentId, ...entry });
      await this.events.record(db, actor, { verb: 'ledger.entry_decided', subjectType: 'document', subjectId: documentId, facts: { normative: request.normative, reviewed: request.legalityReviewNo !== null, reviewedOn: request.legalityReviewedOn }, onBehalfOfOrgId: document.orgId });
    }).catch((error: unknown) => {
      if (error instanceof QueryFailedError && /unique|duplicate/i.test(error.message)) throw new DomainError('ledger.changed_meanwhile', {});
      throw error;
    });
    return this.database.read(async (db) => (await this.reader.ledger(db, actor, {})).find((row) => row.document.id === documentId)!);
  }
}
