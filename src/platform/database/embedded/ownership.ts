// The owner's lock: an advisory lock on a connection that lives as long as the owner does, and dies with its process.
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { ownerSetting } from './postmaster-file.js';

/** How the supervisor itself reaches PostgreSQL: as superuser, on a database that nobody drops. */
export interface SupervisorAccess {
  host: string;
  port: number;
  password: string;
}

/** Advisory locks belong to one database; this number is ours in the database `postgres`. */
export const ownerLockKey = 723_801_226;

const pollMilliseconds = 20;

/**
 * Opens a session as superuser.
 * @throws the error of `pg` (code 57P03 while PostgreSQL starts or stops, ENOENT or ECONNREFUSED when it does not run)
 */
export async function connectAsSupervisor(access: SupervisorAccess): Promise<pg.Client> {
  const client = new pg.Client({
    ...access,
    user: 'postgres',
    database: 'postgres',
    application_name: 'refcampaign owner',
    connectionTimeoutMillis: 2000,
  });
  // Without a listener, losing the connection would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

export async function tryOwnerLock(client: pg.Client): Promise<boolean> {
  const result = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
    ownerLockKey,
  ]);
  return result.rows[0]?.locked === true;
}

async function readMark(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ mark: string }>(`select current_setting('${ownerSetting}') as mark`);
  return rows[0]?.mark;
}

/** Holds the lock, and takes it again whenever the connection was lost (PostgreSQL restarted its sessions, or itself). */
export class OwnerLock {
  #client: pg.Client | null = null;
  readonly #release = new AbortController();
  #mayEnd = false;
  #reacquiring: Promise<void> = Promise.resolve();

  constructor(
    private readonly access: SupervisorAccess,
    /** What our PostgreSQL was started with, and no other. */
    private readonly mark: string,
    private readonly log: (message: string) => void,
  ) {}

  /**
   * Waits until PostgreSQL answers and takes the lock; then keeps it. The session keeps the process alive until letGo().
   * @param hopeless asked before each attempt: true ends the waiting
   * @returns the session that holds the lock, or null when it was hopeless
   */
  async acquire(hopeless: () => boolean): Promise<pg.Client | null> {
    while (!this.#release.signal.aborted && !hopeless()) {
      const client = await this.#attempt();
      if (client) return client;
      await sleep(pollMilliseconds);
    }
    return null;
  }

  /** From now on the lock's connection is no reason for the process to live on. */
  letGo(): void {
    this.#mayEnd = true;
    if (this.#client) keepAlive(this.#client, false);
  }

  /** Gives the lock up; no connection is left. */
  async release(): Promise<void> {
    this.#release.abort();
    const client = this.#client;
    this.#client = null;
    if (client) {
      keepAlive(client, true); // until it has ended
      await client.end().catch(() => undefined);
    }
    await this.#reacquiring;
  }

  async #attempt(): Promise<pg.Client | null> {
    let client: pg.Client | null = null;
    try {
      client = await connectAsSupervisor(this.access);
      // On this socket may answer the PostgreSQL of another start, that was quicker: its lock is not ours to take.
      const isOurs = (await readMark(client)) === this.mark;
      if (isOurs && (await tryOwnerLock(client)) && !this.#release.signal.aborted) return this.#hold(client);
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      // A password or a folder that is wrong does not become right by waiting.
      if (code.startsWith('28')) throw error;
    }
    await client?.end().catch(() => undefined);
    return null;
  }

  #hold(client: pg.Client): pg.Client {
    this.#client = client;
    if (this.#mayEnd) keepAlive(client, false);
    client.once('end', () => {
      if (this.#release.signal.aborted || this.#client !== client) return;
      this.#client = null;
      this.log('The connection that holds the owner lock was lost; taking it again.');
      this.#reacquiring = this.#reacquire();
    });
    return client;
  }

  async #reacquire(): Promise<void> {
    for (let delay = pollMilliseconds; !this.#release.signal.aborted; delay = Math.min(delay * 2, 1000)) {
      const client = await this.#attempt().catch(() => null);
      if (client) return;
      await sleep(delay, undefined, { ref: false, signal: this.#release.signal }).catch(() => undefined);
    }
  }
}

/** Whether the client's connection keeps the process alive. (ref and unref are missing in @types/pg.) */
function keepAlive(client: pg.Client, alive: boolean): void {
  const { connection } = client as unknown as { connection: { ref(): void; unref(): void } };
  if (alive) connection.ref();
  else connection.unref();
}
