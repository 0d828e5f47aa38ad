import { rmSync } from 'node:fs';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { ProofreaderView } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import { SETTINGS } from '../../foundation/config/settings.module.js';
import type { Settings } from '../../foundation/config/settings.js';
import { Database } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import type { Actor } from '../../foundation/session/actor.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { ProofreaderService, type LearntModel } from '../proofreader/proofreader.service.js';
import { LibraryFile } from './library-file.js';

/** The library has grown enough to learn anew when it holds so many times the texts that were learnt. */
const GROWN = 1.2;
/** First look after the start, and between two looks. */
const FIRST_LOOK_MS = 120_000;
const LOOK_MS = 6 * 3_600_000;
const SYSTEM = { personId: 'system', orgId: 'system' };

/** Lets the proofreader learn from the published library: when asked, and by itself when the library has grown enough. */
@Injectable()
export class ProofreaderTrainingService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('proofreader');
  private timers: NodeJS.Timeout[] = [];
  private learning = false;
  private problem: string | null = null;
  /** Texts in the library when it was last found too small. */
  private tooSmallAt = 0;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly events: EventLogService,
    private readonly library: LibraryFile,
    private readonly proofreader: ProofreaderService,
  ) {}

  onApplicationBootstrap(): void {
    const look = (): void => void this.look().catch((error: Error) => this.logger.warn(error.message));
    this.timers = [setTimeout(look, FIRST_LOOK_MS), setInterval(look, LOOK_MS)];
    for (const timer of this.timers) timer.unref();
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }

  get(): ProofreaderView {
    const model = this.proofreader.model;
    return {
      state: this.learning ? 'learning' : model ? 'learnt' : 'not_learnt',
      version: model?.version ?? null, digest: model?.digest ?? null, learntAt: model?.learntAt ?? null,
      characters: model?.characters ?? 0, documents: model?.documents ?? 0, publications: model?.publications ?? 0,
      leastCharacters: this.settings.proofreaderLeastCharacters, problem: this.problem,
    };
  }

  /** Learns from the library as it is now. @throws DomainError proofreader.learning, proofreader.too_little_text */
  async train(actor: Pick<Actor, 'personId' | 'orgId'>): Promise<ProofreaderView> {
    if (this.learning) throw new DomainError('proofreader.learning');
    this.learning = true;
    this.problem = null;
    try {
      await this.learn(actor);
    } catch (error) {
      this.problem = error instanceof DomainError ? '公开的文件和内容还太少，尚未学习。' : '学习没有完成，请查看运行日志。';
      throw error;
    } finally {
      this.learning = false;
    }
    return this.get();
  }

  /** Learns when there is no model yet or the library has grown; a library that was too small is looked at again when it has grown. */
  async look(): Promise<void> {
    const model = this.proofreader.model;
    const texts = await this.library.size();
    const learnt = model ? model.documents + model.publications : this.tooSmallAt;
    if (this.learning || texts === 0 || texts < learnt * GROWN) return;
    try {
      await this.train(SYSTEM);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.tooSmallAt = texts;
    }
  }

  private async learn(actor: Pick<Actor, 'personId' | 'orgId'>): Promise<void> {
    const { file, characters, documents, publications } = await this.library.write(this.proofreader.workFolder);
    try {
      if (characters < this.settings.proofreaderLeastCharacters) throw new DomainError('proofreader.too_little_text', { characters, least: this.settings.proofreaderLeastCharacters });
      const learnt = await this.proofreader.learn(file);
      const model: LearntModel = { ...learnt, documents, publications, learntAt: this.clock.now().toISOString() };
      await this.database.transaction((db) => this.events.record(db, actor, { verb: 'proofreader.trained', subjectType: 'proofreader', subjectId: learnt.digest.slice(0, 36), facts: { digest: learnt.digest, version: learnt.version, characters: learnt.characters, documents, publications } }));
      this.proofreader.use(model);
    } finally {
      rmSync(file, { force: true });
    }
  }
}
