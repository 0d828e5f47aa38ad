import { endpoints } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { newId } from '../../foundation/database/ids.js';
import { AccountEntity } from './account.entity.js';

const account = (house: TestHouse, id: string): AccountEntity => ({
  id, name: '云溪人社', nameKey: '云溪人社', liveKey: 'wechat_official:云溪人社', platform: 'wechat_official', platformAccountId: 'gh_048000000100', accountType: '订阅号', kind: 'mixed', sponsorOrgId: house.units.labour,
  filingNo: '云新媒备〔2026〕0100号', filedOn: '2026-01-05', intro: '讲清就业社保政策', homepageUrl: null, certSubject: '云溪市人力资源和社会保障局', openedOn: '2026-01-01', interactionChannels: [], responsiblePerson: '办公室主任', responsiblePhone: '0480-8222601',
  undertakingDept: '办公室', successor: null, closingNoticeFrom: '2026-11-24', closedOn: null, cancelledOn: null, version: 1,
});

describe.each(databases)('one account of the public directory on %s', (kind) => {
  let house: TestHouse;
  let base: string;
  const id = newId();
  beforeAll(async () => {
    house = await openTestHouse(kind);
    await house.database.transaction((db) => db.insert(AccountEntity, account(house, id)));
    await house.app.listen(0, '127.0.0.1');
    base = `http://127.0.0.1:${(house.app.getHttpServer().address() as { port: number }).port}/api/public/accounts/`;
    await house.settle();
  });
  afterAll(() => house.close());
  const headersOf = (response: Response) => Object.fromEntries([...response.headers].filter(([name]) => !/^(date|connection|keep-alive|x-request-id|x-ratelimit-.*)$/.test(name)));

  it('is the same to the byte and in every header, whichever way it is read', async () => {
    const byFramework = await fetch(`${base}${id}?way=long`);
    const text = await byFramework.text();
    const direct = await fetch(`${base}${id}?way=short`);
    expect(await direct.text()).toBe(text);
    expect(headersOf(direct)).toEqual(headersOf(byFramework));
    expect([byFramework.headers.get('x-ratelimit-limit'), direct.headers.get('x-ratelimit-limit')]).toEqual([expect.any(String), null]); // the framework had no part in the second
    expect(JSON.parse(text)).toEqual((await house.resident.call(endpoints.publicGetAccount, { params: { id } })).body);
    expect(JSON.parse(text)).toMatchObject({ name: '云溪人社', sponsorName: '云溪市人力资源和社会保障局', status: 'active' });
    expect(text).not.toContain('0480-8222601');
    expect((await fetch(`${base}${id}?way=again`, { headers: { 'if-none-match': direct.headers.get('etag')! } })).status).toBe(304);
  });

  it('tells a change at once, and a closing notice on the day it begins', async () => {
    await house.database.transaction((db) => db.update(AccountEntity, id, { intro: '就业、社保、人才' }));
    expect(await (await fetch(`${base}${id}?n=1`)).json()).toMatchObject({ intro: '就业、社保、人才' });
    house.clock.advance(86_400_000);
    expect(await (await fetch(`${base}${id}?n=2`)).json()).toMatchObject({ status: 'closing_notice', statusSince: '2026-11-24' });
  });

  it('says in words that there is none, and that an address is not one', async () => {
    const nobody = await fetch(`${base}${newId()}`);
    expect([nobody.status, await nobody.json()]).toEqual([404, expect.objectContaining({ code: 'accounts.not_found' })]);
    expect((await fetch(`${base}not-an-id`)).status).toBe(400);
    expect((await fetch(`${base}${id}`, { method: 'POST' })).status).toBe(404);
  });
});
