import { parentPort, workerData } from 'node:worker_threads';

const { task, input } = workerData as { task: string; input: unknown };

/** The inside of runTask: loads the task's module and answers once. */
try {
  const { run } = (await import(task)) as { run(input: unknown): Promise<unknown> };
  parentPort!.postMessage({ result: await run(input) });
} catch (error) {
  parentPort!.postMessage({ error: error instanceof Error ? error.message : String(error) });
}
