import { runTask } from '../jobs/run-task.js';
import type { Sheet } from './workbook-task.js';

export type { Sheet } from './workbook-task.js';

/** An Excel file under a Chinese name, written in a worker thread. */
export async function workbook(name: string, sheets: Sheet[]): Promise<{ name: string; contentType: string; bytes: Buffer }> {
  const bytes = await runTask<Uint8Array>(new URL('./workbook-task.js', import.meta.url), { sheets });
  return { name: `${name}.xlsx`, contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: Buffer.from(bytes) };
}
