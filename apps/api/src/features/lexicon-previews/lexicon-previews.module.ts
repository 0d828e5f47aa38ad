import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { LexiconsModule } from '../lexicons/lexicons.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { LexiconPreviewsController } from './lexicon-previews.controller.js';
import { LexiconPreviewsService } from './lexicon-previews.service.js';
import { PublicTexts } from './public-texts.js';

@Module({ imports: [LexiconsModule, AccountsModule, DocumentsModule, PublishingModule], controllers: [LexiconPreviewsController], providers: [LexiconPreviewsService, PublicTexts], exports: [LexiconPreviewsService] })
export class LexiconPreviewsModule {}
