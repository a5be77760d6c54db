// One transaction on one connection. Statements may be under way together; then one that fails takes those behind it along, and what is
// told is always the first error, which is the cause.
import type { PoolClient } from 'pg';
import type { Metrics } from '../metrics/metrics.js';
import { toDriverQuery, type Sql } from './statement.js';

declare const openTransaction: unique symbol;

/** A transaction under way. Only `Database.transaction` makes one, so forgetting to be in one does not compile. */
export interface Tx {
  readonly [openTransaction]: true;
  query<Row>(sql: Sql, parameters?: unknown[]): Promise<Row[]>;
  /** For looks that need not wait until the transaction has begun. Never for writes: they might be outside. */
  readonly early: Pick<Tx, 'query'>;
  /**
   * Leaves statements under way whose results nobody needs: they go along with the commit, which fails if one of them does.
   * @param written of calls that have sent their statements already, as all repositories do before they wait for anything.
   */
  along(...written: Promise<unknown>[]): void;
}

export class Transaction {
  commitWasSent = false;
  private readonly begun: Promise<unknown>;
  private hasBegun = false;
  private readonly underWay: Promise<unknown>[] = [];
  private failed = false;
  private cause: unknown;

  constructor(
    private readonly client: PoolClient,
    private readonly mayPrepare: boolean,
    private readonly metrics: Metrics | undefined,
  ) {
    this.begun = this.send('begin isolation level read committed').then(() => (this.hasBegun = true));
    this.begun.catch(() => undefined); // told to whoever comes next
  }

  readonly tx = {
    query: async <Row>(sql: Sql, parameters: unknown[] = []) => {
      if (!this.hasBegun) await this.begun;
      return this.send<Row>(sql, parameters);
    },
    early: { query: <Row>(sql: Sql, parameters: unknown[] = []) => this.send<Row>(sql, parameters) },
    along: (...written: Promise<unknown>[]) => {
      for (const one of written) one.catch(() => undefined); // told by the commit
      this.underWay.push(...written);
    },
  } as Tx;

  /** Resolves when everything is durable. @throws the first error of any statement; nothing is written then. */
  async commit(): Promise<void> {
    if (!this.hasBegun) await this.begun;
    const sentAt = performance.now();
    const committed = this.send('commit', [], 'COMMIT');
    this.commitWasSent = true;
    await Promise.all([...this.underWay, committed]);
    this.metrics?.committed((performance.now() - sentAt) / 1000);
  }

  /** What made it fail, given what was thrown: the first statement that failed, if one did. */
  causeOf(error: unknown): unknown {
    return this.failed ? this.cause : error;
  }

  /** @param command that PostgreSQL must say it carried out: of a transaction that has failed it says ROLLBACK to COMMIT. */
  private async send<Row>(sql: Sql, parameters: unknown[] = [], command?: string): Promise<Row[]> {
    if (this.commitWasSent) throw new Error('a statement came after its transaction');
    this.metrics?.statement();
    try {
      const result = await this.client.query(toDriverQuery(sql, parameters, this.mayPrepare));
      if (command !== undefined && result.command !== command)
        throw new Error(`PostgreSQL did ${result.command}, not ${command}`);
      return result.rows as Row[];
    } catch (error) {
      if (!this.failed) this.cause = error;
      this.failed = true;
      throw error;
    }
  }
}
