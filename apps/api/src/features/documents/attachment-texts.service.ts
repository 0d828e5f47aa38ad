import { Injectable } from '@nestjs/common';
import { runTask } from '../../foundation/jobs/run-task.js';
import type { AttachmentText } from './attachment-texts-task.js';

export type { AttachmentWords } from './attachment-texts-task.js';

const TASK = new URL(`./attachment-texts-task${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/** The words of files that go with a text and what the files hold beside them, read by the readers of the library in a worker of their own. */
@Injectable()
export class AttachmentTexts {
  /** @param name with the extension by which it is read: .docx, .xlsx, .pdf, .txt */
  textOf(name: string, bytes: Uint8Array): Promise<AttachmentText> {
    return runTask<AttachmentText>(TASK, { name, bytes: Uint8Array.from(bytes) }, { timeoutMs: 60_000, memoryMb: 512 }).catch(() => ({ problem: '读取超时或占用内存过多，文件过于复杂，已拒绝' }));
  }
}
