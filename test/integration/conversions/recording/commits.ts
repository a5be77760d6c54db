// Holds transactions open until the test lets them commit, one after the other; and loses work rows on purpose, to show that a test
// would notice. Both by triggers in the test's own database: the service runs as it is.
import type { Client } from 'pg';
import type { JobKind } from '#platform/jobs/job.js';
import { lockIsWaitedFor } from '../../../support/locks.js';
import type { Rows } from '../../../support/rows.js';
import { until } from '../../../support/until.js';

/** What a transaction does last before it waits: `<INSERT or UPDATE> <table> <value of the column that names the row>`. */
export type CommitName = `${'INSERT' | 'UPDATE'} ${string} ${string}`;

export interface HeldCommit {
  /** A transaction stands before its commit, with everything done. */
  reached(): Promise<void>;
  release(): Promise<void>;
}

const triggers = `
create function hold_commit() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(
    hashtextextended(concat_ws(' ', tg_op, tg_table_name, to_jsonb(new) ->> tg_argv[0]), 0));
  return null;
end $$;
create constraint trigger hold after insert or update on conversions deferrable initially deferred
  for each row execute function hold_commit('external_id');
create constraint trigger hold after insert on clicks deferrable initially deferred
  for each row execute function hold_commit('session_id');
create constraint trigger hold after insert on pending_identities deferrable initially deferred
  for each row execute function hold_commit('session_id');
create constraint trigger hold after update on sessions deferrable initially deferred
  for each row execute function hold_commit('id');
create constraint trigger hold after insert on kept_refunds deferrable initially deferred
  for each row execute function hold_commit('external_id');
create constraint trigger hold after insert on refunds deferrable initially deferred
  for each row execute function hold_commit('refund_id');
create table lost_work (kind text);
create function lose_work() returns trigger language plpgsql as $$
begin
  if exists (select from lost_work l where l.kind = new.kind) then return null; end if;
  return new;
end $$;
create trigger lose before insert on work for each row execute function lose_work();`;

export class Commits {
  private constructor(private readonly rows: Rows) {}

  /** @param rows a look into the database that the services use. */
  static async watch(rows: Rows): Promise<Commits> {
    await rows.query(triggers);
    return new Commits(rows);
  }

  /** From now on a transaction that did this waits before its commit, until it is released. */
  async hold(name: CommitName): Promise<HeldCommit> {
    const client = await this.rows.session();
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
    return {
      reached: () => until(() => isWaitedFor(client), undefined, `a transaction did ${name}`),
      release: async () => {
        await client.query('select pg_advisory_unlock_all()');
        await client.end();
      },
    };
  }

  /** At least so many transactions wait for each other or for the test. */
  blocked(count: number): Promise<void> {
    return lockIsWaitedFor(this.rows, count);
  }

  /** Cuts the connections of the transactions that wait to commit: they are rolled back. */
  async cut(): Promise<void> {
    await this.rows.query(
      `select pg_terminate_backend(l.pid) from pg_locks l join pg_stat_activity a on a.pid = l.pid
       where not l.granted and l.locktype = 'advisory' and a.datname = current_database()`,
    );
  }

  /** Work rows of this kind, written from now on, are lost; with null none are. */
  async lose(kind: JobKind | null): Promise<void> {
    await this.rows.query('delete from lost_work');
    if (kind) await this.rows.query('insert into lost_work values ($1)', [kind]);
  }

  /** All committed work was done, by whichever replica. */
  workIsDone(): Promise<void> {
    return until(async () => (await this.rows.count('work')) === 0);
  }
}

/** Whether somebody waits for the lock that this connection holds. */
async function isWaitedFor(client: Client): Promise<boolean> {
  const { rows } = await client.query(
    `select from pg_locks mine join pg_locks theirs using (locktype, database, classid, objid, objsubid)
     where mine.pid = pg_backend_pid() and mine.locktype = 'advisory' and mine.granted and not theirs.granted`,
  );
  return rows.length > 0;
}
