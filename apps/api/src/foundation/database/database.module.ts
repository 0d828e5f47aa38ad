import { Global, Module, type DynamicModule, type OnModuleDestroy } from '@nestjs/common';
import { Database } from './database.js';
import { openDatabase, type DatabasePlan } from './open-database.js';

@Global()
@Module({})
export class DatabaseModule implements OnModuleDestroy {
  constructor(private readonly database: Database) {}

  static open(plan: DatabasePlan): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [{ provide: Database, useFactory: () => openDatabase(plan) }],
      exports: [Database],
    };
  }

  async onModuleDestroy(): Promise<void> {
    await this.database.close();
  }
}
