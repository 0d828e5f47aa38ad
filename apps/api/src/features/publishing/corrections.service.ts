import { Injectable } from '@nestjs/common';
import type { CreateCorrectionRequest, PublicationView } from '@govmedia-hub/contracts';
import { In } from 'typeorm';
import { civilDate, Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { requireOwnOrganisation, type Actor } from '../../foundation/session/actor.js';
import { ContentsReader } from '../contents/contents.reader.js';
import { ContentsService } from '../contents/contents.service.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { CorrectionEntity } from './correction.entity.js';
import { PublicationEntity } from './publication.entity.js';

const inChinese = (date: string): string => date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

/** 更正: the notice is drafted from what was wrong and what is right, and goes through gates and reviews before anybody reads it. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly contents: ContentsService,
    private readonly contentsReader: ContentsReader,
  ) {}

  /**
   * Drafts a correction of a text that is or was public, also of a withdrawn one.
   * @returns id of the draft. @throws DomainError publishing.not_found, access.other_organisation
   */
  async draft(actor: Actor, contentId: string, request: CreateCorrectionRequest): Promise<string> {
    const { row, publication } = await this.database.read(async (db) => ({ row: await this.contentsReader.get(db, contentId), publication: await db.findOneBy(PublicationEntity, { contentId }) }));
    requireOwnOrganisation(actor, row.orgId);
    if (!publication) throw new DomainError('publishing.not_found', { contentId });
    const day = inChinese(civilDate(publication.publishedAt));
    // Saved like any draft first, so that it is screened; a draft without its link is only a draft.
    const correctionContentId = await this.contents.create(actor, {
      kind: 'notice', title: `更正：${publication.title}`.slice(0, 200), topic: row.topic,
      blocks: [{ type: 'paragraph', text: `本平台${day}发布的《${publication.title}》内容有误，现更正如下。` }, { type: 'heading', text: '原文' }, { type: 'paragraph', text: request.wrong }, { type: 'heading', text: '更正为' }, { type: 'paragraph', text: request.right }, ...(request.note ? [{ type: 'paragraph' as const, text: request.note }] : [])],
      sources: publication.sources.map(({ documentId, anchor }) => ({ documentId, anchor })),
    });
    await this.database.transaction(async (db) => {
      await db.insert(CorrectionEntity, { id: newId(), contentId, correctionContentId, createdById: actor.personId, createdAt: this.clock.now() });
      await this.events.record(db, actor, { verb: 'contents.correction_drafted', subjectType: 'content', subjectId: contentId, facts: { correctionContentId } });
    });
    return correctionContentId;
  }
}

/** Both ends of the link between what was wrong and its correction, as far as residents may see them. */
export async function correctionsOf(db: Db, contentIds: readonly string[]): Promise<Map<string, Pick<PublicationView, 'corrections' | 'corrects'>>> {
  const ids = [...new Set(contentIds)];
  const found = new Map<string, Pick<PublicationView, 'corrections' | 'corrects'>>(ids.map((id) => [id, { corrections: [], corrects: null }]));
  if (ids.length === 0) return found;
  const links = await db.find(CorrectionEntity, { where: [{ contentId: In(ids) }, { correctionContentId: In(ids) }], order: { id: 'ASC' } });
  if (links.length === 0) return found;
  const rows = await db.find(PublicationEntity, { where: { contentId: In(links.flatMap((link) => [link.contentId, link.correctionContentId])) }, select: { id: true, contentId: true, title: true, publishedAt: true, status: true } });
  const publications = new Map(rows.map((row) => [row.contentId, row]));
  for (const link of links) {
    const correction = publications.get(link.correctionContentId);
    const original = publications.get(link.contentId);
    if (!correction || correction.status !== 'published' || !original) continue;
    found.get(link.contentId)?.corrections.push({ id: correction.id, title: correction.title, publishedAt: correction.publishedAt.toISOString() });
    const entry = found.get(link.correctionContentId);
    if (entry) entry.corrects = { id: original.id, title: original.title, publishedAt: original.publishedAt.toISOString() };
  }
  return found;
}
