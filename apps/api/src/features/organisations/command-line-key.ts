import { Inject, Injectable } from '@nestjs/common';
import { ROLES } from '@govmedia-hub/contracts';
import { timingSafeEqual, randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTINGS } from '../../foundation/config/settings.module.js';
import type { Settings } from '../../foundation/config/settings.js';
import { Database } from '../../foundation/database/database.js';
import type { Actor } from '../../foundation/session/actor.js';
import { CommandLineKey } from '../../foundation/session/sessions.port.js';
import { OrganisationsService } from './organisations.service.js';

/** The key that a running hub leaves beside its data (mode 600), so that `hub` of the same machine writes through its API. */
@Injectable()
export class RunningHubKey extends CommandLineKey {
  private readonly key = randomBytes(32).toString('base64url');

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly organisations: OrganisationsService,
  ) {
    super();
  }

  /** Tells where the hub listens. @returns a function that takes the note away again */
  announce(url: string): () => void {
    const folder = join(this.settings.dataDir, 'run');
    const file = join(folder, 'hub.json');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify({ url, key: this.key, pid: process.pid }), { mode: 0o600 });
    return () => rmSync(file, { force: true });
  }

  /** For a command that opened the hub in its own process. */
  ownKey(): string {
    return this.key;
  }

  override async actorFor(key: string): Promise<Actor | null> {
    const [given, right] = [Buffer.from(key), Buffer.from(this.key)];
    if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
    return this.actor();
  }

  /** The command line acts in the supervising unit's name, under its own id in the event log. */
  async actor(): Promise<Actor> {
    const unit = await this.database.read((db) => this.organisations.findSupervising(db));
    return { personId: 'command-line', name: '命令行', orgId: unit?.id ?? 'command-line', roles: ROLES, via: 'command_line' };
  }
}
