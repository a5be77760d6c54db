// One running service on a database that is there: schema brought up to date, app assembled, port open; and its orderly end.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule, type AppTime } from './app.module.js';
import type { Config } from './config.js';
import { Draining } from '#platform/http/draining.js';
import { createContractApp } from '#platform/http/http.js';
import {
  makeDataSource,
  openPatiently,
  type DataSource,
  type PostgresAddress,
} from '#platform/database/data-source.js';
import { migrate } from '#platform/database/migrate.js';
import type { Log } from '#platform/logging/log.js';
import { startMetricsServer, type MetricsServer } from '#platform/metrics/metrics-server.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { IDLE_CONNECTIONS_LOOK_MS, LAST_CALLS_MS, STATEMENT_MS } from '#platform/time/time-budget.js';

export interface Service {
  /** The Nest application, for who needs one of its providers. */
  app: INestApplicationContext;
  port: number;
  /** null: no metrics are handed out. */
  metricsPort: number | null;
  /**
   * Not ready → no new connections → answers what is under way, for `graceMs` at most → lets go of the database.
   * Metrics are handed out until all is written.
   * Calling it again changes nothing.
   */
  stop(graceMs: number): Promise<void>;
}

/**
 * Migrates, then serves.
 * @param time what a test has instead of the machine's clock and the whole patience.
 * @throws Error when the database cannot be used or a port is taken; nothing is left behind then.
 */
export async function startService(
  config: Config,
  address: PostgresAddress,
  log: Log,
  time: AppTime = {},
): Promise<Service> {
  const migrated = await migrate(address);
  if (migrated.length > 0) log.info('database migrated', { migrations: migrated });
  const dataSource = makeDataSource(address, {
    connections: config.databasePool,
    statementMs: STATEMENT_MS,
    lent: config.databasePooler,
  });
  await openPatiently(dataSource);
  let app: NestExpressApplication | null = null;
  let metrics: MetricsServer | null = null;
  try {
    app = await createContractApp(AppModule.with(config, log, dataSource, time), {
      trustProxy: config.trustProxy,
    });
    metrics = await serveMetrics(app, config, log);
    await app.listen(config.port, config.host);
    return toService(app, metrics, dataSource);
  } catch (error) {
    await metrics?.stop();
    await app?.close();
    await dataSource.destroy();
    throw error;
  }
}

function toService(
  app: NestExpressApplication,
  metrics: MetricsServer | null,
  dataSource: DataSource,
): Service {
  const server = app.getHttpServer();
  let stopping: Promise<void> | null = null;
  const stop = async (graceMs: number) => {
    app.get(Draining, { strict: false }).begin();
    await sleep(Math.min(LAST_CALLS_MS, graceMs / 2));
    await finishCalls(server, graceMs);
    await app.close();
    await metrics?.stop();
    await dataSource.destroy();
  };
  const { port } = server.address() as AddressInfo;
  const metricsPort = metrics?.port ?? null;
  return { app, port, metricsPort, stop: (graceMs) => (stopping ??= stop(graceMs)) };
}

/** @throws Error that names METRICS_PORT when that cannot be listened on. */
async function serveMetrics(
  app: INestApplicationContext,
  { metricsHost: host, metricsPort: port }: Config,
  log: Log,
): Promise<MetricsServer | null> {
  if (port === null) return null;
  try {
    return await startMetricsServer(app.get(Metrics, { strict: false }), { host, port }, log);
  } catch (error) {
    throw new Error(`METRICS_PORT cannot be used: ${(error as Error).message}`, { cause: error });
  }
}

/** Closes the port; idle connections end at once, the others when answered or when the grace is over. */
async function finishCalls(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const impatience = setTimeout(() => server.closeAllConnections(), graceMs);
  server.closeIdleConnections();
  // A call that came before the end was told that its connection stays open; it is closed once it is answered.
  const look = setInterval(() => server.closeIdleConnections(), IDLE_CONNECTIONS_LOOK_MS);
  await closed;
  clearInterval(look);
  clearTimeout(impatience);
}
