// The first look at the database in DATABASE_URL: is it there, does it let us in, and does a pooler stand in front of it? What is wrong is said
// at once, by the variable's name and without the password; only what may pass is waited for.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { errorText } from '#platform/logging/error-text.js';
import { CONNECT_MS, START_RETRY_MS, STATEMENT_MS } from '#platform/time/time-budget.js';
import { isDatabaseAway, isPoolerRefusal } from './database-errors.js';
import { settingsOf } from './session-settings.js';

const POOLER =
  'A pooler that lends connections by the transaction (pgbouncer) seems to stand in front of PostgreSQL: set DATABASE_POOLER=1.';

export interface Look {
  /** DATABASE_URL. */
  url: string;
  /** DATABASE_POOLER: the connections get no settings of ours. */
  lent: boolean;
  /** How long a database that is away is waited for, in milliseconds. */
  patienceMs: number;
  /** Told once of a wait, and of a pooler that nobody told us of. */
  tell: (message: string, fields?: Record<string, unknown>) => void;
}

/** The database cannot be used; the message names the variable, and what to do about it. */
export class DatabaseUnusable extends Error {
  override name = 'DatabaseUnusable';
}

/**
 * Returns when the database has let us in.
 * @throws DatabaseUnusable when it stays away for `patienceMs`; at once when it refuses us, does not exist, or the URL cannot be read.
 */
export async function reachDatabase({ url, lent, patienceMs, tell }: Look): Promise<void> {
  const deadline = performance.now() + patienceMs;
  const seconds = Math.round(patienceMs / 1000);
  for (let isTold = false; ;) {
    const client = makeClient(url, lent);
    try {
      await connectOnce(client, lent, tell);
      return;
    } catch (error) {
      if (isPoolerRefusal(error)) throw unusable(client, `${errorText(error)}. ${POOLER}`, error);
      if (!isWorthWaiting(error)) throw unusable(client, errorText(error), error);
      if (performance.now() > deadline)
        throw unusable(client, `not reached within ${seconds} seconds: ${errorText(error)}`, error);
      if (!isTold)
        tell(`waiting up to ${seconds} seconds for the database in DATABASE_URL`, whereTo(client, error));
      isTold = true;
      await sleep(START_RETRY_MS);
    }
  }
}

/** A wrong password stays wrong, and nobody makes the database meanwhile. A host without a name may get one: in a cluster DNS comes late. */
function isWorthWaiting(error: unknown): boolean {
  return isDatabaseAway(error) && (error as { code?: unknown }).code !== '3D000';
}

function makeClient(url: string, lent: boolean): pg.Client {
  const settings = settingsOf({ statementMs: STATEMENT_MS, lent });
  try {
    return new pg.Client({
      connectionString: url,
      application_name: 'refcampaign',
      connectionTimeoutMillis: CONNECT_MS,
      ...settings,
    });
  } catch (error) {
    // Not as its cause: that holds the URL.
    throw new DatabaseUnusable(
      `DATABASE_URL cannot be read: ${errorText(error)}. In user and password, write @ : / ? # and % percent-encoded.`,
    );
  }
}

async function connectOnce(client: pg.Client, lent: boolean, tell: Look['tell']): Promise<void> {
  client.on('error', () => undefined); // a connection that is lost here fails the query
  try {
    await client.connect();
    const { rows } = await client.query<{ timeout: string }>(
      `select current_setting('statement_timeout') as timeout`,
    );
    if (!lent && rows[0]?.timeout === '0') tell(`the settings of a connection are ignored. ${POOLER}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function whereTo({ host, port, database }: pg.Client, error: unknown) {
  return { host, port, database, reason: errorText(error) };
}

function unusable({ host, port, database, user }: pg.Client, why: string, cause: unknown): DatabaseUnusable {
  const where = `database "${database}" on ${host}:${port}, user "${user}"`;
  return new DatabaseUnusable(`DATABASE_URL (${where}) cannot be used: ${why}`, { cause });
}
