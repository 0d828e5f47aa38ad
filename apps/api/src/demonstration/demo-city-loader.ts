import { Injectable } from '@nestjs/common';
import { EventLogService } from '../features/event-log/event-log.service.js';
import { DemoAccountActs } from './demo-account-acts.js';
import { DemoChannelActs } from './demo-channel-acts.js';
import { DemoContentActs } from './demo-content-acts.js';
import { DemoDisclosureActs } from './demo-disclosure-acts.js';
import { DemoGazetteActs } from './demo-gazette-acts.js';
import { DemoInspectionActs } from './demo-inspection-acts.js';
import { DemoLibraryActs } from './demo-library-acts.js';
import { DemoStaffLoader } from './demo-staff-loader.js';
import { DemoTicketActs } from './demo-ticket-acts.js';
import { Timeline, type Act } from './timeline.js';

/** Loads the whole demonstration city: staff first, then its past, day by day. */
@Injectable()
export class DemoCityLoader {
  constructor(
    private readonly staffLoader: DemoStaffLoader,
    private readonly timeline: Timeline,
    private readonly library: DemoLibraryActs,
    private readonly accounts: DemoAccountActs,
    private readonly contents: DemoContentActs,
    private readonly gazette: DemoGazetteActs,
    private readonly disclosure: DemoDisclosureActs,
    private readonly inspections: DemoInspectionActs,
    private readonly tickets: DemoTicketActs,
    private readonly channels: DemoChannelActs,
    private readonly events: EventLogService,
  ) {}

  async load(signInsFile: string, say: (line: string) => void): Promise<void> {
    say('首次启动，正在载入演示城市“云溪市”（虚构）……');
    const staff = await this.staffLoader.load(signInsFile);
    const documentIds = new Map<string, string>();
    const accountIds = new Map<string, string>();
    const lastRound = this.inspections.lastRoundOffset();
    const acts: Act[] = [
      ...this.library.acts(staff, documentIds), ...this.accounts.acts(staff, accountIds, lastRound), ...this.contents.acts(staff, documentIds), ...this.gazette.acts(staff, documentIds), ...this.disclosure.acts(staff),
      ...this.inspections.acts(staff, accountIds), ...this.tickets.acts(staff), ...this.channels.acts(staff, accountIds),
    ];
    let told = 0;
    await this.timeline.play(acts, (done, of) => {
      const percent = Math.floor((done / of) * 10) * 10;
      if (percent > told) say(`  已载入 ${(told = percent)}%（${done}/${of}）`);
    });
    await this.events.catchUp();
  }
}
