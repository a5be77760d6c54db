// Every query on wrong passwords of late.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';

export interface Counted {
  counter: string;
  failures: number;
  lastAt: Date;
}

@Injectable()
export class SignInFailuresRepository {
  /** What these counters say, held until the transaction ends: those that are new too, so that no two tries take each other's place. */
  async lock(tx: Tx, counters: readonly string[], now: Date): Promise<Counted[]> {
    await tx.query(
      `insert into sign_in_failures (counter, failures, last_at)
       select name, 0, $2 from unnest($1::text[]) as name order by name on conflict (counter) do nothing`,
      [counters, now],
    );
    return tx.query<Counted>(
      `select counter, failures, last_at as "lastAt" from sign_in_failures
       where counter = any($1) order by counter for update`,
      [counters],
    );
  }

  /** Counts one more for each that is held, from one where the last is older than that moment; and drops a few that nobody needs. */
  async count(tx: Tx, counters: readonly string[], now: Date, forgottenBefore: Date): Promise<void> {
    await tx.query(
      `update sign_in_failures set failures = case when last_at < $3 then 1 else failures + 1 end, last_at = $2
       where counter = any($1)`,
      [counters, now, forgottenBefore],
    );
    await tx.query(
      `delete from sign_in_failures where counter in
         (select counter from sign_in_failures where last_at < $1 order by last_at limit 100 for update skip locked)`,
      [forgottenBefore],
    );
  }

  /** Takes one back from each; what comes to nothing is gone. */
  async takeBack(queryable: Queryable, counters: readonly string[]): Promise<void> {
    await queryable.query(
      `with due as (select counter from sign_in_failures where counter = any($1) order by counter for update)
       update sign_in_failures f set failures = greatest(0, f.failures - 1) from due where f.counter = due.counter`,
      [counters],
    );
  }

  /** Takes one back from each, and its moment where nobody was later: as if it had not been. */
  async undo(queryable: Queryable, before: readonly Counted[], at: Date): Promise<void> {
    await queryable.query(
      `with due as (select counter from sign_in_failures where counter = any($1) order by counter for update)
       update sign_in_failures f set failures = greatest(0, f.failures - 1),
         last_at = case when f.last_at = $3 then b.last_at else f.last_at end
       from due join unnest($1::text[], $2::timestamptz[]) as b(counter, last_at) using (counter)
       where f.counter = due.counter`,
      [before.map(({ counter }) => counter), before.map(({ lastAt }) => lastAt), at],
    );
  }

  async forget(queryable: Queryable, counters: readonly string[]): Promise<void> {
    await queryable.query('delete from sign_in_failures where counter = any($1)', [counters]);
  }
}
