import { Inject, Injectable } from '@nestjs/common';
import type { RephrasingMessage } from '@govmedia-hub/knowledge';
import { SETTINGS } from '../../foundation/config/settings.module.js';
import type { Settings } from '../../foundation/config/settings.js';
import { OutgoingHttp } from '../../foundation/outgoing/outgoing-http.js';

/** A resident waits: whoever is slower than this is not shown. */
const TIMEOUT_MS = 8_000;
const MAX_BYTES = 64 * 1024;

interface Completion { choices?: { message?: { content?: unknown } }[] }

/** Speaks the chat-completions protocol with the one model that the settings name. */
@Injectable()
export class GenerationGateway {
  constructor(
    private readonly http: OutgoingHttp,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @returns what the model said, or null when it could not be asked or said nothing that can be read */
  async complete(messages: readonly RephrasingMessage[]): Promise<string | null> {
    const { generation } = this.settings;
    if (!generation) return null;
    try {
      const answer = await this.http.send(`${generation.url}/chat/completions`, {
        method: 'POST', timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES,
        headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${generation.key}` },
        body: JSON.stringify({ model: generation.model, messages, temperature: 0, max_tokens: 800, stream: false }),
      });
      if (answer.status !== 200) return null;
      const content = (JSON.parse(answer.body.toString('utf8')) as Completion).choices?.[0]?.message?.content;
      return typeof content === 'string' ? content : null;
    } catch {
      return null;
    }
  }
}
