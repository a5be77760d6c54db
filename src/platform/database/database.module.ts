// Lends the one Database to every module.
import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Metrics } from '#platform/metrics/metrics.js';
import { Database, type DatabaseOptions } from './database.js';
import { StatisticsService } from './statistics.service.js';

@Module({})
export class DatabaseModule {
  /**
   * @param dataSource connected by who starts the service, and closed by him after the app.
   * @param options see Database.
   */
  static with(dataSource: DataSource, options: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        {
          provide: Database,
          inject: [Metrics],
          useFactory: (metrics: Metrics) => new Database(dataSource, { ...options, metrics }),
        },
        StatisticsService,
      ],
      exports: [Database],
    };
  }
}
