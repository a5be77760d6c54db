// For commands that run beside the service: use its PostgreSQL instead of starting one.
import { realpath } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { clusterFolderIn, readPassword } from './cluster-folder.js';
import { findHome } from './data-home.js';
import type { Connection, EmbeddedPostgres } from './instance.js';
import { ownerLockKey } from './ownership.js';
import { identifyPostmaster, readPostmasterFile, socketAnswers } from './postmaster-file.js';
import { databaseName, roleName } from './roles.js';

/** How long a service that is just starting, or restarting its PostgreSQL, is waited for. */
const patienceMilliseconds = 5000;

/**
 * Joins the PostgreSQL of a running service on that data folder; changes nothing there.
 * @returns null when none runs, or when the one that runs has lost its owner and is about to be stopped
 * @throws Error when this user may not use it
 */
export async function joinEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres | null> {
  const home = await realpath(dataDir).then(findHome, (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (home === null) return null;
  const folder = clusterFolderIn(home);
  const until = Date.now() + patienceMilliseconds;
  do {
    const file = readPostmasterFile(folder.cluster);
    if (!file) return null;
    const found = identifyPostmaster(file.pid, folder.cluster);
    if (found.kind !== 'running' && !(await socketAnswers(file))) return null;
    const password = await readPassword(folder);
    const connection = {
      host: file.socketFolder,
      port: file.port,
      user: roleName,
      password,
      database: databaseName,
    };
    if (connection.host !== '' && (await hasOwner(connection))) {
      return { connection, dataDirectory: home, owned: false, stop: () => Promise.resolve() };
    }
    await sleep(50);
  } while (Date.now() < until);
  return null;
}

/** Whether PostgreSQL answers and somebody holds the owner lock. */
async function hasOwner(connection: Connection): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const result = await client.query(
      `select from pg_locks
        where locktype = 'advisory' and granted and classid = 0 and objid = $1 and objsubid = 1
          and database = (select oid from pg_database where datname = 'postgres')`,
      [ownerLockKey],
    );
    return result.rowCount === 1;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
