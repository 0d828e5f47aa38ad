import { setTimeout as wait } from 'node:timers/promises';
import { RunningScope } from './running-scope.js';

describe('the scope of running work', () => {
  it('is seen across awaits by the work that it belongs to and by nobody else', async () => {
    const scope = new RunningScope<string>();
    const seen = async (ms: number): Promise<string | undefined> => { await wait(ms); return scope.current(); };
    expect(await Promise.all([scope.during('甲', () => seen(20)), scope.during('乙', () => seen(5)), seen(10)])).toEqual(['甲', '乙', undefined]);
    expect(scope.current()).toBeUndefined();
  });

  it('is gone after the work, also after work that failed, and serves the next', async () => {
    const scope = new RunningScope<string>();
    await expect(scope.during('甲', async () => { await wait(1); throw new Error('坏了'); })).rejects.toThrow('坏了');
    expect(scope.current()).toBeUndefined();
    expect(await scope.during('乙', async () => { await wait(1); return scope.current(); })).toBe('乙');
  });

  it('holds for the outer work when inner work has ended', async () => {
    const scope = new RunningScope<string>();
    expect(await scope.during('外', async () => { await scope.during('内', async () => wait(1)); return scope.current(); })).toBe('外');
  });
});
