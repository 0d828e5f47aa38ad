import { Injectable } from '@nestjs/common';
import type { AssignDisclosureDutyRequest, EndDisclosureDutyRequest, RecordDisclosureRequest, StaffDisclosureItemsView } from '@govmedia-hub/contracts';
import { IsNull } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { InvalidRequest } from '../../foundation/errors/problem-filter.js';
import { hasRole, requireOwnOrganisation, type Actor } from '../../foundation/session/actor.js';
import { LibraryListsReader } from '../documents/library-lists.reader.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { disclosureCatalogueOn, type DisclosureItem } from '../rulebook/rulebook.service.js';
import { DisclosureDutyEntity, DisclosureEntryEntity } from './disclosure.entity.js';
import { DisclosureReader } from './disclosure.reader.js';

/** What people do about the catalogue: give duties to units, and record what was made public. */
@Injectable()
export class DisclosureService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly organisations: OrganisationsService,
    private readonly documents: LibraryListsReader,
    private readonly reader: DisclosureReader,
  ) {}

  /**
   * Gives a unit the duty to make a matter public, or sets how often.
   * @throws DomainError disclosure.item_not_found, organisations.not_found, disclosure.changed_meanwhile
   */
  assign(actor: Actor, request: AssignDisclosureDutyRequest): Promise<StaffDisclosureItemsView> {
    return this.decide(actor, request, { active: true, months: request.months });
  }

  /** Takes an assigned duty back. @throws DomainError disclosure.item_not_found, disclosure.of_every_unit, disclosure.changed_meanwhile */
  end(actor: Actor, request: EndDisclosureDutyRequest): Promise<StaffDisclosureItemsView> {
    if (this.item(request.itemCode).duty === 'every_unit') throw new DomainError('disclosure.of_every_unit');
    return this.decide(actor, request, { active: false, months: null });
  }

  /** @throws DomainError disclosure.item_not_found, disclosure.not_assigned, documents.not_released, access.other_organisation */
  async record(actor: Actor, request: RecordDisclosureRequest): Promise<StaffDisclosureItemsView> {
    const { itemCode, orgId, title, documentId, address, publishedOn } = request;
    const item = this.item(itemCode);
    if ((documentId === null) === (address === null)) throw new InvalidRequest([{ field: 'address', message: '请填写公开的网址，或者选一份已公开的文件，二者选一。' }]);
    if (publishedOn > this.clock.today()) throw new InvalidRequest([{ field: 'publishedOn', message: '公开日期不能晚于今天。' }]);
    if (!hasRole(actor, 'supervisor')) requireOwnOrganisation(actor, orgId);
    await this.database.transaction(async (db) => {
      if (item.duty === 'assigned' && !(await db.existsBy(DisclosureDutyEntity, { itemCode, orgId, active: true }))) throw new DomainError('disclosure.not_assigned');
      if (documentId !== null && (await this.documents.hiddenOf(db, [documentId])).has(documentId)) throw new DomainError('documents.not_released', { id: documentId });
      const id = newId();
      await db.insert(DisclosureEntryEntity, { id, itemCode, orgId, title: title.trim(), documentId, address, publishedOn, recordedById: actor.personId, recordedAt: this.clock.now(), removedAt: null, removedById: null });
      await this.events.record(db, actor, { verb: 'disclosure.recorded', subjectType: 'disclosure_entry', subjectId: id, facts: { itemCode, documentId, publishedOn }, onBehalfOfOrgId: orgId });
    });
    return this.view(actor);
  }

  /** Takes an entry off the catalogue that was recorded by mistake or is gone. @throws DomainError disclosure.entry_not_found, access.other_organisation */
  async remove(actor: Actor, id: string): Promise<StaffDisclosureItemsView> {
    await this.database.transaction(async (db) => {
      const entry = await db.findOneBy(DisclosureEntryEntity, { id, removedAt: IsNull() });
      if (!entry) throw new DomainError('disclosure.entry_not_found', { id });
      if (!hasRole(actor, 'supervisor')) requireOwnOrganisation(actor, entry.orgId);
      const { affected } = await db.update(DisclosureEntryEntity, { id, removedAt: IsNull() }, { removedAt: this.clock.now(), removedById: actor.personId });
      if (affected !== 1) throw new DomainError('disclosure.entry_not_found', { id });
      await this.events.record(db, actor, { verb: 'disclosure.removed', subjectType: 'disclosure_entry', subjectId: id, facts: { itemCode: entry.itemCode }, onBehalfOfOrgId: entry.orgId });
    });
    return this.view(actor);
  }

  private async decide(actor: Actor, { itemCode, orgId, seenVersion }: EndDisclosureDutyRequest, change: { active: boolean; months: number | null }): Promise<StaffDisclosureItemsView> {
    this.item(itemCode);
    await this.database.transaction(async (db) => {
      await this.organisations.get(db, orgId);
      await this.write(db, actor, { itemCode, orgId, seenVersion }, change);
      await this.events.record(db, actor, { verb: change.active ? 'disclosure.assigned' : 'disclosure.ended', subjectType: 'disclosure_duty', subjectId: orgId, facts: { itemCode, months: change.months }, onBehalfOfOrgId: orgId });
    });
    return this.view(actor);
  }

  private async write(db: Db, actor: Actor, { itemCode, orgId, seenVersion }: EndDisclosureDutyRequest, change: { active: boolean; months: number | null }): Promise<void> {
    const before = await db.findOneBy(DisclosureDutyEntity, { itemCode, orgId });
    if ((before?.version ?? 0) !== seenVersion) throw new DomainError('disclosure.changed_meanwhile', { current: { version: before?.version ?? 0 } });
    const row = { ...change, fromOn: before?.active ? before.fromOn : this.clock.today(), assignedById: actor.personId, assignedAt: this.clock.now(), version: seenVersion + 1 };
    if (!before) return void (await db.insert(DisclosureDutyEntity, { id: newId(), itemCode, orgId, ...row }));
    const { affected } = await db.update(DisclosureDutyEntity, { id: before.id, version: seenVersion }, row);
    if (affected !== 1) throw new DomainError('disclosure.changed_meanwhile');
  }

  private item(code: string): DisclosureItem {
    const item = disclosureCatalogueOn(this.clock.today()).items.find((one) => one.code === code);
    if (!item) throw new DomainError('disclosure.item_not_found', { code });
    return item;
  }

  private view(actor: Actor): Promise<StaffDisclosureItemsView> {
    return this.database.read((db) => this.reader.forStaff(db, actor, {}));
  }
}
