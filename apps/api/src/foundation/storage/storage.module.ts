import { Module } from '@nestjs/common';
import { join } from 'node:path';
import { SETTINGS } from '../config/settings.module.js';
import type { Settings } from '../config/settings.js';
import { FileStore, FolderFileStore } from './file-store.js';

@Module({ providers: [{ provide: FileStore, useFactory: (settings: Settings) => new FolderFileStore(join(settings.dataDir, 'files')), inject: [SETTINGS] }], exports: [FileStore] })
export class StorageModule {}
