// The whole service as main starts it, on a database of the test's own, with a typed client and makers.
import type { Server } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import type { Clock } from '#platform/time/clock.js';
import type { PostgresAddress } from '#platform/database/data-source.js';
import { loadConfig } from '#config.js';
import { createLog, type Log } from '#platform/logging/log.js';
import { startService, type Service } from '#service.js';
import type { TimeBudget } from '#platform/time/time-budget.js';
import { JobQueue } from '#platform/jobs/job-queue.service.js';
import { ApiClient } from './call.js';
import { cloneTemplate } from './database.js';
import { startGate, type Gate } from './gate.js';
import { Maker } from './makers.js';
import { poolerVariables, wayTo } from './pooler.js';
import { keptByWorker } from './remains.js';
import { Rows } from './rows.js';

export interface SharedApp {
  service: Service;
  /** Calls the API and checks every reply against the contract. */
  api: ApiClient;
  make: Maker;
  /** Looks into the tables, past the service. */
  rows: Rows;
  /** Everything that had to follow a commit has been done. */
  settled(): Promise<void>;
}

export interface TestApp extends SharedApp {
  /** What takes the calls, for who must know that one has arrived. */
  server: Server;
  /** Shut it and the database is away. */
  gate: Gate;
  close(): Promise<void>;
}

export interface AppOptions {
  environment?: Record<string, string>;
  /** Called with each log line, a JSON object. */
  onLog?: (line: string) => void;
  /** Another replica on the same database. */
  sharing?: TestApp;
  /** Instead of the machine's. */
  clock?: Clock;
  /** How long it waits, where a test waits it out; that of src/platform/time/time-budget.ts unless told. */
  budget?: Partial<TimeBudget>;
}

const databases = new WeakMap<TestApp, Awaited<ReturnType<typeof cloneTemplate>>>();

let shared: Promise<SharedApp> | null = null;

/**
 * The one service of this worker, for test files that need no more than merchants of their own: tenants are isolated, and that is a
 * promise. It stays when a file ends. Who wants other settings, a closed database or empty tables starts one.
 */
export function sharedApp(): Promise<SharedApp> {
  return (shared ??= keptByWorker(async () => {
    const { address } = await cloneTemplate();
    return serve(wayTo(address), address);
  }));
}

/** Starts a service of the test's own. Close it when done: a database and a port hang on it. */
export async function startApp(options: AppOptions = {}): Promise<TestApp> {
  const replicas = options.sharing && databases.get(options.sharing);
  const clone = replicas ?? (await cloneTemplate());
  const gate = await startGate(wayTo(clone.address));
  const served = await serve(gate.address, clone.address, options);
  const close = async () => {
    await served.service.stop(1000);
    await served.rows.close();
    await gate.close();
    if (!replicas) await clone.drop();
  };
  const app: TestApp = { ...served, gate, close };
  databases.set(app, clone);
  return app;
}

/** @param address for the service @param own for the test's own looks into the tables, whatever becomes of the service's way there */
async function serve(
  address: PostgresAddress,
  own: PostgresAddress,
  { environment, onLog, clock, budget = {} }: AppOptions = {},
): Promise<Omit<TestApp, 'gate' | 'close'>> {
  const config = loadConfig({
    PORT: '0',
    PUBLIC_URL: 'https://go.example.com',
    SECRET_KEY: 'c'.repeat(64),
    RATE_LIMIT_ANONYMOUS_CLICKS: '100000',
    RATE_LIMIT_ANONYMOUS_IDENTIFIES: '100000',
    RATE_LIMIT_ANONYMOUS_IDENTIFIES_BURST: '100000',
    ...poolerVariables(),
    ...environment,
  });
  const service = await startService(config, address, logTo(onLog), { budget, ...(clock && { clock }) });
  const api = new ApiClient(`http://127.0.0.1:${service.port}`);
  const rows = Rows.connect(own);
  return {
    service,
    server: (service.app as unknown as INestApplication<Server>).getHttpServer(),
    api,
    make: new Maker(service.app, api, rows),
    rows,
    settled: () => service.app.get(JobQueue, { strict: false }).idle(),
  };
}

function logTo(onLog: AppOptions['onLog']): Log {
  return onLog ? createLog('info', { write: (line) => onLog(line) }) : createLog('silent');
}
