// A replica's key check on a database connection that counts its statements and can be told to fail.
import type { DataSource } from 'typeorm';
import { ApiKeysRepository } from '#accounts/api-keys/api-keys.repository.js';
import { BearerKeyCheck } from '#accounts/api-keys/bearer-key-check.js';
import { KeyDirectoryService } from '#accounts/api-keys/key-directory.service.js';
import type { Clock } from '#platform/time/clock.js';
import { Database, type Queryable } from '#platform/database/database.js';
import type { Sql } from '#platform/database/statement.js';
import { createLog } from '#platform/logging/log.js';
import { Metrics } from '#platform/metrics/metrics.js';

type Kind = 'poll' | 'lookup' | 'use';

/** What a statement of the key check is for, by what only it says. */
function kindOf(sql: string): Kind {
  if (sql.includes('json_agg')) return 'poll';
  return sql.includes('set last_used_at') ? 'use' : 'lookup';
}

export class WatchedDatabase extends Database {
  readonly counts: Record<Kind, number> = { poll: 0, lookup: 0, use: 0 };
  /** Statements of these kinds fail. */
  failing: Kind[] = [];
  /** Statements never answer. */
  stuck = false;
  override readonly failFast = {
    query: <Row>(sql: Sql, parameters?: unknown[]) => this.query<Row>(sql, parameters),
  } as Queryable;

  override async query<Row>(sql: Sql, parameters: unknown[] = []): Promise<Row[]> {
    const kind = kindOf(typeof sql === 'string' ? sql : sql.text);
    this.counts[kind]++;
    if (this.stuck) return new Promise(() => undefined);
    if (this.failing.includes(kind)) throw new Error('the test breaks this statement');
    return super.query(sql, parameters);
  }
}

export interface Replica {
  database: WatchedDatabase;
  /** 'accepted', or the failure's code. */
  check(key: string | undefined): Promise<string>;
  keyCheck: BearerKeyCheck;
  /** Looks for changes, as its timer makes it do every KEY_POLL_MS. */
  tick(): Promise<void>;
  /** From now on it does so by itself, as in a service. */
  start(): void;
  stop(): Promise<void>;
}

/** A replica that looks for changes when it is told to; stop it when done. */
export function makeReplica(dataSource: DataSource, clock: Clock): Replica {
  const database = new WatchedDatabase(dataSource);
  const repository = new ApiKeysRepository();
  const directory = new KeyDirectoryService(database, repository, createLog('silent'), new Metrics(), clock);
  const keyCheck = new BearerKeyCheck(directory);
  return {
    database,
    keyCheck,
    check: (key) =>
      keyCheck
        .read(key === undefined ? undefined : `Bearer ${key}`)
        .check()
        .then(
          () => 'accepted',
          (error: { code: string }) => error.code,
        ),
    tick: () => directory.poll.tick(),
    start: () => directory.onApplicationBootstrap(),
    stop: () => directory.onModuleDestroy(),
  };
}
