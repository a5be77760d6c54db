// The whole service as main starts it, on a database of the test's own, with a typed client and makers.
import { loadConfig } from '../../src/config.js';
import { createLog, type Log } from '../../src/logging/log.js';
import { startService, type Service } from '../../src/service.js';
import { Worker } from '../../src/work-rows/worker.service.js';
import { ApiClient } from './call.js';
import { cloneTemplate } from './database.js';
import { startGate, type Gate } from './gate.js';
import { Maker } from './makers.js';
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
}

const databases = new WeakMap<TestApp, Awaited<ReturnType<typeof cloneTemplate>>>();

let shared: Promise<SharedApp> | null = null;

/**
 * The one service of this worker, for test files that need no more than merchants of their own: tenants are isolated, and that is a
 * promise. It stays when a file ends. Who wants other settings, a closed database or empty tables starts one.
 */
export function sharedApp(): Promise<SharedApp> {
  return (shared ??= keptByWorker(() => startApp()));
}

/** Starts a service of the test's own. Close it when done: a database and a port hang on it. */
export async function startApp(options: AppOptions = {}): Promise<TestApp> {
  const replicas = options.sharing && databases.get(options.sharing);
  const clone = replicas ?? (await cloneTemplate());
  const gate = await startGate(clone.address);
  const config = loadConfig({
    PORT: '0',
    PUBLIC_URL: 'https://go.example.com',
    RATE_LIMIT_ANONYMOUS_CLICKS: '100000',
    RATE_LIMIT_ANONYMOUS_IDENTIFIES: '100000',
    RATE_LIMIT_ANONYMOUS_IDENTIFIES_BURST: '100000',
    ...options.environment,
  });
  const service = await startService(config, gate.address, logTo(options.onLog));
  const api = new ApiClient(`http://127.0.0.1:${service.port}`);
  const rows = Rows.connect(clone.address);
  const app: TestApp = {
    service,
    api,
    make: new Maker(service.app, api, rows),
    rows,
    gate,
    settled: () => service.app.get(Worker, { strict: false }).idle(),
    close: async () => {
      await service.stop(1000);
      await rows.close();
      await gate.close();
      if (!replicas) await clone.drop();
    },
  };
  databases.set(app, clone);
  return app;
}

function logTo(onLog: AppOptions['onLog']): Log {
  return onLog ? createLog('info', { write: (line) => onLog(line) }) : createLog('silent');
}
