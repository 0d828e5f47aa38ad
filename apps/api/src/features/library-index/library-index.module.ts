import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { HitCheck } from './hit-check.js';
import { IndexKeeper } from './index-keeper.js';
import { IndexSnapshots } from './index-snapshots.js';
import { IndexTables } from './index-tables.js';
import { LibraryIndexService } from './library-index.service.js';
import { PublicationSource } from './publication-source.js';

@Module({
  imports: [DocumentsModule, PublishingModule],
  providers: [LibraryIndexService, IndexKeeper, IndexSnapshots, IndexTables, HitCheck, PublicationSource],
  exports: [LibraryIndexService, IndexSnapshots],
})
export class LibraryIndexModule {}
