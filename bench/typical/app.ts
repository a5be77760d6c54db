// Makes the application, for main and for its test.
import type { LoggerService, LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { requestId } from './http/request-id.js';

export interface AppOptions {
  /** postgres://… of a migrated database. */
  databaseUrl: string;
  poolSize: number;
  logger: LoggerService | LogLevel[] | false;
}

/** Connected to its database; not listening yet. */
export async function createApp(options: AppOptions): Promise<NestExpressApplication> {
  const module = AppModule.forDatabase(options.databaseUrl, options.poolSize);
  const app = await NestFactory.create<NestExpressApplication>(module, { logger: options.logger });
  app.use(requestId);
  app.enableShutdownHooks();
  return app;
}
