import { Module } from '@nestjs/common';
import { LibraryIndexModule } from '../library-index/library-index.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { ServicesController } from './services.controller.js';
import { ServicesReader } from './services.reader.js';
import { ServicesService } from './services.service.js';

@Module({ imports: [PublishingModule, LibraryIndexModule], controllers: [ServicesController], providers: [ServicesService, ServicesReader], exports: [ServicesReader] })
export class ServicesModule {}
