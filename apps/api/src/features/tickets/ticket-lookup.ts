import { Inject, Injectable } from '@nestjs/common';
import type { ResidentTicketView } from '@govmedia-hub/contracts';
import { LessThan } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import { SETTINGS } from '../../foundation/config/settings.module.js';
import type { Settings } from '../../foundation/config/settings.js';
import { Database } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { keyedDigest, sameDigest, tidyCheckCode, tidyTicketNo } from './ticket-codes.js';
import { TicketEntity, TicketLookupEntity } from './ticket.entity.js';
import { TicketsReader } from './tickets.reader.js';

/** Wrong codes against one number before it rests, and for how long. */
const LOOKUP_RULES = { failures: 5, restMinutes: 15 } as const;

/** Shows a ticket to whoever holds its number and its check code. */
@Injectable()
export class TicketLookup {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reader: TicketsReader,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * A wrong code and an unknown number get the same answer, and both rest after five tries.
   * @throws DomainError tickets.not_found, request.too_many
   */
  async find(typedNo: string, typedCode: string): Promise<ResidentTicketView> {
    const ticketNo = tidyTicketNo(typedNo);
    const tried = keyedDigest(this.settings.secret, 'ticket-lookup', ticketNo);
    const now = this.clock.now();
    const found = await this.database.read(async (db) => {
      const failed = await db.findOneBy(TicketLookupEntity, { id: tried });
      if (failed && failed.until > now && failed.failures >= LOOKUP_RULES.failures) throw new DomainError('request.too_many', {}, '查询码输错次数过多，请过一会儿再试。');
      const row = await db.findOneBy(TicketEntity, { ticketNo });
      const right = sameDigest(row?.codeDigest ?? keyedDigest(this.settings.secret, 'nothing'), keyedDigest(this.settings.secret, 'ticket', ticketNo, tidyCheckCode(typedCode)));
      return row && right ? this.reader.residentView(db, row) : null;
    });
    if (found) return found;
    await this.countFailure(tried, now);
    throw new DomainError('tickets.not_found', {}, '没有找到这件留言，请核对编号和查询码。');
  }

  private countFailure(tried: string, now: Date): Promise<void> {
    const until = new Date(now.getTime() + LOOKUP_RULES.restMinutes * 60_000);
    return this.database.transaction(async (db) => {
      await db.delete(TicketLookupEntity, { until: LessThan(now) });
      const { affected } = await db.increment(TicketLookupEntity, { id: tried }, 'failures', 1);
      if (affected === 0) await db.insert(TicketLookupEntity, { id: tried, failures: 1, until });
      else await db.update(TicketLookupEntity, { id: tried }, { until });
    });
  }
}
