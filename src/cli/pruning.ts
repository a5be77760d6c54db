// Deletes what the service no longer needs, in portions: each is a transaction of its own that holds few rows for a moment, so
// that the service may run meanwhile.
import type { Database } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { LOWEST_UUID } from '#platform/database/uuid.js';
import {
  PruneRepository,
  type Cutoff,
  type IdentityName,
  type OldClicks,
  type OldIdentities,
} from './prune.repository.js';

export interface PruneOptions {
  /** Count only. */
  dryRun: boolean;
  /** Rows looked at in one transaction. */
  portion: number;
}

export class Pruning {
  private readonly repository = new PruneRepository();

  constructor(
    private readonly database: Database,
    private readonly options: PruneOptions,
  ) {}

  /**
   * A merchant's clicks from before the cutoff, and the sessions from before it that no click is left of. A session is a row that a
   * click made, so those of the deleted clicks are all there are to look at.
   */
  async clicks(tenant: Tenant, cutoff: Cutoff): Promise<{ clicks: number; sessions: number }> {
    const pruned = { clicks: 0, sessions: 0 };
    let after: string | null = LOWEST_UUID;
    while (after !== null) {
      const found: OldClicks = await this.clicksAfter(after, tenant, cutoff);
      pruned.clicks += found.clicks;
      pruned.sessions += found.sessions;
      after = found.last;
    }
    return pruned;
  }

  /** Identities that waited for their session since before `before`, whoever sent them; returns how many. */
  async identities(before: Date): Promise<number> {
    let count = 0;
    let after: IdentityName | null = { sessionId: '', merchantId: LOWEST_UUID, mode: '' };
    while (after !== null) {
      const found: OldIdentities = await this.identitiesAfter(after, before);
      count += found.count;
      after = found.last;
    }
    return count;
  }

  private clicksAfter(after: string, tenant: Tenant, cutoff: Cutoff): Promise<OldClicks> {
    const portion = { after, rows: this.options.portion };
    if (this.options.dryRun)
      return this.repository.countClicks(this.database.atOnce, tenant, cutoff, portion);
    return this.database.transaction((tx) => this.repository.deleteClicks(tx, tenant, cutoff, portion));
  }

  private identitiesAfter(after: IdentityName, before: Date): Promise<OldIdentities> {
    const portion = { after, rows: this.options.portion };
    if (this.options.dryRun) return this.repository.countIdentities(this.database.atOnce, before, portion);
    return this.database.transaction((tx) => this.repository.deleteIdentities(tx, before, portion));
  }
}
