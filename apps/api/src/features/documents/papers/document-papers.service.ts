import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { ENDED_VALIDITIES, VALIDITY_WORDS, type DocumentView } from '@govmedia-hub/contracts';
import { chineseDate } from '@govmedia-hub/working-days';
import { Clock } from '../../../foundation/clock/clock.js';
import { SETTINGS } from '../../../foundation/config/settings.module.js';
import type { Settings } from '../../../foundation/config/settings.js';
import { Database } from '../../../foundation/database/database.js';
import { DomainError } from '../../../foundation/errors/domain-error.js';
import { paper, type PaperPart } from '../../../foundation/paper/paper.js';
import { runTask } from '../../../foundation/jobs/run-task.js';
import type { PaperText } from './document-paper-task.js';
import { DocumentsReader } from '../documents.reader.js';

const KEPT = 40;
const ENDED: ReadonlySet<string> = new Set(ENDED_VALIDITIES);

/** Documents as files to take along; each says where it comes from and how it stood on the day. */
@Injectable()
export class DocumentPapers {
  /** PDFs by what they say, finished or being set; papers are set one after the other, however many ask. */
  private readonly kept = new Map<string, Promise<{ name: string; contentType: string; bytes: Buffer }>>();
  private line: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reader: DocumentsReader,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The text that residents may read, as Word. @throws DomainError documents.not_found also for what was withdrawn */
  async word(id: string): Promise<{ name: string; contentType: string; bytes: Buffer }> {
    const { text, name } = await this.textOf(id);
    const bytes = await runTask<Uint8Array>(new URL('./document-paper-task.js', import.meta.url), text);
    return { name: `${name}.docx`, contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', bytes: Buffer.from(bytes) };
  }

  /** The same as PDF, with the digest of the text on each page; set once for as long as it says the same. @throws DomainError documents.not_found, paper.no_font */
  async pdf(id: string): Promise<{ name: string; contentType: string; bytes: Buffer }> {
    const { text, name, digest, signedOn } = await this.textOf(id);
    const key = createHash('sha256').update(JSON.stringify(text)).digest('hex');
    const ready = this.kept.get(key) ?? this.line.then(() => paper(name, { title: text.title, author: text.issuers, madeAt: `${signedOn ?? this.clock.today()}T00:00:00Z`, header: [text.docNumber, text.title].filter(Boolean).join('　').slice(0, 60), footer: `SHA-256 ${digest}`, parts: partsOf(text) }, this.settings.pdfFont));
    if (!this.kept.has(key)) {
      this.line = ready.then(() => undefined, () => this.kept.delete(key));
      this.kept.set(key, ready);
      if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value!);
    }
    return ready;
  }

  private async textOf(id: string): Promise<{ text: PaperText; name: string; digest: string; signedOn: string | null }> {
    const today = this.clock.today();
    const view = await this.database.read((db) => this.reader.publicView(db, id, today));
    if (view.status === 'withdrawn') throw new DomainError('documents.not_found', { id });
    const name = [view.docNumber, view.title].filter(Boolean).join(' ').replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ').slice(0, 120);
    return { text: paperOf(view, today, `${this.settings.publicUrl}/policy?id=${id}`), name, digest: view.digest, signedOn: view.signedOn };
  }
}

function partsOf(text: PaperText): PaperPart[] {
  return [
    ...(text.issuers ? [{ style: 'issuer' as const, text: text.issuers }] : []),
    { style: 'title', text: text.title },
    ...(text.docNumber ? [{ style: 'meta' as const, text: text.docNumber }] : []),
    ...(text.notice ? [{ style: 'warning' as const, text: text.notice }] : []),
    ...(text.addressees ? [{ style: 'addressees' as const, text: text.addressees }] : []),
    ...text.sections.flatMap(({ heading, text: body }): PaperPart[] => [...(heading ? [{ style: 'heading' as const, text: heading }] : []), ...(body.trim() ? [{ style: 'body' as const, text: body }] : [])]),
    ...text.signature.map((line): PaperPart => ({ style: 'signature', text: line })),
    ...text.source.map((line): PaperPart => ({ style: 'note', text: line })),
  ];
}

/** What a paper says: the text of the view and nothing else, and where it was drawn. */
export function paperOf(view: DocumentView, today: string, address: string): PaperText {
  const top = Math.min(...view.sections.map((section) => section.depth), 1);
  const change = view.validityChanges.find((one) => one.validity === view.validity);
  const { label } = VALIDITY_WORDS[view.validity];
  const by = change?.byTitle ? `依据《${change.byTitle}》${change.byDocNumber ? `（${change.byDocNumber}）` : ''}，` : '';
  const notice = view.validity === 'in_force' ? '' : `【${label}】${by}本文件${change?.fromOn ? `自${chineseDate(change.fromOn)}起` : ''}${label}${ENDED.has(view.validity) ? '，不再作为办事依据' : ''}。以上为${chineseDate(today)}的效力。`;
  return {
    title: view.title, issuers: [view.issuer, ...view.jointIssuers.filter((joint) => joint !== view.issuer)].filter(Boolean).join('　'), docNumber: view.docNumber ?? '', notice,
    addressees: view.addressees.length > 0 ? `${view.addressees.join('，')}：` : '',
    sections: view.sections.map((section) => {
      const heading = section.heading ? `${section.label}${section.label && !/[、）.]$/.test(section.label) ? '　' : ''}${section.heading}` : '';
      return { heading, text: heading || !section.label ? section.text : `${section.label}　${section.text}`, level: section.depth - top };
    }),
    signature: [view.issuer ?? '', view.signedOn === null ? '' : chineseDate(view.signedOn)].filter(Boolean),
    source: [`来源：${address}`, `下载日期：${chineseDate(today)}　当日效力：${VALIDITY_WORDS[view.validity].label}`, `正文摘要（SHA-256）：${view.digest}`],
  };
}
