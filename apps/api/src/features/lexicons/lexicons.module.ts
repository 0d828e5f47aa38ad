import { Module } from '@nestjs/common';
import { LexiconSheets } from './lexicon-sheets.js';
import { LexiconStore } from './lexicon-store.js';
import { LexiconsController } from './lexicons.controller.js';
import { LexiconsReader } from './lexicons.reader.js';
import { LexiconsService } from './lexicons.service.js';

@Module({ controllers: [LexiconsController], providers: [LexiconStore, LexiconsReader, LexiconsService, LexiconSheets], exports: [LexiconStore, LexiconsReader, LexiconsService] })
export class LexiconsModule {}
