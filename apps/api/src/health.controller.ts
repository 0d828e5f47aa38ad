import { Controller } from '@nestjs/common';
import { endpoints, type HealthView } from '@govmedia-hub/contracts';
import { Clock } from './foundation/clock/clock.js';
import { Database } from './foundation/database/database.js';
import { Handles } from './foundation/session/handles.js';
import { OutboxRunner } from './foundation/outbox/outbox-runner.js';
import { EventSealer } from './features/event-log/event-sealer.js';
import { LibraryIndexService } from './features/library-index/library-index.service.js';

/** Above this many events behind, readers may see yesterday's index. */
const LAG_LIMIT = 1_000;

@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly sealer: EventSealer,
    private readonly clock: Clock,
    private readonly library: LibraryIndexService,
    private readonly outbox: OutboxRunner,
  ) {}

  @Handles(endpoints.tick)
  async tick(): Promise<{ sealed: true }> {
    await this.outbox.runDue();
    await this.sealer.catchUp();
    return { sealed: true };
  }

  @Handles(endpoints.health)
  async health(): Promise<HealthView> {
    const feedLag = await this.sealer.lag();
    return { status: feedLag > LAG_LIMIT ? 'degraded' : 'ok', database: this.database.kind, version: '0.1.0', feedLag, indexVersion: this.library.version(), now: this.clock.now().toISOString() };
  }
}
