import { Injectable } from '@nestjs/common';
import type { CheckGazetteItemRequest, GazetteIssueView, RecordErratumRequest, SaveGazetteIssueRequest, SeenGazetteIssueRequest } from '@govmedia-hub/contracts';
import { QueryFailedError } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import type { Actor } from '../../foundation/session/actor.js';
import { DocumentsReader } from '../documents/documents.reader.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { bodyOf, digestOf, issueText, itemText } from './gazette-text.js';
import { GazetteErratumEntity, GazetteIssueEntity, GazetteItemEntity } from './gazette.entity.js';
import { requireComposer } from './gazette.policy.js';
import { GazetteReader } from './gazette.reader.js';

/** The verbs of the gazette: compose an issue, check its scanned texts, sign it, correct it. */
@Injectable()
export class GazetteService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly organisations: OrganisationsService,
    private readonly documents: DocumentsReader,
    private readonly reader: GazetteReader,
  ) {}

  /**
   * Saves an issue in work with the texts of its documents as they stand now; with a new id when `id` is null.
   * @throws DomainError access.other_organisation, gazette.not_found, gazette.already_signed, gazette.as_printed, gazette.changed_meanwhile, gazette.number_taken, gazette.document_not_public, gazette.document_twice
   */
  async save(actor: Actor, id: string | null, request: SaveGazetteIssueRequest): Promise<GazetteIssueView> {
    const issueId = id ?? newId();
    const { year, issueNo, totalNo, publishedOn, seenVersion } = request;
    await this.database.transaction(async (db) => {
      await this.requireComposer(db, actor);
      const before = id === null ? null : await this.draft(db, id);
      if (before?.origin === 'back_catalogue') throw new DomainError('gazette.as_printed');
      const masthead = before?.masthead ?? (await this.masthead(db));
      const items = await this.freshItems(db, issueId, request.sections);
      const digest = digestOf(issueText({ masthead, year, issueNo, totalNo, publishedOn }, items));
      const row = { masthead, year, issueNo, totalNo, publishedOn, digest, editorIds: withEditor(before, actor), savedById: actor.personId, version: seenVersion + 1 };
      if (before) await this.change(db, before, seenVersion, row);
      else await db.insert(GazetteIssueEntity, { id: issueId, ...row, status: 'draft', origin: 'composed', signedById: null, signedAt: null });
      await db.delete(GazetteItemEntity, { issueId });
      for (const item of items) await db.insert(GazetteItemEntity, item);
      await this.events.record(db, actor, { verb: 'gazette.saved', subjectType: 'gazette_issue', subjectId: issueId, facts: { year, issueNo, digest, items: items.length } });
    }).catch(numberTaken);
    return this.view(actor, issueId);
  }

  /** Throws an issue in work away. @throws DomainError access.other_organisation, gazette.not_found, gazette.already_signed, gazette.changed_meanwhile */
  async discard(actor: Actor, id: string, request: SeenGazetteIssueRequest): Promise<void> {
    await this.database.transaction(async (db) => {
      await this.requireComposer(db, actor);
      const row = await this.draft(db, id);
      const { affected } = await db.delete(GazetteIssueEntity, { id, version: request.seenVersion, status: 'draft' });
      if (affected !== 1) throw new DomainError('gazette.changed_meanwhile', { current: { version: row.version } });
      await db.delete(GazetteItemEntity, { issueId: id });
      await this.events.record(db, actor, { verb: 'gazette.discarded', subjectType: 'gazette_issue', subjectId: id, facts: { year: row.year, issueNo: row.issueNo, digest: row.digest } });
    });
  }

  /**
   * Signs an issue: its text never changes again, and residents see it from its day on. Nobody signs what they had a hand in,
   * and nothing is signed that the library no longer says in the same words.
   * @throws DomainError gazette.not_found, gazette.already_signed, gazette.changed_meanwhile, gazette.own_issue, gazette.empty, gazette.document_not_public, gazette.text_changed
   */
  async sign(actor: Actor, id: string, request: SeenGazetteIssueRequest): Promise<GazetteIssueView> {
    await this.database.transaction(async (db) => {
      const row = await this.draft(db, id);
      const own = await this.organisations.accountsOf(db, actor.personId);
      if (row.editorIds.some((editor) => own.includes(editor))) throw new DomainError('gazette.own_issue');
      const items = await db.find(GazetteItemEntity, { where: { issueId: id }, order: { position: 'ASC' } });
      if (items.length === 0) throw new DomainError('gazette.empty');
      for (const item of row.origin === 'composed' ? items : []) {
        if (digestOf(itemText(await this.frozen(db, item.documentId!))) !== item.digest) throw new DomainError('gazette.text_changed', { itemId: item.id }, `《${item.title}》`);
      }
      const digest = digestOf(issueText(row, items));
      await this.change(db, row, request.seenVersion, { status: 'signed', digest, signedById: actor.personId, signedAt: this.clock.now() });
      await this.events.record(db, actor, { verb: 'gazette.signed', subjectType: 'gazette_issue', subjectId: id, facts: { digest, items: items.length } });
    });
    return this.view(actor, id);
  }

  /**
   * Says that the text of a printed item was compared with its scan; while its issue is in work the text may be put right.
   * @throws DomainError access.other_organisation, gazette.not_found, gazette.already_signed, gazette.not_scanned, gazette.changed_meanwhile
   */
  async check(actor: Actor, itemId: string, request: CheckGazetteItemRequest): Promise<GazetteIssueView> {
    const issueId = await this.database.transaction(async (db) => {
      await this.requireComposer(db, actor);
      const item = await db.findOneBy(GazetteItemEntity, { id: itemId });
      const row = item && (await db.findOneBy(GazetteIssueEntity, { id: item.issueId }));
      if (!item || !row) throw new DomainError('gazette.not_found', { id: itemId });
      if (row.origin !== 'back_catalogue') throw new DomainError('gazette.not_scanned');
      const text = request.text.replace(/\r\n?/g, '\n').trim();
      if (row.status === 'signed' && text !== item.text) throw new DomainError('gazette.already_signed');
      const checked = { text, textState: item.textState === 'typed' ? ('typed' as const) : ('ocr_checked' as const), digest: digestOf(itemText({ ...item, text })) };
      await db.update(GazetteItemEntity, { id: itemId }, checked);
      const items = await db.find(GazetteItemEntity, { where: { issueId: row.id }, order: { position: 'ASC' } });
      await this.change(db, row, request.seenVersion, { digest: digestOf(issueText(row, items)), ...(row.status === 'draft' ? { editorIds: withEditor(row, actor), savedById: actor.personId } : {}) });
      await this.events.record(db, actor, { verb: 'gazette.text_checked', subjectType: 'gazette_issue', subjectId: row.id, facts: { itemId, before: item.digest, after: checked.digest } });
      return row.id;
    });
    return this.view(actor, issueId);
  }

  /** Writes down a correction of a signed issue; it waits for another person. @throws DomainError access.other_organisation, gazette.not_found, gazette.not_signed */
  async recordErratum(actor: Actor, id: string, request: RecordErratumRequest): Promise<GazetteIssueView> {
    await this.database.transaction(async (db) => {
      await this.requireComposer(db, actor);
      const row = await db.findOneBy(GazetteIssueEntity, { id });
      if (!row) throw new DomainError('gazette.not_found', { id });
      if (row.status !== 'signed') throw new DomainError('gazette.not_signed');
      if (request.itemId !== null && !(await db.existsBy(GazetteItemEntity, { id: request.itemId, issueId: id }))) throw new DomainError('gazette.not_found', { id: request.itemId });
      const erratumId = newId();
      await db.insert(GazetteErratumEntity, { id: erratumId, issueId: id, itemId: request.itemId, text: request.text.trim(), recordedById: actor.personId, at: this.clock.now(), confirmedById: null, confirmedAt: null });
      await this.events.record(db, actor, { verb: 'gazette.erratum_recorded', subjectType: 'gazette_issue', subjectId: id, facts: { erratumId, itemId: request.itemId, digest: digestOf(request.text.trim()) } });
    });
    return this.view(actor, id);
  }

  /** Lets residents see a correction that somebody else wrote. @throws DomainError gazette.not_found, gazette.own_erratum, gazette.erratum_confirmed */
  async confirmErratum(actor: Actor, id: string): Promise<GazetteIssueView> {
    const issueId = await this.database.transaction(async (db) => {
      const row = await db.findOneBy(GazetteErratumEntity, { id });
      if (!row) throw new DomainError('gazette.not_found', { id });
      if (row.confirmedAt !== null) throw new DomainError('gazette.erratum_confirmed');
      if ((await this.organisations.accountsOf(db, actor.personId)).includes(row.recordedById)) throw new DomainError('gazette.own_erratum');
      await db.update(GazetteErratumEntity, { id }, { confirmedById: actor.personId, confirmedAt: this.clock.now() });
      await this.events.record(db, actor, { verb: 'gazette.erratum_confirmed', subjectType: 'gazette_issue', subjectId: row.issueId, facts: { erratumId: id, digest: digestOf(row.text) } });
      return row.issueId;
    });
    return this.view(actor, issueId);
  }

  /** The name that the gazette bears now: that of the government whose office publishes it. */
  async masthead(db: Db): Promise<string> {
    return `${(await this.organisations.findSupervising(db))?.name.replace(/办公[室厅]$/, '') ?? '政府'}公报`;
  }

  /** @throws DomainError access.other_organisation */
  async requireComposer(db: Db, actor: Actor): Promise<void> {
    requireComposer(actor, (await this.organisations.findSupervising(db))?.id ?? null);
  }

  private view(actor: Actor, id: string): Promise<GazetteIssueView> {
    return this.database.read((db) => this.reader.issue(db, id, actor));
  }

  private async freshItems(db: Db, issueId: string, sections: SaveGazetteIssueRequest['sections']): Promise<GazetteItemEntity[]> {
    const asked = sections.flatMap((section) => section.documentIds.map((documentId) => ({ section: section.name.trim(), documentId })));
    if (new Set(asked.map((each) => each.documentId)).size < asked.length) throw new DomainError('gazette.document_twice');
    const items: GazetteItemEntity[] = [];
    for (const [position, { section, documentId }] of asked.entries()) {
      const text = await this.frozen(db, documentId);
      items.push({ id: newId(), issueId, position, section, documentId, textState: 'library', digest: digestOf(itemText(text)), ...text });
    }
    return items;
  }

  /** A document as the gazette prints it. @throws DomainError gazette.document_not_public */
  private async frozen(db: Db, documentId: string): Promise<Pick<GazetteItemEntity, 'title' | 'docNumber' | 'issuer' | 'signedOn' | 'text'>> {
    const document = await this.documents.findReleased(db, documentId);
    if (!document) throw new DomainError('gazette.document_not_public', { documentId });
    const { title, docNumber, issuer, signedOn } = document;
    return { title, docNumber, issuer, signedOn, text: bodyOf(document) };
  }

  private async draft(db: Db, id: string): Promise<GazetteIssueEntity> {
    const row = await db.findOneBy(GazetteIssueEntity, { id });
    if (!row) throw new DomainError('gazette.not_found', { id });
    if (row.status !== 'draft') throw new DomainError('gazette.already_signed');
    return row;
  }

  private async change(db: Db, { id, status, version }: GazetteIssueEntity, seenVersion: number, changes: Partial<GazetteIssueEntity>): Promise<void> {
    const { affected } = await db.update(GazetteIssueEntity, { id, version: seenVersion, status }, { ...changes, version: seenVersion + 1 });
    if (affected !== 1) throw new DomainError('gazette.changed_meanwhile', { current: { version } });
  }
}

const withEditor = (before: Pick<GazetteIssueEntity, 'editorIds'> | null, actor: Actor): string[] => [...new Set([...(before?.editorIds ?? []), actor.personId])];

function numberTaken(error: unknown): never {
  if (error instanceof QueryFailedError && /unique|duplicate/i.test(error.message)) throw new DomainError('gazette.number_taken');
  throw error;
}
