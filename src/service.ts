// One running service on a database that is there: schema brought up to date, app assembled, callers let in; and its orderly end.
import type { INestApplicationContext } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule, type AppTime } from './app.module.js';
import type { Config } from './config.js';
import { Draining } from '#platform/http/draining.js';
import { FrontDoor } from '#platform/http/front-door.js';
import { createContractApp, letIn } from '#platform/http/http.js';
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
import { STATEMENT_MS } from '#platform/time/time-budget.js';

export interface Service {
  /** The Nest application, for who needs one of its providers. */
  app: INestApplicationContext;
  port: number;
  /** null: no metrics are handed out. */
  metricsPort: number | null;
  /**
   * Not ready, and new calls are held back → answers what is under way, for `graceMs` at most → lets go of the database → `beforeClosing`,
   * which ends what the service stood on → refuses what it held and closes the port. Metrics are handed out until all is written.
   * Calling it again changes nothing.
   */
  stop(graceMs: number, beforeClosing?: () => Promise<void>): Promise<void>;
}

/**
 * Migrates, then serves.
 * @param door whose port is open already; one is made for PORT unless told. Closed when the service stops, or does not start.
 * @param time what a test has instead of the machine's clock and the whole patience.
 * @throws Error when the database cannot be used or a port is taken; nothing is left behind then.
 */
export async function startService(
  config: Config,
  address: PostgresAddress,
  log: Log,
  time: AppTime = {},
  door = new FrontDoor(),
): Promise<Service> {
  door.logTo(log);
  try {
    if (!door.server.listening) await door.listen(config.port, config.host);
    return await serve(config, address, log, time, door);
  } catch (error) {
    await door.close();
    throw error;
  }
}

async function serve(
  config: Config,
  address: PostgresAddress,
  log: Log,
  time: AppTime,
  door: FrontDoor,
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
    app = await createContractApp(AppModule.with(config, log, dataSource, time), door, {
      trustProxy: config.trustProxy,
    });
    metrics = await serveMetrics(app, config, log);
    letIn(app);
    return toService(app, metrics, dataSource, door);
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
  door: FrontDoor,
): Service {
  const draining = app.get(Draining, { strict: false });
  let stopping: Promise<void> | null = null;
  const stop = async (graceMs: number, beforeClosing?: () => Promise<void>) => {
    draining.begin();
    if (!(await draining.finished(graceMs))) door.server.closeAllConnections();
    draining.close();
    await app.close();
    await metrics?.stop();
    await dataSource.destroy();
    await beforeClosing?.();
    await draining.leave();
    await door.close();
  };
  const metricsPort = metrics?.port ?? null;
  return { app, port: door.port, metricsPort, stop: (...how) => (stopping ??= stop(...how)) };
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
