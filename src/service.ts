// One running service on a database that is there: schema brought up to date, app assembled, port open; and its orderly end.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { INestApplicationContext } from '@nestjs/common';
import { AppModule } from './app.module.js';
import type { Config } from './config.js';
import { Draining } from './contract/draining.js';
import { createContractApp } from './contract/http.js';
import { makeDataSource, type PostgresAddress } from './database/data-source.js';
import { migrate } from './database/migrate.js';
import type { Log } from './logging/log.js';

/** A statement that takes longer is given up, in milliseconds: every call is answered within 8 seconds. */
const STATEMENT_MS = 7000;

export interface Service {
  /** The Nest application, for who needs one of its providers. */
  app: INestApplicationContext;
  port: number;
  /**
   * Not ready → no new connections → answers what is under way, for `graceMs` at most → lets go of the database.
   * Calling it again changes nothing.
   */
  stop(graceMs: number): Promise<void>;
}

/** Migrates, then serves. @throws Error when the database cannot be used or the port is taken; nothing is left behind then. */
export async function startService(config: Config, address: PostgresAddress, log: Log): Promise<Service> {
  const migrated = await migrate(address);
  if (migrated.length > 0) log.info('database migrated', { migrations: migrated });
  const dataSource = makeDataSource(address, { connections: config.databasePool, statementMs: STATEMENT_MS });
  await dataSource.initialize();
  try {
    const app = await createContractApp(AppModule.with(config, log, dataSource), {
      trustProxy: config.trustProxy,
    });
    await app.listen(config.port, config.host);
    const server = app.getHttpServer();
    let stopping: Promise<void> | null = null;
    const stop = async (graceMs: number) => {
      app.get(Draining, { strict: false }).begin();
      await finishCalls(server, graceMs);
      await app.close();
      await dataSource.destroy();
    };
    const { port } = server.address() as AddressInfo;
    return { app, port, stop: (graceMs) => (stopping ??= stop(graceMs)) };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

/** Closes the port; idle connections end at once, the others when answered or when the grace is over. */
async function finishCalls(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const impatience = setTimeout(() => server.closeAllConnections(), graceMs);
  server.closeIdleConnections();
  await closed;
  clearTimeout(impatience);
}
