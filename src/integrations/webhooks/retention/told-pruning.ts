// Events, and what became of them, are kept for a month; then they go, in portions. What is still on its way after so long goes too, and at once
// what is of an endpoint that was deleted.
import type { Database } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { DAY_MS } from '#platform/time/time-units.js';
import { lowestIdAt } from '#platform/values/ids.js';
import type { PruneOptions } from '#tracking/clicks/pruning.js';
import { RetentionRepository } from './retention.repository.js';

/** As the contract says. */
const KEPT_DAYS = 30;

/** What went, or would have. */
export interface ToldPruned {
  eventsBefore: Date;
  events: number;
  deliveries: number;
}

export class ToldPruning {
  private readonly repository = new RetentionRepository();

  constructor(
    private readonly database: Database,
    private readonly options: PruneOptions,
  ) {}

  /** All that is too old, of everybody. */
  async all(now: Date): Promise<ToldPruned> {
    const eventsBefore = new Date(now.getTime() - KEPT_DAYS * DAY_MS);
    const pruned: ToldPruned = { eventsBefore, events: 0, deliveries: 0 };
    for (const tenant of await this.repository.tenants(this.database.atOnce)) {
      pruned.deliveries += await this.deliveries(tenant, lowestIdAt(eventsBefore));
      for (const endpointId of await this.repository.deletedEndpoints(this.database.atOnce, tenant))
        pruned.deliveries += await this.deliveriesOf(tenant, endpointId);
      pruned.events += await this.events(tenant, eventsBefore);
    }
    return pruned;
  }

  private deliveries(tenant: Tenant, beforeId: string): Promise<number> {
    if (this.options.dryRun) return this.repository.countDeliveries(this.database.atOnce, tenant, beforeId);
    return this.portions((tx, rows) => this.repository.deleteDeliveries(tx, tenant, beforeId, rows));
  }

  private deliveriesOf(tenant: Tenant, endpointId: string): Promise<number> {
    if (this.options.dryRun) return this.repository.countOf(this.database.atOnce, tenant, endpointId);
    return this.portions((tx, rows) => this.repository.deleteOf(tx, tenant, endpointId, rows));
  }

  private events(tenant: Tenant, before: Date): Promise<number> {
    if (this.options.dryRun) return this.repository.countEvents(this.database.atOnce, tenant, before);
    return this.portions((tx, rows) => this.repository.deleteEvents(tx, tenant, before, rows));
  }

  private async portions(
    work: (tx: Parameters<Parameters<Database['transaction']>[0]>[0], rows: number) => Promise<number>,
  ): Promise<number> {
    const { portion, before, rest } = this.options;
    for (let all = 0; ;) {
      const gone = await this.database.transaction(async (tx) => {
        await before?.(tx);
        return work(tx, portion);
      });
      all += gone;
      if (gone < portion) return all;
      await rest?.();
    }
  }
}
