import { Inject, Injectable } from '@nestjs/common';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTINGS } from '../foundation/config/settings.module.js';
import type { Settings } from '../foundation/config/settings.js';
import { Database } from '../foundation/database/database.js';
import { HubStateEntity } from '../foundation/database/hub-state.entity.js';
import { OrganisationEntity } from '../features/organisations/organisation.entity.js';
import { DemoCityLoader } from './demo-city-loader.js';
import type { DemoSignIn } from './demo-sign-in.js';

const MARK = 'demonstration';
export const SIGN_INS_FILE = 'demo-sign-ins.json';

/** Knows whether this database is the demonstration city, and loads it into an empty one. */
@Injectable()
export class DemonstrationService {
  constructor(
    private readonly database: Database,
    private readonly loader: DemoCityLoader,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  isEmpty(): Promise<boolean> {
    return this.database.read(async (db) => (await db.count(OrganisationEntity)) === 0);
  }

  isDemonstration(): Promise<boolean> {
    return this.database.read((db) => db.existsBy(HubStateEntity, { id: MARK }));
  }

  /**
   * Loads the city through the same services that people use: imports, confirmations, filings, gates, reviews, publications.
   * The mark is written first, so that a load that was cut off is never taken for a real city.
   */
  async load(say: (line: string) => void): Promise<void> {
    await this.database.transaction((db) => db.insert(HubStateEntity, { id: MARK, value: JSON.stringify({ begun: true }) }));
    await this.database.withoutFlushing(() => this.loader.load(join(this.settings.dataDir, SIGN_INS_FILE), say));
  }

  /** Sign-ins of the demonstration, as kept beside its data; empty elsewhere. */
  signIns(): DemoSignIn[] {
    const file = join(this.settings.dataDir, SIGN_INS_FILE);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoSignIn[]) : [];
  }
}
