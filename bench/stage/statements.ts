// How many SQL statements a program sends, as PostgreSQL counts them (pg_stat_statements). Counting is on only meanwhile, because
// it costs a little.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Cluster } from './cluster.js';

export interface StatementCount {
  statements: number;
  /** BEGIN, COMMIT and the like; not among the others. */
  transactionCommands: number;
}

export class StatementCounter {
  private constructor(private readonly admin: Client) {}

  static async prepare(cluster: Cluster): Promise<StatementCounter> {
    const admin = await cluster.connectAsAdmin();
    await admin.query('create extension if not exists pg_stat_statements');
    const counter = new StatementCounter(admin);
    await counter.track('none');
    return counter;
  }

  /** Counts what is sent in one database while `work` is under way. */
  async during(database: string, work: () => Promise<void>): Promise<StatementCount> {
    await this.track('top');
    try {
      await this.admin.query('select pg_stat_statements_reset()');
      await work();
      const { rows } = await this.admin.query<{ is_command: boolean; calls: number }>(
        `select s.query ~* '^\\s*(begin|start transaction|commit|rollback|savepoint|release)' as is_command,
           sum(s.calls)::int as calls
         from pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = $1 group by 1`,
        [database],
      );
      const calls = (isCommand: boolean) => rows.find((row) => row.is_command === isCommand)?.calls ?? 0;
      return { statements: calls(false), transactionCommands: calls(true) };
    } finally {
      await this.track('none');
    }
  }

  private async track(what: 'top' | 'none'): Promise<void> {
    await this.admin.query(`alter system set pg_stat_statements.track = '${what}'`);
    await this.admin.query('select pg_reload_conf()');
    await sleep(200); // until every session has noticed
  }
}
