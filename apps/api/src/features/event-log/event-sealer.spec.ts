import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { EventEntity, EventSealEntity } from './event.entity.js';
import { EventLogService } from './event-log.service.js';
import { EventSealer, SEAL_ID } from './event-sealer.js';

describe.each(databases)('two sealers of one event log on %s', (kind) => {
  let house: TestHouse;
  beforeAll(async () => { house = await openTestHouse(kind); });
  afterAll(() => house.close());

  it('never take the head back, however the lease changes hands', async () => {
    const own = house.app.get(EventSealer);
    const other = new EventSealer(house.database);
    const log = house.app.get(EventLogService);
    for (let round = 0; round < 15; round += 1) {
      await house.database.transaction(async (db) => {
        for (let n = 0; n < 3; n += 1) await log.record(db, house.actor('zhou-operator'), { verb: 'tests.noted', subjectType: 'test', subjectId: `${round}-${n}`, facts: {}, onBehalfOfOrgId: null });
        await db.update(EventSealEntity, { id: SEAL_ID }, { leaseUntil: new Date(0) }); // whoever held it was too slow
      });
      await Promise.all([other.catchUp(), own.catchUp()].map((run) => run.catch(() => undefined)));
    }
    await house.database.transaction((db) => db.update(EventSealEntity, { id: SEAL_ID }, { leaseUntil: new Date(0) }));
    await own.catchUp();
    const [events, seal] = await house.database.read(async (db) => [await db.find(EventEntity, { order: { position: 'ASC' } }), await db.findOneByOrFail(EventSealEntity, { id: SEAL_ID })] as const);
    expect(events.map(({ position }) => position)).toEqual(events.map((_, i) => i + 1));
    expect(seal).toMatchObject({ headPosition: events.length, headHash: events.at(-1)!.hash });
    expect(await log.verify()).toMatchObject({ intact: true });
  });
});
