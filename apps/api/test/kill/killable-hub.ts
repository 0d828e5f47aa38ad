import { createHub } from '../../src/bootstrap.js';
import { FixedClock } from '../../src/foundation/clock/clock.js';
import type { Settings } from '../../src/foundation/config/settings.js';
import { FaultPoints } from '../../src/foundation/outbox/fault-points.js';
import { OutboxRunner } from '../../src/foundation/outbox/outbox-runner.js';

/** A hub in a process of its own that is killed at a named point: nothing is closed, flushed or told to anybody. */
const { settings, now, point, turn } = JSON.parse(process.env.KILL_PLAN!) as { settings: Settings; now: string; point: string; turn: number };
const clock = new FixedClock(new Date(now));
const hub = await createHub(settings, { clock, quiet: true });
let passed = 0;
hub.get(FaultPoints).reached = async (name) => {
  if (name === point && (passed += 1) === turn) process.kill(process.pid, 'SIGKILL');
};
for (let round = 0; round < 3; round += 1) {
  await hub.get(OutboxRunner).runDue();
  clock.advance(60_000);
}
process.stdout.write('survived');
process.exit(0);
