// Who is killed: processes of PostgreSQL, found by the data folder they serve.
import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { PostgresAddress } from '#platform/database/data-source.js';
import { clusterFolderIn, readPassword } from '#platform/database/embedded/cluster-folder.js';
import { connectAsSupervisor } from '#platform/database/embedded/ownership.js';
import { readPostmasterFile } from '#platform/database/embedded/postmaster-file.js';
import { processInfo } from '#platform/database/embedded/process-info.js';
import { clientOptions } from '../support/postgres.js';
import { isAlive } from '../support/processes.js';

/** kill -9 of one backend that serves the service, if possible in the middle of a write. */
export async function killBackend(address: PostgresAddress): Promise<void> {
  const client = new Client(clientOptions(address));
  client.on('error', () => undefined); // it goes down with the others
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity
     where datname = current_database() and application_name = 'refcampaign'
     order by state = 'idle', query not like 'insert%', random() limit 1`,
  );
  const [victim] = rows;
  if (!victim) throw new Error('the service has no connection to its database');
  await killAndSee(victim.pid);
  await client.end().catch(() => undefined);
}

/** The PostgreSQL that serves a data folder of the embedded kind. */
export function postmasterOf(dataDir: string): number {
  const pid = readPostmasterFile(clusterFolderIn(dataDir).cluster)?.pid;
  if (pid === undefined) throw new Error(`no PostgreSQL runs on ${dataDir}`);
  return pid;
}

/** Every process that was started as PostgreSQL on that data folder. */
export function postmastersOn(dataDir: string): number[] {
  const mark = ` -D ${clusterFolderIn(dataDir).cluster} `;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const info = processInfo(pid);
      return typeof info === 'object' && info.command.includes(mark);
    });
}

/** kill -9, and it is gone. */
export async function killAndSee(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  for (const deadline = Date.now() + 5000; isAlive(pid);) {
    if (Date.now() > deadline) throw new Error(`process ${pid} survives kill -9`);
    await sleep(2);
  }
}

/** Makes PostgreSQL go on in a new write-ahead log file, as it does by itself whenever 16 MB are full. */
export async function switchLogFile(dataDir: string): Promise<void> {
  const folder = clusterFolderIn(dataDir);
  const password = await readPassword(folder);
  const client = await connectAsSupervisor({ host: folder.folder, port: 5432, password });
  // Whether it gets as far as answering depends on who needs the new file first.
  await client.query('select pg_switch_wal()').catch(() => undefined);
  await client.end().catch(() => undefined);
}
