import { Injectable } from '@nestjs/common';
import type { RecordObservationRequest } from '@govmedia-hub/contracts';
import { accounts } from '../demo-city/index.js';
import type { DemoAccount } from '../demo-city/types.js';
import { AccountsService } from '../features/accounts/accounts.service.js';
import { InspectionsService } from '../features/inspections/inspections.service.js';
import { Clock } from '../foundation/clock/clock.js';
import { Database } from '../foundation/database/database.js';
import type { DemoStaff } from './demo-staff-loader.js';
import type { Act } from './timeline.js';

const PACK = 'gbmh-2019-19';
/** Days before a round at which its accounts are tried. */
const TRIED_BEFORE = 3;
/** Days from the day of seeding to the latest routine trial. */
const LATEST_TRIAL = -5;

/** Routine trials of the accounts, and the last round of inspection, decided and settled. */
@Injectable()
export class DemoInspectionActs {
  constructor(
    private readonly accountsService: AccountsService,
    private readonly inspections: InspectionsService,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The last day of the month before the day of seeding, in days from it. */
  lastRoundOffset(): number {
    return -Number(this.clock.today().slice(8));
  }

  /** @param accountIds account key → account id, filled by the acts of earlier days */
  acts(staff: DemoStaff, accountIds: ReadonlyMap<string, string>): Act[] {
    const round = this.lastRoundOffset();
    const trial = (offset: number): Act => ({ offset, order: 7, run: () => this.tryOut(staff, accountIds) });
    return [trial(round - TRIED_BEFORE), trial(LATEST_TRIAL), { offset: round, order: 8, run: () => this.inspect(staff) }];
  }

  private tryOut(staff: DemoStaff, accountIds: ReadonlyMap<string, string>): Promise<void> {
    const observedAt = this.clock.now().toISOString();
    return this.database.transaction(async (db) => {
      for (const account of accounts) {
        const id = accountIds.get(account.key);
        if (id && account.status === 'active') for (const trial of trialsOf(account)) await this.accountsService.recordObservation(db, staff.inspector, id, { ...trial, observedAt });
      }
    });
  }

  /** The inspector looks at everything that the machine suspects or cannot tell; then the supervisor settles the round. */
  private async inspect(staff: DemoStaff): Promise<void> {
    const monitoringPointAt = `${this.clock.today()}T01:00:00.000Z`;
    let round = await this.inspections.start(staff.inspector, { packId: PACK, monitoringPointAt, title: `${titleMonth(monitoringPointAt)}政务新媒体例行检查` });
    const open = (outcome: string): string[] => round.items.flatMap((item) => item.verdicts.filter((verdict) => verdict.outcome === outcome).map((verdict) => verdict.id));
    const [suspected, untold] = [open('suspected'), open('undecidable')];
    if (suspected.length > 0) round = await this.inspections.decide(staff.inspector, round.id, suspected, { decision: 'confirmed', reason: '经人工核实，情况属实，已通知主办单位整改。' });
    if (untold.length > 0) round = await this.inspections.decide(staff.inspector, round.id, untold, { decision: 'dismissed', reason: '经人工试用，功能正常。' });
    await this.inspections.close(staff.supervisor, round.id, round.version);
  }
}

const titleMonth = (at: string): string => `${at.slice(0, 4)}年${Number(at.slice(5, 7))}月`;

/** What is tried of an account; one that states no way to interact has none to try. */
function trialsOf(account: DemoAccount): Omit<RecordObservationRequest, 'observedAt'>[] {
  const probe = (subject: string, label: string, note: string): Omit<RecordObservationRequest, 'observedAt'> => ({ kind: 'probe', subject, label, note, url: account.homepageUrl, ok: true });
  const [channel] = account.interactionChannels;
  return [
    ...(channel ? [probe('interaction', channel, `经“${channel}”试发消息，当日得到答复。`)] : []),
    probe('homepage', '首页', '首页打开正常，内容显示完整。'),
    ...(account.platform === 'app' ? [probe('download', '应用商店下载', '下载、安装、打开均正常。')] : []),
  ];
}
