import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { LessThan } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { Database, type Db } from '../database/database.js';
import { RunningScope } from '../database/running-scope.js';
import { DomainError } from '../errors/domain-error.js';
import type { HubRequest } from '../session/handles.js';
import { InvalidRequest } from '../errors/problem-filter.js';
import { RequestKeyEntity } from './request-key.entity.js';
import { pathOf } from './request-path.js';

export const REQUEST_KEY_HEADER = 'idempotency-key';

/** Long enough for a person who finds the page still open in the afternoon. */
const KEPT_MS = 24 * 3_600_000;

interface Keyed { digest: string; written: boolean }

/**
 * A changing request may carry a key of its own in the header Idempotency-Key. The key is written in the request's first
 * transaction, so that a form sent twice, by a second press or by a client that lost the first answer, changes nothing a second
 * time: the second is refused with the id of what the first one made.
 */
@Injectable()
export class RepeatedRequests implements NestInterceptor {
  private readonly keyed = new RunningScope<Keyed>();

  constructor(private readonly database: Database, private readonly clock: Clock) {
    database.atBegin((db) => this.write(db));
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<HubRequest>();
    const key = request.headers[REQUEST_KEY_HEADER];
    if (request.method === 'GET' || key === undefined) return next.handle();
    if (typeof key !== 'string' || !/^[\w-]{16,64}$/.test(key)) throw new InvalidRequest([{ field: REQUEST_KEY_HEADER, message: '请求编号应为 16-64 个字母、数字或连字符。' }]);
    // The person is part of it: nobody learns from somebody else's key.
    const keyed: Keyed = { digest: createHash('sha256').update([request.actor?.personId ?? 'resident', request.method, pathOf(request.url), key].join('\n')).digest('hex'), written: false };
    return from(this.keyed.during(keyed, async () => {
      const view: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await this.remember(keyed, view);
      return view;
    }));
  }

  private async write(db: Db): Promise<void> {
    const keyed = this.keyed.current();
    if (!keyed || keyed.written) return;
    const now = this.clock.now();
    const earlier = await db.findOneBy(RequestKeyEntity, { id: keyed.digest });
    if (earlier) throw repeated(earlier.subjectId);
    try {
      await db.insert(RequestKeyEntity, { id: keyed.digest, subjectId: null, receivedAt: now });
    } catch (error) {
      if (/UNIQUE|PRIMARY|ER_DUP_ENTRY/.test(String((error as Error).message) + String((error as { code?: string }).code))) throw repeated(null);
      throw error;
    }
    keyed.written = true;
    await db.delete(RequestKeyEntity, { receivedAt: LessThan(new Date(now.getTime() - KEPT_MS)) });
  }

  private async remember(keyed: Keyed, view: unknown): Promise<void> {
    const subjectId = (view as { id?: unknown } | null | undefined)?.id;
    if (keyed.written && typeof subjectId === 'string' && subjectId.length <= 36) await this.database.transaction((db) => db.update(RequestKeyEntity, keyed.digest, { subjectId }));
  }
}

const repeated = (subjectId: string | null): DomainError => new DomainError('request.repeated', subjectId ? { id: subjectId } : {});
