import { endpoints, type FilingForm, type FilingView } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { AccountsReader } from './accounts.reader.js';
import { AccountsService } from './accounts.service.js';

const form = (changes: Partial<FilingForm> = {}): FilingForm => ({
  accountName: '云溪人社', platform: 'wechat_official', accountType: '订阅号', platformAccountId: 'gh_048000000099', accountKind: 'mixed', homepageUrl: 'https://mp.example.invalid/profile/gh_048000000099', intro: '讲清就业社保政策',
  openedOn: null, certSubject: '云溪市人力资源和社会保障局', undertakingDept: '办公室', operationMode: 'self', operatorOrg: null, leaderInCharge: '分管领导', responsiblePerson: '办公室主任', responsiblePhone: '0480-8222601',
  interactionChannels: ['后台留言'], updateFrequency: '每周不少于一次', reason: '公开就业和社会保险政策，方便群众查询', ...changes,
});

async function fileAccount(house: TestHouse, operator: string, changes: Partial<FilingForm> = {}): Promise<FilingView> {
  const draft = (await house.as(operator).call(endpoints.createFiling, { body: { kind: 'opening', form: form(changes) } })).body;
  const submitted = (await house.as(operator).call(endpoints.submitFiling, { params: { id: draft.id }, body: { seenVersion: draft.version } })).body;
  const approved = await house.as('chen-supervisor').call(endpoints.decideFiling, { params: { id: draft.id }, body: { seenVersion: submitted.version, decision: 'approve', opinion: '同意' } });
  if (approved.status !== 200) throw new Error(JSON.stringify(approved.body));
  return approved.body;
}

describe.each(databases)('filing an account on %s', (kind) => {
  let house: TestHouse;
  beforeAll(async () => { house = await openTestHouse(kind); });
  afterAll(() => house.close());
  const operator = () => house.as('zhou-operator');
  const supervisor = () => house.as('chen-supervisor');
  let filing: FilingView;

  it('begins as a draft that says what would stop it', async () => {
    const answer = await operator().call(endpoints.createFiling, { body: { kind: 'opening', form: form({ certSubject: '云溪某某传媒有限公司' }) } });
    expect(answer).toMatchObject({ status: 201, body: { status: 'draft', orgName: '云溪市人力资源和社会保障局', turn: '等待云溪市人力资源和社会保障局提交', version: 1 } });
    filing = answer.body;
    expect(filing.checks).toContainEqual({ check: 'cert_subject', outcome: 'block', message: '认证主体“云溪某某传媒有限公司”应与主办单位全称“云溪市人力资源和社会保障局”一致' });
    const blocked = await operator().call(endpoints.submitFiling, { params: { id: filing.id }, body: { seenVersion: 1 } });
    expect(blocked).toMatchObject({ status: 422, body: { code: 'accounts.filing_blocked', detail: '认证主体“云溪某某传媒有限公司”应与主办单位全称“云溪市人力资源和社会保障局”一致' } });
  });

  it('is saved only over the version that was seen', async () => {
    const saved = await operator().call(endpoints.saveFiling, { params: { id: filing.id }, body: { kind: 'opening', form: form({ responsiblePhone: '' }), seenVersion: 1 } });
    expect(saved).toMatchObject({ status: 200, body: { version: 2 } });
    const stale = await operator().call(endpoints.saveFiling, { params: { id: filing.id }, body: { kind: 'opening', form: form(), seenVersion: 1 } });
    expect(stale).toMatchObject({ status: 409, body: { code: 'accounts.changed_meanwhile', details: { current: { version: 2 } } } });
    filing = (await operator().call(endpoints.saveFiling, { params: { id: filing.id }, body: { kind: 'opening', form: form(), seenVersion: 2 } })).body;
  });

  it('waits for the supervising unit for five working days', async () => {
    const answer = await operator().call(endpoints.submitFiling, { params: { id: filing.id }, body: { seenVersion: filing.version } });
    expect(answer).toMatchObject({ status: 200, body: { status: 'submitted', dueOn: '2026-11-30', turn: '等待云溪市人民政府办公室审核，最迟2026年11月30日' } });
    filing = answer.body;
    expect(await operator().call(endpoints.saveFiling, { params: { id: filing.id }, body: { kind: 'opening', form: form(), seenVersion: filing.version } })).toMatchObject({ status: 409, body: { code: 'accounts.move_not_allowed' } });
  });

  it('goes back for correction once and is approved with a number', async () => {
    const returned = await supervisor().call(endpoints.decideFiling, { params: { id: filing.id }, body: { seenVersion: filing.version, decision: 'return', opinion: '请写明承办部门' } });
    expect(returned).toMatchObject({ status: 200, body: { status: 'correction', dueOn: '2026-11-30', turn: '等待云溪市人力资源和社会保障局补正，最迟2026年11月30日' } });
    house.clock.advance(86_400_000);
    house.forgetSessions();
    const saved = (await operator().call(endpoints.saveFiling, { params: { id: filing.id }, body: { kind: 'opening', form: form({ undertakingDept: '政务公开办' }), seenVersion: returned.body.version } })).body;
    const again = (await operator().call(endpoints.submitFiling, { params: { id: filing.id }, body: { seenVersion: saved.version } })).body;
    const approved = await supervisor().call(endpoints.decideFiling, { params: { id: filing.id }, body: { seenVersion: again.version, decision: 'approve', opinion: '同意开设' } });
    expect(approved).toMatchObject({ status: 200, body: { status: 'approved', filingNo: '云新媒备〔2026〕0001号', turn: '已备案，编号云新媒备〔2026〕0001号', dueOn: null } });
    expect(approved.body.steps.map((step) => [step.verb, step.byName, step.opinion])).toEqual([['提交', '周采编', null], ['退回补正', '陈主管', '请写明承办部门'], ['提交', '周采编', null], ['同意备案', '陈主管', '同意开设']]);
    filing = approved.body;
    expect(await house.trail(filing.id)).toEqual(['filings.saved', 'filings.saved', 'filings.saved', 'filings.submitted', 'filings.returned', 'filings.saved', 'filings.submitted', 'filings.approved']);
  });

  it('stands in the public directory and in the register', async () => {
    const directory = await house.resident.call(endpoints.publicListAccounts, { query: { q: '人社' } });
    expect(directory.body.items).toMatchObject([{ name: '云溪人社', filingNo: '云新媒备〔2026〕0001号', sponsorName: '云溪市人力资源和社会保障局', status: 'active', filedOn: '2026-11-24' }]);
    expect(directory.body.items[0]).not.toHaveProperty('responsiblePhone');
    expect((await house.resident.call(endpoints.publicGetAccount, { params: { id: filing.accountId! } })).body.name).toBe('云溪人社');
    const own = await operator().call(endpoints.getAccount, { params: { id: filing.accountId! } });
    expect(own.body).toMatchObject({ responsiblePhone: '0480-8222601', undertakingDept: '政务公开办', lastPostAt: null, silentDays: 0, warning: 'none', filings: [{ kind: 'opening', filingNo: '云新媒备〔2026〕0001号' }] });
    expect(await house.trail(filing.accountId!)).toEqual(['accounts.registered']);
  });

  it('of a second account of the unit on the platform is stopped', async () => {
    const draft = (await operator().call(endpoints.createFiling, { body: { kind: 'opening', form: form({ accountName: '云溪就业' }) } })).body;
    const answer = await operator().call(endpoints.submitFiling, { params: { id: draft.id }, body: { seenVersion: 1 } });
    expect(answer).toMatchObject({ status: 422, body: { code: 'accounts.filing_blocked', detail: '本单位在微信公众号已有在用账号“云溪人社”，一个单位原则上在同一平台只开设一个账号' } });
  });

  it('is nobody else\'s to see, to submit or to decide alone', async () => {
    const stranger = house.as('sun-operator');
    expect(await stranger.call(endpoints.getFiling, { params: { id: filing.id } })).toMatchObject({ status: 403, body: { code: 'access.other_organisation' } });
    expect((await stranger.call(endpoints.listFilings)).body.items).toEqual([]);
    expect((await stranger.call(endpoints.listAccounts)).body.total).toBe(0);
    expect((await supervisor().call(endpoints.listAccounts)).body.total).toBe(1);
    expect(await stranger.call(endpoints.getAccount, { params: { id: filing.accountId! } })).toMatchObject({ status: 403 });
  });

  it('refuses what is no form', async () => {
    const wrong = await operator().call(endpoints.createFiling, { body: { kind: 'opening', form: { ...form(), platform: 'myspace', homepageUrl: 'javascript:alert(1)', secret: 1 } } });
    expect(wrong.status).toBe(400);
    expect(wrong.body).toMatchObject({ errors: expect.arrayContaining([{ field: 'form.platform', message: '不在可选范围内。' }, { field: 'form.homepageUrl', message: '网址格式不正确，应以 http:// 或 https:// 开头。' }, { field: 'form.secret', message: '没有这个字段，请删去。' }]) });
  });
});

describe.each(databases)('the life of an account on %s', (kind) => {
  let house: TestHouse;
  let civil: FilingView;
  beforeAll(async () => {
    house = await openTestHouse(kind);
    await fileAccount(house, 'zhou-operator');
    civil = await fileAccount(house, 'sun-operator', { accountName: '云溪民政', certSubject: '云溪市民政局', platformAccountId: 'gh_048000000003', homepageUrl: 'https://mp.example.invalid/profile/gh_048000000003' });
  });
  afterAll(() => house.close());
  const verify = async (q: string) => (await house.resident.call(endpoints.publicVerifyAccount, { query: { q } })).body;

  it('numbers its filings without a gap, also when two are approved at once', async () => {
    expect(civil.filingNo).toBe('云新媒备〔2026〕0002号');
    const drafts = await Promise.all(['weibo', 'douyin', 'kuaishou'].map(async (platform) => {
      const draft = (await house.as('zhou-operator').call(endpoints.createFiling, { body: { kind: 'opening', form: form({ platform: platform as 'weibo', platformAccountId: `id-${platform}`, homepageUrl: null }) } })).body;
      return (await house.as('zhou-operator').call(endpoints.submitFiling, { params: { id: draft.id }, body: { seenVersion: 1 } })).body;
    }));
    const decided = await Promise.all(drafts.map((draft) => house.as('chen-supervisor').call(endpoints.decideFiling, { params: { id: draft.id }, body: { seenVersion: draft.version, decision: 'approve', opinion: '同意' } })));
    expect(decided.map((answer) => answer.body.filingNo).sort()).toEqual(['云新媒备〔2026〕0003号', '云新媒备〔2026〕0004号', '云新媒备〔2026〕0005号']);
  });

  it('gives one number when an approval is pressed twice', async () => {
    const draft = (await house.as('sun-operator').call(endpoints.createFiling, { body: { kind: 'opening', form: form({ accountName: '云溪民政', platform: 'weibo', certSubject: '云溪市民政局', platformAccountId: '9900480003', homepageUrl: null }) } })).body;
    const { version } = (await house.as('sun-operator').call(endpoints.submitFiling, { params: { id: draft.id }, body: { seenVersion: 1 } })).body;
    const twice = await Promise.all([1, 2].map(() => house.as('chen-supervisor').call(endpoints.decideFiling, { params: { id: draft.id }, body: { seenVersion: version, decision: 'approve', opinion: '同意' } })));
    expect(twice.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(twice.find((answer) => answer.status === 200)!.body.filingNo).toBe('云新媒备〔2026〕0006号');
  });

  it('tells residents whether a name, an id or an address is registered', async () => {
    expect(await verify('云溪民政')).toMatchObject({ verdict: 'registered', account: { name: '云溪民政', status: 'active' } });
    expect((await verify('云溪民政')).similar).toMatchObject([{ account: { platform: 'weibo' }, reason: '同名账号，平台为新浪微博' }]);
    expect(await verify('gh_048000000003')).toMatchObject({ verdict: 'registered', account: { name: '云溪民政' } });
    expect(await verify('http://mp.example.invalid/profile/gh_048000000003/')).toMatchObject({ verdict: 'registered' });
    expect(await verify('云溪民政官方')).toMatchObject({ verdict: 'looks_like', account: null });
    expect((await verify('云溪民政官方')).similar[0]).toMatchObject({ account: { name: '云溪民政' }, reason: '在“云溪民政”之外加了“官方”' });
    expect(await verify('白湖美食')).toMatchObject({ verdict: 'not_registered', account: null, similar: [] });
    expect(await verify('https://mp.example.invalid/profile/gh_000000000000')).toMatchObject({ verdict: 'not_registered' });
    expect((await house.resident.call(endpoints.publicVerifyAccount, { query: { q: '' } })).status).toBe(400);
  });

  it('leaves a receipt in the event log that holds no words of the resident', async () => {
    const { receipt } = await verify('云溪民政官方');
    expect(receipt).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
    const [event] = (await house.as('jiang-auditor').call(endpoints.listEvents, { query: { subjectId: receipt } })).body.items;
    expect(event).toMatchObject({ verb: 'accounts.authenticity_checked', facts: { verdict: 'looks_like', accountId: null } });
    expect(JSON.stringify(event)).not.toContain('民政');
  });

  it('records posts and warns when it falls silent', async () => {
    const id = civil.accountId!;
    const record = (publishedAt: string | null) => house.as('sun-operator').call(endpoints.recordAccountPost, { params: { id }, body: { title: '高龄津贴按季发放', text: '本季度高龄津贴已发放。', publishedAt } });
    expect(await record('2026-11-09T01:00:00+08:00')).toMatchObject({ status: 201, body: { publishedAt: '2026-11-08T17:00:00.000Z' } });
    expect((await record(null)).status).toBe(201);
    expect((await record('yesterday')).status).toBe(400);
    expect(await house.as('zhou-operator').call(endpoints.recordAccountPost, { params: { id }, body: { title: '冒名', text: '', publishedAt: null } })).toMatchObject({ status: 403 });
    expect((await house.as('sun-operator').call(endpoints.listAccountPosts, { params: { id } })).body.total).toBe(2);
    expect((await house.as('sun-operator').call(endpoints.getAccount, { params: { id } })).body).toMatchObject({ lastPostAt: '2026-11-08T17:00:00.000Z', silentDays: 14, warning: 'overdue' });
  });

  it('is observed by inspectors, who cannot invent a kind', async () => {
    const id = civil.accountId!;
    const observe = (body: object) => house.as('chu-inspector').call(endpoints.recordAccountObservation, { params: { id }, body: { kind: 'probe', subject: 'interaction', label: '后台留言', note: '留言当日答复', observedAt: '2026-11-20T02:00:00Z', ok: true, ...body } });
    expect(await observe({})).toMatchObject({ status: 201, body: { recordedByName: '褚检查', ok: true } });
    expect(await observe({ subject: 'attack' })).toMatchObject({ status: 400, body: { errors: [{ field: 'subject' }] } });
    expect((await observe({ observedAt: '2027-01-01T00:00:00Z' })).status).toBe(400);
    expect((await house.as('chen-supervisor').call(endpoints.listAccountObservations, { params: { id } })).body).toHaveLength(1);
  });

  it('changes, closes after its public notice, and is cancelled but not forgotten', async () => {
    const id = civil.accountId!;
    const file = async (filingKind: 'change' | 'closing' | 'cancellation', changes: Partial<FilingForm>) => {
      const body = { kind: filingKind, accountId: id, form: form({ accountName: '云溪民政', certSubject: '云溪市民政局', platformAccountId: 'gh_048000000003', homepageUrl: 'https://mp.example.invalid/profile/gh_048000000003', ...changes }) };
      const draft = (await house.as('sun-operator').call(endpoints.createFiling, { body })).body;
      const submitted = (await house.as('sun-operator').call(endpoints.submitFiling, { params: { id: draft.id }, body: { seenVersion: 1 } })).body;
      return (await house.as('chen-supervisor').call(endpoints.decideFiling, { params: { id: draft.id }, body: { seenVersion: submitted.version, decision: 'approve', opinion: '同意' } })).body;
    };
    const shown = async () => (await house.resident.call(endpoints.publicGetAccount, { params: { id } })).body;
    expect((await file('change', { responsiblePhone: '0480-8231809' })).filingNo).toBe('云新媒变〔2026〕0001号');
    expect((await house.as('sun-operator').call(endpoints.getAccount, { params: { id } })).body).toMatchObject({ responsiblePhone: '0480-8231809', filingNo: '云新媒备〔2026〕0002号', version: 2 });

    await file('closing', { reason: '整合账号', successor: '云溪发布' });
    expect(await shown()).toMatchObject({ status: 'closing_notice', statusSince: '2026-11-23', successor: '云溪发布' });
    expect(await verify('云溪民政')).toMatchObject({ verdict: 'registered', account: { platform: 'wechat_official', status: 'closing_notice' } });
    house.clock.moveTo(new Date('2026-12-14T15:59:59Z'));
    expect((await shown()).status).toBe('closing_notice');
    house.clock.moveTo(new Date('2026-12-14T16:00:00Z'));
    house.forgetSessions();
    expect(await shown()).toMatchObject({ status: 'closed', statusSince: '2026-12-15' });
    expect((await house.resident.call(endpoints.publicListAccounts, { query: { status: 'closed' } })).body.items.map((each) => each.name)).toEqual(['云溪民政']);
    expect((await house.resident.call(endpoints.publicListAccounts, { query: { status: 'active' } })).body.total).toBe(5);

    await file('cancellation', { reason: '公告期满' });
    expect(await shown()).toMatchObject({ status: 'cancelled', statusSince: '2026-12-15', successor: '云溪发布' });
    expect(await verify('gh_048000000003')).toMatchObject({ verdict: 'was_registered', account: { status: 'cancelled' } });
    expect((await house.as('sun-operator').call(endpoints.getAccount, { params: { id } })).body.filings.map((each) => each.kind)).toEqual(['opening', 'change', 'closing', 'cancellation']);
    expect(await house.trail(id)).toEqual(['accounts.registered', 'accounts.posts_recorded', 'accounts.posts_recorded', 'accounts.observed', 'accounts.changed', 'accounts.closing', 'accounts.cancelled']);
    // The name is free again.
    expect((await fileAccount(house, 'sun-operator', { accountName: '云溪民政', certSubject: '云溪市民政局', platformAccountId: 'gh_048000000013', homepageUrl: null })).status).toBe('approved');
  });

  it('gives an inspection the facts as they stood at its monitoring point', async () => {
    const reader = house.app.get(AccountsReader);
    const facts = await house.database.read((db) => reader.factsAt(db, new Date('2026-11-30T00:00:00Z'), '2026-09-01'));
    const civilFacts = facts.find((each) => each.account.id === civil.accountId)!;
    expect(civilFacts).toMatchObject({ account: { status: 'closing_notice', level: '市级部门', sponsorName: '云溪市民政局' }, probes: [{ target: 'interaction', ok: true }], incidents: [], complaints: [], screening: null });
    expect(civilFacts.posts).toHaveLength(2);
    const later = await house.database.read((db) => reader.factsAt(db, new Date('2026-12-20T00:00:00Z'), '2026-12-01'));
    expect(later.some((each) => each.account.id === civil.accountId)).toBe(false);
  });

  it('takes a year of posts in one go and pages through them', async () => {
    const accounts = house.app.get(AccountsService);
    const { id } = (await house.as('zhou-operator').call(endpoints.listAccounts, { query: { platform: 'weibo' } })).body.items[0]!;
    const posts = Array.from({ length: 333 }, (_, day) => ({ title: `便民信息第${day + 1}期`, text: '内容。', url: null, publishedAt: new Date(Date.UTC(2026, 0, 1 + day)).toISOString() }));
    await house.database.transaction((db) => accounts.recordPosts(db, house.actor('zhou-operator'), id, posts));
    const page = (await house.as('zhou-operator').call(endpoints.listAccountPosts, { params: { id }, query: { limit: 100 } })).body;
    expect([page.total, page.items.length]).toEqual([333, 100]);
    const second = (await house.as('zhou-operator').call(endpoints.listAccountPosts, { params: { id }, query: { limit: 100, cursor: page.nextCursor! } })).body;
    expect(page.items.some((each) => second.items.some((other) => other.id === each.id))).toBe(false);
  });
});
