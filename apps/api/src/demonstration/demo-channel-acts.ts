import { Injectable } from '@nestjs/common';
import { accounts } from '../demo-city/index.js';
import { ChannelsService } from '../features/channels/channels.service.js';
import { ContentEntity } from '../features/contents/content.entity.js';
import { DeliveriesService } from '../features/deliveries/deliveries.service.js';
import { Clock } from '../foundation/clock/clock.js';
import { Database } from '../foundation/database/database.js';
import type { DemoStaff } from './demo-staff-loader.js';
import type { Act } from './timeline.js';

/** Units whose WeChat account gets its texts as packages: a demonstration has no credentials of a platform. */
const UNITS = ['civil-affairs', 'medical-insurance'];
/** Texts on their way at the beginning: some to be put out by hand, one at a time to come. */
const NOW = 2;
const LATER_MS = 2 * 86_400_000;

/** Ways out of the hub, and a few texts on them. */
@Injectable()
export class DemoChannelActs {
  constructor(
    private readonly channels: ChannelsService,
    private readonly deliveries: DeliveriesService,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param accountIds account key → account id, filled by the acts of earlier days */
  acts(staff: DemoStaff, accountIds: ReadonlyMap<string, string>): Act[] {
    return UNITS.map((unit) => ({ offset: 0, order: 8, run: () => this.open(staff, unit, accountIds) }));
  }

  private async open(staff: DemoStaff, unit: string, accountIds: ReadonlyMap<string, string>): Promise<void> {
    const { publisher } = staff.deskOf(unit);
    const account = accounts.find((one) => one.orgKey === unit && one.platform === 'wechat_official' && one.status === 'active');
    const accountId = account && accountIds.get(account.key);
    if (!account || !accountId) return;
    const channel = await this.channels.create(publisher, { kind: 'export', name: `${account.name}公众号`, accountId, active: true, settings: { hints: '封面用本单位统一版式。' } });
    const texts = await this.database.read((db) => db.find(ContentEntity, { where: { orgId: publisher.orgId, status: 'published' }, order: { publishedAt: 'DESC', id: 'DESC' }, take: NOW + 1 }));
    for (const [index, { id, digest, version }] of texts.entries())
      await this.deliveries.queue(publisher, id, { channelIds: [channel.id], digest, seenVersion: version, dueAt: index < NOW ? null : new Date(this.clock.now().getTime() + LATER_MS).toISOString() });
  }
}
