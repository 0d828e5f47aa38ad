import { Injectable } from '@nestjs/common';
import { DISCLOSURE_LIMITS, DISCLOSURE_STATES, type DisclosureEntryView, type DisclosureItemsView, type DisclosureState, type ListDisclosureItemsQuery, type StaffDisclosureDutyView, type StaffDisclosureItemsView } from '@govmedia-hub/contracts';
import { DEADLINE_RULES, ruleText } from '@govmedia-hub/working-days';
import { IsNull } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import type { Db } from '../../foundation/database/database.js';
import { hasRole, type Actor } from '../../foundation/session/actor.js';
import { LibraryListsReader } from '../documents/library-lists.reader.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { PublishingReader } from '../publishing/publishing.reader.js';
import { disclosureCatalogueOn } from '../rulebook/rulebook.service.js';
import { DisclosureDutyEntity, DisclosureEntryEntity } from './disclosure.entity.js';
import { standingOf } from './disclosure-standing.js';

interface Known { orgId: string; itemCode: string; entry: DisclosureEntryView }

const dutyKey = (itemCode: string, orgId: string): string => `${itemCode} ${orgId}`;

/** 主动公开目录: what each unit must make public, what it did, and the gaps. Worked out when asked. */
@Injectable()
export class DisclosureReader {
  constructor(
    private readonly clock: Clock,
    private readonly organisations: OrganisationsService,
    private readonly documents: LibraryListsReader,
    private readonly publishing: PublishingReader,
  ) {}

  async forResidents(db: Db, query: ListDisclosureItemsQuery): Promise<DisclosureItemsView> {
    const { duties, ...view } = this.narrowed(await this.all(db, null), query);
    return { ...view, duties: duties.map(({ version: _version, ofEveryUnit: _ofEvery, mine: _mine, ...duty }) => ({ ...duty, entries: duty.entries.map((entry) => ({ ...entry, id: null })) })) };
  }

  async forStaff(db: Db, actor: Actor, query: ListDisclosureItemsQuery): Promise<StaffDisclosureItemsView> {
    const all = await this.all(db, actor);
    const units = new Map<string, StaffDisclosureItemsView['gaps'][number]>();
    for (const { orgId, orgName, state } of all) {
      const unit = units.get(orgId) ?? { orgId, orgName, missing: 0, overdue: 0, dueSoon: 0, current: 0 };
      unit[state === 'due_soon' ? 'dueSoon' : state] += 1;
      units.set(orgId, unit);
    }
    return {
      ...this.narrowed(all, query),
      items: disclosureCatalogueOn(this.clock.today()).items.map(({ code, name, topic, duty }) => ({ code, name, topic, ofEveryUnit: duty === 'every_unit' })),
      gaps: [...units.values()].sort((a, b) => b.missing + b.overdue - (a.missing + a.overdue) || b.missing - a.missing),
    };
  }

  private narrowed(all: readonly StaffDisclosureDutyView[], query: ListDisclosureItemsQuery): Omit<StaffDisclosureItemsView, 'items' | 'gaps'> {
    const matching = all.filter((duty) => (!query.topic || duty.topic === query.topic) && (!query.orgId || duty.orgId === query.orgId));
    const counts = Object.fromEntries(DISCLOSURE_STATES.map((state) => [state, matching.filter((duty) => duty.state === state).length])) as Record<DisclosureState, number>;
    const { version, source, soonDays } = disclosureCatalogueOn(this.clock.today());
    return {
      on: this.clock.today(), counts, topics: [...new Set(all.map(({ topic }) => topic))], units: [...new Map(all.map(({ orgId, orgName }) => [orgId, orgName]))].map(([id, name]) => ({ id, name })),
      rules: [`目录${version}版：${source}`, ...DEADLINE_RULES.filter((rule) => rule.id === 'disclosure.proactive').map(ruleText), `到期前${soonDays}天列为近期应更新`],
      duties: matching.filter((duty) => !query.state || duty.state === query.state),
    };
  }

  /** Every duty in force, in the order of the catalogue and of the units. */
  private async all(db: Db, actor: Actor | null): Promise<StaffDisclosureDutyView[]> {
    const today = this.clock.today();
    const { items, soonDays, effectiveFrom } = disclosureCatalogueOn(today);
    const units = await this.organisations.listUnits();
    const assigned = new Map((await db.find(DisclosureDutyEntity)).map((row) => [dutyKey(row.itemCode, row.orgId), row]));
    const known = await this.known(db);
    return items.flatMap((item) => units.flatMap((unit): StaffDisclosureDutyView[] => {
      const own = assigned.get(dutyKey(item.code, unit.id));
      if (item.duty === 'assigned' && !own?.active) return [];
      const entries = known.get(dutyKey(item.code, unit.id)) ?? [];
      const months = own?.active && own.months !== null ? own.months : item.months;
      const lastOn = entries[0]?.publishedOn ?? null;
      return [{
        itemCode: item.code, itemName: item.name, topic: item.topic, basis: item.basis, orgId: unit.id, orgName: unit.name, months, lastOn,
        ...standingOf({ fromOn: own?.fromOn ?? effectiveFrom, months, lastOn }, soonDays, today), entries: entries.slice(0, DISCLOSURE_LIMITS.entriesShown), disclosed: entries.length,
        version: own?.version ?? 0, ofEveryUnit: item.duty === 'every_unit', mine: actor !== null && (hasRole(actor, 'supervisor') || (hasRole(actor, 'operator') && actor.orgId === unit.id)),
      }];
    }));
  }

  /** What is known to be public, by duty, the latest first: what was recorded, and what the library and the guides show by themselves. */
  private async known(db: Db): Promise<Map<string, DisclosureEntryView[]>> {
    const today = this.clock.today();
    const found: Known[] = [];
    const recorded = await db.findBy(DisclosureEntryEntity, { removedAt: IsNull() });
    const hidden = await this.documents.hiddenOf(db, recorded.flatMap(({ documentId }) => documentId ?? []));
    for (const { id, itemCode, orgId, title, documentId, address, publishedOn } of recorded) {
      if (documentId !== null && hidden.has(documentId)) continue;
      found.push({ orgId, itemCode, entry: { id, title, link: documentId === null ? address! : `/policy?id=${documentId}`, publishedOn } });
    }
    const { items } = disclosureCatalogueOn(today);
    for (const { code } of items.filter((item) => item.known === 'documents')) {
      for (const { id, title, orgId, status, openness, publishedOn, signedOn } of await this.documents.officialDocuments(db, today, null)) {
        const on = publishedOn ?? signedOn;
        if (orgId !== null && status === 'released' && openness === 'proactive' && on !== null) found.push({ orgId, itemCode: code, entry: { id: null, title, link: `/policy?id=${id}`, publishedOn: on } });
      }
    }
    for (const { code } of items.filter((item) => item.known === 'guides')) {
      for (const { id, title, orgId, changedOn } of await this.publishing.liveOfKind(db, 'guide')) found.push({ orgId, itemCode: code, entry: { id: null, title, link: `/guide?id=${id}`, publishedOn: changedOn } });
    }
    const byDuty = new Map<string, DisclosureEntryView[]>();
    for (const { orgId, itemCode, entry } of found) {
      const key = dutyKey(itemCode, orgId);
      byDuty.set(key, [...(byDuty.get(key) ?? []), entry]);
    }
    for (const entries of byDuty.values()) entries.sort((a, b) => (a.publishedOn > b.publishedOn ? -1 : a.publishedOn < b.publishedOn ? 1 : a.title < b.title ? -1 : 1));
    return byDuty;
  }
}
