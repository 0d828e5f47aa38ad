import { DomainError } from '../errors/domain-error.js';
import { runTask, TaskStopped } from '../jobs/run-task.js';
import { chineseFont } from './chinese-font.js';
import type { PaperPlan } from './paper-task.js';

export type { PaperPart, PaperPlan } from './paper-task.js';

/** A PDF under a Chinese name, set in a worker thread in the server's own Chinese font. @throws DomainError paper.no_font, request.too_large */
export async function paper(name: string, plan: PaperPlan, fontSetting: string | null): Promise<{ name: string; contentType: string; bytes: Buffer }> {
  const font = chineseFont(fontSetting);
  if (!font) throw new DomainError('paper.no_font');
  try {
    const bytes = await runTask<Uint8Array>(new URL('./paper-task.js', import.meta.url), { plan, font });
    return { name: `${name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ').slice(0, 120)}.pdf`, contentType: 'application/pdf', bytes: Buffer.from(bytes) };
  } catch (error) {
    if (error instanceof TaskStopped) throw new DomainError('request.too_large', {}, '内容太长，不能生成 PDF，请分开下载。');
    throw error;
  }
}
