// The only way to SQL: one pool, statements, transactions. Waits out a short absence of the database instead of failing at once.
// What merchants' calls ask for goes in turns of merchants; what orders, clicks and the service's own work need never waits for it.
// Why so: docs/decisions/0009-plain-sql.md
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient, QueryConfig } from 'pg';
import type { DataSource } from 'typeorm';
import { Failure } from '#platform/errors/failure.js';
import { breaksConnection, isDatabaseAway, isTooSlow, isTransient, withCure } from './database-errors.js';
import type { Metrics } from '#platform/metrics/metrics.js';
import { DATABASE_PATIENCE_MS, DATABASE_RETRY_MS } from '#platform/time/time-budget.js';
import { askReadiness, type Readiness } from './readiness.js';
import { toDriverQuery, type Sql } from './statement.js';
import { Transaction, type Durable, type InTurn, type Queryable, type Tx } from './transaction.js';
import { placesOf, Turns } from './turns.js';

/** Callers that may wait for a connection at once; more are refused at once, so that memory stays bounded. */
const MAX_WAITING = 2000;
const MAX_TRIES = 8;

export type { InTurn, Queryable, Tx } from './transaction.js';

export interface DatabaseOptions {
  /** Told of statements and commits; a command has none. */
  metrics?: Metrics;
  /** Whether connections stay ours between transactions, so that PostgreSQL may keep prepared statements; not unless told. */
  mayPrepare?: boolean;
  /** How long a call waits for a database that is away, in milliseconds; DATABASE_PATIENCE_MS unless told. */
  patienceMs?: number;
}

export type { Readiness } from './readiness.js';

/** Statements and transactions on the pool that TypeORM keeps. */
export class Database {
  /** How long a call waits for a database that is away, in milliseconds. */
  readonly patienceMs: number;
  private readonly metrics: Metrics | undefined;
  private readonly mayPrepare: boolean;
  private readonly turns: Turns;
  private waiting = 0;
  private readinessAsked: Promise<Readiness> | null = null;

  constructor(
    private readonly dataSource: DataSource,
    { metrics, mayPrepare = false, patienceMs = DATABASE_PATIENCE_MS }: DatabaseOptions = {},
  ) {
    this.patienceMs = patienceMs;
    this.metrics = metrics;
    this.mayPrepare = mayPrepare;
    // From its first moment: PostgreSQL may greet a new connection and end it in one packet, before whoever waits for it is told.
    this.pool().off('connect', hearLosses).on('connect', hearLosses); // once, however many look at this pool
    this.turns = new Turns({ ...placesOf(this.pool().options.max), waiting: MAX_WAITING });
  }

  /**
   * What a merchant's call asks for: lists, exports, changes. They get half of the connections, a merchant half of these, and who waits for one
   * waits in turns of merchants. A place is held for a statement, or for a transaction. A call that waits for its turn while the database
   * goes away fails with those before it.
   * @param tenant whose call it is; strangers are one (NO_MERCHANT).
   */
  inTurn({ merchantId }: { merchantId: string }): InTurn {
    const hold = <T>(work: () => Promise<T>) => this.turns.hold(merchantId, work);
    const query = <Row>(sql: Sql, parameters: unknown[] = []) => {
      const deadline = performance.now() + this.patienceMs;
      return hold(() => this.queryUntil<Row>(deadline, sql, parameters));
    };
    const transaction = <T>(work: (tx: Tx) => Promise<T>) => {
      const deadline = performance.now() + this.patienceMs;
      return hold(() => this.transactionUntil(deadline, work));
    };
    return { query, transaction } as InTurn;
  }

  /** For the service's own work and what is on the way of an order or a visitor, of which little is under way at once: waits for nobody's turn. */
  readonly atOnce = {
    query: <Row>(sql: Sql, parameters: unknown[] = []) => this.query<Row>(sql, parameters),
  } as Queryable;

  /**
   * Runs one statement outside a transaction. After a deadlock or serialization failure it runs again, and so it does when the connection is
   * lost under way: give it reads, and writes that do no harm when repeated. Bigints come as strings, timestamptz as Date, bytea as Buffer.
   * @throws Failure SERVICE_UNAVAILABLE when the database stays away for longer than the patience.
   */
  query<Row>(sql: Sql, parameters: unknown[] = []): Promise<Row[]> {
    return this.queryUntil<Row>(performance.now() + this.patienceMs, sql, parameters);
  }

  /** As `atOnce`, for who waits by himself: fails at once when the database is away. */
  readonly failFast = {
    query: <Row>(sql: Sql, parameters: unknown[] = []) =>
      this.queryUntil<Row>(performance.now(), sql, parameters),
  } as Queryable;

  /**
   * Runs `work` in one READ COMMITTED transaction. After a deadlock or serialization failure, and when the connection is lost before
   * the commit, all of it runs again, so it must have no effect outside the transaction.
   * @param patienceMs how long to wait for a database that is away, until the commit is sent.
   * @throws Failure SERVICE_UNAVAILABLE when the database stays away or is too slow, and when the connection is lost during the
   *   commit: whether it was committed is then unknown.
   * @param durable `soon`: does not wait for the disk. A crash of PostgreSQL may undo what was committed within the last second, all of a
   *   transaction or nothing: for what is then simply done again.
   */
  transaction<T>(
    work: (tx: Tx) => Promise<T>,
    patienceMs = this.patienceMs,
    durable: Durable = 'now',
  ): Promise<T> {
    return this.transactionUntil(performance.now() + patienceMs, work, durable);
  }

  private async transactionUntil<T>(
    deadline: number,
    work: (tx: Tx) => Promise<T>,
    durable: Durable = 'now',
  ): Promise<T> {
    for (let tries = 1; ; tries++) {
      const progress = { isOutcomeUnknown: false };
      try {
        return await this.transactionOnce(work, deadline, progress, durable);
      } catch (error) {
        // Nothing of it was written, so it may simply be done again.
        const isUndone = isDatabaseAway(error) && !progress.isOutcomeUnknown;
        if (isTransient(error) && tries < MAX_TRIES) await sleep(transientPauseMs(tries));
        else if (isUndone && performance.now() < deadline) await sleep(DATABASE_RETRY_MS);
        else throw asUnavailable(error);
      }
    }
  }

  /** Whether orders could be recorded now, by what the database says within a second. Asked once for all who ask at once. */
  readiness(): Promise<Readiness> {
    return (this.readinessAsked ??= askReadiness(this.failFast).finally(() => (this.readinessAsked = null)));
  }

  private async queryUntil<Row>(deadline: number, sql: Sql, parameters: unknown[]): Promise<Row[]> {
    for (let tries = 1; ; tries++) {
      const client = await this.connect(deadline);
      try {
        this.metrics?.statement();
        return await run<Row>(client, toDriverQuery(sql, parameters, this.mayPrepare));
      } catch (error) {
        if (isTransient(error) && tries < MAX_TRIES) await sleep(transientPauseMs(tries));
        else if (isDatabaseAway(error) && performance.now() < deadline) await sleep(DATABASE_RETRY_MS);
        else throw asUnavailable(error);
      }
    }
  }

  private async transactionOnce<T>(
    work: (tx: Tx) => Promise<T>,
    deadline: number,
    progress: { isOutcomeUnknown: boolean },
    durable: Durable,
  ): Promise<T> {
    const client = await this.connect(deadline);
    const transaction = new Transaction(client, {
      mayPrepare: this.mayPrepare,
      durable,
      metrics: this.metrics,
    });
    let broken: Error | undefined;
    try {
      const result = await work(transaction.tx);
      await transaction.commit();
      return result;
    } catch (thrown) {
      const error = transaction.fail(thrown);
      progress.isOutcomeUnknown = transaction.isOutcomeUnknown;
      broken = await rollBack(client, error);
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** A connection, waiting until `deadline` (of the monotonic clock, in milliseconds) for a database that is away. */
  private async connect(deadline: number): Promise<PoolClient> {
    if (this.waiting >= MAX_WAITING) throw databaseAway(new Error('too many callers wait for a connection'));
    this.waiting++;
    try {
      for (;;) {
        try {
          const client = await this.pool().connect();
          hearLosses(client); // one that was there before we were
          return client;
        } catch (error) {
          if (!isDatabaseAway(error)) throw error;
          if (performance.now() + DATABASE_RETRY_MS > deadline) throw databaseAway(error);
          await sleep(DATABASE_RETRY_MS);
        }
      }
    } finally {
      this.waiting--;
    }
  }

  private pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}

/** Before the next try after a deadlock, in milliseconds: never the same for two who met in one. */
function transientPauseMs(tries: number): number {
  return Math.random() * 10 * tries;
}

/** The statement under way tells of a lost connection; the event of the same loss, if nobody heard it, would end the process. */
function lossIsTold(): void {}

function hearLosses(client: PoolClient): void {
  client.off('error', lossIsTold).on('error', lossIsTold);
}

async function run<Row>(client: PoolClient, query: QueryConfig): Promise<Row[]> {
  let broken: Error | undefined;
  try {
    return (await client.query(query)).rows as Row[];
  } catch (error) {
    if (breaksConnection(error)) broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Rolls back; returns the error if the connection can no longer be used. */
async function rollBack(client: PoolClient, error: unknown): Promise<Error | undefined> {
  if (breaksConnection(error)) return error as Error;
  try {
    await client.query('rollback');
    return undefined;
  } catch (rollbackError) {
    return rollbackError as Error;
  }
}

/** What the caller is told: 503 if the database is away or too slow, else the error itself, with its cure if we know one. */
function asUnavailable(error: unknown): unknown {
  return isDatabaseAway(error) || isTooSlow(error) ? databaseAway(error) : withCure(error);
}

function databaseAway(cause: unknown): Failure {
  return new Failure('DATABASE_AWAY', undefined, undefined, { cause, retryAfterSeconds: 1 });
}
