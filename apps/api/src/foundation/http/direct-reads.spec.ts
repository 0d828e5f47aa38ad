import { endpoints } from '@govmedia-hub/contracts';
import { DirectReads, type MadeAnswer } from './direct-reads.js';

const ID = '0d9f3b0e-5a5c-4b6e-8f60-0a8f3f6f1a11';

describe('a public read by id', () => {
  const rows = new Map<string, string>();
  let made = 0;
  const open = () => new DirectReads().add(endpoints.publicGetAccount, (id) => rows.get(id), ({ name }: { name: string }, today) => { made += 1; return { name, today } as never; });
  beforeEach(() => { made = 0; rows.clear(); rows.set(ID, '{"name":"云溪发布"}'); });

  it('asks the row every time and makes the bytes anew only when the row or the day is another', () => {
    const read = open();
    const first = read.answer(ID, '2026-11-27') as MadeAnswer;
    expect(JSON.parse(first.body)).toEqual({ name: '云溪发布', today: '2026-11-27' });
    expect(first.length).toBe(Buffer.byteLength(first.body));
    expect(read.answer(ID, '2026-11-27')).toBe(first);
    expect(made).toBe(1);

    const nextDay = read.answer(ID, '2026-11-28') as MadeAnswer;
    expect(JSON.parse(nextDay.body).today).toBe('2026-11-28');
    rows.set(ID, '{"name":"云溪新闻"}');
    const renamed = read.answer(ID, '2026-11-28') as MadeAnswer;
    expect(JSON.parse(renamed.body).name).toBe('云溪新闻');
    expect(new Set([first.etag, nextDay.etag, renamed.etag]).size).toBe(3);

    rows.delete(ID);
    expect(read.answer(ID, '2026-11-28')).toBeNull();
  });

  it('gives the same where the database answers later', async () => {
    const read = new DirectReads().add(endpoints.publicGetAccount, async (id) => rows.get(id), ({ name }: { name: string }) => ({ name }) as never);
    const first = await read.answer(ID, '2026-11-27');
    expect(JSON.parse(first!.body)).toEqual({ name: '云溪发布' });
    expect(await read.answer(ID, '2026-11-27')).toBe(first);
    expect(await read.find('nobody', '2026-11-27')).toBeNull();
  });

  it('is only an endpoint that everybody may ask for one thing', () => {
    expect(() => new DirectReads().add(endpoints.getAccount as never, () => undefined, () => ({}) as never)).toThrow('not a public read by id');
  });
});
