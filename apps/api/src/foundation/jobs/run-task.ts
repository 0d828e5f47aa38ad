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
 * @param task `new URL('./x-task.js', import.meta.url)`
 * @throws TaskStopped when the task ran out of time or memory
 */
export async function runTask<Out>(task: URL, input: unknown, limits: TaskLimits = {}): Promise<Out> {
  const path = fileURLToPath(task);
  // Uncompiled sources (the test runner) cannot be loaded by a worker thread; there the same code runs in line.
  if (fileURLToPath(import.meta.url).endsWith('.ts')) return ((await import(path.replace(/\.js$/, '.ts'))) as { run(input: unknown): Promise<Out> }).run(input);
  return new Promise<Out>((resolve, reject) => {
    const worker = new Worker(new URL('./task-worker.js', import.meta.url), {
      workerData: { task: task.href, input },
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb ?? 1024 },
    });
    const timer = setTimeout(() => {
      void worker.terminate();
      reject(new TaskStopped('timeout'));
    }, limits.timeoutMs ?? 120_000);
    const settle = (end: () => void): void => {
      clearTimeout(timer);
      end();
      void worker.terminate();
    };
    worker.once('message', (message: { result?: Out; error?: string }) => settle(() => (message.error === undefined ? resolve(message.result as Out) : reject(new Error(message.error)))));
    worker.once('error', (error) => settle(() => reject((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TaskStopped('memory') : error)));
  });
}
