import { Injectable } from '@nestjs/common';
import { addDays } from '@govmedia-hub/working-days';
import { DisclosureService } from '../features/disclosure/disclosure.service.js';
import { Clock } from '../foundation/clock/clock.js';
import type { DemoStaff } from './demo-staff-loader.js';
import type { Act } from './timeline.js';

interface DemoDisclosure { itemCode: string; orgKey: string; /** Not of every unit: given to it so many days ago. */ assignedOffset?: number; disclosed?: { title: string; path: string; offset: number } }

/** What some units make public beside their documents: kept, due soon, overdue and missing. */
const DISCLOSURES: DemoDisclosure[] = [
  { itemCode: 'duties', orgKey: 'government-office', disclosed: { title: '市政府办公室机构职能和联系方式', path: 'bgs/zhineng', offset: -90 } },
  { itemCode: 'duties', orgKey: 'human-resources', disclosed: { title: '市人社局机构职能、办公地址和联系方式', path: 'renshe/zhineng', offset: -350 } },
  { itemCode: 'duties', orgKey: 'medical-insurance', disclosed: { title: '市医保局机构职能和联系方式', path: 'yibao/zhineng', offset: -500 } },
  { itemCode: 'permits', orgKey: 'human-resources', assignedOffset: -60 },
  { itemCode: 'permits', orgKey: 'natural-resources', assignedOffset: -60 },
  { itemCode: 'livelihood', orgKey: 'civil-affairs', assignedOffset: -60, disclosed: { title: '2025年度社会救助工作情况', path: 'minzheng/jiuzhu2025', offset: -40 } },
  { itemCode: 'fees', orgKey: 'housing', assignedOffset: -60, disclosed: { title: '行政事业性收费目录清单', path: 'zhujian/shoufei', offset: -420 } },
  { itemCode: 'emergencies', orgKey: 'chengguan', assignedOffset: -10 },
];

/** Gives units duties of the catalogue and records what they made public. */
@Injectable()
export class DemoDisclosureActs {
  constructor(
    private readonly disclosure: DisclosureService,
    private readonly clock: Clock,
  ) {}

  acts(staff: DemoStaff): Act[] {
    const today = this.clock.today();
    return DISCLOSURES.flatMap(({ itemCode, orgKey, assignedOffset, disclosed }): Act[] => {
      const orgId = staff.orgIds.get(orgKey)!;
      return [
        ...(assignedOffset === undefined ? [] : [{ offset: assignedOffset, order: 8, run: async () => void (await this.disclosure.assign(staff.supervisor, { seenVersion: 0, itemCode, orgId, months: null })) }]),
        ...(disclosed ? [{ offset: -8, order: 9, run: async () => void (await this.disclosure.record(staff.supervisor, { itemCode, orgId, title: disclosed.title, documentId: null, address: `https://www.yunxi.example/${disclosed.path}`, publishedOn: addDays(today, disclosed.offset) })) }] : []),
      ];
    });
  }
}
