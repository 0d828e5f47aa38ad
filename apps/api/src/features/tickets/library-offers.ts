import { Injectable } from '@nestjs/common';
import type { Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import type { Actor } from '../../foundation/session/actor.js';

@Injectable()
export class LibraryOffers {
  async draftOf(_db: Db, _actor: Actor, _question: string, _answer: string): Promise<string | null> { throw new DomainError('server.not_ready'); }
}
