import { endpoints, type TicketReceiptView } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { TicketEntity } from './ticket.entity.js';

jest.setTimeout(60_000);

describe.each(databases)('tickets on %s', (kind) => {
  let house: TestHouse;
  beforeEach(async () => { house = await openTestHouse(kind); });
  afterEach(() => house.close());

  const open = async (more: object = {}): Promise<TicketReceiptView> => {
    const answer = await house.resident.call(endpoints.publicOpenTicket, { body: { kind: 'question', question: '灵活就业人员怎么参加医保？', orgId: house.units.labour, ...more } });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const idOf = (ticketNo: string): Promise<string> => house.database.read(async (db) => (await db.findOneByOrFail(TicketEntity, { ticketNo })).id);
  const lookUp = (ticketNo: string, checkCode: string) => house.resident.call(endpoints.publicLookUpTicket, { body: { ticketNo, checkCode } });
  const operator = () => house.as('zhou-operator');

  it('opens one ticket for a form that is sent twice, also at the same moment, and refuses its key for another text', async () => {
    const body = { kind: 'question', question: '换证要带什么？', submissionKey: 'k'.repeat(32) } as const;
    const send = (more: object = {}) => house.resident.call(endpoints.publicOpenTicket, { body: { ...body, ...more } });
    const [one, two] = await Promise.all([send(), send()]);
    const three = await send();
    expect([one.status, two.status, three.status]).toEqual([one.status, one.status, one.status]);
    expect(two.body).toEqual(one.body);
    expect(three.body).toEqual(one.body);
    expect((await house.resident.call(endpoints.publicLookUpTicket, { body: { ticketNo: one.body.ticketNo, checkCode: one.body.checkCode } })).body).toMatchObject({ question: '换证要带什么？', status: 'waiting' });
    expect((await house.as('chen-supervisor').call(endpoints.listTickets)).body.items.filter((ticket) => ticket.question === body.question)).toHaveLength(1);
    expect(await send({ question: '另一个问题' })).toMatchObject({ status: 400, body: { errors: [{ field: 'submissionKey' }] } });
  });

  it('gives the resident a number, a code that is shown once, the unit and the due day with its reasons', async () => {
    const receipt = await open();
    expect(receipt).toMatchObject({ ticketNo: expect.stringMatching(/^2026-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/), checkCode: expect.stringMatching(/^\d{8}$/), unit: '云溪市人力资源和社会保障局', dueOn: '2026-11-30' });
    expect(receipt.dueExplained.join()).toContain('5个工作日');
    const stored = await house.database.read((db) => db.findOneByOrFail(TicketEntity, { ticketNo: receipt.ticketNo }));
    expect(JSON.stringify(stored)).not.toContain(receipt.checkCode);
  });

  it('goes to the supervising unit when the resident does not know whom to ask', async () => {
    expect((await open({ orgId: null })).unit).toBe('云溪市人民政府办公室');
  });

  it('is accepted, answered and seen by the one who holds number and code', async () => {
    const receipt = await open({ contactPhone: '000-1234567' });
    const id = await idOf(receipt.ticketNo);
    const accepted = await operator().call(endpoints.acceptTicket, { params: { id }, body: { seenVersion: 1, complexity: 'complex' } });
    expect(accepted).toMatchObject({ status: 200, body: { status: 'accepted', dueOn: '2026-12-14', handlerName: '周采编', contactPhone: '000-1234567', version: 2 } });
    const answered = await operator().call(endpoints.answerTicket, { params: { id }, body: { seenVersion: 2, answer: '到参保地医保窗口办理。', offerToLibrary: false } });
    expect(answered).toMatchObject({ status: 200, body: { status: 'answered', answer: '到参保地医保窗口办理。' } });
    const seen = await lookUp(` ${receipt.ticketNo.toLowerCase().replaceAll('-', ' ')} `, receipt.checkCode);
    expect(seen).toMatchObject({ status: 200, body: { status: 'answered', unit: '云溪市人力资源和社会保障局', answer: '到参保地医保窗口办理。', steps: [{ text: '已收到，转云溪市人力资源和社会保障局办理' }, { text: expect.stringContaining('已受理') }, { text: '已答复' }] } });
    expect(JSON.stringify(seen.body)).not.toContain('1234567');
    expect(await house.trail(id)).toEqual(['tickets.opened', 'tickets.accepted', 'tickets.answered']);
  });

  it('gives a wrong code and an unknown number the same answer, and rests after five tries', async () => {
    const receipt = await open();
    const wrong = await lookUp(receipt.ticketNo, '00000000');
    const unknown = await lookUp('2026-ABCD-EFGH', '00000000');
    expect(wrong).toMatchObject({ status: 404, body: { code: 'tickets.not_found' } });
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
    for (let i = 0; i < 4; i += 1) for (const number of [receipt.ticketNo, '2026-ABCD-EFGH']) expect((await lookUp(number, '11111111')).status).toBe(404);
    for (const number of [receipt.ticketNo, '2026-ABCD-EFGH']) expect(await lookUp(number, receipt.checkCode)).toMatchObject({ status: 429, body: { code: 'request.too_many' } });
    house.clock.advance(15 * 60_000 + 1);
    expect((await lookUp(receipt.ticketNo, receipt.checkCode)).status).toBe(200);
  });

  it('is passed on by the unit that has it, with a reason that only staff read', async () => {
    const receipt = await open();
    const id = await idOf(receipt.ticketNo);
    const move = (who: string, seenVersion: number, orgId: string) => house.as(who).call(endpoints.transferTicket, { params: { id }, body: { seenVersion, orgId, reason: '属民政职责' } });
    expect(await move('sun-operator', 1, house.units.civil)).toMatchObject({ status: 403, body: { code: 'access.other_organisation' } });
    expect(await move('zhou-operator', 1, house.units.labour)).toMatchObject({ status: 409, body: { code: 'tickets.move_not_allowed' } });
    expect(await move('zhou-operator', 1, house.units.civil)).toMatchObject({ status: 200, body: { status: 'waiting', unit: '云溪市民政局', dueOn: '2026-11-30', version: 2 } });
    expect((await house.as('zhou-operator').call(endpoints.getTicket, { params: { id } })).status).toBe(403);
    const desk = await house.as('sun-operator').call(endpoints.listTickets);
    expect(desk.body.items.map((ticket) => ticket.steps.at(-1)!.text)).toEqual(['转云溪市民政局办理（属民政职责）']);
    expect(JSON.stringify((await lookUp(receipt.ticketNo, receipt.checkCode)).body)).not.toContain('属民政职责');
    expect(await move('chen-supervisor', 2, house.units.labour)).toMatchObject({ status: 200, body: { unit: '云溪市人力资源和社会保障局' } });
  });

  it('is not answered before it is accepted, nor by a version that somebody else has moved, nor from another unit', async () => {
    const id = await idOf((await open()).ticketNo);
    const answer = (seenVersion: number, who = 'zhou-operator') => house.as(who).call(endpoints.answerTicket, { params: { id }, body: { seenVersion, answer: '可以。', offerToLibrary: false } });
    expect(await answer(1)).toMatchObject({ status: 409, body: { code: 'tickets.move_not_allowed' } });
    const racing = await Promise.all([1, 1, 1].map((seenVersion) => operator().call(endpoints.acceptTicket, { params: { id }, body: { seenVersion, complexity: 'simple' } })));
    expect(racing.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await answer(1)).toMatchObject({ status: 409, body: { code: 'tickets.changed_meanwhile', details: { current: { version: 2 } } } });
    expect(await answer(2, 'sun-operator')).toMatchObject({ status: 403 });
    expect((await answer(2)).status).toBe(200);
  });

  it('offers an answered question to the library as a draft of a Q&A, without personal data', async () => {
    const id = await idOf((await open({ question: '我叫某某，电话13800000000，灵活就业怎么参加医保？' })).ticketNo);
    await operator().call(endpoints.acceptTicket, { params: { id }, body: { seenVersion: 1, complexity: 'simple' } });
    const answered = await operator().call(endpoints.answerTicket, { params: { id }, body: { seenVersion: 2, answer: '到参保地医保窗口办理。', offerToLibrary: true } });
    expect(answered.status).toBe(200);
    const { items } = (await operator().call(endpoints.listContents)).body;
    expect(items).toMatchObject([{ kind: 'qa', status: 'draft', title: '我叫某某，电话【电话】，灵活就业怎么参加医保？', authorName: '周采编' }]);
    const draft = (await operator().call(endpoints.getContent, { params: { id: items[0]!.id } })).body;
    expect(draft.revision.blocks).toEqual([{ type: 'qa', question: '我叫某某，电话【电话】，灵活就业怎么参加医保？', alternatives: [], answer: '到参保地医保窗口办理。', documentId: null, anchor: null }]);
    expect(await operator().call(endpoints.submitContent, { params: { id: draft.id }, body: { seenVersion: draft.version } })).toMatchObject({ status: 422, body: { code: 'contents.source_required' } });
  });

  it('lists what is overdue, for the unit its own and for the supervising unit all', async () => {
    await open();
    await open({ orgId: house.units.civil });
    const overdue = async (who: string) => (await house.as(who).call(endpoints.listTickets, { query: { overdue: 'yes' } })).body.items.map((ticket) => [ticket.unit, ticket.overdue]);
    expect(await overdue('qian-operator')).toEqual([]);
    house.clock.advance(2 * 24 * 3_600_000);
    expect(await overdue('chen-supervisor')).toHaveLength(2);
    expect(await overdue('sun-operator')).toEqual([['云溪市民政局', true]]);
  });

  it('refuses an empty, an over-long and a decorated request, and a unit that is not there', async () => {
    const send = (body: object) => house.resident.call(endpoints.publicOpenTicket, { body });
    expect((await send({ kind: 'question', question: '   ' })).status).toBe(400);
    expect((await send({ kind: 'question', question: '问'.repeat(2001) })).status).toBe(400);
    expect((await send({ kind: 'question', question: '问', priority: 'high' })).status).toBe(400);
    expect(await send({ kind: 'question', question: '问', orgId: '00000000-0000-7000-8000-000000000000' })).toMatchObject({ status: 404, body: { code: 'organisations.not_found' } });
  });
});
