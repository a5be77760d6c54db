// The one PostgreSQL of a benchmark run: embedded, durable, in a folder of its own on a real disk. A database for each subject.
import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { PostgresAddress } from '#platform/database/data-source.js';
import { startEmbeddedPostgres, type Connection } from '#platform/database/embedded/embedded-postgres.js';
import { processInfo } from '#platform/database/embedded/process-info.js';
import { migrate } from '#platform/database/migrate.js';
import { parentOf } from './processes.js';
import type { End } from './end.js';

/** What statfs calls a file system in memory: fsync costs nothing there. */
const TMPFS = 0x0102_1994;
/** Followed by the pid of the run that it belongs to. */
const FOLDER = 'refcampaign-bench-';

/** As a service with the embedded PostgreSQL has them, but for the number of connections, and statements can be counted. */
const settings = {
  max_connections: '250',
  shared_preload_libraries: 'pg_stat_statements',
};

export class Cluster {
  private readonly clients: Client[] = [];

  private constructor(
    readonly folder: string,
    private readonly connection: Connection,
    /** Pid of PostgreSQL's first process; null where that cannot be known. */
    readonly postmaster: number | null,
  ) {}

  /** Starts it; stopped and removed at the end. @param more settings for this run */
  static async start(end: End, more: Record<string, string> = {}): Promise<Cluster> {
    const disk = realDisk();
    removeLeftovers(disk);
    const folder = mkdtempSync(join(disk, `${FOLDER}${process.pid}-`));
    end.with(() => rmSync(folder, { recursive: true, force: true }));
    chmodSync(folder, 0o755); // as root, PostgreSQL's account must be able to enter
    const postgres = await startEmbeddedPostgres({
      dataDir: join(folder, 'data'),
      settings: { ...settings, ...more },
      log: () => undefined,
    });
    end.with(async () => {
      await postgres.stop();
      rmSync(postgres.dataDirectory, { recursive: true, force: true });
    });
    const cluster = new Cluster(folder, postgres.connection, await findPostmaster(postgres.connection));
    end.with(() => cluster.disconnect());
    return cluster;
  }

  /** A new database with our schema, or a copy of another (that nobody is connected to). */
  async createDatabase(name: string, copyOf?: string): Promise<void> {
    const { user } = this.connection;
    await this.asAdmin(`create database ${name} template ${copyOf ?? 'template0'} owner ${user}`);
    if (copyOf === undefined) await migrate(this.address(name));
  }

  async dropDatabase(name: string): Promise<void> {
    await this.asAdmin(`drop database if exists ${name} with (force)`);
  }

  address(database: string): PostgresAddress {
    return { ...this.connection, database };
  }

  /** As DATABASE_URL has it; the socket's folder is a parameter. */
  url(database: string): string {
    const { user, password, host, port } = this.connection;
    return `postgres://${user}:${encodeURIComponent(password)}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;
  }

  /** For programs of PostgreSQL. */
  environment(database: string): Record<string, string> {
    const { user, password, host, port } = this.connection;
    return { PGUSER: user, PGPASSWORD: password, PGHOST: host, PGPORT: String(port), PGDATABASE: database };
  }

  /** A session of the service's own role; closed at the end at the latest. */
  connect(database: string): Promise<Client> {
    return this.open({ ...this.connection, database });
  }

  /** A superuser's session, in the database "postgres" unless another is named. */
  connectAsAdmin(database = 'postgres'): Promise<Client> {
    return this.open({ ...this.connection, user: 'postgres', database });
  }

  /** One statement of the superuser's. */
  async asAdmin(sql: string, database?: string): Promise<void> {
    const client = await this.connectAsAdmin(database);
    await client.query(sql);
    await client.end();
  }

  private async open(options: Connection): Promise<Client> {
    const client = new Client(options);
    client.on('error', () => undefined);
    await client.connect();
    this.clients.push(client);
    return client;
  }

  private async disconnect(): Promise<void> {
    await Promise.all(this.clients.map((client) => client.end().catch(() => undefined)));
  }
}

/** Of runs that were ended by kill -9. */
function removeLeftovers(disk: string): void {
  for (const name of readdirSync(disk)) {
    const pid = name.startsWith(FOLDER) ? Number.parseInt(name.slice(FOLDER.length)) : NaN;
    if (pid > 0 && processInfo(pid) === 'gone') rmSync(join(disk, name), { recursive: true, force: true });
  }
}

/** The first folder for temporary files that is not in memory. */
function realDisk(): string {
  const isReal = (folder: string): boolean => {
    try {
      return statfsSync(folder).type !== TMPFS;
    } catch {
      return false;
    }
  };
  const folder = [tmpdir(), '/var/tmp'].find(isReal);
  if (folder === undefined)
    throw new Error('Set TMPDIR to a folder on a disk: fsync in memory measures nothing.');
  return folder;
}

async function findPostmaster(connection: Connection): Promise<number | null> {
  const client = new Client(connection);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const pid = rows[0]?.pid;
  const postmaster = pid === undefined ? null : parentOf(pid);
  await client.end();
  return postmaster;
}
