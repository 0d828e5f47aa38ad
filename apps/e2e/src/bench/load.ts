import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';

export const CONNECTIONS = 50;

/** Starts a server of this folder in a process of its own; it tells its port over the process channel. */
export async function startServer(name: string, args: string[]): Promise<{ url: string; stop: () => void }> {
  const child: ChildProcess = fork(fileURLToPath(new URL(`./${name}.js`, import.meta.url)), args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const port = await new Promise<number>((done, fail) => {
    child.once('message', (message) => done((message as { port: number }).port));
    child.once('exit', (code) => fail(new Error(`${name} ended with ${code}`)));
  });
  return { url: `http://127.0.0.1:${port}`, stop: () => { child.removeAllListeners('exit'); child.kill('SIGKILL'); } };
}

/**
 * Requests per second over the given seconds with 50 connections; throws unless every answer is a 200.
 * @param fresh paths to ask by turns, each time with a query of its own, instead of the one of the address
 */
export async function requestsPerSecond(url: string, seconds: number, fresh: string[] | null = null): Promise<number> {
  let count = 0;
  const { pathname, origin } = new URL(url);
  const result = await autocannon({
    url: origin, connections: CONNECTIONS, duration: seconds, pipelining: 1,
    requests: fresh
      ? [{ method: 'GET', setupRequest: (request) => ({ ...request, path: `${fresh[count % fresh.length]}?n=${(count += 1)}-${process.hrtime.bigint()}` }) }]
      : [{ method: 'GET', path: pathname }],
  });
  if (result.non2xx > 0 || result.errors > 0 || result['2xx'] === 0) throw new Error(`${url}: ${result['2xx']} good answers, ${result.non2xx} others, ${result.errors} errors`);
  return result['2xx'] / result.duration;
}

export const median = (values: number[]): number => { const sorted = [...values].sort((a, b) => a - b); const half = Math.floor(sorted.length / 2); return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2; };
