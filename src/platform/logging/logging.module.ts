// Lends the one Log to every module.
import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { Log } from './log.js';

@Module({})
export class LoggingModule {
  /** The log is made before the app, since start-up is logged too. */
  static with(log: Log): DynamicModule {
    return {
      module: LoggingModule,
      global: true,
      providers: [{ provide: Log, useValue: log }],
      exports: [Log],
    };
  }
}
