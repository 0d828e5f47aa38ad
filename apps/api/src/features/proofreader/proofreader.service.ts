import { Inject, Injectable, Logger } from '@nestjs/common';
import { join } from 'node:path';
import type { Doubt, Proofreader, WordReader } from '@govmedia-hub/screening';
import { SETTINGS } from '../../foundation/config/settings.module.js';
import type { Settings } from '../../foundation/config/settings.js';
import { runTask } from '../../foundation/jobs/run-task.js';
import { generalReader } from './general-words.js';
import type { Learnt } from './learn-library-task.js';
import { type LearntModel, ModelFolder } from './learnt-model.js';

export type { LearntModel } from './learnt-model.js';

const TASK = new URL('./proofread-task.js', import.meta.url);
const LEARN = new URL('./learn-library-task.js', import.meta.url);
const LEARN_LIMITS = { timeoutMs: 600_000, memoryMb: 2048 };
const LIMITS = { timeoutMs: 60_000, memoryMb: 512 };

/** The proofreader that has learnt from this office's library. It reads in a worker thread; without a model it is silent. */
@Injectable()
export class ProofreaderService {
  private readonly logger = new Logger('proofreader');
  private readonly folder: ModelFolder;
  private learnt: LearntModel | null;
  /** The end of the reading before: one worker holds the model, and texts take turns. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.folder = new ModelFolder(join(settings.dataDir, 'proofreader'));
    this.learnt = this.folder.read();
  }

  /** What it has learnt from; null before it has learnt. */
  get model(): LearntModel | null {
    return this.learnt;
  }

  /** Knows the words of general Chinese, before anything is learnt. */
  get words(): WordReader {
    return generalReader();
  }

  /** Names the model in force, for the version of a screening; it has read nothing. */
  get inForce(): Proofreader | null {
    return this.learnt && told(this.learnt, '', []);
  }

  /** A proofreader that has read this one text; null when nothing is learnt or it could not read, so that no version claims it did. */
  reading(text: string): Promise<Proofreader | null> {
    const turn = this.turn.then(() => this.read(text));
    this.turn = turn;
    return turn;
  }

  private async read(text: string): Promise<Proofreader | null> {
    const model = this.learnt;
    if (!model) return null;
    try {
      return told(model, text, await runTask<Doubt[]>(TASK, { file: this.folder.fileOf(model.digest), digest: model.digest, text }, LIMITS));
    } catch (error) {
      this.logger.error(`a text was not proofread: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  }

  /** Learns from a file with one text a line (JSON strings) and keeps the model aside. Takes about a second for each million characters. @throws TaskStopped */
  learn(library: string): Promise<Learnt> {
    return runTask<Learnt>(LEARN, { library, folder: this.folder.path }, LEARN_LIMITS);
  }

  /** Where a library may lie while it is learnt from. */
  get workFolder(): string {
    return this.folder.path;
  }

  /** Puts a kept model in force. */
  use(model: LearntModel): void {
    this.folder.use(model);
    this.learnt = model;
  }
}

const told = ({ version, source }: LearntModel, text: string, doubts: Doubt[]): Proofreader => ({ version, source, proofread: (asked) => (asked === text ? doubts : []) });
