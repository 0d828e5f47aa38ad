import { parentPort, workerData } from 'node:worker_threads';

const { task } = workerData as { task: string };

/** The inside of runTask: loads the task's module once and answers one input after the other. */
parentPort!.on('message', (input: unknown) => {
  void import(task)
    .then(({ run }: { run(input: unknown): Promise<unknown> }) => run(input))
    .then((result) => parentPort!.postMessage({ result }))
    .catch((error: unknown) => parentPort!.postMessage({ error: error instanceof Error ? error.message : String(error) }));
});
