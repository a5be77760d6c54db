// A PostgreSQL that is not the service's: on a port of its own, killed and started by the test, and looked after by nobody else.
import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { chooseAccount } from '#platform/database/embedded/account.js';
import { prepareBinaries } from '#platform/database/embedded/binaries.js';
import { startEmbeddedPostgres } from '#platform/database/embedded/embedded-postgres.js';
import { ownerSetting } from '#platform/database/embedded/postmaster-file.js';
import { PostmasterProcess } from '#platform/database/embedded/postmaster.js';
import { Watchdog } from '#platform/database/embedded/watchdog.js';
import { freePort } from '../support/free-port.js';
import { killAndSee, postmasterOf } from './victims.js';

const STARTED_WITHIN_MS = 15_000;

export class ExternalPostgres {
  private constructor(
    private readonly dataDir: string,
    readonly url: string,
    private readonly postmaster: PostmasterProcess,
    private readonly watchdog: Watchdog,
  ) {}

  /** Makes a cluster with an empty database in that folder and starts it, durable and with its defaults. */
  static async start(dataDir: string): Promise<ExternalPostgres> {
    const log = () => undefined;
    const embedded = await startEmbeddedPostgres({ dataDir, log });
    const { user, password, database } = embedded.connection;
    await embedded.stop();
    const folder = join(dataDir, 'postgresql');
    const account = chooseAccount(statSync(folder));
    const { postgres: executable } = await prepareBinaries(account, dataDir, log);
    const port = await freePort();
    const mark = `${ownerSetting}=${process.pid}.${randomBytes(4).toString('hex')}`;
    const settings = [mark, `port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
    const args = ['-D', join(folder, 'cluster'), ...settings.flatMap((setting) => ['-c', setting])];
    const logFile = join(dataDir, 'postgresql.log');
    const beforeRestart = () => Promise.resolve();
    const postmaster = new PostmasterProcess({ executable, args, account, logFile, beforeRestart, log });
    // It must not outlive the tests, however they end.
    const watchdog = new Watchdog(join(folder, 'cluster'), mark, account);
    watchdog.start();
    const url = `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
    const external = new ExternalPostgres(dataDir, url, postmaster, watchdog);
    await external.start();
    return external;
  }

  /** Starts it and waits until it answers. What is left of one that was killed may hold on to its memory for a moment. */
  async start(): Promise<void> {
    const deadline = Date.now() + STARTED_WITHIN_MS;
    while (!(await this.answers())) {
      if (Date.now() > deadline)
        throw new Error(`PostgreSQL does not start: ${await this.postmaster.lastWords()}`);
      if (!this.postmaster.isRunning) await this.postmaster.launch();
      await sleep(20);
    }
  }

  /** kill -9 of the postmaster; its sessions end by themselves. */
  async kill(): Promise<void> {
    await killAndSee(postmasterOf(this.dataDir));
  }

  async stop(): Promise<void> {
    await this.postmaster.stop();
    await this.watchdog.release();
  }

  private async answers(): Promise<boolean> {
    if (!this.postmaster.isRunning) return false;
    const client = new Client({ connectionString: this.url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
