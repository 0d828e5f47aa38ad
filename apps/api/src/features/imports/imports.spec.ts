import { gzipSync } from 'node:zlib';
import { endpoints } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { newId } from '../../foundation/database/ids.js';
import { FileStore } from '../../foundation/storage/file-store.js';
import { ImportJobEntity } from './import-job.entity.js';
import { ImportJobsService } from './import-jobs.service.js';

/** The server database and a shared machine are slow; nothing here is measured. */
jest.setTimeout(120_000);

const law = (number: number, more: object = {}): string => JSON.stringify({ title: `南岭省第${number}号条例`, organ: '南岭省人民代表大会常务委员会', publish: '2020-01-01', valid_from: '2020-03-01', status: 'current', history: [], text: `第一条 第${number}件。\n第二条 依照《南岭省第1号条例》第一条执行。`, ...more });

describe.each(databases)('collections of laws on %s', (kind) => {
  let house: TestHouse;
  beforeEach(async () => { house = await openTestHouse(kind); });
  afterEach(() => house.close());

  const send = (content: string | Buffer, name = 'laws.jsonl', who = 'zhou-operator') => house.as(who).upload(endpoints.startImportJobs, [{ name, content }]);
  const report = async (id: string, who = 'zhou-operator') => (await house.as(who).call(endpoints.getImportJob, { params: { id } })).body;
  const count = async () => (await house.as('zhou-operator').call(endpoints.listDocuments, { query: { kind: 'law' } })).body.total;

  it('are taken in beside everything else, with a report of each line that was not', async () => {
    const content = [law(1), 'not json', law(2), '', law(3, { title: '' }), law(4)].join('\n');
    const [job] = (await send(content)).body;
    expect(job).toMatchObject({ fileName: 'laws.jsonl', startedByName: '周采编', orgName: '云溪市人力资源和社会保障局' });
    await house.app.get(ImportJobsService).work();
    expect(await report(job!.id)).toMatchObject({ status: 'done', share: 1, lines: 6, imported: 3, unchanged: 0, refused: 2, failure: null, problems: [{ line: 2, message: '本行不是合法的 JSON' }, { line: 5, message: '缺少标题（title）' }] });
    expect(await count()).toBe(3);
    expect(await house.trail(job!.id)).toEqual(['imports.started', 'imports.finished']);
    const file = await house.as('zhou-operator').call(endpoints.exportImportJob, { params: { id: job!.id } });
    expect(file.status).toBe(200);
    expect((file.body as unknown as Buffer).subarray(0, 2).toString()).toBe('PK');
  });

  it('change nothing when they come again', async () => {
    const content = gzipSync([law(1), law(2)].join('\n'));
    await send(content, 'laws.jsonl.gz');
    await house.app.get(ImportJobsService).work();
    const [again] = (await send(content, 'laws.jsonl.gz', 'qian-operator')).body;
    await house.app.get(ImportJobsService).work();
    expect(await report(again!.id)).toMatchObject({ status: 'done', imported: 0, unchanged: 2 });
    expect(await count()).toBe(2);
  });

  it('go on where they were when the process that worked on them is gone', async () => {
    const first = `${law(1)}\n${law(2)}\n`;
    const content = Buffer.from(`${first}${law(3)}\n${law(4)}\n`);
    const at = house.clock.now();
    const id = newId();
    const sha256 = await house.app.get(FileStore).put(content);
    await house.database.transaction((db) => db.insert(ImportJobEntity, {
      id, status: 'running', fileName: 'laws.jsonl', sha256, bytes: content.length, size: content.length, offset: Buffer.byteLength(first), lines: 2, imported: 2, unchanged: 0, refused: 0, problems: [], problemsCut: false,
      orgId: house.units.labour, startedById: house.people['zhou-operator']!, startedAt: at, finishedAt: null, failure: null, holder: newId(), leaseUntil: new Date(Date.now() - 1_000), version: 3,
    }));
    await house.app.get(ImportJobsService).work();
    await house.app.get(ImportJobsService).work();
    expect(await report(id)).toMatchObject({ status: 'done', lines: 4, imported: 4, share: 1 });
    expect(await count()).toBe(2);
  });

  it('are left to the process that works on them', async () => {
    const id = newId();
    const sha256 = await house.app.get(FileStore).put(Buffer.from(law(1)));
    await house.database.transaction((db) => db.insert(ImportJobEntity, {
      id, status: 'running', fileName: 'laws.jsonl', sha256, bytes: 10, size: 10, offset: 0, lines: 0, imported: 0, unchanged: 0, refused: 0, problems: [], problemsCut: false, orgId: house.units.labour, startedById: house.people['zhou-operator']!, startedAt: house.clock.now(), finishedAt: null, failure: null, holder: newId(), leaseUntil: new Date(Date.now() + 600_000), version: 1,
    }));
    await house.app.get(ImportJobsService).work();
    expect(await report(id)).toMatchObject({ status: 'running', lines: 0 });
  });

  it.each<[string, string, string | Buffer]>([['a single document', '通知.txt', '通知'], ['an empty file', 'laws.jsonl', ''], ['a broken archive', 'laws.jsonl.gz', 'not gzip']])('refuse %s', async (_what, name, content) => {
    expect((await send(content, name)).body).toMatchObject({ code: 'imports.not_a_collection' });
  });

  it('are seen by their own unit and those that watch the city', async () => {
    const [job] = (await send(law(1))).body;
    expect((await house.as('sun-operator').call(endpoints.getImportJob, { params: { id: job!.id } })).body).toMatchObject({ code: 'access.other_organisation' });
    expect((await house.as('sun-operator').call(endpoints.listImportJobs)).body.items).toEqual([]);
    expect((await house.as('chen-supervisor').call(endpoints.listImportJobs)).body.items).toMatchObject([{ id: job!.id }]);
    await house.app.get(ImportJobsService).work();
  });
});
