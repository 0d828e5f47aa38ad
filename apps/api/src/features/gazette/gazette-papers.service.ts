import { Inject, Injectable } from '@nestjs/common';
import { GAZETTE_TEXT_STATE_WORDS, type GazetteErratumView, type GazetteIssueView, type GazetteItemTextView, type GazetteItemView } from '@govmedia-hub/contracts';
import { chineseDate } from '@govmedia-hub/working-days';
import { civilDate } from '../../foundation/clock/clock.js';
import { SETTINGS } from '../../foundation/config/settings.module.js';
import type { Settings } from '../../foundation/config/settings.js';
import { Database } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { paper, type PaperPart, type PaperPlan } from '../../foundation/paper/paper.js';
import type { Actor } from '../../foundation/session/actor.js';
import { digestOf, issueName, issueText, itemText } from './gazette-text.js';
import { GazetteReader } from './gazette.reader.js';

interface Paper { name: string; contentType: string; bytes: Buffer }

const KEPT_BYTES = 64 * 1024 * 1024;

/** Issues and single documents as files, made from the text that residents read; the digest of that text is printed on each page. */
@Injectable()
export class GazettePapers {
  private readonly kept = new Map<string, Paper>();
  private readonly running = new Map<string, Promise<Paper>>();
  private line: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly reader: GazetteReader,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** An issue as it is printed; for staff one in work is a proof. @throws DomainError gazette.not_found, paper.no_font */
  async issuePdf(id: string, actor: Actor | null): Promise<Paper> {
    const { issue, texts } = await this.database.read(async (db) => ({ issue: await this.reader.issue(db, id, actor), texts: await this.reader.texts(db, id) }));
    const items = issue.sections.flatMap((section) => section.items);
    const name = `${issue.masthead}　${issueName(issue)}`;
    return this.set(name, {
      title: name, author: issue.masthead, madeAt: `${issue.publishedOn}T00:00:00Z`, ...edges(issue, issue.digest),
      parts: [
        ...(issue.status === 'draft' ? [{ style: 'warning' as const, text: '校样　尚未签发，不得对外提供' }] : []),
        { style: 'masthead', text: issue.masthead },
        { style: 'subtitle', text: issueName(issue) },
        { style: 'subtitle', text: `${chineseDate(issue.publishedOn)}出版` },
        { style: 'section', text: '目录' },
        ...issue.sections.flatMap((section): PaperPart[] => [{ style: 'section', text: section.name }, ...section.items.map((item): PaperPart => ({ style: 'body', text: [item.title, item.docNumber].filter(Boolean).join('　'), pageOf: item.id }))]),
        ...items.flatMap((item) => itemParts(item, texts.get(item.id) ?? '')),
        ...erratumParts(issue.errata, items),
        ...sourceParts(`${this.settings.publicUrl}/gazette/issue?id=${id}`, '本期正文', issue.digest),
      ],
    });
  }

  /** One document of an issue. @throws DomainError gazette.not_found, gazette.withdrawn, paper.no_font */
  async itemPdf(id: string): Promise<Paper> {
    const item = await this.itemOf(id);
    const name = `${item.issue.masthead}　${issueName(item.issue)}`;
    return this.set([item.docNumber, item.title].filter(Boolean).join(' '), {
      title: item.title, author: item.issue.masthead, madeAt: `${item.issue.publishedOn}T00:00:00Z`, ...edges(item.issue, item.digest),
      parts: [{ style: 'meta', text: `${name}　${chineseDate(item.issue.publishedOn)}出版` }, ...itemParts(item, item.text), ...erratumParts(item.errata, [item]), ...sourceParts(`${this.settings.publicUrl}/gazette/item?id=${id}`, '本文件正文', item.digest)],
    });
  }

  /** The text that the digest of an issue is taken over. @throws DomainError gazette.not_found, gazette.withdrawn */
  async issueTextFile(id: string): Promise<Paper> {
    const { issue, texts } = await this.database.read(async (db) => ({ issue: await this.reader.issue(db, id, null), texts: await this.reader.texts(db, id) }));
    const items = issue.sections.flatMap((section) => section.items);
    if (items.some((item) => item.withdrawn)) throw new DomainError('gazette.withdrawn');
    return textFile(`${issue.masthead} ${issueName(issue)}`, issueText(issue, items.map((item) => ({ ...item, text: texts.get(item.id)! }))));
  }

  /** @throws DomainError gazette.not_found, gazette.withdrawn */
  async itemTextFile(id: string): Promise<Paper> {
    const item = await this.itemOf(id);
    return textFile([item.docNumber, item.title].filter(Boolean).join(' '), itemText(item));
  }

  private async itemOf(id: string): Promise<GazetteItemTextView> {
    const item = await this.database.read((db) => this.reader.item(db, id, null));
    if (item.withdrawn) throw new DomainError('gazette.withdrawn');
    return item;
  }

  /** The same words are set once; papers are set one after the other, however many ask. */
  private async set(name: string, plan: PaperPlan): Promise<Paper> {
    const key = digestOf(JSON.stringify(plan));
    const ready = this.kept.get(key) ?? (await this.running.get(key));
    if (ready) return ready;
    const work = this.line.then(() => paper(name, plan, this.settings.pdfFont));
    this.running.set(key, work);
    this.line = work.catch(() => undefined);
    try {
      const made = await work;
      this.keep(key, made);
      return made;
    } finally {
      this.running.delete(key);
    }
  }

  private keep(key: string, made: Paper): void {
    this.kept.set(key, made);
    let bytes = [...this.kept.values()].reduce((sum, each) => sum + each.bytes.length, 0);
    for (const [oldest, old] of this.kept) {
      if (bytes <= KEPT_BYTES) break;
      this.kept.delete(oldest);
      bytes -= old.bytes.length;
    }
  }
}

const textFile = (name: string, text: string): Paper => ({ name: `${name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ').slice(0, 120)}.txt`, contentType: 'text/plain; charset=utf-8', bytes: Buffer.from(text, 'utf8') });

const edges = (issue: { masthead: string; year: number; issueNo: number; totalNo: number | null; status: GazetteIssueView['status'] }, digest: string): Pick<PaperPlan, 'header' | 'footer'> => ({
  header: `${issue.masthead}　${issueName(issue)}${issue.status === 'draft' ? '　校样，未签发' : ''}`, footer: `SHA-256 ${digest}`,
});

function itemParts(item: GazetteItemView, text: string): PaperPart[] {
  const heading: PaperPart[] = [
    { style: 'section', text: item.section, newPage: true },
    { style: 'title', text: item.title, entry: item.id },
    ...(item.docNumber ? [{ style: 'meta' as const, text: item.docNumber }] : []),
    { style: 'meta', text: [item.issuer, item.signedOn && chineseDate(item.signedOn)].filter(Boolean).join('　') },
  ];
  if (item.withdrawn) return [...heading, { style: 'warning', text: '本文件已由发布机关撤下，不提供全文。本期摘要按出版时的全文计算。' }];
  const scanned: PaperPart[] = item.textState.startsWith('ocr') ? [{ style: 'warning', text: `${GAZETTE_TEXT_STATE_WORDS[item.textState]}，以纸质公报为准。` }] : [];
  return [...heading, ...scanned, { style: 'body', text }];
}

function erratumParts(errata: readonly GazetteErratumView[], items: readonly { id: string; title: string }[]): PaperPart[] {
  const confirmed = errata.filter((erratum) => erratum.confirmedAt !== null);
  if (confirmed.length === 0) return [];
  return [{ style: 'section', text: '更正' }, ...confirmed.map((erratum): PaperPart => {
    const title = items.find((item) => item.id === erratum.itemId)?.title;
    return { style: 'body', text: `${chineseDate(civilDate(new Date(erratum.confirmedAt!)))}更正${title ? `，《${title}》` : ''}：${erratum.text}` };
  })];
}

const sourceParts = (address: string, what: string, digest: string): PaperPart[] => [
  { style: 'section', text: '核对' },
  { style: 'note', text: `来源：${address}` },
  { style: 'note', text: `${what}摘要（SHA-256）：${digest}` },
  { style: 'note', text: '摘要按来源页面提供的文本文件（UTF-8）计算，正文有一字不同，摘要就不同。更正和效力不在摘要之内，现行效力以来源页面为准。' },
];
