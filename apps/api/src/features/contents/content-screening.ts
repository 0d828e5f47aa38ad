import { Injectable } from '@nestjs/common';
import { canonicalDocumentNumber } from '@govmedia-hub/chinese-text';
import { LIMITS, type BoundSourceRequest, type ContentKind, type ScreenTextRequest, type ScreenTextView } from '@govmedia-hub/contracts';
import { builtInLexicons, createScreener, type AttachmentInput, type Finding, type Screener, type TextKind } from '@govmedia-hub/screening';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { DocumentsReader, type BoundSource } from '../documents/documents.reader.js';

const KINDS: Record<ContentKind, TextKind> = { interpretation: 'interpretation', qa: 'qa', guide: 'notice', post: 'post', notice: 'notice' };

/** The five gates' machine: texts in, findings out. Lexicons are compiled once per process. */
@Injectable()
export class ContentScreening {
  private readonly screener: Screener = createScreener(builtInLexicons);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly documents: DocumentsReader,
  ) {}

  get lexiconVersion(): string {
    return this.screener.version;
  }

  /** @throws DomainError request.too_large above LIMITS.screenChars */
  async screen(db: Db, text: string, kind: ContentKind | null, sources: readonly BoundSource[], attachments: readonly AttachmentInput[] = []): Promise<Finding[]> {
    if (text.length > LIMITS.screenChars) throw new DomainError('request.too_large', { limit: LIMITS.screenChars });
    const today = this.clock.today();
    const library = await this.documents.libraryIndex(db, today, [text]);
    const bound = [...new Map(sources.map((source) => [source.documentId, source])).values()];
    return this.screener.screen({
      text,
      ...(kind ? { kind: KINDS[kind] } : {}),
      asOf: today,
      attachments: [...attachments],
      sources: bound.map(({ documentId, title, docNumber, validity, openness, status, text: sourceText }) => ({
        // A document that is not released is not public yet, whatever its attribute will be.
        documentId, title, docNumber, validity, openness: status === 'released' ? openness : null, text: sourceText,
      })),
    }, library);
  }

  /** Findings of a text that is not kept: for trying, for the command line. */
  screenText({ text, documentIds = [], docNumbers = [] }: ScreenTextRequest): Promise<ScreenTextView> {
    return this.database.read(async (db) => {
      const refs = [...documentIds, ...(await this.idsOf(db, docNumbers))].map((documentId): BoundSourceRequest => ({ documentId, anchor: null }));
      const sources = await this.documents.boundSources(db, refs, this.clock.today());
      if (sources.length < refs.length) throw new DomainError('contents.source_not_found');
      const findings = await this.screen(db, text, null, sources);
      return {
        lexiconVersion: this.lexiconVersion,
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
