import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller.js';
import { AccountsReader } from './accounts.reader.js';
import { AccountsService } from './accounts.service.js';
import { AuthenticityService } from './authenticity.service.js';
import { FilingsService } from './filings.service.js';

@Module({
  controllers: [AccountsController],
  providers: [AccountsReader, AccountsService, AuthenticityService, FilingsService],
  exports: [AccountsReader, AccountsService, AuthenticityService, FilingsService],
})
export class AccountsModule {}
