import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

export interface TaskLimits {
  /** Milliseconds after which the task is stopped. */
  timeoutMs?: number;
  /** Heap of the worker in MB; hostile input ends the worker, not the hub. */
  memoryMb?: number;
}

export class TaskStopped extends Error {}

/**
 * Runs a module's exported `run(input)` in a worker thread, because the SQLite driver and the parsers are synchronous
 * and a hub that parses does not answer. Input and output must be structured-cloneable.
 * A worker that answered well waits a moment for the next input; one that failed is never used again.
 * @param task `new URL('./x-task.js', import.meta.url)`
 * @throws TaskStopped when the task ran out of time or memory
 */
export async function runTask<Out>(task: URL, input: unknown, limits: TaskLimits = {}): Promise<Out> {
  const path = fileURLToPath(task);
  // Uncompiled sources (the test runner) cannot be loaded by a worker thread; there the same code runs in line.
  if (fileURLToPath(import.meta.url).endsWith('.ts')) return ((await import(path.replace(/\.js$/, '.ts'))) as { run(input: unknown): Promise<Out> }).run(input);
  const key = `${task.href} ${limits.memoryMb ?? 1024}`;
  const seat = idle.get(key) ?? { worker: open(task, limits), runs: 0, timer: null };
  idle.delete(key);
  if (seat.timer) clearTimeout(seat.timer);
  seat.worker.removeAllListeners();
  return new Promise<Out>((resolve, reject) => {
    const { worker } = seat;
    const timer = setTimeout(() => stop(new TaskStopped('timeout')), limits.timeoutMs ?? 120_000);
    const settle = (end: () => void): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      end();
    };
    const stop = (error: Error): void => settle(() => {
      void worker.terminate();
      reject(error);
    });
    worker.once('message', (message: { result?: Out; error?: string }) => {
      if (message.error !== undefined) return stop(new Error(message.error));
      settle(() => resolve(message.result as Out));
      keep(key, seat);
    });
    worker.once('error', (error) => stop((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TaskStopped('memory') : error));
    worker.once('exit', () => stop(new TaskStopped('memory')));
    worker.ref();
    worker.postMessage(input);
  });
}

interface Seat { worker: Worker; runs: number; timer: NodeJS.Timeout | null }

/** Workers that have just answered well: loading the modules of a task takes far longer than reading a page. */
const idle = new Map<string, Seat>();
const IDLE_MS = 2_000;
/** Runs after which a worker is replaced, so that nothing piles up in it. */
const MAX_RUNS = 50;

function open(task: URL, limits: TaskLimits): Worker {
  return new Worker(new URL('./task-worker.js', import.meta.url), { workerData: { task: task.href }, resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb ?? 1024 } });
}

/** Keeps a worker for the next input for a moment; it holds nobody back from ending. */
function keep(key: string, seat: Seat): void {
  seat.runs += 1;
  if (seat.runs >= MAX_RUNS || idle.has(key)) return void seat.worker.terminate();
  seat.worker.unref();
  seat.worker.once('error', () => drop(key, seat));
  seat.timer = setTimeout(() => drop(key, seat), IDLE_MS);
  seat.timer.unref();
  idle.set(key, seat);
}

function drop(key: string, seat: Seat): void {
  if (idle.get(key) === seat) idle.delete(key);
  void seat.worker.terminate();
}
