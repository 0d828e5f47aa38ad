import Fastify, { type FastifyInstance } from 'fastify';
import { PublicAnswers } from './public-answers.js';

describe('ready answers', () => {
  let fastify: FastifyInstance;
  let computed: number;
  let now: Date;
  let feedReadAt: number;
  let answers: PublicAnswers;
  beforeEach(() => {
    computed = 0;
    now = new Date('2026-11-23T15:59:00.000Z');
    feedReadAt = Date.now();
    fastify = Fastify();
    answers = new PublicAnswers(() => now, () => feedReadAt);
    answers.attach(fastify);
    fastify.get('/api/public/documents/:id', () => ({ count: (computed += 1) }));
  });
  afterEach(() => fastify.close());
  const ask = async () => (await fastify.inject('/api/public/documents/a')).json<{ count: number }>().count;

  it('are computed once until something public changes', async () => {
    expect([await ask(), await ask()]).toEqual([1, 1]);
    answers.changed('tickets.opened');
    expect(await ask()).toBe(1);
    answers.changed('contents.withdrawn');
    expect(await ask()).toBe(2);
  });

  it('are computed anew after midnight in Shanghai, because validity changes without a transaction', async () => {
    expect(await ask()).toBe(1);
    now = new Date('2026-11-23T16:00:00.000Z');
    expect(await ask()).toBe(2);
  });

  it('are bypassed while the event feed cannot be read', async () => {
    await ask();
    feedReadAt = Date.now() - 60_000;
    expect([await ask(), await ask()]).toEqual([2, 3]);
  });

  it('are not kept when the change came while they were computed', async () => {
    fastify = Fastify();
    answers.attach(fastify);
    fastify.get('/api/public/documents/:id', () => {
      answers.changed('documents.confirmed');
      return { count: (computed += 1) };
    });
    expect([await ask(), await ask()]).toEqual([1, 2]);
  });
});
