import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Openness } from '@govmedia-hub/contracts';
import { areaOfDocument, type DocumentEffect, type OfficialDocumentDraft } from '@govmedia-hub/official-documents';
import { In, IsNull } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import type { Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import type { Actor } from '../../foundation/session/actor.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { chooseCited, findCandidates, type CitableDocument } from './citation-resolver.js';
import { DocumentCitationEntity, DocumentEntity, DocumentSectionEntity, ValidityChangeEntity } from './document.entity.js';
import { keyOf } from './title-keys.js';
import { changeBegins } from './validity-on.js';

export interface DraftToStore {
  draft: OfficialDocumentDraft;
  originalText: string | null;
  /** The source says that a later text took its place. */
  superseded: boolean;
  fileName: string;
  orgId: string;
}

export type StoreOutcome = { status: 'imported' | 'unchanged'; id: string } | { status: 'refused'; id: string; message: string };

const ROWS = 200;
const cut = (text: string | null, length: number): string | null => (text === null ? null : text.slice(0, length));
export const sortDateOf = (dates: { signedOn: string | null; publishedOn: string | null; effectiveOn: string | null }): string => dates.signedOn ?? dates.publishedOn ?? dates.effectiveOn ?? '';
export const digestOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Writes a read document with its sections, citations and what it does to others: all of it or, with the caller's transaction, nothing. */
@Injectable()
export class DocumentStore {
  constructor(
    private readonly clock: Clock,
    private readonly events: EventLogService,
  ) {}

  /** Call inside a transaction of its own. The same text is stored once; the same 文号 with another text is refused. */
  async store(db: Db, actor: Actor, input: DraftToStore): Promise<StoreOutcome> {
    const { draft } = input;
    const digest = digestOf(draft.text);
    const same = await db.findOne(DocumentEntity, { where: { digest }, select: { id: true } });
    if (same) return { status: 'unchanged', id: same.id };
    const uniqueNumber = draft.kind === 'official' ? draft.docNumber : null;
    const taken = uniqueNumber === null ? null : await db.findOne(DocumentEntity, { where: { uniqueNumber }, select: { id: true, title: true } });
    if (taken) return { status: 'refused', id: taken.id, message: `库中已有文号为${uniqueNumber}的文件《${taken.title}》，内容不同，请核对后再导入` };

    const row = this.toRow(actor, input, digest, uniqueNumber);
    const known = await this.findKnownTitle(db, row);
    if (known) {
      row.id = known.id;
      row.version = known.version + 1;
      await db.update(DocumentEntity, { id: known.id }, row);
    } else await db.insert(DocumentEntity, row);
    await this.insertParts(db, row.id, draft);
    for (const effect of [...draft.repeals, ...draft.amendments]) await this.storeEffect(db, actor, row, effect);
    await this.events.record(db, actor, { verb: 'documents.imported', subjectType: 'document', subjectId: row.id, facts: { kind: row.kind, digest, docNumber: row.docNumber }, onBehalfOfOrgId: input.orgId });
    return { status: 'imported', id: row.id };
  }

  private toRow(actor: Actor, { draft, originalText, superseded, fileName, orgId }: DraftToStore, digest: string, uniqueNumber: string | null): DocumentEntity {
    const title = draft.title?.slice(0, 500) ?? '（未读出标题）';
    const { signedOn, publishedOn, effectiveOn, expiresOn } = draft;
    return {
      id: newId(), kind: draft.kind, status: 'draft', title, titleKey: keyOf(title), bodyTitleKey: draft.bodyTitle === null ? null : keyOf(draft.bodyTitle),
      docNumber: cut(draft.docNumber, 80), uniqueNumber: cut(uniqueNumber, 80), issuer: cut(draft.issuer, 200), areaCode: draft.areaCode, jointIssuers: draft.jointIssuers, addressees: draft.addressees,
      attachments: draft.attachments.map((attachment) => ({ title: attachment.title })), topic: null, signedOn, publishedOn, effectiveOn, expiresOn,
      openness: draft.openness as Openness | null, opennessMark: cut(draft.opennessMark, 200), opennessGround: null, opennessReason: null, doubtful: superseded, digest, text: draft.text,
      originalText: originalText === draft.text ? null : originalText, fileName: fileName.slice(-255), problems: draft.problems.slice(0, 500), sortOn: sortDateOf(draft),
      orgId, importedById: actor.personId, importedAt: this.clock.now(), confirmedById: null, confirmedAt: null, releaseNote: null, withdrawnAt: null, withdrawnReason: null, version: 1,
    };
  }

  /** Puts the sections and citations of an amended text in place of the former ones. */
  async replaceParts(db: Db, documentId: string, draft: OfficialDocumentDraft): Promise<void> {
    await db.delete(DocumentSectionEntity, { documentId });
    await db.delete(DocumentCitationEntity, { documentId });
    await this.insertParts(db, documentId, draft);
  }

  private async insertParts(db: Db, documentId: string, draft: OfficialDocumentDraft): Promise<void> {
    const sections = draft.sections.map((section, position) => ({ id: newId(), documentId, position, anchor: section.anchor.slice(0, 100), parentAnchor: cut(section.parentAnchor, 100), depth: section.depth, kind: section.kind, label: section.label.slice(0, 40), heading: cut(section.heading, 300), text: section.text }));
    for (let i = 0; i < sections.length; i += ROWS) await db.insert(DocumentSectionEntity, sections.slice(i, i + ROWS));
    const citations = draft.citations.map((citation, position) => ({
      id: newId(), documentId, position, anchor: citation.anchor.slice(0, 100), text: citation.text.replaceAll('\n', '').slice(0, 500), title: cut(citation.title, 300), titleKey: citation.title === null ? null : keyOf(citation.title),
      docNumber: cut(citation.docNumber, 80), article: citation.article === null ? null : citation.article.text.slice(0, 60), targetAnchor: cut(citation.article?.anchor ?? null, 100), own: citation.self,
    }));
    for (let i = 0; i < citations.length; i += ROWS) await db.insert(DocumentCitationEntity, citations.slice(i, i + ROWS));
  }

  /** A repeal clause marks the document it means, or makes it known by its title. */
  private async storeEffect(db: Db, actor: Actor, instrument: DocumentEntity, effect: DocumentEffect): Promise<void> {
    const ownDay = instrument.effectiveOn ?? instrument.publishedOn ?? instrument.signedOn;
    const target = (await this.findTarget(db, instrument, effect)) ?? (await this.insertKnownTitle(db, actor, effect));
    await db.insert(ValidityChangeEntity, {
      id: newId(), documentId: target, byDocumentId: instrument.id, validity: effect.effect === 'partly_repealed' ? 'amended' : effect.effect,
      fromOn: effect.effectiveOn === ownDay ? null : effect.effectiveOn, anchor: effect.anchor.slice(0, 100), text: effect.text.slice(0, 4_000), anchors: effect.articles ?? null,
      recordedById: null, recordedAt: null, revokedAt: null, revokedById: null, revokedReason: null,
    });
  }

  /** The document a clause means: never the instrument itself, and never one that is younger than the clause. */
  private async findTarget(db: Db, instrument: DocumentEntity, effect: DocumentEffect): Promise<string | null> {
    const wanted = { titleKey: effect.title === null ? null : keyOf(effect.title), docNumber: effect.docNumber };
    const day = effect.effectiveOn ?? instrument.sortOn;
    const candidates = (await findCandidates(db, [wanted])).filter((document) => document.id !== instrument.id && (document.sortOn === '' || day === '' || document.sortOn < day));
    const ended = new Set((candidates.length === 0 ? [] : await db.find(ValidityChangeEntity, { where: { documentId: In(candidates.map((document) => document.id)), validity: In(['repealed', 'declared_lapsed']), revokedAt: IsNull() } })).map((change) => change.documentId));
    const open = candidates.filter((document: CitableDocument) => document.status !== 'named' || document.docNumber === wanted.docNumber && wanted.docNumber !== null || !ended.has(document.id));
    return chooseCited(wanted, open)?.id ?? null;
  }

  private async insertKnownTitle(db: Db, actor: Actor, effect: DocumentEffect): Promise<string> {
    const id = newId();
    const title = (effect.title ?? effect.docNumber!).slice(0, 500);
    const law = /(?:法|条例|法典)$/.test(title) && effect.docNumber === null;
    await db.insert(DocumentEntity, {
      id, kind: law ? 'law' : 'official', status: 'named', title, titleKey: keyOf(title), bodyTitleKey: null, docNumber: cut(effect.docNumber, 80), uniqueNumber: null, issuer: null, areaCode: areaOfDocument({ issuer: null, title })?.code ?? null, jointIssuers: [], addressees: [], attachments: [],
      topic: null, signedOn: null, publishedOn: null, effectiveOn: null, expiresOn: null, openness: null, opennessMark: null, opennessGround: null, opennessReason: null, doubtful: false, digest: null, text: '', originalText: null, fileName: '', problems: [], sortOn: '',
      orgId: null, importedById: actor.personId, importedAt: this.clock.now(), confirmedById: null, confirmedAt: null, releaseNote: null, withdrawnAt: null, withdrawnReason: null, version: 1,
    });
    return id;
  }

  /** A document so far known by its title only, whose text has now come: same number, or same title and not younger than its end. */
  private async findKnownTitle(db: Db, row: DocumentEntity): Promise<DocumentEntity | null> {
    const keys = [row.titleKey, ...(row.bodyTitleKey === null ? [] : [row.bodyTitleKey])];
    const named = [
      ...(row.docNumber === null ? [] : await db.findBy(DocumentEntity, { status: 'named', docNumber: row.docNumber })),
      ...(await db.findBy(DocumentEntity, { status: 'named', titleKey: In(keys) })).filter((known) => known.docNumber === null || row.docNumber === null || known.docNumber === row.docNumber),
    ];
    for (const known of named) {
      const changes = await db.findBy(ValidityChangeEntity, { documentId: known.id, revokedAt: IsNull() });
      const instruments = new Map((await db.findBy(DocumentEntity, { id: In(changes.map((change) => change.byDocumentId)) })).map((by) => [by.id, by]));
      const older = changes.every((change) => {
        const by = instruments.get(change.byDocumentId);
        const begins = by ? changeBegins(change.fromOn, by) : change.fromOn;
        if (change.validity === 'amended' || known.docNumber !== null && known.docNumber === row.docNumber) return true;
        return begins !== null && row.sortOn !== '' ? row.sortOn < begins : by?.titleKey !== row.titleKey;
      });
      if (older) return known;
    }
    return null;
  }
}
