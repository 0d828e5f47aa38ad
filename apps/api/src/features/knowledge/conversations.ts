import { Inject, Injectable } from '@nestjs/common';
import { LIMITS, type AskView } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import { SETTINGS } from '../../foundation/config/settings.module.js';
import type { Settings } from '../../foundation/config/settings.js';
import { SecretBox } from '../../foundation/secrets/secret-box.js';

/** How long a question may be gone on from. */
export const CONVERSATION_LIFE = { version: '2026-11', minutes: 30, effectiveFrom: '2026-11-01', source: '《中华人民共和国个人信息保护法》第六条、第十九条：最小范围、最短时间；时长由本系统规定' } as const;

const PLACE = 'conversation';
const MINUTE_MS = 60_000;

/** The subject of a question, personal data masked, sealed into a handle that the asker holds: nothing is stored, nobody else reads it. */
@Injectable()
export class Conversations {
  private readonly box: SecretBox;

  constructor(private readonly clock: Clock, @Inject(SETTINGS) settings: Settings) {
    this.box = new SecretBox(settings.secret);
  }

  start(subject: string | null): AskView['conversation'] {
    if (subject === null) return null;
    const handle = this.box.seal(JSON.stringify({ subject, until: this.clock.now().getTime() + CONVERSATION_LIFE.minutes * MINUTE_MS }), PLACE);
    return handle.length > LIMITS.conversationChars ? null : { handle, subject };
  }

  /** Null when the handle has ended, was changed, or is none of this hub's. */
  subjectOf(handle: string): string | null {
    try {
      const { subject, until } = JSON.parse(this.box.open(handle, PLACE)) as { subject: string; until: number };
      return until > this.clock.now().getTime() ? subject : null;
    } catch {
      return null;
    }
  }
}
