// Boot, behind an open port: configuration, PostgreSQL (embedded unless DATABASE_URL), service, demo; and the end on a signal.
import { Config, ConfigError, errorsPageOf, loadConfig, serviceLinks } from '#config.js';
import { configTable } from '#config-table.js';
import { misspeltVariables } from './misspelt-variables.js';
import type { PostgresAddress } from '#platform/database/data-source.js';
import type { EmbeddedPostgres } from '#platform/database/embedded/embedded-postgres.js';
import { processInfo } from '#platform/database/embedded/process-info.js';
import { serviceVersion } from '#platform/contract/version.js';
import type { FrontDoor } from '#platform/http/front-door.js';
import { errorText } from '#platform/logging/error-text.js';
import { createLog, type Log } from '#platform/logging/log.js';
import { withTimeout } from '#platform/time/with-timeout.js';
import type { Service } from '#service.js';
import {
  PARENT_LOOK_MS,
  POSTGRES_STOP_MS,
  SERVICE_STOP_OVERRUN_MS,
  START_PATIENCE_MS,
} from '#platform/time/time-budget.js';

const variableNames = configTable.map(({ name }) => name);
/** Beside the pool: commands, a second look with psql, PostgreSQL's own reserve. */
const OTHER_CONNECTIONS = 20;

interface Running {
  door: FrontDoor;
  service: Service | null;
  postgres: EmbeddedPostgres | null;
}

/**
 * Starts the service; callers wait at the door meanwhile.
 * @param door on PORT; not listening when PORT or HOST cannot be used, which is told here.
 * @returns when it serves. What refuses a start is told on standard error, and ends the process with 1.
 */
export async function boot(door: FrontDoor): Promise<void> {
  try {
    await start(door);
  } catch (error) {
    await door.close();
    fail(error);
  }
}

async function start(door: FrontDoor): Promise<void> {
  // PORT=0 is known by now: links and error pages lead to the port that was given.
  const port = door.server.listening ? { PORT: String(door.port) } : {};
  const config = loadConfig({ ...process.env, ...port });
  const log = createLog(config.logLevel);
  log.info('starting', { version: serviceVersion, node: process.version });
  door.logTo(log);
  door.errorsPage = errorsPageOf(config);
  for (const { given, meant } of misspeltVariables(process.env, variableNames))
    log.warn(`the environment variable ${given} is not read: did you mean ${meant}?`);
  for (const name of serviceLinks(process.env)) log.warn(toldLink(name));
  const running: Running = { door, service: null, postgres: null };
  let ending: Promise<void> | null = null;
  const end = (reason: string) => (ending ??= shutDown(running, config, log, reason));
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void end(signal));
  endWithParent(() => void end('the process that started this one is gone'));
  try {
    const address = await openDatabase(config, running, log);
    // Most of a start's work: what refuses a start before (a setting, a data folder in use) says so at once.
    const { startService } = await import('#service.js');
    const { printWelcome } = await import('#demo/welcome.js');
    running.service = await startService(await withSecretKey(config), address, log, {}, running.door);
    const { metricsPort, app } = running.service;
    log.info('listening', {
      host: config.host,
      port: config.port,
      ...(metricsPort === null ? {} : { metricsPort }),
    });
    await printWelcome(app, config, config.port);
  } catch (error) {
    // Ended while it started: the end is under way and exits by itself.
    if (ending) return ending;
    await stopPostgres(running);
    throw error;
  }
}

function toldLink(name: string): string {
  const service = name.slice(0, -'_PORT'.length).toLowerCase();
  return (
    `${name} is not read: it holds the address of a service named ${service}, as Kubernetes sets it beside one. ` +
    `Write enableServiceLinks: false into the pod's spec, or set ${name} to a port`
  );
}

async function openDatabase(config: Config, running: Running, log: Log): Promise<PostgresAddress> {
  const { databaseUrl: url, databasePooler: lent } = config;
  if (url !== null) {
    const { reachDatabase } = await import('#platform/database/reach.js');
    await reachDatabase({ url, lent, patienceMs: START_PATIENCE_MS, tell: (...what) => log.warn(...what) });
    return { url };
  }
  const { startEmbeddedPostgres } = await import('#platform/database/embedded/embedded-postgres.js');
  running.postgres = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    settings: { max_connections: String(Math.max(60, config.databasePool + OTHER_CONNECTIONS)) },
    log: (message) => log.info(message),
  });
  return running.postgres.connection;
}

/** The embedded PostgreSQL has a key beside it: its folder is ours alone by now. */
async function withSecretKey(config: Config): Promise<Config> {
  if (config.secretKey !== null || config.databaseUrl !== null) return config;
  const { secretKeyIn } = await import('#platform/secrets/key-file.js');
  return new Config({ ...config, secretKey: await secretKeyIn(config.dataDir) });
}

/** Ends everything within SHUTDOWN_SECONDS and exits: 0 if it went as it should. */
async function shutDown(running: Running, config: Config, log: Log, reason: string): Promise<void> {
  log.info('shutting down', { reason });
  const deadline = config.shutdownSeconds * 1000;
  setTimeout(() => process.exit(1), deadline).unref();
  try {
    const forCalls = Math.max(deadline - POSTGRES_STOP_MS, deadline / 2);
    // PostgreSQL is stopped in time, whatever the service still waits for.
    // The port closes last. What comes meanwhile is answered 503 at the very end: so one try of a caller lasts until the next process starts.
    const stopped = running.service?.stop(forCalls, () => stopPostgres(running));
    if (stopped) await withTimeout(forCalls + SERVICE_STOP_OVERRUN_MS, stopped, undefined);
    await stopPostgres(running);
    await running.door.close();
    log.info('stopped');
    process.exit(0);
  } catch (error) {
    log.fatal('could not stop as it should', { error });
    process.exit(1);
  }
}

async function stopPostgres(running: Running): Promise<void> {
  await running.postgres?.stop();
}

/**
 * Under `npm start`, kill -9 of npm sends us no signal, nor does SIGTERM of npm, which ends only the shell between us: the service
 * must not stay behind without anybody knowing.
 */
function endWithParent(end: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const shell = process.ppid;
  const npm = parentOf(shell);
  setInterval(() => {
    const now = parentOf(shell);
    if (process.ppid !== shell || (now !== npm && now !== 'unknown')) end();
  }, PARENT_LOOK_MS).unref();
}

function parentOf(pid: number): number | 'gone' | 'unknown' {
  const info = processInfo(pid);
  return typeof info === 'string' ? info : info.parentPid;
}

function fail(error: unknown): never {
  const isExpected = error instanceof ConfigError;
  process.stderr.write(
    `${isExpected ? error.message : `The service could not start: ${errorText(error)}`}\n`,
  );
  process.exit(1);
}
