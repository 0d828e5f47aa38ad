import { Controller, Param, ParseUUIDPipe, Query, Req, Res } from '@nestjs/common';
import { endpoints, IMPORT_JOB_STATUS_WORDS, type ImportJobReportView, type ImportJobView, type Page } from '@govmedia-hub/contracts';
import type { FastifyReply } from 'fastify';
import { fileAnswer } from '../../foundation/http/file-answer.js';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';
import { filesOf } from '../../foundation/http/uploaded-files.js';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles, type HubRequest } from '../../foundation/session/handles.js';
import { workbook } from '../../foundation/workbook/workbook.js';
import { ImportJobsService } from './import-jobs.service.js';

@Controller()
export class ImportsController {
  constructor(private readonly jobs: ImportJobsService) {}

  @Handles(endpoints.startImportJobs)
  async start(@CurrentActor() actor: Actor, @Req() request: HubRequest): Promise<ImportJobView[]> {
    return this.jobs.start(actor, await filesOf(request));
  }

  @Handles(endpoints.listImportJobs)
  list(@CurrentActor() actor: Actor, @Query() query: PageQueryDto): Promise<Page<ImportJobView>> {
    return this.jobs.list(actor, query);
  }

  @Handles(endpoints.getImportJob)
  get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ImportJobReportView> {
    return this.jobs.report(actor, id);
  }

  @Handles(endpoints.exportImportJob)
  async report(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const job = await this.jobs.report(actor, id);
    return fileAnswer(reply, await workbook('导入报告', [
      { name: '概况', widths: [16, 60], header: ['项目', '内容'], rows: [['文件', job.fileName], ['状态', IMPORT_JOB_STATUS_WORDS[job.status]], ['已读行数', job.lines], ['新导入', job.imported], ['未变化', job.unchanged], ['未导入', job.refused], ['导入人', job.startedByName]] },
      { name: '未导入的行', widths: [12, 90], header: ['行号', '原因'], rows: job.problems.map(({ line, message }) => [line, message]) },
    ]));
  }
}
