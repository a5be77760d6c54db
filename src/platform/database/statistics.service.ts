// Tells PostgreSQL in time how its tables have grown. It finds out by itself (autovacuum), but a minute late; until then it takes a new
// table for one of a few rows in which every index is as good as another, and reads all of a merchant's rows for one of them. On the
// day a shop goes live that minute is what everybody remembers.
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Log } from '#platform/logging/log.js';
import { Poll } from '#platform/time/poll.js';
import { STATISTICS_LOOK_MS, STATISTICS_STOP_MS } from '#platform/time/time-budget.js';
import { Database } from './database.js';

/** Tables of ours of which half or more came since they were last looked at; each once in ten seconds at most. */
const grown = `
select quote_ident(s.relname) as name from pg_stat_user_tables s join pg_class c on c.oid = s.relid
where s.schemaname = current_schema() and pg_has_role(c.relowner, 'usage')
  and s.n_live_tup > 100 and s.n_mod_since_analyze >= s.n_live_tup / 2
  and greatest(s.last_analyze, s.last_autoanalyze, '-infinity') < now() - interval '10 seconds'`;

@Injectable()
export class StatisticsService implements OnApplicationBootstrap, OnModuleDestroy {
  readonly poll = new Poll(() => this.look(), STATISTICS_LOOK_MS);

  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.poll.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.poll.stop(STATISTICS_STOP_MS);
  }

  /** Replicas do not wait for one another: who comes second to a table leaves it. */
  private async look(): Promise<void> {
    try {
      for (const { name } of await this.database.failFast.query<{ name: string }>(grown)) {
        await this.database.failFast.query(`analyze (skip_locked) ${name}`);
      }
    } catch (error) {
      this.log.debug('tables could not be looked at', { error }); // the next look is a second away
    }
  }
}
