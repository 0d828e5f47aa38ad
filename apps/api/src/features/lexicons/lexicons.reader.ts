import { Injectable } from '@nestjs/common';
import { foldedText } from '@govmedia-hub/chinese-text';
import type { CompareLexiconVersionsQuery, LexiconComparisonView, LexiconDetailView, LexiconEntryView, LexiconView, ListLexiconEntriesQuery, Page } from '@govmedia-hub/contracts';
import type { OwnRegisters } from '@govmedia-hub/screening';
import { In, LessThanOrEqual } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { pageOfList } from '../../foundation/http/paging.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { difference, keyOf, sha256 } from './entries.js';
import { LexiconStore } from './lexicon-store.js';
import { LexiconEntity, LexiconVersionEntity } from './lexicon.entity.js';
import { toVersionView } from './lexicons.dto.js';
import { ownRegisters, type LexiconContent } from './own-registers.reader.js';
import { versionOn } from './version-dates.js';

/** The city's lexicons that are used on a day, under one name. */
export interface LexiconSet {
  /** Twelve hex digits over lexicons, versions and entries; part of what verdicts name. */
  version: string;
  lexicons: { id: string; version: LexiconVersionEntity; kind: LexiconEntity['kind']; name: string }[];
}

/** Sets kept ready for the engine. */
const KEPT = 3;

/** What is asked of lexicons: lists, one version, differences, and which ones a day uses. */
@Injectable()
export class LexiconsReader {
  private readonly ready = new Map<string, Promise<OwnRegisters>>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly store: LexiconStore,
    private readonly organisations: OrganisationsService,
  ) {}

  list(): Promise<LexiconView[]> {
    return this.database.read(async (db) => {
      const lexicons = await db.find(LexiconEntity, { order: { createdAt: 'ASC', id: 'ASC' } });
      const views: LexiconView[] = [];
      for (const lexicon of lexicons) {
        const { versions: _, ...view } = await this.view(db, lexicon);
        views.push(view);
      }
      return views;
    });
  }

  detail(id: string): Promise<LexiconDetailView> {
    return this.database.read(async (db) => this.view(db, await this.get(db, id)));
  }

  private async view(db: Db, { id, kind, name, note }: LexiconEntity): Promise<LexiconDetailView> {
    const rows = await this.versionsOf(db, id);
    const names = await this.organisations.peopleNames(db, rows.flatMap((row) => [row.createdById, row.decidedById]));
    const versions = rows.map((row) => toVersionView(row, rows, this.clock.today(), names));
    const of = (status: string) => versions.filter((version) => version.status === status);
    return { id, kind, name, note, inForce: of('in_force')[0] ?? null, scheduled: of('scheduled'), draft: of('draft')[0] ?? null, versions };
  }

  /** @throws DomainError lexicons.not_found */
  async get(db: Db, id: string): Promise<LexiconEntity> {
    const row = await db.findOneBy(LexiconEntity, { id });
    if (!row) throw new DomainError('lexicons.not_found', { id });
    return row;
  }

  /** @throws DomainError lexicons.version_not_found */
  async version(db: Db, id: string): Promise<LexiconVersionEntity> {
    const row = await db.findOneBy(LexiconVersionEntity, { id });
    if (!row) throw new DomainError('lexicons.version_not_found', { id });
    return row;
  }

  /** Newest first. */
  versionsOf(db: Db, lexiconId: string): Promise<LexiconVersionEntity[]> {
    return db.find(LexiconVersionEntity, { where: { lexiconId }, order: { number: 'DESC' } });
  }

  /** The version used today, or the last one that was made effective; null while there is none. */
  async baseOf(db: Db, lexiconId: string): Promise<LexiconVersionEntity | null> {
    const versions = (await this.versionsOf(db, lexiconId)).filter((row) => row.draftOf === null);
    return versionOn(versions, this.clock.today()) ?? versions[0] ?? null;
  }

  /** Entries of any version, by rank where there is one; the search reads every field. */
  entries(versionId: string, query: ListLexiconEntriesQuery): Promise<Page<LexiconEntryView>> {
    return this.database.read(async (db) => {
      const version = await this.version(db, versionId);
      const { kind } = await this.get(db, version.lexiconId);
      let entries: readonly LexiconEntryView[] | readonly Omit<LexiconEntryView, 'key'>[] = await this.store.entriesOf(db, version);
      const wanted = foldedText(query.q?.trim() ?? '');
      if (wanted !== '') entries = entries.filter((entry) => Object.values(entry).flat().some((value) => typeof value === 'string' && foldedText(value).includes(wanted)));
      if (kind === 'titles' || kind === 'officials') entries = [...entries].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
      const page = pageOfList(entries, query);
      return { ...page, items: page.items.map((entry) => ({ ...entry, key: keyOf(kind, entry) })) };
    });
  }

  /** @throws DomainError lexicons.version_not_found, also when the other version belongs to another lexicon */
  comparison(versionId: string, query: CompareLexiconVersionsQuery): Promise<LexiconComparisonView> {
    return this.database.read(async (db) => {
      const version = await this.version(db, versionId);
      const { kind } = await this.get(db, version.lexiconId);
      const other = query.with ? await this.version(db, query.with) : await this.baseOf(db, version.lexiconId);
      if (other && other.lexiconId !== version.lexiconId) throw new DomainError('lexicons.version_not_found', { id: other.id });
      const before = other ? await this.store.entriesOf(db, other) : [];
      const after = await this.store.entriesOf(db, version);
      const changes = difference(kind, before, after);
      const count = (change: string): number => changes.filter((each) => each.change === change).length;
      const page = pageOfList(changes.filter(({ change }) => !query.change || change === query.change), query);
      return { withNumber: other?.number ?? null, added: count('added'), removed: count('removed'), changed: count('changed'), same: after.length - count('added') - count('changed'), ...page };
    });
  }

  /** The lexicons of a civil day; null while the city keeps none. A version that begins on the day counts from its midnight. */
  async setOn(db: Db, on: string): Promise<LexiconSet | null> {
    const rows = await db.find(LexiconVersionEntity, { where: { effectiveFrom: LessThanOrEqual(on) } });
    const byLexicon = new Map<string, LexiconVersionEntity[]>();
    for (const row of rows) byLexicon.set(row.lexiconId, [...(byLexicon.get(row.lexiconId) ?? []), row]);
    const used = [...byLexicon.values()].flatMap((versions) => versionOn(versions, on) ?? []);
    if (used.length === 0) return null;
    const lexicons = new Map((await db.findBy(LexiconEntity, { id: In(used.map((row) => row.lexiconId)) })).map((row) => [row.id, row]));
    const set = used.map((version) => ({ id: version.lexiconId, version, kind: lexicons.get(version.lexiconId)!.kind, name: lexicons.get(version.lexiconId)!.name })).sort((a, b) => (a.id < b.id ? -1 : 1));
    return { version: sha256(set.map(({ id, version }) => `${id} ${version.number} ${version.digest}`).join('\n')).slice(0, 12), lexicons: set };
  }

  /** The lexicons of a day as the engine reads them; kept ready, because they are asked for with every text. */
  async registersOn(db: Db, on: string): Promise<OwnRegisters | null> {
    const set = await this.setOn(db, on);
    if (!set) return null;
    const known = this.ready.get(set.version) ?? this.build(db, set);
    this.ready.delete(set.version);
    this.ready.set(set.version, known);
    known.catch(() => this.ready.delete(set.version));
    for (const old of this.ready.keys()) if (this.ready.size > KEPT) this.ready.delete(old);
    return known;
  }

  private async build(db: Db, set: LexiconSet): Promise<OwnRegisters> {
    const contents: LexiconContent[] = [];
    for (const { id, kind, name, version } of set.lexicons) contents.push({ id, kind, name, number: version.number, source: version.source, entries: await this.store.entriesOf(db, version) });
    return ownRegisters(set.version, contents);
  }
}

// What the features above need beside this reader.
export { LexiconStore } from './lexicon-store.js';
