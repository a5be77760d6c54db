// One transaction on one connection. Statements may be under way together; then one that fails makes those behind it fail, and what is
// thrown is always the first error, which is the cause.
// Why so: docs/decisions/0010-fast-path.md
import type { PoolClient } from 'pg';
import type { Metrics } from '#platform/metrics/metrics.js';
import { isFromServer } from './database-errors.js';
import { toDriverQuery, type Sql } from './statement.js';

declare const openTransaction: unique symbol;
declare const connectionIsSpokenFor: unique symbol;

/**
 * What a repository is given to send its statement with. A `Database` is none: whoever hands one over says first whether it is a merchant's
 * turn (`inTurn`) or the service's own work (`atOnce`, `failFast`), so forgetting it does not compile.
 */
export interface Queryable {
  readonly [connectionIsSpokenFor]: true;
  query<Row>(sql: Sql, parameters?: unknown[]): Promise<Row[]>;
}

/** A transaction under way. Only `Database.transaction` makes one, so forgetting to be in one does not compile. */
export interface Tx extends Queryable {
  readonly [openTransaction]: true;
  /** For looks that need not wait until the transaction has begun. Never for writes: they might be outside. */
  readonly readAhead: Queryable;
  /**
   * A write whose result nobody needs. The commit takes it: it is sent right before, after those handed over earlier, and the commit fails if
   * it does. It costs no round trip, and it cannot be forgotten, nor come too late: until the commit is sent it is data.
   * Whoever needs to see the write in the same transaction awaits `query` instead.
   */
  withCommit(sql: Sql, parameters?: unknown[]): void;
}

const TOO_LATE = 'a statement came after its transaction';

/** Statements and transactions of one merchant, in his turn. */
export interface InTurn extends Queryable {
  /** As Database's. Nothing inside may ask for a turn: it might wait for itself. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** When what is committed survives a crash of PostgreSQL: at once, or a moment later. */
export type Durable = 'now' | 'soon';

export interface TransactionOptions {
  mayPrepare: boolean;
  durable: Durable;
  metrics: Metrics | undefined;
}

/** `set local` goes along with the begin, and ends with the transaction, whoever's connection it is. */
const BEGIN: Record<Durable, string> = {
  now: 'begin isolation level read committed',
  soon: 'begin isolation level read committed; set local synchronous_commit = off',
};

export class Transaction {
  private readonly mayPrepare: boolean;
  private readonly metrics: Metrics | undefined;
  private commitWasSent = false;
  /** PostgreSQL has said no to a statement before the commit, which it then cannot have carried out. */
  private wasRefused = false;
  private isOver = false;
  private readonly begun: Promise<unknown>;
  private hasBegun = false;
  private readonly lastWrites: [sql: Sql, parameters: unknown[]][] = [];
  private underWay = 0;
  private failed = false;
  private cause: unknown;

  constructor(
    private readonly client: PoolClient,
    { mayPrepare, durable, metrics }: TransactionOptions,
  ) {
    this.mayPrepare = mayPrepare;
    this.metrics = metrics;
    this.begun = this.send(BEGIN[durable]).then(() => (this.hasBegun = true));
    this.begun.catch(() => undefined); // told to whoever comes next
  }

  readonly tx = {
    query: async <Row>(sql: Sql, parameters: unknown[] = []) => {
      if (!this.hasBegun) await this.begun;
      return this.send<Row>(sql, parameters);
    },
    readAhead: { query: <Row>(sql: Sql, parameters: unknown[] = []) => this.send<Row>(sql, parameters) },
    withCommit: (sql: Sql, parameters: unknown[] = []) => {
      if (this.isOver) throw new Error(TOO_LATE);
      this.lastWrites.push([sql, parameters]);
    },
  } as unknown as Tx;

  /** Resolves when everything is durable. @throws the first error of any statement; nothing is written then. */
  async commit(): Promise<void> {
    if (!this.hasBegun) await this.begun;
    // Whoever waits for a result would go on when all is durable, and what he then sends would be missing.
    if (this.underWay > 0) throw new Error('the work of a transaction ended before its statements did');
    const sentAt = performance.now();
    const sent = this.lastWrites.map(([sql, parameters]) => this.send(sql, parameters));
    sent.push(this.send('commit', [], 'COMMIT'));
    this.commitWasSent = true;
    this.isOver = true;
    await Promise.all(sent);
    this.metrics?.committed((performance.now() - sentAt) / 1000);
  }

  /** Whether it may have been committed although it failed: the commit was sent, and what became of it was not heard. */
  get isOutcomeUnknown(): boolean {
    return this.commitWasSent && !this.wasRefused;
  }

  /**
   * It has failed and is about to be rolled back: what comes late is refused, or it would be written by itself.
   * @returns what made it fail, given what was thrown: the first statement that failed, if one did.
   */
  fail(error: unknown): unknown {
    this.isOver = true;
    return this.failed ? this.cause : error;
  }

  /** @param command that PostgreSQL must say it carried out: of a transaction that has failed it says ROLLBACK to COMMIT. */
  private async send<Row>(sql: Sql, parameters: unknown[] = [], command?: string): Promise<Row[]> {
    if (this.isOver) throw new Error(TOO_LATE);
    this.metrics?.statement();
    this.underWay++;
    try {
      const result = await this.client.query(toDriverQuery(sql, parameters, this.mayPrepare));
      if (command !== undefined && result.command !== command)
        throw new Error(`PostgreSQL did ${result.command}, not ${command}`);
      return result.rows as Row[];
    } catch (error) {
      if (!this.failed) this.cause = error;
      this.failed = true;
      if (command === undefined && isFromServer(error)) this.wasRefused = true;
      throw error;
    } finally {
      this.underWay--;
    }
  }
}
