// Lends the one Database to every module.
import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Database } from './database.js';

@Module({})
export class DatabaseModule {
  /** @param dataSource connected by who starts the service, and closed by him after the app. */
  static with(dataSource: DataSource): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [{ provide: Database, useValue: new Database(dataSource) }],
      exports: [Database],
    };
  }
}
