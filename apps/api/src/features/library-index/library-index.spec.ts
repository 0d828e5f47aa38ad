import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { releaseDocument } from '../../../test/release-and-publish.js';
import { publishSubsidyQuestion, REPEAL, SUBSIDY } from '../../../test/subsidy-library.js';
import { DocumentsReader } from '../documents/documents.reader.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { HitCheck } from './hit-check.js';
import { IndexKeeper } from './index-keeper.js';
import { IndexSnapshots } from './index-snapshots.js';
import { IndexTables } from './index-tables.js';
import { LibraryIndexService } from './library-index.service.js';

jest.setTimeout(60_000);

describe.each(databases)('the library index on %s', (kind) => {
  let house: TestHouse;
  beforeEach(async () => { house = await openTestHouse(kind); });
  const started: IndexKeeper[] = [];
  afterEach(async () => {
    for (const keeper of started.splice(0)) await keeper.onModuleDestroy();
    await house.close();
  });

  const release = (content: string): Promise<string> => releaseDocument(house, content);

  const startAgain = async (): Promise<IndexKeeper> => {
    const { database, clock, app } = house;
    const keeper = new IndexKeeper(database, clock, app.get(DocumentsReader), app.get(IndexTables), app.get(EventLogService), app.get(IndexSnapshots));
    started.push(keeper);
    await keeper.onApplicationBootstrap();
    await keeper.ready();
    return keeper;
  };
  const snapshotFile = (): string => join(house.settings.dataDir, 'knowledge', 'index.snapshot');
  /** Waits until the writing of a snapshot has ended. */
  const takeSnapshot = async (): Promise<void> => (await startAgain()).onModuleDestroy();
  const answersOf = ({ index }: IndexKeeper): unknown => [index.version, ['补贴标准', '灵活就业', '自己交社保'].map((q) => index.search(q, { on: '2026-11-23' }).hits.map(({ id, score }) => [id, score]))];

  it('starts from a snapshot file and what has happened since, and ranks as an index read from the tables', async () => {
    const documentId = await release(SUBSIDY);
    await house.settle();
    await takeSnapshot();
    expect(existsSync(snapshotFile())).toBe(true);
    await publishSubsidyQuestion(house, documentId);
    await release(REPEAL);
    await house.settle();
    const read = jest.spyOn(house.app.get(DocumentsReader), 'documentsForIndex');
    const started = await startAgain();
    expect(read).not.toHaveBeenCalled();
    rmSync(snapshotFile());
    expect(answersOf(started)).toEqual(answersOf(await startAgain()));
    expect(read).toHaveBeenCalled();
  });

  it.each(['cut', 'changed', 'of another city', 'empty'])('throws a snapshot away that is %s, and reads the tables', async (how) => {
    await release(SUBSIDY);
    await house.settle();
    await takeSnapshot();
    const bytes = readFileSync(snapshotFile());
    if (how === 'cut') writeFileSync(snapshotFile(), bytes.subarray(0, bytes.length - 30));
    if (how === 'changed') writeFileSync(snapshotFile(), Buffer.concat([bytes.subarray(0, 400), Buffer.from('x'), bytes.subarray(401)]));
    if (how === 'of another city') jest.spyOn(house.app.get(EventLogService), 'hashAt').mockResolvedValueOnce('0'.repeat(64));
    if (how === 'empty') writeFileSync(snapshotFile(), '');
    const read = jest.spyOn(house.app.get(DocumentsReader), 'documentsForIndex');
    const started = await startAgain();
    expect(read).toHaveBeenCalled();
    expect(started.index.version).toBe(house.app.get(IndexKeeper).index.version);
    await started.onModuleDestroy();
  });

  it.each(['a question', 'an event'])('goes on when its file is cut while it is open and %s is the first to find out', async (first) => {
    const documentId = await release(SUBSIDY);
    await house.settle();
    await takeSnapshot();
    const keeper = await startAgain();
    const library = new LibraryIndexService(house.database, house.clock, keeper, house.app.get(HitCheck));
    const { version } = keeper.index;
    truncateSync(snapshotFile(), 600);
    if (first === 'an event') {
      await publishSubsidyQuestion(house, documentId);
      await house.settle();
      expect((await library.search('自己交社保', 5, {})).result.hits[0]).toMatchObject({ kind: 'qa' });
    }
    const asked = await library.ask('灵活就业社会保险补贴标准是多少', 3);
    expect(asked.result).toMatchObject({ answered: true });
    expect((await library.suggest('云溪市灵活', 5)).map(({ text }) => text)).toEqual(['云溪市灵活就业社会保险补贴办法']);
    if (first === 'a question') expect(asked.result.indexVersion).toBe(version);
    await keeper.onModuleDestroy();
    expect(answersOf(await startAgain())).toEqual(answersOf(keeper));
  });

  it('holds the index against the tables, names what differs, and puts it right', async () => {
    const documentId = await release(SUBSIDY);
    await house.settle();
    const check = async () => (await house.as('wei-administrator').call(endpoints.checkKnowledge)).body;
    expect(await check()).toMatchObject({ passages: 4, differences: [] });
    const { index } = house.app.get(IndexKeeper);
    const version = index.version;
    const third = `doc:${documentId}#art-3`;
    index.put({ ...index.get(third)!, text: '每人每月4000元。' }, index.noteOf(third));
    index.remove(`doc:${documentId}#art-2`);
    expect((await check()).differences).toEqual([{ passageId: `doc:${documentId}#art-2`, difference: 'missing' }, { passageId: `doc:${documentId}#art-3`, difference: 'changed' }]);
    expect(await check()).toMatchObject({ indexVersion: version, differences: [] });
  });

  it('never shows what was withdrawn while its hits were looked up, though the index lost it meanwhile', async () => {
    const view = await publishSubsidyQuestion(house, await release(SUBSIDY));
    await house.settle();
    const keeper = house.app.get(IndexKeeper);
    const catchUp = jest.spyOn(house.app.get(EventLogService), 'catchUp').mockResolvedValue();
    expect((await house.as('feng-publisher').call(endpoints.withdrawContent, { params: { id: view.id }, body: { reason: '数字有误', seenVersion: view.version } })).status).toBe(200);
    const check = house.app.get(HitCheck);
    const standing = check.standing.bind(check);
    jest.spyOn(check, 'standing').mockImplementationOnce((db, entries, today) => {
      for (const { passage } of entries) if (passage.kind === 'qa') keeper.index.remove(passage.id);
      return standing(db, entries, today);
    });
    const { body } = await house.resident.call(endpoints.publicAsk, { body: { question: '自己交社保每个月能补多少钱' } });
    catchUp.mockRestore();
    expect(JSON.stringify(body)).not.toContain(view.publicationId);
  });

  it('loads what was there before it started', async () => {
    const documentId = await release(SUBSIDY);
    await publishSubsidyQuestion(house, documentId);
    const version = house.app.get(IndexKeeper).index.version;
    expect((await startAgain()).index.version).toBe(version);
    expect((await house.resident.call(endpoints.health)).body.indexVersion).toBe(version);
  });
});
