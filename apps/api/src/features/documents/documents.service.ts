import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { canonicalDocumentNumber } from '@govmedia-hub/chinese-text';
import type { ConfirmDocumentRequest, DocumentDraftView, ImportRowView, SetDocumentAreaRequest, WithdrawDocumentRequest } from '@govmedia-hub/contracts';
import type { OfficialDocumentDraft } from '@govmedia-hub/official-documents';
import { In, IsNull, MoreThanOrEqual, QueryFailedError } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { runTask, TaskStopped } from '../../foundation/jobs/run-task.js';
import { hasRole, requireOwnOrganisation, type Actor } from '../../foundation/session/actor.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { InterpretationPlansService } from '../interpretation-plans/interpretation-plans.service.js';
import { findGround } from '../rulebook/rulebook.service.js';
import { DocumentEntity, DocumentSectionEntity, ValidityChangeEntity } from './document.entity.js';
import { DocumentStore, sortDateOf, type DraftToStore } from './document-store.js';
import { DocumentsReader } from './documents.reader.js';
import type { ReadDocument, ReadingInput } from './read-documents-task.js';
import type { LawRow } from './readers/law-records.js';
import { READING_LIMITS } from './readers/reading-limits.js';
import { keyOf } from './title-keys.js';
import { contradictions } from './validity-on.js';

export interface ImportFile { name: string; bytes: Buffer }

const TASK = new URL(`./read-documents-task${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
const TASK_LIMITS = { timeoutMs: 120_000, memoryMb: 1024 };
/** Bytes of a collection of laws that one task reads. */
const LAW_CHUNK = 4 * 1024 * 1024;
const RELEASE_CHUNK = 20;

/** The verbs of the library: import, confirm, release, withdraw. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly store: DocumentStore,
    private readonly reader: DocumentsReader,
    private readonly plans: InterpretationPlansService,
  ) {}

  /**
   * Reads files in worker threads and stores each document as a draft in one transaction of its own. A file that cannot be
   * read is a row with its problems, never an error; a collection of laws (.jsonl, .jsonl.gz) gives one row per line.
   * @param options.orgId the unit that keeps the documents; the actor's own when left out
   */
  async importFiles(actor: Actor, files: readonly ImportFile[], options: { orgId?: string } = {}): Promise<ImportRowView[]> {
    const orgId = options.orgId ?? actor.orgId;
    if (actor.via === 'session' && !hasRole(actor, 'supervisor')) requireOwnOrganisation(actor, orgId);
    const rows: ImportRowView[] = [];
    for (const file of files) rows.push(...(/\.jsonl(?:\.gz)?$/i.test(file.name) ? await this.importLaws(actor, file, orgId) : [await this.importDocument(actor, file, orgId)]));
    await this.events.catchUp();
    return rows;
  }

  private async importDocument(actor: Actor, file: ImportFile, orgId: string): Promise<ImportRowView> {
    const read = await this.readDocument(file);
    if (!read.draft) return refusedRow(file.name, read.problems);
    const row = await this.storeDraft(actor, { draft: read.draft, originalText: read.originalText, superseded: false, fileName: file.name, orgId }, file.name);
    return this.withDocument(row);
  }

  /** Reads one file in a worker thread and stores nothing; what cannot be read comes with its problems. */
  async readDocument(file: ImportFile): Promise<ReadDocument> {
    const failed = (message: string): ReadDocument => ({ draft: null, originalText: null, problems: [{ line: 1, message }] });
    if (file.bytes.length > READING_LIMITS.fileBytes) return failed(`文件过大，上限${READING_LIMITS.fileBytes / 1048576} MB`);
    const read = await this.read<ReadDocument>({ kind: 'document', name: file.name, bytes: file.bytes });
    return 'message' in read ? failed(read.message) : read;
  }

  private async importLaws(actor: Actor, file: ImportFile, orgId: string): Promise<ImportRowView[]> {
    let bytes = file.bytes;
    try {
      if (/\.gz$/i.test(file.name)) bytes = await promisify(gunzip)(bytes, { maxOutputLength: READING_LIMITS.unpackedBytes });
    } catch (error) {
      return [refusedRow(file.name, [{ line: 1, message: (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? '压缩包展开后异常庞大，已拒绝' : '压缩文件已损坏，无法展开' }])];
    }
    if (bytes.length === 0) return [refusedRow(file.name, [{ line: 1, message: '文件是空的' }])];
    if (bytes.length > READING_LIMITS.unpackedBytes) return [refusedRow(file.name, [{ line: 1, message: `法规集过大，上限${READING_LIMITS.unpackedBytes / 1048576} MB` }])];
    const rows: ImportRowView[] = [];
    let firstLine = 1;
    for (let from = 0; from < bytes.length; ) {
      const chunk = await this.importLawChunk(actor, { name: file.name, bytes, from, firstLine, orgId });
      rows.push(...chunk.rows);
      firstLine += chunk.lines;
      from = chunk.end;
    }
    const answered: ImportRowView[] = [];
    for (const row of rows) {
      await nextTurn();
      answered.push(await this.withDocument(row));
    }
    return answered;
  }

  /**
   * Reads some lines of a collection of laws from a byte on, about 4 MB, and stores each law in a transaction of its own.
   * @param given.since laws that this collection stored since then, before it was interrupted, count as imported and not as unchanged
   * @returns the rows, how many lines they were, and the byte on which the next chunk begins
   */
  async importLawChunk(actor: Actor, given: { name: string; bytes: Buffer; from: number; firstLine: number; orgId: string; since?: Date }): Promise<{ rows: ImportRowView[]; lines: number; end: number }> {
    const { name: fileName, bytes, from, firstLine, orgId } = given;
    const near = from + LAW_CHUNK >= bytes.length ? -1 : bytes.indexOf(10, from + LAW_CHUNK);
    const end = near < 0 ? bytes.length : near + 1;
    const rows: ImportRowView[] = [];
    const read = await this.read<LawRow[]>({ kind: 'laws', firstLine, bytes: Uint8Array.from(bytes.subarray(from, end)) });
    if ('message' in read) rows.push(refusedRow(`${fileName}:${firstLine}`, [{ line: firstLine, message: read.message }]));
    else for (const law of read) {
      await nextTurn(); // the SQLite driver never gives way by itself
      const name = `${fileName}:${law.line}`;
      const row = law.draft ? await this.storeDraft(actor, { draft: law.draft, originalText: law.originalText, superseded: law.superseded, fileName: name, orgId }, name) : refusedRow(name, law.problems);
      rows.push(row.status === 'unchanged' && given.since && (await this.storedSince(row.documentId!, name, given.since)) ? { ...row, status: 'imported' } : row);
    }
    let lines = 0;
    for (let at = bytes.indexOf(10, from); at >= 0 && at < end; at = bytes.indexOf(10, at + 1)) lines++;
    return { rows, lines: end === bytes.length && bytes[end - 1] !== 10 ? lines + 1 : lines, end };
  }

  private storedSince(id: string, fileName: string, since: Date): Promise<boolean> {
    return this.database.read((db) => db.exists(DocumentEntity, { where: { id, fileName: fileName.slice(-255), importedAt: MoreThanOrEqual(since) } }));
  }

  private async read<Out>(input: ReadingInput): Promise<Out | { message: string }> {
    try {
      return await runTask<Out>(TASK, input, TASK_LIMITS);
    } catch (error) {
      if (error instanceof TaskStopped) return { message: error.message === 'timeout' ? '读取超时，文件过于复杂，已拒绝' : '读取时占用内存过多，已拒绝' };
      return { message: '文件无法读取，可能已损坏' };
    }
  }

  private async storeDraft(actor: Actor, input: DraftToStore, file: string): Promise<ImportRowView> {
    try {
      const outcome = await this.database.transaction((db) => this.store.store(db, actor, input));
      if (outcome.status === 'refused') return { ...refusedRow(file, [{ line: 1, message: outcome.message }, ...input.draft.problems]), documentId: outcome.id };
      return { file, status: outcome.status, documentId: outcome.id, document: null, problems: input.draft.problems };
    } catch (error) {
      // Two imports of the same text or number at once: the database lets one through.
      if (error instanceof QueryFailedError && /unique|duplicate/i.test(error.message)) return refusedRow(file, [{ line: 1, message: '同一文件正由他人导入，请稍后查看' }]);
      throw error;
    }
  }

  /** Puts what was read beside the row, with the citations resolved against the library after the whole import. */
  private withDocument(row: ImportRowView): Promise<ImportRowView> {
    return this.database.read(async (db) => {
      const document = row.documentId === null || row.status === 'refused' ? null : await db.findOneBy(DocumentEntity, { id: row.documentId });
      if (!document) return row;
      const articles = await db.countBy(DocumentSectionEntity, { documentId: document.id, kind: 'article' });
      const citations = await this.reader.citationsOf(db, document, this.clock.today(), false);
      const { docNumber, title, issuer, signedOn, openness } = document;
      return { ...row, document: { docNumber, title, issuer, signedOn, openness, articles, citations: citations.map(({ text, docNumber: number, title: cited, article, resolved, validity }) => ({ text, docNumber: number, title: cited, article, resolved, validity })) } };
    });
  }

  /**
   * A named person has held the draft against its original. Open documents are released at once, others stay confirmed and
   * unseen; what the document repeals or amends counts from now on.
   * @throws DomainError documents.not_found, documents.not_a_draft, documents.changed_meanwhile, documents.openness_missing, documents.openness_ground_missing,
   * documents.interpretation_plan_missing, documents.interpretation_plan_invalid, documents.dates_disagree, documents.doc_number_taken, access.other_organisation
   */
  async confirm(actor: Actor, id: string, request: ConfirmDocumentRequest): Promise<DocumentDraftView> {
    await this.database.transaction(async (db) => {
      const row = await this.get(db, id);
      if (!hasRole(actor, 'supervisor') && actor.via !== 'system') requireOwnOrganisation(actor, row.orgId);
      if (row.status !== 'draft') throw new DomainError('documents.not_a_draft', { status: row.status });
      if (row.version !== request.seenVersion) throw new DomainError('documents.changed_meanwhile', { current: { version: row.version } });
      if (request.openness === null) throw new DomainError('documents.openness_missing');
      const ground = groundFor(row, request);
      const faults = contradictions(request);
      if (faults.length > 0) throw new DomainError('documents.dates_disagree', { faults }, `${faults.join('；')}。`);
      const { title, issuer, signedOn, publishedOn, effectiveOn, expiresOn, openness } = request;
      const docNumber = request.docNumber === null || request.docNumber.trim() === '' ? null : (canonicalDocumentNumber(request.docNumber) ?? request.docNumber.trim());
      const uniqueNumber = row.kind === 'official' ? docNumber : null;
      const taken = uniqueNumber === null ? null : await db.findOne(DocumentEntity, { where: { uniqueNumber }, select: { id: true } });
      if (taken && taken.id !== id) throw new DomainError('documents.doc_number_taken', { documentId: taken.id });
      await this.change(db, row, {
        title, titleKey: keyOf(title), docNumber, uniqueNumber, issuer, signedOn, publishedOn, effectiveOn, expiresOn, openness, opennessGround: ground, opennessReason: request.opennessReason?.trim() ?? '', topic: request.topic ?? row.topic, areaCode: request.areaCode === undefined ? row.areaCode : request.areaCode,
        sortOn: sortDateOf(request), status: openness === 'proactive' ? 'released' : 'confirmed', confirmedById: actor.personId, confirmedAt: this.clock.now(),
      });
      await this.events.record(db, actor, { verb: 'documents.confirmed', subjectType: 'document', subjectId: id, facts: { digest: row.digest, openness, ground }, onBehalfOfOrgId: row.orgId });
      if (openness === 'proactive') await this.plans.decide(db, actor, { documentId: id, orgId: row.orgId, releasedOn: this.clock.today() }, request.interpretation);
      if (openness === 'proactive') await this.events.record(db, actor, { verb: 'documents.released', subjectType: 'document', subjectId: id, facts: { digest: row.digest }, onBehalfOfOrgId: row.orgId });
      await this.recordValidityChanges(db, actor, id);
    });
    await this.events.catchUp();
    return this.database.read((db) => this.reader.draftView(db, id, this.clock.today()));
  }

  /**
   * Releases drafts of national laws in a batch: laws are public by law, so their openness is set here. Other drafts are refused,
   * each must be held against its original.
   * @throws DomainError documents.not_found, documents.not_a_draft
   */
  async release(actor: Actor, ids: readonly string[], note: string): Promise<{ released: number }> {
    const wanted = [...new Set(ids)];
    const rows: Pick<DocumentEntity, 'id' | 'kind' | 'status'>[] = [];
    for (let i = 0; i < wanted.length; i += 400) rows.push(...(await this.database.read((db) => db.find(DocumentEntity, { where: { id: In(wanted.slice(i, i + 400)) }, select: { id: true, kind: true, status: true } }))));
    const missing = wanted.find((id) => !rows.some((row) => row.id === id));
    if (missing) throw new DomainError('documents.not_found', { id: missing });
    const other = rows.find((row) => row.kind !== 'law' || row.status !== 'draft');
    if (other) throw new DomainError('documents.not_a_draft', { id: other.id }, '批量公开只适用于待确认的法律法规，其他文件须逐份确认。');
    for (let i = 0; i < wanted.length; i += RELEASE_CHUNK) {
      await nextTurn();
      await this.database.transaction(async (db) => {
        for (const row of await db.findBy(DocumentEntity, { id: In(wanted.slice(i, i + RELEASE_CHUNK)), status: 'draft' })) {
          await this.change(db, row, { status: 'released', openness: 'proactive', opennessGround: 'law_published', opennessReason: '', confirmedById: actor.personId, confirmedAt: this.clock.now(), releaseNote: note.slice(0, 500) });
          await this.events.record(db, actor, { verb: 'documents.released', subjectType: 'document', subjectId: row.id, facts: { digest: row.digest, batch: true }, onBehalfOfOrgId: row.orgId });
          await this.plans.decide(db, actor, { documentId: row.id, orgId: row.orgId, releasedOn: this.clock.today() }, { exemption: { kind: 'national_law', reason: note.trim().slice(0, 500) || '批量公开法律法规' } });
          await this.recordValidityChanges(db, actor, row.id);
        }
      });
    }
    await this.events.catchUp();
    return { released: wanted.length };
  }

  /**
   * Takes a released document out of public sight at once. What it repealed or amended no longer counts, and texts that rest on
   * it show that they are under review.
   * @throws DomainError documents.not_found, documents.not_released, documents.changed_meanwhile, access.other_organisation
   */
  async withdraw(actor: Actor, id: string, request: WithdrawDocumentRequest): Promise<DocumentDraftView> {
    await this.database.transaction(async (db) => {
      const row = await this.get(db, id);
      if (!hasRole(actor, 'supervisor')) requireOwnOrganisation(actor, row.orgId);
      if (row.status !== 'released') throw new DomainError('documents.not_released', { status: row.status });
      if (row.version !== request.seenVersion) throw new DomainError('documents.changed_meanwhile', { current: { version: row.version } });
      await this.change(db, row, { status: 'withdrawn', withdrawnAt: this.clock.now(), withdrawnReason: request.reason.trim() });
      await this.events.record(db, actor, { verb: 'documents.withdrawn', subjectType: 'document', subjectId: id, facts: { digest: row.digest }, onBehalfOfOrgId: row.orgId });
      await this.recordValidityChanges(db, actor, id);
    });
    await this.events.catchUp();
    return this.database.read((db) => this.reader.draftView(db, id, this.clock.today()));
  }

  /**
   * Says for which area a confirmed document was made, where that was read wrongly or not at all.
   * @throws DomainError documents.not_found, documents.not_confirmed, documents.changed_meanwhile, access.other_organisation
   */
  async setArea(actor: Actor, id: string, { seenVersion, areaCode }: SetDocumentAreaRequest): Promise<DocumentDraftView> {
    await this.database.transaction(async (db) => {
      const row = await this.get(db, id);
      if (!hasRole(actor, 'supervisor')) requireOwnOrganisation(actor, row.orgId);
      if (row.status !== 'released' && row.status !== 'confirmed') throw new DomainError('documents.not_confirmed', { status: row.status });
      if (row.version !== seenVersion) throw new DomainError('documents.changed_meanwhile', { current: { version: row.version } });
      await this.change(db, row, { areaCode });
      await this.events.record(db, actor, { verb: 'documents.area_set', subjectType: 'document', subjectId: id, facts: { from: row.areaCode, to: areaCode }, onBehalfOfOrgId: row.orgId });
    });
    await this.events.catchUp();
    return this.database.read((db) => this.reader.draftView(db, id, this.clock.today()));
  }

  private async get(db: Db, id: string): Promise<DocumentEntity> {
    const row = await db.findOneBy(DocumentEntity, { id });
    if (!row) throw new DomainError('documents.not_found', { id });
    return row;
  }

  /** Guarded update: the row must still be as it was seen. */
  private async change(db: Db, row: DocumentEntity, changes: Partial<DocumentEntity>): Promise<void> {
    const { affected } = await db.update(DocumentEntity, { id: row.id, version: row.version }, { ...changes, version: row.version + 1 });
    if (affected !== 1) throw new DomainError('documents.changed_meanwhile', { current: { version: row.version + 1 } });
  }

  private async recordValidityChanges(db: Db, actor: Actor, byDocumentId: string): Promise<void> {
    for (const change of await db.findBy(ValidityChangeEntity, { byDocumentId, revokedAt: IsNull() }))
      await this.events.record(db, actor, { verb: 'documents.validity_changed', subjectType: 'document', subjectId: change.documentId, facts: { validity: change.validity, fromOn: change.fromOn, byDocumentId, changeId: change.id } });
  }
}

/** The ground that was named, or the mark in the original where it says the same. @throws DomainError documents.openness_ground_missing */
function groundFor(row: DocumentEntity, { openness, opennessGround }: ConfirmDocumentRequest): string {
  const code = opennessGround ?? (row.opennessMark !== null && row.openness === openness ? `marked_${openness}` : '');
  const ground = openness === null ? null : findGround(code, openness);
  if (!ground || (ground.hidden && opennessGround !== undefined)) throw new DomainError('documents.openness_ground_missing');
  return ground.code;
}

const refusedRow = (file: string, problems: OfficialDocumentDraft['problems']): ImportRowView => ({ file, status: 'refused', documentId: null, document: null, problems });
