import { endpoints } from '@govmedia-hub/contracts';
import { accounts } from '../demo-city/index.js';
import { InspectionsService } from '../features/inspections/inspections.service.js';
import { databases, openTestHouse, type TestHouse } from '../../test/open-test-house.js';
import { DemoAccountActs } from './demo-account-acts.js';
import { DemoInspectionActs } from './demo-inspection-acts.js';
import { DemoStaffLoader } from './demo-staff-loader.js';
import { DemoTicketActs } from './demo-ticket-acts.js';
import type { Act } from './timeline.js';

const DAY = 86_400_000;
const MORNING = Date.parse('2026-11-23T01:00:00Z');

/** Plays acts with the house's clock standing on each day. */
async function play(house: TestHouse, acts: Act[]): Promise<void> {
  for (const act of [...acts].sort((a, b) => a.offset - b.offset || a.order - b.order)) {
    house.clock.moveTo(new Date(act.offset < 0 ? MORNING + act.offset * DAY : MORNING + 3_600_000));
    await act.run();
  }
}

describe.each(databases)('the recent past of the demonstration city on %s', (kind) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse(kind);
    const staff = await house.app.get(DemoStaffLoader, { strict: false }).load(`${house.settings.dataDir}/sign-ins.json`);
    const ids = new Map<string, string>();
    const inspections = house.app.get(DemoInspectionActs, { strict: false });
    await play(house, [...house.app.get(DemoAccountActs, { strict: false }).acts(staff, ids, inspections.lastRoundOffset()), ...inspections.acts(staff, ids), ...house.app.get(DemoTicketActs, { strict: false }).acts(staff)]);
  }, 120_000);
  afterAll(() => house.close());

  it('holds a round of the end of last month, decided and settled', async () => {
    const { items } = await house.app.get(InspectionsService).list({});
    expect(items).toEqual([expect.objectContaining({ title: '2026年10月政务新媒体例行检查', status: 'closed', pending: 0, monitoringPointAt: '2026-10-31T01:00:00.000Z' })]);
    expect(items[0]!.failed).toBeGreaterThan(0);
    expect(items[0]!.passed).toBeGreaterThan(8);
  });

  it('leaves a round of today little that the machine cannot tell, and the planted faults to find', async () => {
    const round = await house.app.get(InspectionsService).start(house.actor('chu-inspector'), { packId: 'gbmh-2019-19', monitoringPointAt: '2026-11-23T01:30:00.000Z' });
    const verdicts = round.items.flatMap((item) => item.verdicts.map((verdict) => ({ account: item.accountName, code: verdict.code, outcome: verdict.outcome })));
    expect(verdicts.filter((verdict) => verdict.outcome === 'undecidable').length).toBeLessThanOrEqual(2);
    expect(verdicts.filter((verdict) => verdict.outcome === 'suspected').map((verdict) => verdict.code).sort()).toEqual(['NM-V1.1', 'NM-V2.1', 'NM-V3.1']);
    expect(round.accounts).toBe(accounts.filter((account) => account.status !== 'cancelled').length);
  });

  it('shows tickets that wait, are in work and are answered', async () => {
    house.forgetSessions();
    const { items } = (await house.as('chen-supervisor').call(endpoints.listTickets)).body;
    expect(items.map((item) => item.status).sort()).toEqual(['accepted', 'answered', 'waiting']);
    expect(items.every((item) => !item.overdue)).toBe(true);
  });
});
