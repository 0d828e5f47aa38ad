import { Injectable } from '@nestjs/common';
import { LEXICON_KIND_WORDS, LEXICON_VERSION_STATUS_WORDS, LIMITS, type LexiconImportMode, type LexiconKind } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import { Database } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { runTask, TaskStopped } from '../../foundation/jobs/run-task.js';
import type { ReadSheet, SheetJob } from './lexicon-sheet-task.js';
import { LexiconStore } from './lexicon-store.js';
import { LexiconsReader } from './lexicons.reader.js';
import { statusOn } from './version-dates.js';

export interface Workbook { name: string; contentType: string; bytes: Buffer }

const TASK = new URL('./lexicon-sheet-task.js', import.meta.url);
const TASK_LIMITS = { timeoutMs: 120_000, memoryMb: 1024 };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Workbooks in and out; all of their work is done in worker threads. */
@Injectable()
export class LexiconSheets {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reader: LexiconsReader,
    private readonly store: LexiconStore,
  ) {}

  /** @throws DomainError request.too_large, request.unsupported_media */
  async read(kind: LexiconKind, mode: LexiconImportMode, { name, bytes }: { name: string; bytes: Buffer }, base: string[]): Promise<ReadSheet> {
    if (bytes.length > LIMITS.lexiconFileBytes) throw new DomainError('request.too_large', {}, `文件不超过 ${LIMITS.lexiconFileBytes / 1024 / 1024} MB。`);
    if (!/\.xlsx$/i.test(name) || bytes.subarray(0, 2).toString('latin1') !== 'PK') throw new DomainError('request.unsupported_media', {}, '请选择 .xlsx 文件：用 Excel 或 WPS 打开后另存为“Excel 工作簿（.xlsx）”。');
    try {
      return await runTask<ReadSheet>(TASK, { act: 'read', kind, mode, bytes: new Uint8Array(bytes), base } satisfies SheetJob, TASK_LIMITS);
    } catch (error) {
      if (error instanceof TaskStopped) throw new DomainError('request.too_large', {}, '文件展开后过大，无法读取；请只保留“词条”工作表后再导入。');
      throw error;
    }
  }

  async template(kind: LexiconKind): Promise<Workbook> {
    const bytes = await runTask<Uint8Array>(TASK, { act: 'template', kind } satisfies SheetJob, TASK_LIMITS);
    return { name: `${LEXICON_KIND_WORDS[kind]}模板.xlsx`, contentType: XLSX, bytes: Buffer.from(bytes) };
  }

  /** Any version as a workbook that can be imported again. */
  async workbook(versionId: string): Promise<Workbook> {
    const { lexicon, version, entries, status } = await this.database.read(async (db) => {
      const row = await this.reader.version(db, versionId);
      return { lexicon: await this.reader.get(db, row.lexiconId), version: row, entries: await this.store.textsOf(db, row.chunks), status: statusOn(row, await this.reader.versionsOf(db, row.lexiconId), this.clock.today()) };
    });
    const about: [string, string][] = [
      ['名称', lexicon.name], ['类别', LEXICON_KIND_WORDS[lexicon.kind]], ['版本', `第${version.number}版`], ['状态', LEXICON_VERSION_STATUS_WORDS[status]], ['生效日期', version.effectiveFrom ?? '未定'], ['截止日期', version.effectiveTo ?? '无'],
      ['来源', version.source], ['条目', String(version.entries)], ['内容摘要（SHA-256）', version.digest], ['导出日期', this.clock.today()],
    ];
    const bytes = await runTask<Uint8Array>(TASK, { act: 'write', kind: lexicon.kind, entries, about } satisfies SheetJob, TASK_LIMITS);
    return { name: `${lexicon.name}第${version.number}版.xlsx`, contentType: XLSX, bytes: Buffer.from(bytes) };
  }
}
