import { Injectable } from '@nestjs/common';
import { canonicalDocumentNumber } from '@govmedia-hub/chinese-text';
import { LIMITS, type BoundSourceRequest, type ContentKind, type ScreenTextRequest, type ScreenTextView } from '@govmedia-hub/contracts';
import { builtInLexicons, createScreener, type AttachmentInput, type Finding, type Screener, type TextKind } from '@govmedia-hub/screening';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { FileStore } from '../../foundation/storage/file-store.js';
import { DocumentsReader, type BoundSource } from '../documents/documents.reader.js';
import { LexiconsReader } from '../lexicons/lexicons.reader.js';
import { ProofreaderService } from '../proofreader/proofreader.service.js';
import type { ContentRevisionEntity, FrozenAttachment } from './content.entity.js';

const KINDS: Record<ContentKind, TextKind> = { interpretation: 'interpretation', qa: 'qa', guide: 'notice', post: 'post', notice: 'notice' };

export interface Screening {
  findings: Finding[];
  /** Engine and lexicons that found them; verdicts name it. */
  lexiconVersion: string;
}

/** Screeners kept compiled: today's, and that of the day before or after. */
const KEPT = 2;

/** The five gates' machine: texts in, findings out, with the lexicons of the civil day. Each set of them is compiled once. */
@Injectable()
export class ContentScreening {
  private readonly screeners = new Map<string, Screener>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly documents: DocumentsReader,
    private readonly lexicons: LexiconsReader,
    private readonly proofreader: ProofreaderService,
    private readonly files: FileStore,
  ) {}

  /** What a text screened now would be screened with. */
  async lexiconVersion(db: Db): Promise<string> {
    return (await this.screenerOn(db, this.clock.today())).withProofreader(this.proofreader.inForce).version;
  }

  /** Whether a version names the lexicons that apply today; asks no screener, so that it may be asked inside a transaction. */
  async namesToday(db: Db, lexiconVersion: string): Promise<boolean> {
    const set = await this.lexicons.setOn(db, this.clock.today());
    return (/\+own@([0-9a-f]+)/.exec(lexiconVersion)?.[1] ?? null) === (set?.version ?? null);
  }

  private async screenerOn(db: Db, today: string): Promise<Screener> {
    const own = await this.lexicons.registersOn(db, today);
    const key = own?.version ?? '';
    const screener = this.screeners.get(key) ?? createScreener(own ? { ...builtInLexicons, own } : builtInLexicons, { words: this.proofreader.words });
    this.screeners.delete(key);
    this.screeners.set(key, screener);
    for (const old of this.screeners.keys()) if (this.screeners.size > KEPT) this.screeners.delete(old);
    return screener;
  }

  /** @throws DomainError request.too_large above LIMITS.screenChars */
  async screen(db: Db, text: string, kind: ContentKind | null, sources: readonly BoundSource[], attachments: readonly AttachmentInput[] = []): Promise<Screening> {
    if (text.length > LIMITS.screenChars) throw new DomainError('request.too_large', { limit: LIMITS.screenChars });
    const today = this.clock.today();
    const library = await this.documents.libraryIndex(db, today, [text]);
    const bound = [...new Map(sources.map((source) => [source.documentId, source])).values()];
    const screener = (await this.screenerOn(db, today)).withProofreader(await this.proofreader.reading(text));
    const findings = screener.screen({
      text,
      ...(kind ? { kind: KINDS[kind] } : {}),
      asOf: today,
      attachments: [...attachments],
      sources: bound.map(({ documentId, title, docNumber, validity, openness, status, text: sourceText }) => ({
        // A document that is not released is not public yet, whatever its attribute will be.
        documentId, title, docNumber, validity, openness: status === 'released' ? openness : null, text: sourceText,
      })),
    }, library);
    return { findings, lexiconVersion: screener.version };
  }

  /** Screens a frozen revision against today's library and lexicons. */
  async screenRevision(db: Db, kind: ContentKind, revision: ContentRevisionEntity): Promise<Screening> {
    const sources = await this.documents.boundSources(db, revision.sources, this.clock.today());
    return this.screen(db, revision.text, kind, sources, await this.wordsOf(revision.attachments));
  }

  /** Words of attachments, with what their files hide. */
  async wordsOf(attachments: readonly FrozenAttachment[]): Promise<AttachmentInput[]> {
    const read: AttachmentInput[] = [];
    for (const { name, textSha256, traitsSha256 } of attachments) {
      const beside = traitsSha256 ? (JSON.parse((await this.files.get(traitsSha256)).toString('utf8')) as Pick<AttachmentInput, 'places' | 'traits'>) : {};
      read.push({ name, text: textSha256 === null ? '' : (await this.files.get(textSha256)).toString('utf8'), ...beside });
    }
    return read;
  }

  /** Findings of a text that is not kept: for trying, for the command line. */
  screenText({ text, documentIds = [], docNumbers = [] }: ScreenTextRequest): Promise<ScreenTextView> {
    return this.database.read(async (db) => {
      const refs = [...documentIds, ...(await this.idsOf(db, docNumbers))].map((documentId): BoundSourceRequest => ({ documentId, anchor: null }));
      const sources = await this.documents.boundSources(db, refs, this.clock.today());
      if (sources.length < refs.length) throw new DomainError('contents.source_not_found');
      const { findings, lexiconVersion } = await this.screen(db, text, null, sources);
      return {
        lexiconVersion,
        findings: findings.map(({ gate, rule, severity, start, end, text: found, message, suggestion, source }) => ({ gate, rule, severity, start, end, text: found, message, suggestion, source })),
      };
    });
  }

  private async idsOf(db: Db, docNumbers: readonly string[]): Promise<string[]> {
    const today = this.clock.today();
    const library = await this.documents.libraryIndex(db, today, docNumbers);
    return docNumbers.map((docNumber) => {
      const id = library.byDocNumber(canonicalDocumentNumber(docNumber) ?? docNumber)?.documentId;
      if (!id) throw new DomainError('contents.source_not_found', { docNumber });
      return id;
    });
  }
}
