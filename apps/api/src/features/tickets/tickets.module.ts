import { Module } from '@nestjs/common';
import { ContentsModule } from '../contents/contents.module.js';
import { LibraryOffers } from './library-offers.js';
import { TicketLookup } from './ticket-lookup.js';
import { TicketsController } from './tickets.controller.js';
import { TicketsReader } from './tickets.reader.js';
import { TicketsService } from './tickets.service.js';

@Module({ imports: [ContentsModule], controllers: [TicketsController], providers: [TicketsService, TicketsReader, TicketLookup, LibraryOffers], exports: [TicketsService] })
export class TicketsModule {}
