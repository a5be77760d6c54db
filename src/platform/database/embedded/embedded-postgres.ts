// A real PostgreSQL of our own on a data folder: started, owned by one process at a time, looked after, stopped.
//
//   <data>/location               only if the data lies elsewhere (see data-home.ts): where
//   <home>/postgresql.log         PostgreSQL's log; above 10 MB it becomes postgresql.log.1 at the next start
//   <home>/postgresql/            private to the account that runs PostgreSQL
//     cluster/                    PostgreSQL's data directory
//     password                    random, of the roles refcampaign and postgres
//     .s.PGSQL.5432               the socket, unless the path is too long for one (see prepareSocketFolder)
// Why so: docs/decisions/0001-embedded-postgresql.md
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { prepareBinaries } from './binaries.js';
import {
  type ClusterFolder,
  clusterFolderIn,
  ensureCluster,
  prepareSocketFolder,
  readPassword,
} from './cluster-folder.js';
import { type DataHome, openDataHome } from './data-home.js';
import { EmbeddedPostgresUnavailable } from './errors.js';
import type { EmbeddedPostgres } from './instance.js';
import { OwnerLock } from './ownership.js';
import { PostmasterProcess } from './postmaster.js';
import { ownerSetting } from './postmaster-file.js';
import { databaseName, ensureDatabase, roleName } from './roles.js';
import { clearTheWay } from './takeover.js';
import { Watchdog } from './watchdog.js';

export { DataFolderInUse, EmbeddedPostgresUnavailable } from './errors.js';
export type { Connection, EmbeddedPostgres } from './instance.js';
export { joinEmbeddedPostgres } from './join.js';

export interface StartOptions {
  /** made if missing */
  dataDir: string;
  /** PostgreSQL settings, stronger than the defaults here and than postgresql.conf */
  settings?: Record<string, string>;
  log: (message: string) => void;
}

/** How long a start that meets the remains of another (its last processes, its lock file) keeps trying. */
const startPatienceMilliseconds = 10_000;

/**
 * Starts PostgreSQL on the data folder (the first time it makes a cluster) and becomes its owner. It listens on a Unix
 * socket only. If PostgreSQL dies it is started again; if this process dies, PostgreSQL is stopped within seconds.
 * It does not keep the process alive: a process with nothing else to do ends, and PostgreSQL with it.
 * @throws DataFolderInUse when a living instance owns the folder (which is not disturbed)
 * @throws EmbeddedPostgresUnavailable when there is no PostgreSQL for this machine
 * @throws Error with the last lines of its log when PostgreSQL does not start
 */
export async function startEmbeddedPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  if (process.platform === 'win32') throw new EmbeddedPostgresUnavailable('Windows is not supported.');
  const data = await openDataHome(options.dataDir, options.log);
  const folder = clusterFolderIn(data.home);
  // Before anything is touched: whoever runs here must not notice us.
  if (existsSync(folder.folder)) await clearTheWay(data.dataDir, folder, options.log);
  const binaries = await prepareBinaries(data.account, data.home, options.log);
  await ensureCluster(data, binaries.initdb, options.log);
  return new Supervisor(options, data, folder).start(binaries.postgres);
}

/** Everything that lives and dies with one owned PostgreSQL. */
class Supervisor {
  readonly #mark = `${process.pid}.${randomBytes(4).toString('hex')}`;
  readonly #watchdog: Watchdog;
  #stopped: Promise<void> | null = null;

  constructor(
    private readonly options: StartOptions,
    private readonly data: DataHome,
    private readonly folder: ClusterFolder,
  ) {
    this.#watchdog = new Watchdog(folder.cluster, `${ownerSetting}=${this.#mark}`, data.account);
  }

  async start(executable: string): Promise<EmbeddedPostgres> {
    const { log } = this.options;
    const host = await prepareSocketFolder(this.data);
    const password = await readPassword(this.folder);
    const lock = new OwnerLock({ host, port: 5432, password }, this.#mark, log);
    const postmaster = new PostmasterProcess({
      executable,
      args: this.#arguments(host),
      account: this.data.account,
      logFile: this.folder.logFile,
      beforeRestart: () => clearTheWay(this.data.dataDir, this.folder, log),
      log,
    });
    const stop = (): Promise<void> => (this.#stopped ??= this.#stop(postmaster, lock, host));
    try {
      this.#watchdog.start();
      const session = await this.#launchUntilReady(postmaster, lock);
      await ensureDatabase(session, password);
    } catch (error) {
      await stop();
      throw error;
    }
    lock.letGo();
    postmaster.supervise();
    const connection = { host, port: 5432, user: roleName, password, database: databaseName };
    return { connection, dataDirectory: this.data.home, owned: true, stop };
  }

  async #launchUntilReady(postmaster: PostmasterProcess, lock: OwnerLock) {
    const giveUpAt = Date.now() + startPatienceMilliseconds;
    for (;;) {
      await postmaster.launch();
      const session = await lock.acquire(() => !postmaster.isRunning);
      if (session) return session;
      // Either another start was quicker (then this throws DataFolderInUse) …
      await clearTheWay(this.data.dataDir, this.folder, this.options.log);
      // … or the last processes of one that was killed still hold its memory, and are just leaving.
      const words = await postmaster.lastWords();
      if (Date.now() > giveUpAt || !/lock file|shared memory block/.test(words)) {
        throw new Error(`PostgreSQL did not start. Its log (${this.folder.logFile}) ends with:\n${words}`);
      }
    }
  }

  #arguments(host: string): string[] {
    const settings: Record<string, string> = {
      [ownerSetting]: this.#mark,
      cluster_name: 'refcampaign',
      listen_addresses: '',
      port: '5432',
      unix_socket_directories: `"${host.replaceAll('"', '""')}"`,
      unix_socket_permissions: '0700',
      max_connections: '60',
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      timezone: 'UTC',
      log_timezone: 'UTC',
      log_checkpoints: 'off',
      // Without DETAIL: that of a unique violation repeats the values, such as an affiliate's email.
      log_error_verbosity: 'terse',
      ...this.options.settings,
    };
    // The folder comes first and as "-D folder": by that a running PostgreSQL is recognised as this folder's.
    const pairs = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    return ['-D', this.folder.cluster, ...pairs];
  }

  async #stop(postmaster: PostmasterProcess, lock: OwnerLock, host: string): Promise<void> {
    // Released at the same time: the end of its connection is now wanted, and must not wait for a PostgreSQL that hangs.
    await Promise.all([lock.release(), postmaster.stop()]);
    await this.#watchdog.release();
    if (host !== this.folder.folder) await rm(host, { recursive: true, force: true });
  }
}
