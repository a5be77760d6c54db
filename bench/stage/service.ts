// The programs under test, as they are started.
import type { Cluster } from './cluster.js';
import type { End } from './end.js';
import { Program } from './program.js';

/** Our service as its users start it, with the settings it has by default and those that are given. */
export function startService(
  end: End,
  cluster: Cluster,
  database: string,
  settings: Record<string, string> = {},
): Promise<Program> {
  return Program.start(end, {
    name: `service-${database}`,
    args: ['bin/run.mjs', 'main'],
    environment: { DATABASE_URL: cluster.url(database), METRICS_PORT: '0', ...asByDefault, ...settings },
    folder: cluster.folder,
  });
}

export function startTypical(end: End, cluster: Cluster, database: string): Promise<Program> {
  return Program.start(end, {
    name: 'typical',
    args: ['--import', './bin/typescript.mjs', 'bench/typical/main.ts'],
    environment: { DATABASE_URL: cluster.url(database), ...asByDefault },
    folder: cluster.folder,
  });
}

export function startNothing(end: End, cluster: Cluster): Promise<Program> {
  return Program.start(end, {
    name: 'nothing',
    args: ['--import', './bin/typescript.mjs', 'bench/nothing/main.ts'],
    environment: {},
    folder: cluster.folder,
  });
}

/** Whatever the shell of whoever runs the benchmark has set. */
export const asByDefault = {
  LOG_LEVEL: undefined,
  DATABASE_POOL: undefined,
  RATE_LIMIT_KEY: undefined,
  HOST: undefined,
  DEMO: undefined,
};
