import { Module } from '@nestjs/common';
import { GazetteModule } from '../gazette/gazette.module.js';
import { LibraryIndexModule } from '../library-index/library-index.module.js';
import { GazetteIndex } from './gazette-index.js';
import { GazetteSearchController } from './gazette-search.controller.js';
import { GazetteSearchService } from './gazette-search.service.js';

/** Searching what the gazette has printed. */
@Module({ imports: [GazetteModule, LibraryIndexModule], controllers: [GazetteSearchController], providers: [GazetteSearchService, GazetteIndex] })
export class GazetteSearchModule {}
