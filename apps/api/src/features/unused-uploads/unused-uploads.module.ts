import { Module } from '@nestjs/common';
import { StorageModule } from '../../foundation/storage/storage.module.js';
import { ContentsModule } from '../contents/contents.module.js';
import { ImportsModule } from '../imports/imports.module.js';
import { MediaModule } from '../media/media.module.js';
import { WritingModule } from '../writing/writing.module.js';
import { UnusedUploads } from './unused-uploads.service.js';

@Module({ imports: [StorageModule, ContentsModule, ImportsModule, MediaModule, WritingModule], providers: [UnusedUploads] })
export class UnusedUploadsModule {}
