import { Injectable } from '@nestjs/common';
import type { ContentBlock, ReprintBlock } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import type { Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { InvalidRequest } from '../../foundation/errors/problem-filter.js';
import { RepostSourcesService } from '../repost-sources/repost-sources.service.js';

/** 转载: a text of somebody else goes on only while its site is on the list of sources. */
@Injectable()
export class ReprintsService {
  constructor(private readonly clock: Clock, private readonly sources: RepostSourcesService) {}

  /** Asked when a text is handed in and again when it is published; what is public stays right after its source has ended. @throws DomainError contents.reprint_not_listed; InvalidRequest for two sources or a day ahead */
  async require(db: Db, blocks: readonly ContentBlock[]): Promise<void> {
    const found = blocks.flatMap((block, index): { block: ReprintBlock; index: number }[] => (block.type === 'reprint' ? [{ block, index }] : []));
    const [one, second] = found;
    if (!one) return;
    if (second) throw new InvalidRequest([{ field: `blocks.${second.index}`, message: '一篇内容只能有一处转载来源。' }]);
    if (one.block.originalOn > this.clock.today()) throw new InvalidRequest([{ field: `blocks.${one.index}.originalOn`, message: '原文的发布日期不能晚于今天。' }]);
    if (!(await this.sources.listed(db, one.block.url))) throw new DomainError('contents.reprint_not_listed', { host: new URL(one.block.url).hostname, on: this.clock.today() });
  }
}
