import { Injectable } from '@nestjs/common';
import type { ContentBlock, MediaKind, SaveContentRequest } from '@govmedia-hub/contracts';
import type { AttachmentInput, Finding } from '@govmedia-hub/screening';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { InvalidRequest } from '../../foundation/errors/problem-filter.js';
import type { Actor } from '../../foundation/session/actor.js';
import { DocumentsReader, type BoundSource } from '../documents/documents.reader.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { MediaService } from '../media/media.service.js';
import { readBlocks } from './text/content-blocks.js';
import { ContentScreening } from './content-screening.js';
import type { ContentRevisionEntity, FrozenAttachment } from './content.entity.js';
import { plainBlock, plainGuide, plainText } from './text/plain-text.js';
import { canonicalText, digestOf } from './text/revision-text.js';

export type PreparedText = Pick<ContentRevisionEntity, 'title' | 'blocks' | 'guide' | 'sources' | 'attachments' | 'text' | 'digest' | 'lexiconVersion'>;
export interface Prepared { text: PreparedText; findings: Finding[]; sources: BoundSource[] }

/** Reads and screens a text before anything of it is stored. */
@Injectable()
export class RevisionPreparer {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly documents: DocumentsReader,
    private readonly screening: ContentScreening,
    private readonly media: MediaService,
  ) {}

  /** A secrecy marking stops the text here, and only its rule enters the log. @param complete false for text that is only kept or looked at, not frozen */
  prepare(actor: Actor, id: string, request: SaveContentRequest, attachments: readonly FrozenAttachment[] = [], complete = true): Promise<Prepared> {
    return this.noting(actor, id, () => this.database.read((db) => this.readText(db, actor, request, attachments, complete)));
  }

  /** Refuses files whose words or names bear a secrecy marking, before anything of them is kept. @throws DomainError contents.secrecy_marking */
  requireNoMarking(actor: Actor, id: string, attachments: readonly AttachmentInput[]): Promise<void> {
    return this.noting(actor, id, async () => stopAtMarking((await this.database.read((db) => this.screening.screen(db, '', null, [], attachments))).findings));
  }

  async readText(db: Db, actor: Actor, request: SaveContentRequest, attachments: readonly FrozenAttachment[] = [], complete = true): Promise<Prepared> {
    const title = plainText(request.title).replace(/\n/g, ' ').trim();
    if (title === '' && complete) throw new InvalidRequest([{ field: 'title', message: '请填写。' }]);
    const plain = readBlocks(request.blocks, { complete }).map(plainBlock);
    const blocks = await this.withMedia(db, actor.orgId, plain);
    if (complete) requireAttached(blocks, attachments);
    const guide = request.kind === 'guide' && request.guide ? plainGuide(request.guide) : null;
    const sources = await this.sourcesOf(db, request, complete ? blocks : []);
    const text = canonicalText({ title, blocks, guide });
    const { findings, lexiconVersion } = await this.screening.screen(db, text, request.kind, sources, await this.screening.wordsOf(attachments));
    stopAtMarking(findings);
    const frozen = sources.map(({ documentId, anchor, title: name, docNumber, label, digest }) => ({ documentId, anchor, title: name, docNumber, label, digest }));
    return { findings, sources, text: { title, blocks, guide, sources: frozen, attachments: [...attachments], text, digest: digestOf({ title, blocks, guide, attachments, sources: frozen }), lexiconVersion } };
  }

  /** Freezes the files that pictures and recordings name into their blocks. @throws DomainError media.not_found */
  private async withMedia(db: Db, orgId: string, blocks: readonly ContentBlock[]): Promise<ContentBlock[]> {
    const wanted = blocks.flatMap((block): { mediaId: string; kind: MediaKind }[] => ((block.type === 'picture' || block.type === 'audio' || block.type === 'video') && block.mediaId ? [{ mediaId: block.mediaId, kind: block.type }] : []));
    const frozen = await this.media.frozen(db, orgId, wanted);
    return blocks.map((block) => {
      if (block.type !== 'picture' && block.type !== 'audio' && block.type !== 'video') return block;
      const media = block.mediaId ? frozen.get(block.mediaId) : undefined;
      return media ? { ...block, media } : block;
    });
  }

  /** @throws DomainError contents.source_not_found also for an anchor that the document lacks, and for a block that cites what is not bound */
  private async sourcesOf(db: Db, request: SaveContentRequest, blocks: readonly ContentBlock[]): Promise<BoundSource[]> {
    const refs = request.sources.map(({ documentId, anchor }) => ({ documentId, anchor: anchor ?? null })).filter((ref, index, all) => all.findIndex((other) => other.documentId === ref.documentId && other.anchor === ref.anchor) === index);
    const sources = await this.documents.boundSources(db, refs, this.clock.today());
    for (const ref of refs) {
      const source = sources.find((entry) => entry.documentId === ref.documentId && entry.anchor === ref.anchor);
      if (!source || (ref.anchor !== null && source.passage === null)) throw new DomainError('contents.source_not_found', { ...ref });
    }
    for (const block of blocks) {
      if (block.type === 'qa' && block.documentId !== null && !sources.some((source) => source.documentId === block.documentId)) throw new DomainError('contents.source_not_found', { documentId: block.documentId });
      if (block.type === 'citation' && !sources.some((source) => source.documentId === block.documentId && source.anchor === block.anchor)) throw new DomainError('contents.source_not_found', { documentId: block.documentId, anchor: block.anchor });
    }
    return sources;
  }

  private async noting<T>(actor: Actor, id: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DomainError && error.code === 'contents.secrecy_marking') {
        await this.database.transaction((db) => this.events.record(db, actor, { verb: 'contents.secrecy_stopped', subjectType: 'content', subjectId: id, facts: { rule: 'secrecy.marking' } }));
      }
      throw error;
    }
  }
}

/** @throws DomainError contents.attachment_not_found */
function requireAttached(blocks: readonly ContentBlock[], attachments: readonly FrozenAttachment[]): void {
  for (const block of blocks) if (block.type === 'attachment' && !attachments.some((file) => file.id === block.attachmentId)) throw new DomainError('contents.attachment_not_found', { attachmentId: block.attachmentId });
}

/** A text or file with a secrecy marking goes no further; what it says stays with its writer. */
function stopAtMarking(findings: readonly Finding[]): void {
  const marking = findings.find((finding) => finding.rule === 'secrecy.marking' && finding.severity === 'block');
  if (marking) throw new DomainError('contents.secrecy_marking', { rule: marking.rule, start: marking.start, end: marking.end, attachment: marking.attachment });
}
