// The service deletes by itself what nothing can ask for any more: a portion, a rest, and the next one, so that nobody's call waits for it.
// Of several replicas one does it at a time: who finds another at it leaves the rest to him.
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { MerchantsService } from '#accounts/merchants/merchants.service.js';
import { Config } from '#config.js';
import { Database, type Tx } from '#platform/database/database.js';
import { Log } from '#platform/logging/log.js';
import { Clock } from '#platform/time/clock.js';
import { Poll } from '#platform/time/poll.js';
import { PRUNE_EVERY_MS, PRUNE_REST_MS, PRUNE_STOP_MS } from '#platform/time/time-budget.js';
import { PruneRepository } from './prune.repository.js';
import { Pruning, type Pruned, type PruneOptions } from './pruning.js';

/** Rows looked at in one transaction: some milliseconds of one connection. */
const PORTION = 1000;

/** Deletes what else is old, in portions, as these options say. */
type AlsoPruned = (options: PruneOptions, now: Date) => Promise<unknown>;

/** No fault: another replica prunes, or this one ends. */
class LeftToOthers extends Error {}

@Injectable()
export class PruneService implements OnApplicationBootstrap, OnModuleDestroy {
  readonly poll = new Poll(() => this.prune(), PRUNE_EVERY_MS);
  private readonly repository = new PruneRepository();
  private readonly ending = new AbortController();
  private readonly others: AlsoPruned[] = [];

  constructor(
    private readonly database: Database,
    private readonly merchants: MerchantsService,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.prune) this.poll.start();
  }

  async onModuleDestroy(): Promise<void> {
    this.ending.abort();
    await this.poll.stop(PRUNE_STOP_MS);
  }

  /** Features above say at start what else is to be deleted. */
  also(pruning: AlsoPruned): void {
    this.others.push(pruning);
  }

  private async prune(): Promise<void> {
    const options: PruneOptions = {
      dryRun: false,
      portion: PORTION,
      rest: () => this.rest(),
      before: (tx) => this.beAlone(tx),
    };
    try {
      const merchantIds = (await this.merchants.list()).map(({ id }) => id);
      const pruning = new Pruning(this.database, options);
      this.tell(await pruning.all(merchantIds, this.clock.now(), this.config.clickRetentionDays));
      for (const other of this.others) await other(options, this.clock.now());
    } catch (error) {
      // What is left goes the next time; the database may be away.
      if (!(error instanceof LeftToOthers)) this.log.warn('what is old stays for now', { error });
    }
  }

  private async beAlone(tx: Tx): Promise<void> {
    if (this.ending.signal.aborted || !(await this.repository.isAlone(tx))) throw new LeftToOthers();
  }

  private async rest(): Promise<void> {
    await sleep(PRUNE_REST_MS, undefined, { signal: this.ending.signal, ref: false }).catch(() => undefined);
  }

  private tell({ clicks, sessions, pendingIdentities }: Pruned): void {
    if (clicks + sessions + pendingIdentities > 0)
      this.log.info('old clicks and identities were deleted', { clicks, sessions, pendingIdentities });
  }
}
