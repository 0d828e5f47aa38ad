import { Injectable } from '@nestjs/common';
import { LIMITS } from '@govmedia-hub/contracts';
import type { Db } from '../../foundation/database/database.js';
import { maskPersonalData } from '../../foundation/personal-data/mask-personal-data.js';
import type { Actor } from '../../foundation/session/actor.js';
import { ContentsService } from '../contents/contents.service.js';

/** Offers an answered question to the library of Q&As. */
@Injectable()
export class LibraryOffers {
  constructor(private readonly contents: ContentsService) {}

  /**
   * A draft with the resident's question, personal data masked, and the unit's answer. It has no bound source yet, so it cannot be
   * handed in before its writer names one.
   * @returns id of the draft
   */
  draftOf(db: Db, actor: Actor, question: string, answer: string): Promise<string> {
    const asked = maskPersonalData(question);
    const title = asked.replace(/\s+/g, ' ').trim().slice(0, LIMITS.titleChars);
    return this.contents.createDraft(db, actor, { kind: 'qa', title, topic: null, blocks: [{ type: 'qa', question: asked, alternatives: [], answer, documentId: null, anchor: null }], sources: [] });
  }
}
